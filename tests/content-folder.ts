import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../src/disk/content-folder.ts';

/** Makes a content folder from texts (or bytes) by path, with the garden's own vocabularies. */
export async function contentFolder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanopi-content-'));
  await cp(path.join(PROJECT, 'content', 'vocabularies'), path.join(folder, 'vocabularies'), { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

/** A page of the kind `pages` that passes every check but for what `body` holds. `header` adds or replaces lines. */
export function page(title: string, body: string, header: Readonly<Record<string, string>> = {}): string {
  const fields = { title: JSON.stringify(title), summary: '"A page that the tests of this garden build and read."', status: 'review', credits: '[{ name: Garden editors, role: author }]', ...header };
  return `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n---\n\n${body}\n`;
}
