import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildGarden } from '#garden/model/build-garden.ts';
import { currentNames } from '#garden/model/current-names.ts';
import type { AnyEntry, FileHistory, Garden } from '#garden/model/garden.ts';
import { pagePath } from '#garden/model/page-path.ts';
import type { Past, PastAddress } from '#garden/model/past-address.ts';
import type { Site } from '#garden/schema/site.ts';
import type { Vocabularies } from '#garden/schema/vocabularies.ts';
import type { LoadedContent } from './load-content.ts';

interface Pack {
  readonly entries: readonly AnyEntry[];
  readonly site: Site;
  readonly vocabularies: Vocabularies;
  readonly today: string;
  readonly history: readonly (readonly [string, FileHistory])[];
  readonly past: readonly (readonly [string, PastAddress])[];
}

/** Leaves a garden for the pages to pick up. Entries with an error in their header are not in it. */
export async function writePack(file: string, content: LoadedContent, settings: { drafts: boolean; today: string; history: ReadonlyMap<string, FileHistory>; past: Past }): Promise<void> {
  const entries = content.entries.flatMap((loaded): AnyEntry[] => {
    const { header, body } = currentNames(loaded, content.index);
    const { kind, id, fields } = header;
    if (!fields || (header.draft && !settings.drafts)) return [];
    const summary = typeof fields['summary'] === 'string' ? fields['summary'] : '';
    return [{ kind, id, address: `${kind}/${id}`, file: header.file, fields, body, path: pagePath(kind, id), title: header.title, summary, draft: header.draft } as unknown as AnyEntry];
  });
  const pack: Pack = { entries, site: content.site, vocabularies: content.vocabularies, today: settings.today, history: [...settings.history], past: [...settings.past] };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, JSON.stringify(pack));
  await rename(`${file}.${process.pid}`, file);
}

/** Builds the garden that `writePack` left. */
export async function readPack(file: string): Promise<Garden> {
  const { history, past, ...parts } = JSON.parse(await readFile(file, 'utf8')) as Pack;
  return buildGarden({ ...parts, history: new Map(history), past: new Map(past) });
}
