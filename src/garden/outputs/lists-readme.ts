import { VOCABULARY_NAMES, type Vocabularies } from '../schema/vocabularies.ts';
import { GENERATED } from './generated-note.ts';

/** The README of the folder of vocabularies, in Markdown: which lists there are, and how to change one. */
export function listsReadme(vocabularies: Vocabularies): string {
  const there = VOCABULARY_NAMES.filter((name) => vocabularies[name].items.length > 0);
  const away = VOCABULARY_NAMES.filter((name) => vocabularies[name].items.length === 0);
  return [
    `<!-- ${GENERATED} -->`,
    '',
    '# Lists',
    '',
    'The closed lists that this garden chooses from, one file each. The form, the check, the menus and the search follow them.',
    '',
    ...there.map(
      (name) =>
        `- [\`${name}.yaml\`](${name}.yaml) **${vocabularies[name].title}**, ${vocabularies[name].items.length === 1 ? 'one item' : `${vocabularies[name].items.length} items`}. ${vocabularies[name].about}`,
    ),
    '',
    '## Change a list',
    '',
    'Add an item with an `id`, which entries write and which stays for ever, and a `label`, which readers see and which you may change. Take an item out only when no entry names it; `npm run check` tells.',
    '',
    away.length === 0
      ? 'A list may be absent as a whole: then its field vanishes from the form, the check and the menus.'
      : `Not here, so their fields are not used: ${away.map((name) => `\`${name}.yaml\``).join(', ')}. Add the file to use them.`,
    'Pages need `roles.yaml`; case studies need `outcomes.yaml` and `regions.yaml`.',
    '',
  ].join('\n');
}
