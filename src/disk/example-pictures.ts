import type { ImageFacts } from '#garden/checks/file-facts.ts';
import type { Example } from '#garden/checks/rule.ts';
import { imageFacts } from './image-facts.ts';

/** What the bytes of the pictures of an example say, by their path in it. */
export async function examplePictures(example: Example): Promise<ReadonlyMap<string, ImageFacts>> {
  const pictures = Object.entries(example.files).filter(([name, content]) => name.startsWith('media/') && !(typeof content === 'object' && 'symlink' in content));
  return new Map(
    await Promise.all(
      pictures.map(async ([name, content]) => [name, await imageFacts(typeof content === 'string' ? Buffer.from(content) : Buffer.from((content as { base64: string }).base64, 'base64'))] as const),
    ),
  );
}
