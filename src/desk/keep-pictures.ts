import { changedFiles } from './change-of-draft.ts';
import type { Action, AssetParam } from './check-action.ts';
import { draftRef } from './drafts.ts';
import type { DeskPlace } from './make-desk.ts';

/** Adds to a save the pictures that its draft has stored before and that the text still names: decap-server drops every picture that a save does not bring along. */
export async function keepPictures(place: DeskPlace, { action, params, draft }: Action): Promise<Readonly<Record<string, unknown>>> {
  if (action !== 'persistEntry' || !draft || !(await place.git.holds('rev-parse', '-q', '--verify', draftRef(draft)))) return params;
  const assets = params['assets'] as readonly AssetParam[];
  const texts = JSON.stringify(params['dataFiles'] ?? params['entry']);
  const missing: AssetParam[] = [];
  for (const file of await changedFiles(place, `refs/heads/${place.repository.branch}`, draftRef(draft))) {
    const name = file.split('/').at(-1) ?? file;
    if (file.endsWith('.mdx') || assets.some((asset) => asset.path === file) || !(texts.includes(name) || texts.includes(encodeURI(name)))) continue;
    const { code, out } = await place.git.run(['cat-file', 'blob', `${draftRef(draft)}:${file}`]);
    if (code === 0) missing.push({ path: file, content: out.toString('base64'), encoding: 'base64' });
  }
  return missing.length === 0 ? params : { ...params, assets: [...assets, ...missing] };
}
