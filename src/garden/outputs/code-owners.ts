import { KIND_NAMES } from '../schema/index.ts';
import type { Site } from '../schema/site.ts';
import { GENERATED } from './generated-note.ts';

/** The text of CODEOWNERS: words belong to those who know them, code and workflows to the maintainers. Who is not named stands as a note, which GitHub passes over. */
export function codeOwners({ maintainers = [], owners = {} }: Pick<Site, 'maintainers' | 'owners'>): string {
  const all = maintainers.join(' ');
  const rule = (path: string, names: string) => (names === '' ? `# ${path} @your-account` : `${path} ${names}`);
  return [
    `# ${GENERATED}`,
    '# GitHub asks the accounts of the last line that fits a changed file for a review.',
    ...(all === '' ? ['#', '# Nobody is named yet, so every line is a note. Add "maintainers" and "owners" to content/site.yaml.'] : []),
    '',
    '# Everything, and so the code',
    rule('*', all),
    '',
    '# Words',
    ...KIND_NAMES.map((kind) => rule(`/content/${kind}/`, owners[kind]?.join(' ') ?? all)),
    '',
    '# What the whole garden rests on',
    ...['/content/site.yaml', '/content/vocabularies/', '/.github/', '/scripts/', '/src/', '/package.json', '/package-lock.json'].map((path) => rule(path, all)),
    '',
  ].join('\n');
}
