import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Nodes } from 'mdast';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry, page } from '#garden/checks/example-page.ts';
import { client } from '../fake-github/as-decap.ts';
import { artifact, runCheck, runComment, runEvent, runPublish, type PullRun } from './pull-run.ts';
import { BOT, GARDEN, scratchHost, type ScratchHost } from './scratch-host.ts';

/*
 * Pull requests from fork to merged page, on this machine. The workflows are read from their files and run step by step
 * (run-workflow.ts says what each action means here). Of the check, the test suite, the build and the look at generated
 * files take minutes and are written down in place of being run; the first test names them. Publishing builds for real.
 */

let scratch: ScratchHost;
beforeAll(async () => {
  scratch = await scratchHost();
});
afterAll(() => scratch.close());

const propose = async (branch: string, files: Parameters<ScratchHost['propose']>[1], title?: string): Promise<PullRun> => ({ branch, ...(await scratch.propose(branch, files, title)) });
const onlyComment = async ({ number }: PullRun): Promise<string> => {
  const comments = await scratch.comments(number);
  expect(comments.map(({ login }) => login)).toEqual([BOT]);
  return comments[0]!.body;
};

/** Everything in a comment that is more than words: addresses it links to, and kinds of node. */
function active(markdown: string): { links: string[]; html: string[]; types: Set<string>; words: string } {
  const found = { links: [] as string[], html: [] as string[], types: new Set<string>(), words: '' };
  const walk = (node: Nodes): void => {
    found.types.add(node.type);
    if (node.type === 'link') found.links.push(node.url);
    if (node.type === 'html') found.html.push(node.value);
    if (node.type === 'text') found.words += `${node.value}\n`;
    if ('children' in node) node.children.forEach(walk);
  };
  walk(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return found;
}

const OURS = /^https:\/\/(?:github\.test\/(?:garden|tui)\/kanopi\/(?:actions\/runs\/4711|blob\/[0-9a-f]{40}\/content\/|edit\/)|garden\.test\/contribute\/problems\/[a-z-]+\/$)/;

/** A comment in which nothing can act: only links that we built, no HTML but our mark, and no word that GitHub would make more of. */
function expectHarmless(markdown: string): void {
  const { links, html, types, words } = active(markdown);
  expect(links.filter((url) => !OURS.test(url))).toEqual([]);
  expect(html).toEqual(['<!-- garden: what this change does -->']);
  expect([...types].filter((type) => ['image', 'footnoteReference', 'linkReference', 'imageReference', 'table', 'definition'].includes(type))).toEqual([]);
  expect(words).not.toMatch(/@|https?:\/\/|www\.|(?:^|\s)#\d/);
  expect(markdown.length).toBeLessThan(65_536);
}

describe('a good change', () => {
  test('is checked, told of, merged and published', async () => {
    const pull = await propose('counts', {
      'content/pages/counts.mdx': page(
        'Count for **ten minutes** at dawn.\n\n| Bird | Seen |\n| --- | --- |\n| Tūī | 5 |\n\nSee [[about#why]], [[rules]] and [the tables](https://birds.example.net/tables). <Cite source="doc-howto" />',
      ),
      'content/pages/rules.mdx': page('Stand still.').replace('A page', 'Rules of the count'),
    });
    const check = await runCheck(scratch, pull);
    expect(check).toMatchObject({ conclusion: 'success', skipped: ['npm run generate -- --check', 'npm run test', 'npm run build'] });
    expect(check.summary).toContain('## Ready for review');
    expect((await runComment(scratch, pull, runEvent(pull))).conclusion).toBe('success');
    const body = await onlyComment(pull);
    expect(body.replace(pull.sha.slice(0, 10), 'COMMIT')).toMatchInlineSnapshot(`
      "<!-- garden: what this change does -->

      ## Ready for review

      The check read 5 entries at commit \`COMMIT\`. It found nothing to mend in this change.

      ### What changes for readers

      The garden had 4 pages and will have 5.

      - Changed: **A page** (page, 13 words before, 16 now), at \`/counts/\`. It links anew to Rules of the count
      - New: **Rules of the count** (page, 2 words), at \`/rules/\`

      ### New addresses outside the garden

      For the reviewer: is each what its sentence says it is?

      - \`https://birds.example.net/tables\` in \`content/pages/counts.mdx\`, line 13

      ### See it as readers will

      At the end of [the run](https://github.test/garden/kanopi/actions/runs/4711#artifacts), under Artifacts, choose \`preview\`, unpack it and open \`index.html\`: each changed page, old and new, with the words that differ marked. It holds no script.
      "
    `);
    expectHarmless(body);

    const preview = await readFile(artifact(scratch, pull, 'preview', 'index.html'), 'utf8');
    expect(preview).toContain('<strong><ins><span class="visually-hidden">put in: </span>ten</ins> minutes</strong>');
    expect(preview).toContain('<td><del><span class="visually-hidden">taken out: </span>4</del></td>');
    expect(preview).not.toMatch(/<script|<link|<iframe|\son\w+=|src="(?!data:)/);

    const owner = client(scratch.host, scratch.host.tokenFor('garden'));
    expect((await owner('PUT', `/repos/${GARDEN}/pulls/${pull.number}/merge`, { merge_method: 'squash' })).status).toBe(200);
    const { run, site } = await runPublish(scratch);
    expect(run.log).toContain('Complete!');
    const published = await readFile(path.join(site, 'counts', 'index.html'), 'utf8');
    expect(published).toContain('<strong>ten minutes</strong>');
    expect(published).toContain('href="/kanopi/rules/"');
  });
});

describe('a broken change', () => {
  const MISTAKES: [line: number, file: string, sentence: string, mend: string][] = [
    [9, 'about', 'There is no entry called "conuts".', 'Did you mean \\[\\[counts\\]\\]? ("A page")'],
    [11, 'about', 'The heading "Too deep" jumps from level 2 to level 4.', 'Write "### Too deep".'],
    [13, 'about', 'This image needs a description for people who do not see it.', 'Write !\\[what it shows\\](../media/none.png).'],
    [13, 'about', 'There is no picture "content/media/none.png".', 'Put the file into content/media first.'],
    [15, 'about', 'There is no component called "Calout".', 'Did you mean &lt;Callout&gt;?'],
    [17, 'about', 'This link goes over http, which others can read and change on the way.', '`Write https://birds.example.net/x and see that it opens.`'],
    [17, 'about', '"here" does not say where this link leads.', 'Use the name of the page it leads to as its words.'],
    [19, 'about', '`This looks like the e-mail address of a person: "hana@example.net".`', 'Leave it out, or name an office that anybody may write to.'],
    [21, 'about', 'The note \\[^1\\] has no text.', 'Add a line that starts with "\\[^1\\]: " and the text of the note.'],
    [23, 'about', '"A page" has no heading "whyy".', 'Did you mean'],
    [25, 'about', 'Pages cannot use the HTML tag &lt;script&gt;.', 'Leave the tag out and keep the words.'],
    [2, 'colon', 'The punctuation on this line confuses the header: title: Stoats: what works', 'Write it in quotes: title: "Stoats: what works"'],
    [3, 'fields', 'There is no field called "summry" here.', 'Did you mean "summary"?'],
    [4, 'fields', '"status" cannot be "publised".', 'It can be: draft, review, current, needs-review, retired.'],
    [5, 'fields', '"credits › role" names "autor", which is not in the list of roles.', 'Did you mean "author"?'],
  ];
  let pull: PullRun;
  let body: string;
  beforeAll(async () => {
    pull = await propose('broken', {
      'content/pages/old.mdx': undefined,
      'content/pages/about.mdx': page(
        '## Why\n\nSee [[conuts]].\n\n#### Too deep\n\n![](../media/none.png)\n\n<Calout>Text.</Calout>\n\nMore [here](http://birds.example.net/x).\n\nWrite to hana@example.net.\n\nAs noted.[^1]\n\nSee [[about#whyy]].\n\n<script>alert(1)</script>',
      ),
      'content/pages/colon.mdx': entry(
        'title: Stoats: what works\nsummary: Another page, and nothing like the one that goes.\nstatus: review\nlang: en\ncredits: [{ name: Hana, role: author }]',
        'Something else.',
      ),
      'content/pages/fields.mdx': entry('title: Fields\nsummry: A page that shows how a rule works.\nstatus: publised\ncredits: [{ name: Garden editors, role: autor }]', 'Text.'),
    });
    const check = await runCheck(scratch, pull);
    expect(check.conclusion).toBe('failure');
    expect(check.log).toContain('::error file=content/pages/about.mdx,line=9,');
    await runComment(scratch, pull, runEvent(pull, check.conclusion));
    body = await onlyComment(pull);
  });

  test.each(MISTAKES)('is told of line %i of %s: %s', (line, file, sentence, mend) => {
    const part = body.slice(body.indexOf(`**\`content/pages/${file}.mdx\`**`)).split('\n**`')[0]!;
    const told = part
      .split('\n- ')
      .find((item) => item.startsWith(`**[Line ${line}](https://github.test/tui/kanopi/blob/${pull.sha}/content/pages/${file}.mdx?plain=1#L${line})**`) && item.includes(sentence));
    expect(told, part).toBeDefined();
    expect(told!.split('\n')[1]!.trim()).toContain(mend);
  });

  test('is told of the page that goes, and can be edited from the comment', () => {
    expect(body).toContain('· [edit](https://github.test/tui/kanopi/edit/broken/content/pages/about.mdx)');
    expect(body).toMatch(/\(page, 3 words[^)]*\), (?:at|from) `\/old\/`/);
    expect(body).toMatch(/^## \d+ things to mend$/m);
    expectHarmless(body);
  });

  test('shows what cannot be drawn as it was written', async () => {
    const preview = await readFile(artifact(scratch, pull, 'preview', 'index.html'), 'utf8');
    expect(preview).toContain('This text has errors, so it is shown as it was written.');
    expect(preview).not.toContain('<script');
  });

  test('has one comment, which is brought up to date', async () => {
    await writeFile(artifact(scratch, pull, 'report', 'report.json'), JSON.stringify({ version: 1, entries: 5, errors: 0, warnings: 0, problems: [], elsewhere: { errors: 0, warnings: 0 } }));
    expect((await runComment(scratch, pull, runEvent(pull))).log).toContain('updated');
    expect(await onlyComment(pull)).toContain('## Ready for review');
    expect((await runComment(scratch, pull, runEvent(pull))).log).toContain('unchanged');
  });
});

const HOSTILE =
  '"><script>alert(1)</script> @garden/maintainers #1 <img src=x onerror=alert(1)> [x](https://evil.example) ![y](https://evil.example/y.png) https://evil.example `` ` |\n# x\n::error::x';
const forged = (more: object) => ({ version: 1, entries: 1, errors: 0, warnings: 0, problems: [], elsewhere: { errors: 0, warnings: 0 }, ...more });

describe('a hostile change', () => {
  let pull: PullRun;
  let other: PullRun;
  const report = () => artifact(scratch, pull, 'report', 'report.json');
  const forge = async (content: string) => {
    await rm(report(), { force: true });
    await mkdir(path.dirname(report()), { recursive: true });
    await writeFile(report(), content);
  };

  beforeAll(async () => {
    other = await propose('innocent', { 'content/pages/innocent.mdx': page('Text.') });
    pull = await propose(
      'evil/$(touch${IFS}pwned)',
      {
        'content/pages/evil.mdx': entry(
          `title: '"><script>alert(1)</script> @garden/maintainers'\nsummary: A page that tries to do harm, <img src=x onerror=alert(1)>.\nstatus: review\ncredits: [{ name: '@garden/maintainers', role: author, link: 'https://evil.example/' }]`,
          'import x from "node:fs"\n\n{process.exit(1)}\n\n<img src=x onerror="alert(1)">\n\n[a](javascript:alert(1)) [b](https://evil.example/@garden/maintainers) ![c](https://evil.example/c.png)\n\n<script>alert(1)</script>',
        ),
        'content/pages/quiet.mdx': page('A &lt;script&gt;alert(1)&lt;/script&gt; and `</style><script>alert(2)</script>` and [](<https://evil.example/">x>).'),
      },
      'x"; touch pwned; `touch pwned` $(touch pwned) <script>alert(1)</script> @garden/maintainers',
    );
  });

  test('runs nothing, and is told of without a link, a ping or HTML of its own', async () => {
    const check = await runCheck(scratch, pull);
    expect(check.conclusion).toBe('failure');
    await runComment(scratch, pull, runEvent(pull, 'failure'));
    const body = await onlyComment(pull);
    expectHarmless(body);
    expect(body).toContain('`https://evil.example/`');
    expect((await readdir(scratch.folder, { recursive: true })).filter((name) => name.includes('pwned') && !name.includes('refs'))).toEqual([]);
    const preview = await readFile(artifact(scratch, pull, 'preview', 'index.html'), 'utf8');
    expect(preview).not.toMatch(/<script|<img(?! src="data:)|<\/style>[^]*<\/style>|href="javascript:/);
    expect(preview).toContain("default-src 'none'");
  });

  test('cannot lead the comment to another pull request by its report', async () => {
    await forge(JSON.stringify(forged({ pull_request: other.number, number: other.number })));
    await runComment(scratch, pull, runEvent(pull));
    expect(await onlyComment(pull)).toContain('The report of this run is not one that our check writes, so nothing of it is shown.');
    expect(await scratch.comments(other.number)).toEqual([]);
  });

  test('cannot lead it there by its branch either: the commit has to be the head', async () => {
    const run = await runComment(scratch, pull, runEvent({ ...pull, branch: other.branch }));
    expect(run.log).toContain('No open pull request has this commit as its head.');
    expect(await scratch.comments(other.number)).toEqual([]);
    const stale = await runComment(scratch, pull, runEvent({ ...pull, sha: 'a'.repeat(40) }));
    expect(stale.log).toContain('No open pull request has this commit as its head.');
  });

  test('may forge 60,000 problems full of attacks, and the comment stays short, right and quiet', async () => {
    const text = (at: number) => (at < 1000 ? HOSTILE : '@garden/maintainers <b>');
    const problems = Array.from({ length: 60_000 }, (_, at) => ({
      rule: 'broken-link',
      severity: 'error',
      file: `content/pages/${at % 700}${text(at)}.mdx`,
      line: at,
      column: 1,
      message: text(at),
      suggestion: text(at),
    }));
    const pages = Array.from({ length: 500 }, () => ({
      what: 'added',
      kind: 'pages',
      file: HOSTILE,
      title: HOSTILE,
      address: HOSTILE,
      after: 3,
      links: { total: 9, listed: [{ title: HOSTILE, address: HOSTILE }] },
      outside: { total: 1, listed: [{ url: HOSTILE, line: 1 }] },
    }));
    const change = {
      before: 1,
      after: 2,
      pages: { total: 500, listed: pages },
      pictures: { total: 1, listed: [{ file: HOSTILE, after: 1 }] },
      files: { total: 1, listed: [HOSTILE] },
      outside: { total: 1, listed: [{ file: HOSTILE, url: HOSTILE, line: 1 }] },
    };
    await forge(JSON.stringify(forged({ errors: 60_000, problems, notice: HOSTILE, change })));
    await runComment(scratch, pull, runEvent(pull, 'failure'));
    const body = await onlyComment(pull);
    expect(body).toContain('## 60,000 things to mend');
    expect(body).toMatch(/And 59,\d{3} more\. The whole list stands in/);
    expect(body).toMatch(/- and \d{3} more/);
    expectHarmless(body);
  });

  test('with 60,000 real mistakes is checked, and told of with their number', async () => {
    const links = (file: number) => Array.from({ length: 2000 }, (_, at) => `[[gone-${file}-${at}]]`).join('\n\n');
    const many = await propose('many', Object.fromEntries(Array.from({ length: 30 }, (_, file) => [`content/pages/many-${file}.mdx`, page(links(file))])));
    const check = await runCheck(scratch, many);
    expect(check.conclusion).toBe('failure');
    await runComment(scratch, many, runEvent(many, 'failure'));
    const body = await onlyComment(many);
    expect(body).toContain('## 60,000 things to mend');
    expectHarmless(body);
  });

  test.each<[what: string, forge: () => Promise<void>, said: string]>([
    ['too large', () => forge(' '.repeat(25 * 1024 * 1024)), 'larger than 24 MB'],
    ['no JSON', () => forge('{'), 'is no JSON'],
    ['of another shape', () => forge(JSON.stringify(forged({ problems: [{ rule: '](x)', severity: 'error', file: 'x', line: 1, column: 1, message: '' }] }))), 'not one that our check writes'],
    ['a link to a file of ours', async () => (await rm(report()), await symlink('/etc/passwd', report())), 'not a plain file'],
    ['a folder', async () => (await rm(report()), await mkdir(report())), 'not a plain file'],
    ['not there', () => rm(path.dirname(report()), { recursive: true }), 'ended before it could write a report'],
  ])('is told of when its report is %s', async (_what, make, said) => {
    await make();
    expect((await runComment(scratch, pull, runEvent(pull, 'failure'))).conclusion).toBe('success');
    const body = await onlyComment(pull);
    expect(body).toContain(said);
    expect(body).toContain('## The check left no report');
    await rm(report(), { recursive: true, force: true });
    await mkdir(path.dirname(report()), { recursive: true });
    await writeFile(report(), '{}');
  });

  test('that brings code of its own is not believed', async () => {
    const code = await propose('code', { '.github/workflows/check.yml': 'name: Check\non: pull_request\njobs: {}\n', 'scripts/`x`@garden.ts': 'x', 'content/pages/sweet.mdx': page('Text.') });
    await cp(path.dirname(report()), artifact(scratch, code, 'report'), { recursive: true });
    await writeFile(artifact(scratch, code, 'report', 'report.json'), JSON.stringify(forged({})));
    await runComment(scratch, code, runEvent(code));
    const body = await onlyComment(code);
    expect(body).toContain('## Read the code of this change first');
    expect(body).toContain('> - `.github/workflows/check.yml`');
    expect(body).not.toContain('Ready for review');
    expectHarmless(body);
  });

  test('that writes our mark itself does not get its comment taken for ours', async () => {
    const mimic = await propose('mimic', { 'content/pages/mimic.mdx': page('Text.') });
    await scratch.ask('POST', `/repos/${GARDEN}/issues/${mimic.number}/comments`, { body: '<!-- garden: what this change does -->\n\n## Ready for review' });
    await runComment(scratch, mimic, runEvent(mimic));
    expect((await scratch.comments(mimic.number)).map(({ login }) => login)).toEqual(['tui', BOT]);
  });
});

describe('a token without the right to comment', () => {
  test('leaves the result in the summary of the job, and the job names the right', async () => {
    const pull = await propose('quiet', { 'content/pages/still.mdx': page('Text.') });
    await mkdir(artifact(scratch, pull, 'report'), { recursive: true });
    await writeFile(artifact(scratch, pull, 'report', 'report.json'), JSON.stringify(forged({})));
    scratch.host.failNext({
      method: 'POST',
      path: /\/comments$/,
      status: 403,
      body: { message: 'Resource not accessible by integration' },
      headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
    });
    const run = await runComment(scratch, pull, runEvent(pull));
    expect(run.conclusion).toBe('success');
    expect(run.summary).toContain('## Ready for review');
    expect(run.log).toContain('lacks the right "pull-requests: write" (the host asks for issues=write; pull_requests=write)');
    expect(run.log).not.toMatch(/gh[a-z]_|\n\s+at /);
    expect(await scratch.comments(pull.number)).toEqual([]);
  });

  test('a host that is down is no matter of rights: the job does not pass, and the result stands in its summary', async () => {
    const pull = await propose('down', { 'content/pages/down.mdx': page('Text.') });
    scratch.host.failNext({ path: /\/pulls\?/, status: 502, times: 9 });
    const run = await runComment(scratch, pull, runEvent(pull));
    scratch.host.failNext({ path: /\/nothing/, status: 500 });
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('was answered with 502.');
    expect(run.log).not.toMatch(/\n\s+at /);
    expect(run.summary).toContain('## The check left no report');
  });
});
