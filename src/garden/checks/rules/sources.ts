import { resolveTarget } from '../../model/entry-index.ts';
import { nearest } from '../../text/nearest.ts';
import { page, source } from '../example-page.ts';
import { defineRule } from '../rule.ts';

export const missingSource = defineRule({
  id: 'missing-source',
  severity: 'error',
  summary: 'A citation in the text must name a source that has a page.',
  why: 'Readers follow a citation to judge a claim; one without a source asks them to trust blindly.',
  examples: [
    { title: 'a mistyped source', found: true, files: { 'pages/a.mdx': page('It works <Cite source="doc-spacin" />.'), 'sources/doc-spacing.mdx': source('Where to put trap lines') } },
    {
      title: 'a source by its old name',
      found: false,
      files: { 'pages/a.mdx': page('It works <Cite source="doc" />.'), 'sources/doc-spacing.mdx': source('Where to put trap lines', 'aliases: [doc]') },
    },
    { title: 'a source with a page', found: false, files: { 'pages/a.mdx': page('It works <Cite source="doc-spacing" />.'), 'sources/doc-spacing.mdx': source('Where to put trap lines') } },
  ],
  checkEntry({ header, body }, context) {
    return body.citations.flatMap((citation) => {
      const found = resolveTarget(context.index, `sources/${citation.source}`, ['sources']).entry;
      const place = { line: citation.line, column: citation.column, ...(citation.length ? { length: citation.length } : {}) };
      if (found) return found.draft && !header.draft ? [{ ...place, message: `The source "${citation.source}" is still a draft.`, suggestion: 'Publish the source first.' }] : [];
      const near = nearest(
        citation.source,
        [...context.index.entries.values()].filter((entry) => entry.kind === 'sources').map((entry) => entry.id),
      );
      return [
        {
          ...place,
          message: `There is no source called "${citation.source}".`,
          suggestion: near ? `Did you mean "${near}"?` : `Add content/sources/${citation.source}.mdx with its title, type and voice.`,
        },
      ];
    });
  },
});

export const uncitedSource = defineRule({
  id: 'uncited-source',
  severity: 'warning',
  summary: 'A source should be cited by at least one page.',
  why: 'The list of sources shows what the garden leans on; one that nothing cites says so falsely.',
  examples: [
    { title: 'a source that nothing cites', found: true, files: { 'sources/doc-spacing.mdx': source('Where to put trap lines') } },
    { title: 'a source that a page cites', found: false, files: { 'pages/a.mdx': page('It works <Cite source="doc-spacing" />.'), 'sources/doc-spacing.mdx': source('Where to put trap lines') } },
  ],
  checkGarden({ entries }) {
    const cited = new Set(
      entries.flatMap(({ header, body }) => [
        ...body.citations.map((item) => item.source),
        ...header.references.filter((item) => item.kinds.includes('sources')).map((item) => item.value),
        ...body.wikilinks.map((item) => item.target.replace(/^sources\//, '')),
      ]),
    );
    return entries
      .filter(({ header }) => header.kind === 'sources' && !header.draft && !cited.has(header.id))
      .map(({ header }) => ({ file: header.file, line: 1, column: 1, message: `No page cites "${header.title}".`, suggestion: `Cite it with <Cite source="${header.id}" />, or remove the file.` }));
  },
});
