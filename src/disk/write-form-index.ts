import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import type { LoadedContent } from './load-content.ts';

/** Leaves what the editing form knows of a garden for the pages to pick up. */
export async function writeFormIndex(file: string, content: LoadedContent): Promise<void> {
  const index: FormIndex = {
    entries: [...content.index.entries.values()].map((entry) => ({ ...entry, headings: entry.headings.map(({ id, text }) => ({ id, text })) })),
    vocabularies: Object.fromEntries(Object.entries(content.vocabularies).filter(([, { items }]) => items.length > 0)),
    site: content.site,
    media: content.files.filter(({ type, file: name }) => type === 'file' && name.startsWith('content/media/')).map(({ file: name }) => name.normalize('NFC')),
    termsMi: content.entries.flatMap(({ header }) => (header.kind === 'glossary' && !header.draft && header.fields?.['mark'] === true && header.fields['lang'] === 'mi' ? [header.title] : [])),
  };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(index));
}
