import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readDraft } from '../../src/garden/entry/read-draft.ts';
import { writeEntry } from '../../src/garden/entry/write-entry.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { serveFolder } from '../serve-folder.ts';
import { client } from '../fake-github/as-decap.ts';
import { gitHubGarden, REPO, type GitHubGarden, type Visitor } from './github-garden.ts';

const AUTHORED = 'summary: "A page that the tests of this garden read and change."\nstatus: review\ncredits:\n  - name: Garden editors\n    role: author\n';
const guide = (title: string) =>
  `---\ntitle: ${title}\n${AUTHORED}topics: [trapping]\npurpose: For a group that is about to begin with its first line.\nlevel: starter\nkey_messages: [Walk the block first., Test it on one line.]\nevidence: { grade: weak, summary: Nobody has tested it as a whole. }\ncapabilities: [{ capability: mapping, level: 1 }]\n---\n\nWalk the block once before you begin.\n\nLook at each place.\n\nWrite down what you see.\n\nTell the others.\n\nThen set the first line.\n`;
const ENTRIES = {
  'guides/trap-lines.mdx': guide('Set a trap line'),
  'guides/bait-stations.mdx': guide('Look after bait stations'),
  'guides/bird-counts.mdx': guide('Count the birds'),
  'capabilities/mapping.mdx':
    '---\ntitle: Mapping\nsummary: Reading and making maps outdoors.\nstatus: review\ncategory: field-craft\nlevels: [{ level: 1, can_do: Read a contour map. }]\n---\n\nText.\n',
};

let browser: Browser;
let garden: GitHubGarden;
let tui: Visitor;
let aroha: Visitor;

beforeAll(async () => {
  [browser, garden] = await Promise.all([openBrowser(), gitHubGarden(ENTRIES)]);
  tui = await garden.visitor(browser, 'tui');
  aroha = await garden.visitor(browser, 'aroha');
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

/** How long a state is waited for. */
const LATER = { timeout: 20_000 };

/** Branches of a repository, without those that it had from the start. */
const branches = async (repository: string) => (await garden.host.git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/cms')).split('\n').filter(Boolean);
const lines = (diff: string) => diff.split('\n').filter((line) => /^[+-][^+-]/.test(line));
const TUI = 'tui/kanopi';
const MINE = 'cms/tui/kanopi/guides/trap-lines';

/** Waits until the form has read anew what was stored. */
const inState = ({ form }: Visitor, state: string) => form.page.locator('[class*="-StatusButton"]', { hasText: state }).waitFor();

test('a stranger signs in from a page and gets a copy of the garden, asked in plain words', async () => {
  const { page, text } = tui.form;
  await page.goto(`${garden.url}guides/trap-lines/`);
  await page.getByRole('link', { name: 'Improve this page' }).first().click();
  await tui.signIn();
  const dialog = page.locator('dialog[open]');
  expect(await dialog.innerText()).not.toMatch(/fork|repo|open authoring/i);
  await dialog.getByRole('button', { name: 'Make my copy' }).click();
  await text.waitFor();
  expect(await (await tui.form.field('Title')).inputValue()).toBe('Set a trap line');
  expect(await tui.form.status()).toBe('This is what the site shows.');
  expect(await branches(TUI)).toEqual([]);
});

test('what the stranger saves stays in their copy until it is sent, and is one changed line', async () => {
  const { form } = tui;
  await form.fill('Title', 'Set a trap line well');
  await form.save();
  expect(await form.status()).toBe('Saved, but not sent yet.');
  expect(await branches(TUI)).toEqual([MINE]);
  expect(await branches(REPO)).toEqual([]);
  expect(garden.host.pulls(REPO)).toEqual([]);

  await form.page.reload();
  await form.text.waitFor();
  await expect.poll(form.status, LATER).toBe('Saved, but not sent yet.');
  await form.send();
  expect(garden.host.pulls(REPO)).toMatchObject([
    { state: 'open', title: 'content(guides): update Set a trap line well', user: { login: 'tui' }, head: { ref: MINE, repo: { full_name: TUI } }, base: { ref: 'main' } },
  ]);
  const { body } = garden.host.pulls(REPO)[0]!;
  expect(body).toBe('Credit: Garden editors (author)\nAgreed: my own work, or mine to share, under CC-BY-4.0; the people in it agreed\n\nWritten in the form of the garden.');
  expect(lines(await garden.host.git(TUI, 'diff', '--unified=0', 'main', MINE))).toEqual(['-title: Set a trap line', '+title: Set a trap line well']);
  expect(await garden.host.git(TUI, 'log', '--format=%an <%ae>', `main..${MINE}`)).toBe('Tūī Example <tui@example.org>');

  await form.page.reload();
  await form.text.waitFor();
  await expect.poll(form.status, LATER).toBe('Sent for review.');
});

test('"Send for review" on what is not saved saves and sends in one go, and a draft can be discarded', async () => {
  const { form } = tui;
  await form.open('guides', 'bait-stations');
  await form.fill('Title', 'Look after your bait stations');
  await form.send();
  await inState(tui, 'In review');
  expect(garden.host.pulls(REPO)).toHaveLength(2);
  expect(garden.host.pulls(REPO)[1]).toMatchObject({ title: 'content(guides): update Look after your bait stations', body: expect.stringContaining('\nAgreed: my own work') });
  await form.page.getByRole('button', { name: 'Discard draft' }).click();
  await expect.poll(form.status, LATER).toBe('This is what the site shows.');
  expect(await (await form.field('Title')).inputValue()).toBe('Look after bait stations');
  expect(garden.host.pulls(REPO)[1]).toMatchObject({ state: 'closed', merged_at: null });
  expect(await branches(TUI)).toEqual([MINE]);
});

test('a new case with a picture arrives as two files, canonical and without anything that the camera wrote', async () => {
  const { form } = tui;
  const { page } = form;
  await page.goto(`${garden.url}guides/trap-lines/`);
  await page.getByRole('link', { name: 'I used this' }).first().click();
  await form.text.waitFor();
  await form.fill('Title', 'A line in a wet gully');
  await form.fill('Summary', 'What a first line of traps in a wet gully told a small group.');
  const where = await form.field('Where');
  await form.fill('Place', 'Wainuiomata, Lower Hutt', where);
  await form.choose('Region', 'Wellington', where);
  await form.choose('How exact', 'Shown to the district', where);
  await form.fill('Started', '2026');
  await form.choose('Outcome', 'Mixed');
  await form.fill('What happened', 'Rats took 14 of 20 baits in the first week, and 3 of 20 after a month.');
  await form.fill('Why it went that way', 'The traps stood beside the stream, where rats walk at night.');
  await form.fill('Lesson', 'Set traps where rats walk, not where you walk.', await form.add('Lessons'));
  const consent = await form.expand('Consent');
  await form.fill('Given by', 'Tūī Example, for the group', consent);
  await (await form.field('On', consent)).fill('2026-05-03');
  await form.fill('What it covers', 'Text, figures and one photograph', consent);
  const credit = await form.add('Credits');
  await form.fill('Name', 'Tūī Example', credit);
  await form.choose('Role', 'Author', credit);
  await form.typeAtEnd('Plots <5 ha, * and all.\n\n');
  await pastePicture(tui, await photo());
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('textbox').fill('A trap beside a stream');
  await dialog.getByRole('button', { name: 'Add the picture' }).click();
  await page.frameLocator('#preview-pane').getByRole('img', { name: 'A trap beside a stream' }).waitFor();
  await form.send();

  const [pull] = garden.host.pulls(REPO).slice(-1) as { title: string; body: string; head: { ref: string } }[];
  expect(pull!.title).toBe('content(case-studies): add A line in a wet gully');
  expect(pull!.body).toMatch(/^Credit: Tūī Example \(author\)\nAgreed: /);
  const branch = pull!.head.ref;
  const files = (await garden.host.git(TUI, '-c', 'core.quotePath=false', 'diff', '--name-status', 'main', branch)).split('\n');
  expect(files).toEqual(['A\tcontent/case-studies/a-line-in-a-wet-gully.mdx', expect.stringMatching(/^A\tcontent\/media\/[\w-]+\.(?:jpg|webp|png)$/)]);
  const text = `${await garden.host.git(TUI, 'show', `${branch}:content/case-studies/a-line-in-a-wet-gully.mdx`)}\n`;
  const { fields, body } = readDraft(text);
  expect(writeEntry({ kind: 'case-studies', fields, body })).toBe(text);
  expect(body).toContain('Plots \\<5 ha, * and all.');
  expect(body).toContain(`![A trap beside a stream](../media/${path.basename(files[1]!)})`);
  const stored = await sharp(execFileSync('git', ['-C', garden.host.repo(TUI), 'cat-file', 'blob', `${branch}:${files[1]!.slice(2)}`])).metadata();
  expect([stored.exif, stored.xmp, stored.iptc]).toEqual([undefined, undefined, undefined]);
  expect([stored.width, stored.height]).toEqual([160, 120]);
});

/** A photograph with the place where it was taken. */
function photo(): Promise<Buffer> {
  const made = sharp({ create: { width: 160, height: 120, channels: 3, background: '#1c5039' } });
  return made
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '41/1 17/1 11/1', GPSLatitudeRef: 'S' } })
    .jpeg()
    .toBuffer();
}

async function pastePicture({ form }: Visitor, bytes: Buffer): Promise<void> {
  await form.text.evaluate((element, base64) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'Trap.JPG', { type: 'image/jpeg' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, bytes.toString('base64'));
}

test('a maintainer finds the draft on the board, sets it ready and publishes it', async () => {
  const { form } = aroha;
  const { page } = form;
  await page.goto(`${garden.url}admin/#/collections/guides/entries/bird-counts`);
  await aroha.signIn();
  await form.text.waitFor();
  await form.fill('Title', 'Count the birds in spring');
  await form.save();
  expect(garden.host.pulls(REPO).at(-1)).toMatchObject({ title: 'content(guides): update Count the birds in spring', labels: [{ name: 'a-garden/draft' }], user: { login: 'aroha' } });
  await form.send();
  await inState(aroha, 'In review');
  expect(garden.host.pulls(REPO).at(-1)).toMatchObject({ labels: [{ name: 'a-garden/pending_review' }], body: expect.stringMatching(/^Credit: Garden editors \(author\)\nAgreed: my own work/) });

  await page.goto('about:blank');
  await page.goto(`${garden.url}admin/#/workflow`);
  await page.getByText('Count the birds in spring').first().waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/Invalid Date|Line in a wet gully/i);
  await page.getByText('Count the birds in spring').first().click();
  await form.text.waitFor();
  await form.setStatus('Ready');
  expect(garden.host.pulls(REPO).at(-1)).toMatchObject({ labels: [{ name: 'a-garden/pending_publish' }] });
  await form.publish();
  const { number } = garden.host.pulls(REPO).at(-1)!;
  expect(await garden.host.git(REPO, 'show', 'main:content/guides/bird-counts.mdx')).toContain('title: Count the birds in spring\n');
  expect(await garden.host.git(REPO, 'log', '-1', '--format=%an|%B', 'main')).toBe(
    `Aroha Example|content(guides): update Count the birds in spring (#${number})\n\nCredit: Garden editors (author)\nAgreed: my own work, or mine to share, under CC-BY-4.0; the people in it agreed`,
  );
  expect(await branches(REPO)).toEqual([]);
});

test('what was merged at the host is no draft any more for whoever sent it', async () => {
  const merged = await client(garden.host, garden.host.tokenFor('aroha'))('PUT', `/repos/${REPO}/pulls/1/merge`, { merge_method: 'squash' });
  expect(merged.status).toBe(200);
  await tui.form.open('guides', 'trap-lines');
  await expect.poll(tui.form.status, LATER).toBe('This is what the site shows.');
  expect(await (await tui.form.field('Title')).inputValue()).toBe('Set a trap line well');
  expect(await branches(TUI)).not.toContain(MINE);
});

/** What a message at the edge of the form says. */
const toast = ({ form }: Visitor, words: string | RegExp) => form.page.getByRole('alert').filter({ hasText: words }).first();
const conflict = ({ form }: Visitor) => form.page.getByRole('dialog', { name: 'Two people changed this page' });
const STATIONS = 'content/guides/bait-stations.mdx';
const DRAFT = 'cms/tui/kanopi/guides/bait-stations';

/** Takes over what the other text has at a difference, and saves both together. */
async function takeTheirs(visitor: Visitor, difference: number): Promise<void> {
  const dialog = conflict(visitor);
  for (let step = 0; step < difference; step += 1) await dialog.getByRole('button', { name: 'Next difference' }).click();
  await dialog.getByRole('button', { name: 'Take theirs here' }).click();
  await dialog.getByRole('button', { name: 'Save the text on the right' }).click();
}

test('a page that somebody else changed meanwhile is shown beside the own text, and both are kept', async () => {
  const { form } = tui;
  await form.open('guides', 'bait-stations');
  await garden.change('main', STATIONS, 'Walk the block once', 'Walk the block twice');
  await form.fill('Title', 'Look after stations');
  await form.page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await conflict(tui).waitFor();
  const shown = await conflict(tui).innerText();
  for (const words of ['Walk the block twice', 'Walk the block once', 'Look after bait stations', 'Look after stations']) expect(shown).toContain(words);
  await conflict(tui).getByRole('button', { name: 'Go back to the form' }).click();
  await toast(tui, 'Not saved. Nothing was saved. Your text is still here.').waitFor();
  expect(await branches(TUI)).not.toContain(DRAFT);

  await form.page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await takeTheirs(tui, 2);
  await form.text.getByText('Walk the block twice').waitFor();
  await expect.poll(form.status, LATER).toBe('Saved, but not sent yet.');
  expect(lines(await garden.host.git(TUI, 'diff', '--unified=0', `${await garden.host.git(REPO, 'rev-parse', 'main')}`, DRAFT))).toEqual([
    '-title: Look after bait stations',
    '+title: Look after stations',
  ]);
});

test('a page that moved on under a draft is shown too, and the draft begins anew from it', async () => {
  const { form } = tui;
  await garden.change('main', STATIONS, 'Walk the block twice', 'Walk the block three times');
  await form.open('guides', 'bait-stations');
  await form.fill('Summary', 'A page that somebody changed in the form while it moved on.');
  await form.page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await takeTheirs(tui, 2);
  await form.text.getByText('Walk the block three times').waitFor();
  await expect.poll(form.status, LATER).toBe('Saved, but not sent yet.');
  const main = await garden.host.git(REPO, 'rev-parse', 'main');
  expect(await garden.host.git(TUI, 'merge-base', main, DRAFT)).toBe(main);
  expect(lines(await garden.host.git(TUI, 'diff', '--unified=0', main, DRAFT))).toHaveLength(4);
});

test('a draft is not published over a page that moved on, nor by force', async () => {
  const { form } = aroha;
  const publishNow = async () => {
    await form.page.locator('[class*="-PublishButton"]').click();
    await form.page.getByRole('menuitem', { name: /Publish now/ }).click();
  };
  await form.open('guides', 'trap-lines');
  await form.fill('Title', 'Set a trap line in winter');
  await form.save();
  await garden.change('main', 'content/guides/trap-lines.mdx', 'Walk the block once', 'Walk the block twice');
  const main = await garden.host.git(REPO, 'rev-parse', 'main');
  await form.setStatus('Ready');
  await publishNow();
  await toast(aroha, 'Not published. This page was changed on the site after this draft was begun.').waitFor();
  expect(await garden.host.git(REPO, 'rev-parse', 'main')).toBe(main);

  // The draft itself moved on too, in another hand.
  await garden.change('cms/guides/trap-lines', 'content/guides/trap-lines.mdx', 'Then set the first line.', 'Then set the second line.');
  await form.fill('Title', 'Set a trap line in spring');
  await form.page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await conflict(aroha).waitFor();
  expect(await conflict(aroha).innerText()).toContain('Then set the second line.');
  await takeTheirs(aroha, 2);
  await conflict(aroha).getByText('Walk the block twice').waitFor();
  await takeTheirs(aroha, 2);
  await form.text.getByText('Walk the block twice').waitFor();
  await form.text.getByText('Then set the second line.').waitFor();
  await expect.poll(form.status, LATER).toBe('Ready to go on the site.');

  garden.host.failNext({ method: 'PUT', path: /\/merge$/, status: 405, body: { message: 'Base branch was modified. Review and try the merge again.' } });
  await publishNow();
  await toast(aroha, 'Not published. GitHub cannot bring this draft and the site together.').waitFor();
  expect(await garden.host.git(REPO, 'rev-parse', 'main')).toBe(main);
  await form.publish();
  expect(lines(await garden.host.git(REPO, 'diff', '--unified=0', main, 'main'))).toEqual([
    '-title: Set a trap line well',
    '+title: Set a trap line in spring',
    '-Then set the first line.',
    '+Then set the second line.',
  ]);
});

test('when the host is down or takes the sign-in back, the form says so and keeps the text', async () => {
  const { form } = tui;
  const { page } = form;
  const title = async () => (await form.field('Title')).inputValue();
  await form.open('guides', 'bird-counts');
  await form.fill('Title', 'Count the birds in the rain');
  garden.host.failNext({ path: /\/pulls\?/, status: 503, body: { message: 'Service unavailable' } });
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await toast(tui, 'Not saved. GitHub cannot be reached, or has trouble of its own. Your text is still here').waitFor();
  expect(await title()).toBe('Count the birds in the rain');
  await form.save();

  await form.fill('Title', 'Count the birds in the wind');
  garden.host.revoke('tui');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await toast(tui, 'Not saved. GitHub does not know your sign-in any more. This browser keeps your text').waitFor();
  expect(await title()).toBe('Count the birds in the wind');
  await expect.poll(() => kept(tui), LATER).toContain('Count the birds in the wind');
  await page.reload();
  await page.getByText('GitHub does not know your sign-in any more: sign in again. This browser keeps what you typed and did not save.').waitFor();
  await tui.signIn();
  await form.text.waitFor();
  await expect.poll(title, LATER).toBe('Count the birds in the wind');
  expect(await page.getByText('does not know your sign-in').isVisible()).toBe(false);
  await form.save();
  expect(await garden.host.git(TUI, 'show', 'cms/tui/kanopi/guides/bird-counts:content/guides/bird-counts.mdx')).toContain('title: Count the birds in the wind\n');
});

/** What the browser keeps of texts that were not saved. */
function kept({ form }: Visitor): Promise<string> {
  return form.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opened = indexedDB.open('localforage');
        opened.onsuccess = () => {
          const all = opened.result.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAll(IDBKeyRange.bound('backup.', 'backup/'));
          all.onsuccess = () => {
            opened.result.close();
            resolve(all.result.map((backup: { raw?: string }) => backup.raw ?? '').join('\n'));
          };
        };
      }),
  );
}

test('whoever has something else under the name of the garden gets a copy under another name', async () => {
  const rata = await garden.visitor(browser, 'rata');
  const { form } = rata;
  await form.page.goto(`${garden.url}admin/#/collections/guides/entries/bird-counts`);
  await rata.signIn();
  await form.page.locator('dialog[open]').getByRole('button', { name: 'Make my copy' }).click();
  await form.text.waitFor();
  await form.fill('Title', 'Count the birds at dawn');
  await form.save();
  await form.page.reload();
  await expect.poll(form.status, LATER).toBe('Saved, but not sent yet.');
  expect(await branches('rata/kanopi-1')).toEqual(['cms/rata/kanopi-1/guides/bird-counts']);
  expect(await branches('rata/kanopi')).toEqual([]);
  expect(rata.faults).toEqual([]);
  await rata.context.close();
});

test('a garden that names no sign-in says so in words, and asks nobody for one', async () => {
  const site = inject('sites')[0]!;
  const served = await serveFolder(site.folder, site.base);
  const page = await browser.newPage();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(`${served.url}admin/`);
  await page.getByText('This garden does not say yet where its form stores what people write.').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  expect([...hosts]).toEqual([new URL(served.url).origin]);
  await page.close();
  await served.close();
});

test('the form asked only the site and its host, and the token stood nowhere that others can read it', async () => {
  for (const { form, faults, addresses, console } of [tui, aroha]) {
    const stored = await form.page.evaluate(() => localStorage.getItem('decap-cms-user') ?? '');
    const { token } = JSON.parse(stored) as { token: string };
    expect(token).toMatch(/^gho_/);
    expect(faults).toEqual([]);
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => address.includes('gho_'))).toEqual([]);
    expect(console.filter((words) => words.includes('gho_'))).toEqual([]);
  }
  expect(garden.host.requests.length).toBeGreaterThan(100);
  expect(garden.host.requests.filter(({ path, referer }) => /gho_|\/avatars\//.test(`${path} ${referer}`))).toEqual([]);
});
