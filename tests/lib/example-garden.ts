import { parseHeader } from '#garden/entry/parse-header.ts';
import { analyseBody } from '#garden/entry/body.ts';
import { buildGarden } from '#garden/model/build-garden.ts';
import type { AnyEntry, Garden } from '#garden/model/garden.ts';
import { pagePath } from '#garden/model/page-path.ts';
import { siteSchema } from '#garden/schema/site.ts';
import { VOCABULARY_NAMES, type Vocabularies } from '#garden/schema/vocabularies.ts';

const AUTHORED = 'summary: A page that shows how the model works.\nstatus: review\ncredits: [{ name: Garden editors, role: author }]\n';

/** Headers that are right, one for each kind that the tests use; fields given later stand beside them. */
const HEADERS: Record<string, string> = {
  pages: AUTHORED,
  guides: `${AUTHORED}purpose: For a group that is about to begin.\nlevel: starter\nkey_messages: [Walk the block first., Test it on one line.]\nevidence: { grade: weak, summary: Nobody has tested it as a whole. }\n`,
  'case-studies': `${AUTHORED}form: snapshot\nbasis: published-sources\nplace: { name: Miramar, region: nz-wgn, precision: district }\nproblem: Rats kept birds out of the suburb.\nwhat_we_did: A grid of stations and traps.\noutcome_summary: Most rats went, and some came back.\nwhy: Ship rats live above the devices.\nlessons: [Say early that it takes years.]\nwould_do_again: not-known\nsources: [doc-spacing]\n`,
  curricula: `${AUTHORED}audience: Volunteers about to lead a line.\noutcomes: [Draft a network to the rules]\ncapabilities: [{ capability: mapping, from: 1, to: 2 }]\nformat: in-person\n`,
  sessions: `${AUTHORED}setting: indoors\nobjectives: [Name three birds of the block]\n`,
  capabilities: 'summary: Reading and making maps outdoors.\nstatus: review\ncategory: field-craft\nlevels: [{ level: 1, can_do: Read a contour map. }]\n',
  glossary: 'summary: A word that people use for this.\nstatus: review\n',
  sources: 'status: review\ntype: web\nvoice: official\n',
};

/** An entry `kind/id` with the lines of header that a test needs; throws when they are not right. */
export function entry(address: string, lines = '', body = 'Text.'): AnyEntry {
  const [kind = '', id = ''] = address.split('/');
  const title = /^title: /m.test(lines) ? '' : `title: Entry ${id}\n`;
  const own = kind === 'guides' && !/^capabilities:/m.test(lines) ? 'capabilities: [{ capability: mapping, level: 1 }]\n' : '';
  const header = parseHeader(`content/${kind}/${id}.mdx`, `---\n${title}${HEADERS[kind]}${own}${lines}\n---\n${body}\n`);
  if (!header.fields) throw new Error(`${address}: ${header.problems.map((problem) => problem.message).join(' ')}`);
  const { facts } = analyseBody(header.body, header.bodyLine);
  return {
    kind,
    id,
    address,
    file: header.file,
    fields: header.fields,
    body: facts,
    path: pagePath(header.kind, id),
    title: header.title,
    summary: String(header.fields['summary'] ?? ''),
    draft: header.draft,
  } as unknown as AnyEntry;
}

/** A session of some minutes. */
export function session(id: string, minutes: number, lines = ''): AnyEntry {
  return entry(`sessions/${id}`, `minutes: ${minutes}\nactivities: [{ minutes: ${minutes}, what: Listen together, type: field }]\n${lines}`);
}

/** A case study of a guide with its outcome and the year it started. */
export function study(id: string, guide: string, outcome: string, started: string, lines = '', applied = ''): AnyEntry {
  return entry(`case-studies/${id}`, `applied: [{ guide: ${guide}, how: adapted${applied} }]\noutcome: ${outcome}\nstarted: "${started}"\n${lines}`);
}

/** The lists of the examples: outcomes only. */
export const vocabularies = {
  ...Object.fromEntries(VOCABULARY_NAMES.map((name) => [name, { title: name, about: '', items: [] }])),
  outcomes: { title: 'Outcomes', about: 'How it went.', items: ['worked', 'mixed', 'harm'].map((id) => ({ id, label: id })) },
} as unknown as Vocabularies;

/** A garden of these entries at `https://example.org/garden/`. */
export function garden(...entries: readonly AnyEntry[]): Garden {
  return buildGarden({ entries, vocabularies, site: siteSchema.parse({ url: 'https://example.org/garden/' }), today: '2026-11-25' });
}
