import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadContent } from '#disk/load-content.ts';
import { drawing, entry, exampleFiles, page, source, term } from '#garden/checks/example-page.ts';
import { changeReportSchema, REPORT_BOUNDS } from '#garden/outputs/change-report.ts';
import { changeComment } from '#garden/outputs/change-comment.ts';
import { makeReport } from '../../scripts/lib/report/make-report.ts';
import { previewPage } from '../../scripts/lib/preview/preview-page.ts';
import { readChange } from '../../scripts/lib/report/read-change.ts';
import { gitContent, type GitContent } from '../addresses/git-content.ts';
import { tempGarden } from '../lib/temp-garden.ts';

const made: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((one) => one.remove()));
});

const titled = (title: string, body: string, fields = '') => page(body, fields).replace('A page', title);
const START = {
  'site.yaml': 'name: A garden\nurl: https://garden.test/\n',
  'pages/about.mdx': titled('About', 'See [[counts]] and [the tables](https://birds.example.net/).\n\n![Birds](../media/birds.svg)'),
  'pages/counts.mdx': titled('Counts', 'Count at dawn.'),
  'pages/idea.mdx': titled('Idea', 'Not yet.').replace('status: review', 'status: draft'),
  'sources/doc.mdx': source('A paper', 'url: https://paper.example.net/1'),
  'media/birds.svg': drawing(),
};

/** A branch with these changes on top of the start. */
async function branch(files: Readonly<Record<string, string | undefined>>): Promise<GitContent> {
  const content = await gitContent(START);
  made.push(content);
  content.git('checkout', '-qb', 'work');
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) await rm(path.join(content.folder, name));
    else await content.write({ [name]: text });
  }
  content.commit('2024-06-01');
  return content;
}

/** A page unlike those that are there, so that git does not take it for one of them under another name. */
const NEW = entry('title: New\nsummary: Something else.\nstatus: current\nlang: mi\nlicence: CC0-1.0', 'Here.');

const reportOf = async ({ folder }: Pick<GitContent, 'folder'>, base = 'main') => makeReport(folder, await loadContent(folder), base);
const previewOf = async ({ folder }: GitContent) => previewPage(await readChange(folder, await loadContent(folder), 'main'), 'A garden');
/** `what file` of each page. */
const told = (report: Awaited<ReturnType<typeof reportOf>>) => report.change!.pages.listed.map(({ what, file, was }) => [what, file.replace('content/', ''), ...(was ? [was] : [])].join(' '));

describe('what a change means for readers', () => {
  test('is told of pages that come, change, go, and become public', async () => {
    const report = await reportOf(
      await branch({ 'pages/new.mdx': NEW, 'pages/counts.mdx': undefined, 'pages/about.mdx': titled('About', 'Other words, and [[new]].'), 'pages/idea.mdx': titled('Idea', 'Now.') }),
    );
    expect(told(report)).toEqual(['changed pages/about.mdx', 'removed pages/counts.mdx', 'added pages/idea.mdx', 'added pages/new.mdx']);
    expect([report.change!.before, report.change!.after]).toEqual([3, 4]);
    expect(report.change!.pages.listed[0]).toMatchObject({ before: 5, after: 4, links: { total: 1, listed: [{ title: 'New', address: '/new/' }] } });
  });

  test.each([
    ['an alias in a page with other words', { 'pages/counts.mdx': undefined, 'pages/dawn.mdx': titled('At dawn', 'Nothing is the same here but the meaning.', 'aliases: [counts]') }],
    ['git, which sees the same words', { 'pages/counts.mdx': undefined, 'pages/dawn.mdx': titled('Counts', 'Count at dawn.') }],
  ])('a move is told by %s', async (_how, files) => {
    expect(told(await reportOf(await branch(files)))).toEqual(['moved pages/dawn.mdx /counts/']);
  });

  test('a draft is no page for readers, and a page that becomes one is gone', async () => {
    const report = await reportOf(
      await branch({ 'pages/plan.mdx': START['pages/idea.mdx'].replace('Idea', 'Plan'), 'pages/about.mdx': START['pages/about.mdx'].replace('status: review', 'status: draft') }),
    );
    expect(told(report)).toEqual(['removed pages/about.mdx', 'draft pages/plan.mdx']);
  });

  test('new addresses outside are found in texts and headers, also where a header cannot be read, and known ones are not new', async () => {
    const report = await reportOf(
      await branch({
        'pages/about.mdx': titled('About', 'See [the tables](https://birds.example.net/), <https://a.example.net/> and [b][b].\n\n[b]: https://b.example.net/'),
        'sources/doc.mdx': source('A paper', 'url: https://paper.example.net/2'),
        'pages/broken.mdx': '---\ntitle: a: b https://c.example.net/\n---\nText.\n',
      }),
    );
    expect(report.change!.pages.listed.flatMap(({ outside }) => outside.listed.map(({ url, line }) => `${url} ${line}`))).toEqual([
      'https://a.example.net/ 7',
      'https://b.example.net/ 7',
      'https://c.example.net/ 2',
      'https://paper.example.net/2 6',
    ]);
  });

  test('pictures come with their sizes, and lists with their names', async () => {
    const { change } = await reportOf(
      await branch({ 'media/birds.svg': drawing('<circle cx="4" cy="4" r="2" />'), 'vocabularies/roles.yaml': 'title: Roles\nabout: What people did.\nitems:\n  - { id: author, label: Author }\n' }),
    );
    expect(change!.pictures.listed).toEqual([{ file: 'content/media/birds.svg', before: START['media/birds.svg'].length, after: START['media/birds.svg'].length }]);
    expect(change!.files.listed).toEqual(['content/vocabularies/roles.yaml']);
  });

  test('a new place to sign in stands among the new addresses, and so does one in a list', async () => {
    const lists = 'title: Licences\nabout: How others may use it.\nitems:\n  - { id: CC0-1.0, label: Free, url: "https://cc.example.net/0" }\n';
    const report = await reportOf(
      await branch({ 'site.yaml': `${START['site.yaml']}repository: https://github.com/garden/x\nform:\n  host: github\n  auth: https://evil.example/\n`, 'vocabularies/licences.yaml': lists }),
    );
    expect(report.change!.outside.listed.map(({ file, url, line }) => `${file}:${line} ${url}`)).toEqual([
      'content/site.yaml:3 https://github.com/garden/x',
      'content/site.yaml:6 https://evil.example/',
      'content/vocabularies/licences.yaml:4 https://cc.example.net/0',
    ]);
    const said = changeComment(report, {});
    expect(said).toContain('- Changed: `content/site.yaml`, the facts of the whole site: its name, its address, its licence, and where people sign in');
    expect(said).toContain('- `https://evil.example/` in `content/site.yaml`, line 6');
  });

  test('is measured from where the branch began, not from what others published since', async () => {
    const content = await branch({ 'pages/new.mdx': titled('New', 'Here.') });
    content.git('checkout', '-q', 'main');
    await content.write({ 'pages/counts.mdx': titled('Counts', 'Count at dusk.') });
    content.commit('2024-06-02');
    content.git('checkout', '-q', 'work');
    expect(told(await reportOf(content))).toEqual(['added pages/new.mdx']);
  });
});

describe('the problems', () => {
  test('are those that come of the change; others are counted', async () => {
    const content = await gitContent({ ...START, 'pages/counts.mdx': titled('Counts', '[[nowhere]]') });
    made.push(content);
    content.git('checkout', '-qb', 'work');
    await content.write({ 'pages/new.mdx': titled('New', '[[nowhere]]') });
    content.commit('2024-06-01');
    const report = await reportOf(content);
    expect(report.problems.map(({ file }) => file)).toEqual(['content/pages/new.mdx']);
    expect(report).toMatchObject({ errors: 1, elsewhere: { errors: 1 } });
    expect(changeComment(report, {})).toContain('In pages that this change does not reach there is one error: nobody asks you to mend it, but until somebody does, the check does not pass.');
  });

  test('are kept within bounds, errors first, with the number of all', async () => {
    const links = Array.from({ length: 1500 }, (_, at) => `[here](http://x${at}.example.net/)`).join('\n\n');
    const report = await reportOf(await branch({ 'pages/new.mdx': titled('New', `${links}\n\n[[nowhere]]`) }));
    expect(report).toMatchObject({ errors: 1, warnings: 3000 });
    expect(report.problems).toHaveLength(REPORT_BOUNDS.problems);
    expect(report.problems[0]!.rule).toBe('broken-link');
    expect(report.change!.pages.listed[0]!.outside).toMatchObject({ total: 1500, listed: { length: REPORT_BOUNDS.outside } });
    expect(changeReportSchema.safeParse(report).success).toBe(true);
  });

  test('are all there, with a sentence, where git cannot know what changed', async () => {
    const bare = await tempGarden({ ...exampleFiles({ title: '', found: true, files: {} }), ...START, 'pages/new.mdx': titled('New', '[[nowhere]]') });
    made.push(bare);
    const report = await reportOf({ folder: bare.folder }, '');
    expect(report).toMatchObject({ errors: 1, notice: expect.stringContaining('The content is in no git repository, so nobody can know what changed.') });
    expect(report.change).toBeUndefined();
    const content = await branch({ 'pages/new.mdx': titled('New', '[[nowhere]]') });
    content.git('checkout', '-q', 'main');
    await content.write({ 'pages/later.mdx': titled('Later', 'Text.') });
    content.commit('2024-07-01');
    const shallow = path.join(path.dirname(content.folder), 'shallow');
    execFileSync('git', ['clone', '-q', '--depth', '1', '--no-single-branch', `file://${path.dirname(content.folder)}`, '-b', 'work', shallow], { stdio: 'ignore' });
    const cut = await reportOf({ folder: path.join(shallow, 'content') });
    expect(cut).toMatchObject({ errors: 1, notice: expect.stringContaining('this clone lacks its history') });
  });
});

describe('the preview', () => {
  test('tells fields in words and marks what differs in them', async () => {
    const glossary = term('Kākā', 'lang: mi\nalso: [{ name: Nestor, lang: en }]');
    const content = await gitContent({ ...START, 'glossary/kaka.mdx': glossary });
    made.push(content);
    content.git('checkout', '-qb', 'work');
    await content.write({
      'glossary/kaka.mdx': glossary.replace('status: review', 'status: current'),
      'pages/about.mdx': titled('About us', 'See [[counts]] and [the tables](https://other.example.net/).\n\n![Birds](../media/birds.svg)'),
    });
    content.commit('2024-06-01');
    const html = await previewOf(content);
    expect(html).toContain('<th scope="row">Status</th><td>');
    const words = html.replace(/<style>[^]*<\/style>/, '');
    expect(words).toMatch(/<th scope="row">Language of the term<\/th><td>te reo Māori/i);
    expect(html).toContain('About <ins><span class="visually-hidden">put in: </span>us</ins>');
    // The words of the link are the same; where it leads is not.
    expect(html).toContain('<ins><span class="visually-hidden">put in: </span>the tables</ins></a>');
    expect(html).toContain('<code>https://other.example.net/</code>');
    expect(html).toContain('src="data:image/svg+xml;base64,');
  });

  test('says in its contents what becomes of each page, and folds a text that stays the same', async () => {
    const html = await previewOf(await branch({ 'pages/about.mdx': titled('About us', 'Text that stays.'), 'pages/new.mdx': titled('New', 'Text.') }));
    expect(html).toMatch(/<a href="#p\d">New<\/a> <span class="quiet">New page<\/span>/);
    const base = await gitContent({ ...START, 'pages/about.mdx': titled('About', 'Text that stays.') });
    made.push(base);
    base.git('checkout', '-qb', 'work');
    await base.write({ 'pages/about.mdx': titled('About', 'Text that stays.').replace('status: review', 'status: current') });
    base.commit('2024-06-01');
    expect(await previewOf(base)).toMatch(/<details><summary>The text stays the same<\/summary><div class="sides pair">/);
  });

  test('has no id twice, and every link inside it arrives', async () => {
    const content = await branch({
      'pages/about.mdx': titled('About', '## Why\n\nBecause.[^1] <Cite source="doc" />\n\n[^1]: A note.'),
      'pages/new.mdx': titled('New', '## Why\n\nSo.[^1] <Cite source="doc" />\n\n[^1]: Another note.'),
    });
    const html = await previewOf(content);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => decodeURIComponent(id!));
    expect(targets.length).toBeGreaterThan(4);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('shows no more files than a browser can hold, and counts the rest', async () => {
    const html = await previewOf(await branch(Object.fromEntries(Array.from({ length: 203 }, (_, at) => [`media/b${at}.svg`, drawing()]))));
    expect(html.match(/<figure>/g)).toHaveLength(200);
    expect(html).toContain('<li>and 3 more, too many to show</li>');
  });

  test('has a policy that lets nothing load, and its own style fits it', async () => {
    const html = await previewOf(await branch({ 'pages/new.mdx': titled('New', 'Text.') }));
    const { createHash } = await import('node:crypto');
    const [, css = ''] = /<style>([^]*?)<\/style>/.exec(html)!;
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'"`);
    expect(css).not.toMatch(/@import|url\(/);
  });
});
