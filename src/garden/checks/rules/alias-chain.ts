import { page, replaced } from '../example-page.ts';
import { nextPages } from '../next-pages.ts';
import { defineRule, type Finding } from '../rule.ts';

export const aliasChain = defineRule({
  id: 'alias-chain',
  severity: 'error',
  summary: 'What replaced a page is the page to read now, not one that was replaced itself.',
  why: 'Each step between costs a reader on a slow connection one more page, and many give up.',
  examples: [
    { title: 'a replacement that was replaced', found: true, files: { 'pages/a.mdx': replaced('b'), 'pages/b.mdx': replaced('c'), 'pages/c.mdx': page('Text.') } },
    { title: 'both lead to the page to read now', found: false, files: { 'pages/a.mdx': replaced('c'), 'pages/b.mdx': replaced('c'), 'pages/c.mdx': page('Text.') } },
  ],
  checkGarden({ entries, index }): Finding[] {
    const next = nextPages(index);
    return entries.flatMap(({ header }): Finding[] => {
      const address = `${header.kind}/${header.id}`;
      const by = index.entries.get(address)?.supersededBy;
      const target = by === undefined ? undefined : index.entries.get(by);
      if (!by || !target?.supersededBy) return [];
      const seen = [address];
      let end = by;
      while (!seen.includes(end)) {
        seen.push(end);
        const further = index.entries.get(end)?.supersededBy;
        if (further === undefined || !next.get(end)?.includes(further)) break;
        end = further;
      }
      // One that comes back is a circle, which another rule names.
      if (end !== seen.at(-1)) return [];
      return [
        {
          file: header.file,
          ...(header.places['superseded_by'] ?? { line: 1, column: 1 }),
          path: ['superseded_by'],
          message: `"${by}" was itself replaced.`,
          suggestion: `Write "${end}", which is the page to read now.`,
        },
      ];
    });
  },
});
