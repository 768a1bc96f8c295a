import { defineRule } from '../rule.ts';

export const duplicateId = defineRule({
  id: 'duplicate-id',
  severity: 'error',
  summary: 'An item of a list may stand there once.',
  why: 'Two items with one id cannot be told apart.',
  examples: [
    { title: 'a region that stands twice', found: true, files: { 'vocabularies/regions.yaml': list('nz', 'au', 'nz') } },
    { title: 'a list without twins', found: false, files: { 'vocabularies/regions.yaml': list('nz', 'au') } },
  ],
  checkGarden({ vocabularies }) {
    return Object.entries(vocabularies).flatMap(([name, list]) => {
      const seen = new Set<string>();
      return list.items.flatMap((item) => {
        const twin = seen.has(item.id);
        seen.add(item.id);
        return !twin ? [] : [{ file: `content/vocabularies/${name}.yaml`, line: 1, column: 1, message: `"${item.id}" stands twice in the list of ${name}.`, suggestion: 'Keep one of the two.' }];
      });
    });
  },
});

function list(...ids: string[]): string {
  return `title: Regions\nabout: Where a page applies.\nitems:\n${ids.map((id) => `  - { id: ${id}, label: Somewhere }`).join('\n')}\n`;
}
