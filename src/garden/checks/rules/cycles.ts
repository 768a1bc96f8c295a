import { prerequisiteCycles } from '../../model/prerequisite-cycles.ts';
import { session } from '../example-page.ts';
import { defineRule, type CheckedEntry } from '../rule.ts';

export const prerequisiteCycle = defineRule({
  id: 'prerequisite-cycle',
  severity: 'error',
  summary: 'What must be known first may not lead round in a circle.',
  why: 'Nobody could ever begin.',
  examples: [
    {
      title: 'three sessions that each want the next first',
      found: true,
      files: { 'sessions/a.mdx': session('Listen', ['sessions/b']), 'sessions/b.mdx': session('Look', ['sessions/c']), 'sessions/c.mdx': session('Count', ['sessions/a']) },
    },
    {
      title: 'two ways to the same beginning',
      found: false,
      files: { 'sessions/a.mdx': session('Listen', ['sessions/b', 'sessions/c']), 'sessions/b.mdx': session('Look', ['sessions/c']), 'sessions/c.mdx': session('Count') },
    },
  ],
  checkGarden({ entries }) {
    const needs = new Map(entries.map((entry) => [address(entry), requiredBy(entry)]));
    const byAddress = new Map(entries.map((entry) => [address(entry), entry]));
    return prerequisiteCycles(needs).flatMap((cycle) => {
      const first = byAddress.get(cycle[0]!)!;
      const place = first.header.references.find((item) => isRequirement(item.field) && full(item.value, first) === (cycle[1] ?? cycle[0])) ?? { line: 1, column: 1, length: 0 };
      const names = [...cycle, cycle[0]!].map((item) => `"${byAddress.get(item)?.header.title ?? item}"`);
      return [
        {
          file: first.header.file,
          line: place.line,
          column: place.column,
          ...(place.length ? { length: place.length } : {}),
          message: `These need each other first, in a circle: ${names.join(' → ')}.`,
          suggestion: 'Take one of the steps out.',
        },
      ];
    });
  },
});

function address({ header }: CheckedEntry): string {
  return `${header.kind}/${header.id}`;
}

function isRequirement(field: string): boolean {
  return field === 'requires';
}

function full(value: string, { header }: CheckedEntry): string {
  return value.includes('/') ? value : `${header.kind}/${value}`;
}

function requiredBy(entry: CheckedEntry): string[] {
  return entry.header.references
    .filter((item) => isRequirement(item.field))
    .map((item) => full(item.value, entry))
    .filter((item) => item !== address(entry));
}
