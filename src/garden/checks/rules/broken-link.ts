import type { Place, PlainLink } from '../../entry/body-facts.ts';
import { resolveTarget, type IndexedEntry } from '../../model/entry-index.ts';
import { indexedEntry } from '../../model/indexed-entry.ts';
import { newHeadingId } from '../../model/new-heading-id.ts';
import { siteLink } from '../../model/site-link.ts';
import { KIND_NAMES } from '../../schema/index.ts';
import type { VocabularyName } from '../../schema/vocabularies.ts';
import { nearest } from '../../text/nearest.ts';
import { page } from '../example-page.ts';
import { defineRule, type CheckedEntry, type EntryContext, type Finding } from '../rule.ts';

export const brokenLink = defineRule({
  id: 'broken-link',
  severity: 'error',
  summary: 'A link inside the garden must lead to a page and a heading that exist.',
  why: 'A dead link costs a reader on a slow connection a page load and leaves them nowhere.',
  examples: [
    { title: 'a mistyped id', found: true, files: { 'pages/a.mdx': page('See [[abuot]].'), 'pages/about.mdx': page('Text.') } },
    { title: 'a heading that is not there', found: true, files: { 'pages/a.mdx': page('See [[about#nowhere]].'), 'pages/about.mdx': page('Text.') } },
    { title: 'a full address of the site itself', found: true, files: { 'pages/a.mdx': page('See [guide](http://localhost:4321/guides/nope/).') } },
    { title: 'a region that is not in the list', found: true, files: { 'pages/a.mdx': page('See [Otago](/regions/otgo/).') } },
    { title: 'a rule that does not exist', found: true, files: { 'pages/a.mdx': page('See [what the check says](/contribute/problems/brokn-link/).') } },
    { title: 'a draft, which readers cannot see', found: true, files: { 'pages/a.mdx': page('See [[soon]].'), 'pages/soon.mdx': page('Text.').replace('review', 'draft') } },
    {
      title: 'a heading that was renamed without a word',
      found: true,
      files: { 'pages/a.mdx': page('See [[about#why]].'), 'pages/about.mdx': page('## Why we do it\n\nText.') },
    },
    {
      title: 'a renamed heading, and a renamed page, that each keep their old name',
      found: false,
      files: {
        'pages/a.mdx': page('See [[about#why]] and [[who-we-are]].'),
        'pages/about.mdx': page('## Why we do it\n\nText.', 'aliases: [who-we-are]\nmoved_headings: [{ from: why, to: why-we-do-it }]'),
      },
    },
    { title: 'an old heading that leads to none', found: true, files: { 'pages/a.mdx': page('## Why we do it\n\nText.', 'moved_headings: [{ from: why, to: why-we-did-it }]') } },
    { title: 'a page that is still wanted', found: false, files: { 'pages/a.mdx': page('See [[?Weasels in the roof]].') } },
    {
      title: 'a link that resolves',
      found: false,
      files: { 'pages/a.mdx': page('See [[about#why]], [about](/about/#why) and [a rule](/contribute/problems/broken-link/).'), 'pages/about.mdx': page('## Why\n\nText.') },
    },
  ],
  checkEntry(entry, context) {
    return [...wikilinks(entry, context), ...plainLinks(entry, context), ...movedHeadings(entry)];
  },
});

/** For so many links of an entry the nearest name is looked up; a page with more wrong links has another mistake. */
const MOST_GUESSES = 30;
const MOST_LISTED = 20;

function wikilinks(entry: CheckedEntry, context: EntryContext): Finding[] {
  let guesses = 0;
  return entry.body.wikilinks.flatMap((link): Finding[] => {
    if (link.wanted) return [];
    if (link.target === '')
      return link.heading === undefined
        ? [{ ...at(link), message: 'This link names no page.', suggestion: 'Write the file name of an entry between the brackets.' }]
        : ownHeading(entry, link.heading, link);
    const found = resolveTarget(context.index, link.target);
    if (!found.entry) {
      if (found.ambiguous)
        return [{ ...at(link), message: `More than one entry is called "${link.target}".`, suggestion: `Write ${found.ambiguous.map((address) => `[[${address}]]`).join(' or ')}.` }];
      guesses += 1;
      const near = guesses <= MOST_GUESSES ? found.near : undefined;
      return [
        {
          ...at(link),
          message: `There is no entry called "${link.target}".`,
          suggestion: near ? `Did you mean [[${near}]]?${titleOf(context, near)}` : `If the page is still to be written, ask for it: [[?${link.label ?? link.target}]].`,
        },
      ];
    }
    return [...draftTarget(entry, found.entry, link), ...heading(found.entry, link.heading, link)];
  });
}

function plainLinks(entry: CheckedEntry, context: EntryContext): Finding[] {
  let guesses = 0;
  return entry.body.links.flatMap((link): Finding[] => {
    const target = siteLink(link.url, entry.header.kind, context.site.url);
    if (target.type === 'heading') return target.hash ? ownHeading(entry, target.hash, link) : [];
    if (target.type === 'page') return sitePage(target.path, link, context);
    if (target.type !== 'entry') return [];
    const { entry: found } = resolveTarget(context.index, target.target);
    if (found) return [...draftTarget(entry, found, link), ...heading(found, target.hash || undefined, link)];
    guesses += 1;
    const { near } = guesses <= MOST_GUESSES ? { near: undefined, ...resolveTarget(context.index, target.target) } : {};
    return [{ ...at(link), message: `The link "${link.url}" leads to no page of this garden.`, suggestion: near ? `Did you mean [[${near}]]?` : 'Link an entry by its file name, as [[file-name]].' }];
  });
}

/** A page of a list or of one of its items, such as `/regions/nz-ota/`, or of a rule or the fields of a kind. */
function sitePage(path: string, link: PlainLink, context: EntryContext): Finding[] {
  const [, part, page] = /^\/contribute\/(problems|fields)\/([^/]+)\/$/.exec(path) ?? [];
  const pages = part === 'problems' ? context.rules : KIND_NAMES;
  if (page !== undefined && pages && !(pages as readonly string[]).includes(page)) {
    const near = nearest(page, pages);
    return [
      {
        ...at(link),
        message: `The link "${link.url}" names "${page}", and there is no such ${part === 'problems' ? 'rule' : 'kind of entry'}.`,
        suggestion: near ? `Did you mean /contribute/${part}/${near}/?` : `Choose one from the page /contribute/${part === 'problems' ? 'problems/' : ''}.`,
      },
    ];
  }
  const [, name, id] = /^\/(regions|habitats|topics)\/(?:([^/]+)\/)?$/.exec(path) ?? [];
  const items = context.vocabularies[name as VocabularyName]?.items;
  if (items?.length === 0)
    return [{ ...at(link), message: `The link "${link.url}" leads to a list that this garden does not have.`, suggestion: `Take the link out, or add content/vocabularies/${name}.yaml.` }];
  if (!id || !items || items.some((item) => item.id === id)) return [];
  const near = nearest(
    id,
    items.map((item) => item.id),
  );
  return [
    {
      ...at(link),
      message: `The link "${link.url}" names "${id}", which is not in the list of ${name}.`,
      suggestion: near ? `Did you mean /${name}/${near}/?` : `Choose one from content/vocabularies/${name}.yaml.`,
    },
  ];
}

function draftTarget(entry: CheckedEntry, target: IndexedEntry, place: Place): Finding[] {
  if (!target.draft || entry.header.draft) return [];
  return [{ ...at(place), message: `"${target.title}" is a draft, and readers cannot see it.`, suggestion: `Publish it first, or ask for it with [[?${target.title}]].` }];
}

function heading(target: IndexedEntry, hash: string | undefined, place: Place): Finding[] {
  if (hash === undefined || hash === '' || target.headings.some((item) => item.id === hash)) return [];
  const ids = target.headings.map((item) => item.id);
  if (newHeadingId(target, hash) !== undefined) return [];
  const near = nearest(hash, ids) ?? ids.find((id) => id.startsWith(`${hash}-`) || hash.startsWith(`${id}-`));
  return [
    {
      ...at(place),
      message: `"${target.title}" has no heading "${hash}".`,
      suggestion: near ? `Did you mean #${near}? If it was renamed, add "moved_headings: [{ from: ${hash}, to: ${near} }]" to that page.` : listed(ids),
    },
  ];
}

/** Old headings of an entry that lead to none it has. */
function movedHeadings({ header, body }: CheckedEntry): Finding[] {
  const { headings, movedHeadings: moved } = indexedEntry(header, body.headings);
  if (!moved || body.problems.some(({ severity }) => severity === 'error')) return [];
  const ids = headings.map(({ id }) => id);
  const olds = new Set(moved.map(({ from }) => from));
  return moved.flatMap(({ to }, index): Finding[] => {
    if (ids.includes(to) || olds.has(to)) return [];
    const near = nearest(to, ids);
    return [
      {
        ...(header.places['moved_headings'] ?? { line: 1, column: 1 }),
        path: ['moved_headings', index, 'to'],
        message: `"moved_headings" leads to "${to}", which is no heading of this page.`,
        suggestion: near ? `Did you mean "${near}"?` : listed(ids),
      },
    ];
  });
}

function listed(ids: readonly string[]): string {
  if (ids.length === 0) return 'That page has no headings: link the page itself.';
  const shown = ids.slice(0, MOST_LISTED).map((id) => `#${id}`);
  return `Its headings are: ${shown.join(', ')}${ids.length > MOST_LISTED ? ' and more' : ''}.`;
}

function ownHeading(entry: CheckedEntry, hash: string, place: Place): Finding[] {
  if (/^(?:source|cite|user-content)-|^sources$/.test(hash)) return [];
  return heading({ ...indexedEntry(entry.header, entry.body.headings), title: 'This page' }, hash, place);
}

function titleOf(context: EntryContext, near: string): string {
  const found = resolveTarget(context.index, near);
  return found.entry ? ` ("${found.entry.title}")` : '';
}

function at(place: Place): Pick<Finding, 'line' | 'column' | 'length'> {
  return { line: place.line, column: place.column, ...(place.length ? { length: place.length } : {}) };
}
