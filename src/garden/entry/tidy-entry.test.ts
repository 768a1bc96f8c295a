import { describe, expect, it } from 'vitest';
import { seeded } from '../../../scripts/bench/seeded.ts';
import { constructs } from '../../../tests/lib/round-trip-corpus.ts';
import { page } from '../checks/example-page.ts';
import { hasErrors } from '../checks/problem.ts';
import { entryIndex } from '../model/entry-index.ts';
import { indexedEntry } from '../model/indexed-entry.ts';
import { movesIn } from '../model/moves-in.ts';
import { renderBody } from '../safe-mdx/render-body.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { analyseBody } from './body.ts';
import type { Moves } from './moved-edits.ts';
import { parseHeader } from './parse-header.ts';
import { tidyEntry } from './tidy-entry.ts';

const NOTHING: Moves = { entry: () => undefined, heading: () => undefined, address: () => undefined };

function read(raw: string, file = 'content/pages/a.mdx') {
  const header = parseHeader(file, normaliseText(raw));
  return { header, ...analyseBody(header.body, header.bodyLine) };
}

function tidy(raw: string, moves = NOTHING): string {
  const { header, facts } = read(raw);
  return tidyEntry(raw, { header, body: facts }, moves);
}

/** What readers see of a file: its fields, and the page that its body draws. */
function seen(raw: string) {
  const { header, tree, facts } = read(raw);
  const html = hasErrors(facts.problems)
    ? header.body
    : renderBody(tree, {
        link: ({ kind, id, heading }) => ({ href: `/${kind ?? 'guides'}/${id}/#${heading ?? ''}`, title: `Title of ${id}`, kind: 'guides' }),
        href: (url) => url,
        source: (id) => ({ id, title: id, label: id }),
        image: (src) => ({ src }),
        termsMi: new Set(['rāhui']),
      }).html;
  return JSON.parse(JSON.stringify([header.fields, html]).normalize('NFC')) as unknown;
}

const right = page('Text.');

describe('the header', () => {
  it('gets its fields in the order of the schema, each with the notes above it', () => {
    expect(
      tidy(
        '---\n# asked the hapū in May\ncredits: [{ name: Hana, role: author }]\nstatus: review   # since May\n# the short one\ntitle: A page\nsummary: A page that shows how it works.\n---\n\nText.\n',
      ),
    ).toBe(
      '---\n# the short one\ntitle: A page\nsummary: A page that shows how it works.\nstatus: review   # since May\n# asked the hapū in May\ncredits: [{ name: Hana, role: author }]\n---\n\nText.\n',
    );
  });

  it('keeps its order when a note stands over several fields', () => {
    const raw = '---\n# For the editors\n\nstatus: review\ntitle: A page\nsummary: A page that shows how it works.\ncredits: [{ name: Hana, role: author }]\n---\n\nText.\n';
    expect(tidy(raw)).toBe(raw);
  });

  it.each([
    [
      'a list',
      'credits:\n  - role: author\n    name: Hana # since May\n  - role: author\n    name: >-\n      Hana\n      Rewi\n  - link: https://example.org/\n    role: author\n    name: Moana',
      'credits:\n  - role: author\n    name: Hana # since May\n  - name: >-\n      Hana\n      Rewi\n    role: author\n  - name: Moana\n    role: author\n    link: https://example.org/',
    ],
    ['one line', 'credits: [{ role: author, name: Hana }, { role: author, name: "W, O" }] # all of them', 'credits: [{ name: Hana, role: author }, { name: "W, O", role: author }] # all of them'],
    ['lines with a note among them', 'credits:\n  - role: author\n    # as she asked\n    name: Hana', undefined],
  ])('gets the fields of its groups in order too: %s', (_name, before, after) => {
    const file = (credits: string) => `---\ntitle: A page\nsummary: A page that shows how it works.\nstatus: review\n${credits}\n---\n\nText.\n`;
    expect(tidy(file(before))).toBe(file(after ?? before));
    expect(tidy(tidy(file(before)))).toBe(tidy(file(before)));
  });

  it('gets composed letters and no space at the ends of its lines, but where it is part of a text', () => {
    expect(tidy('---\ntitle: Nga\u0304 ka\u0304ka\u0304   \nsummary: >-\n  A page that shows  \n  how it works.\nstatus: review\ncredits: [{ name: Hana, role: author }]\n---  \n\nText.\n')).toContain(
      'title: Ngā kākā\nsummary: >-\n  A page that shows  \n  how it works.\nstatus',
    );
  });

  it.each([
    ['a field that nobody knows', right.replace('status:', 'stauts: x  \nstatus:')],
    ['no header', 'title: A page  \n\nText.  \n'],
    ['YAML that does not read', right.replace('title: A page', 'title: A: page  ')],
  ])('with %s stays, and so does its text', (_name, raw) => {
    expect(tidy(raw)).toBe(raw);
  });
});

describe('the body', () => {
  const body = (text: string) =>
    tidy(right.replace('---\nText.\n', `---\n${text}`))
      .split('---\n')
      .slice(2)
      .join('---\n');

  it.each([
    ['space at the ends of lines goes', '\nOne.   \n\nTwo. \n  \n', '\nOne.\n\nTwo.\n'],
    ['a break of two spaces stays', '\nOne.  \nTwo. \n', '\nOne.  \nTwo.\n'],
    ['space in code stays', '\n```\none  \n```\n\nTwo. \n', '\n```\none  \n```\n\nTwo.\n'],
    ['letters are composed', '\nNga\u0304 manu.\n', '\nNgā manu.\n'],
    ['an empty line stands above, and one line end below', 'Text.', '\nText.\n'],
    ['what MDX takes for code is written for it', '\n<!-- a note -->\n\nPlots <5 ha.\n', '\n{/* a note */}\n\nPlots \\<5 ha.\n'],
  ])('%s', (_name, before, after) => {
    expect(body(before)).toBe(after);
  });

  it('with an error stays, while its header is put in order', () => {
    const raw = right.replace('status: review\n', '').replace('title:', 'status: review\ntitle:').replace('Text.', 'One  \n\n<Calout />  ');
    expect(tidy(raw)).toBe(page('One  \n\n<Calout />  ').replace('---\nOne', '---\nOne'));
  });
});

describe('what has moved', () => {
  const moved = read(page('## Check each trap\n\nText.', 'aliases: [old, guides/older]\nmoved_headings: [{ from: check-the-line, to: check-each-trap }]'), 'content/pages/new.mdx');
  const index = entryIndex([indexedEntry(moved.header, moved.facts.headings)]);
  const moves = movesIn(index, { kind: 'pages', id: 'a' }, 'https://example.org/');

  it.each([
    ['[[old]]', '[[new]]'],
    ['[[old|old words]]', '[[new|old words]]'],
    ['[[guides/older#check-the-line]]', '[[pages/new#check-each-trap]]'],
    ['[[new#check-the-line|trap]]', '[[new#check-each-trap|trap]]'],
    ['[the old page](/old/)', '[the old page](/new/)'],
    ['[the old page](../guides/older.mdx#check-the-line)', '[the old page](/new/#check-each-trap)'],
    ['[the page](/new/#check-the-line)', '[the page](/new/#check-each-trap)'],
    ['[[new]], [[nowhere]], `[[old]]` and [old](https://example.org/old)', '[[new]], [[nowhere]], `[[old]]` and [old](https://example.org/old)'],
  ])('%s', (before, after) => {
    expect(tidy(right.replace('---\nText.', `---\n\nSee ${before}.`), moves)).toBe(right.replace('---\nText.', `---\n\nSee ${after}.`));
  });

  it('is named anew in fields', () => {
    expect(tidy(page('Text.', 'superseded_by: guides/older'), moves)).toContain('superseded_by: pages/new\n');
  });
});

describe('500 messy files', () => {
  const random = seeded(11);
  const chance = (share: number) => random() < share;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const FIELDS = [
    'title: Nga\u0304 manu o te wao  ',
    'summary: >-\n  A page that shows  \n  how it works, and nga\u0304 manu.',
    'status: review   # since May',
    'credits:   \n  - name: Hana Rewi\n    role: author # asked\n  - { role: author, name: "W. O\'Neill" }\n  - role: author\n    link: https://example.org/\n    name: |-\n      Moana',
    'order: 12',
    'created: 2026-03-01',
    'aliases: [old-page,   older]',
    '"licence": \'CC-BY-4.0\'',
    '# a note on the review\nreview_by: 2027-01-01',
  ];

  function messy(): string {
    const fields = FIELDS.filter((_field, index) => index < 4 || chance(0.5)).toSorted(() => random() - 0.5);
    const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(constructs).body);
    const body = parts.join(chance(0.5) ? '\n' : '\n\n').replace(/$/gm, () => (chance(0.15) ? pick([' ', '  ', '\t', '   ']) : ''));
    const text = `---\n${fields.join('\n')}\n---${chance(0.2) ? ' ' : ''}\n${chance(0.3) ? body.normalize('NFD') : body}${chance(0.3) ? '\n\n\n' : ''}`;
    return (chance(0.2) ? '\uFEFF' : '') + (chance(0.3) ? text.replace(/\r\n?|\n/g, '\r\n') : text);
  }

  it('read the same after they were tidied, lose no note, and are tidy then', () => {
    let changed = 0;
    for (let number = 0; number < 500; number += 1) {
      const before = messy();
      const after = tidy(before);
      expect(seen(after), before).toEqual(seen(before));
      expect(tidy(after), before).toBe(after);
      for (const note of before.match(/# .*(?<! )/g) ?? []) expect(after.normalize('NFC')).toContain(note.trim().normalize('NFC'));
      changed += Number(after !== before);
    }
    expect(changed).toBeGreaterThan(400);
  });
});
