import { page } from '../content-folder.ts';

const guide = (title: string, body: string, more = '') =>
  page(title, body, {
    purpose: 'For a group that is about to begin.',
    level: 'starter',
    key_messages: '[Walk the block first., Test it on one line.]',
    evidence: '{ grade: weak, summary: Nobody has tested it as a whole. }',
    capabilities: '[{ capability: mapping, level: 1 }]',
  }).replace('\n---\n\n', `\n${more}---\n\n`);

/** Every way in which a text can link the guide `trap-line`, one a line. */
export const LINKS = [
  '[[trap-line]]',
  '[[guides/trap-line]]',
  '[[ trap-line ]]',
  '[[trap-line|with a label]]',
  '[[trap-line#what-you-need]]',
  '[[guides/trap-line#what-you-need|both, and the word trap-line]]',
  '**[[trap-line]]** and _[[guides/trap-line|another]]_',
  '[a path](/guides/trap-line/)',
  '[no slash](/guides/trap-line)',
  '[a file](../guides/trap-line.mdx)',
  '[with a heading](../guides/trap-line.mdx#what-you-need)',
  '[a question](/guides/trap-line/?from=here#what-you-need)',
  '[a title](/guides/trap-line/ "The trap-line itself")',
  '[in brackets](<../guides/trap-line.mdx>)',
  '[over\nlines](/guides/trap-line/)',
  '[with `](code/guides/trap-line/` in it](/guides/trap-line/)',
  '[a full address](https://example.org/kanopi/guides/trap-line/)',
  '<https://example.org/kanopi/guides/trap-line/>',
  'https://example.org/kanopi/guides/trap-line/#what-you-need',
  '[a reference][there] and [again][there]',
  '[**bold [not a link]**](/guides/trap-line/)',
  '> [[trap-line]] in a quote',
  '~~[[trap-line]]~~ and [one more](./../guides/trap-line.mdx)',
] as const;

/** What only looks like a link to it. */
export const WORDS = [
  'The word trap-line, and `[[trap-line]]`, and trap-lines.',
  '[elsewhere](https://example.com/guides/trap-line/)',
  '[[?trap-line]]',
  '[[other-trap-line]] and [longer](/guides/other-trap-line/)',
  '\\[[trap-line]]',
  '<!-- [[trap-line]] -->',
  '```\n[[trap-line]] /guides/trap-line/\n```',
] as const;

/** A small garden in which 40 places lead to the guide `trap-line`. */
export function fortyLinks(): Record<string, string> {
  const windows = page('From Windows', `One [[trap-line]], two [path](/guides/trap-line/).\n\n| A | B |\n| - | - |\n| [[trap-line\\|in a table]] | [[guides/trap-line\\|again]] |`).replaceAll(
    '\n',
    '\r\n',
  );
  return {
    'site.yaml': 'name: Forty\nurl: https://example.org/kanopi/\n',
    'guides/trap-line.mdx': guide('Walk a trap line', '## What you need\n\nBoots. See [[trap-line#what-you-need]] and [here](trap-line.mdx).'),
    'guides/other-trap-line.mdx': guide('Another', 'See [beside it](trap-line.mdx) and [up](../guides/trap-line).', 'requires:\n  - trap-line # first\nfollow_ups: ["trap-line"]\n'),
    'guides/third.mdx': guide('A third', 'Text.', "requires: ['trap-line']\n"),
    'capabilities/mapping.mdx': '---\ntitle: Mapping\nsummary: Reading and making maps outdoors.\nstatus: review\ncategory: field-craft\nlevels: [{ level: 1, can_do: Read a contour map. }]\n---\n',
    'sessions/listen.mdx': page('Listen', 'Text.', {
      minutes: '10',
      setting: 'indoors',
      objectives: '[Name three birds of the block]',
      activities: '[{ minutes: 10, what: Listen together, type: field }]',
      uses_guides: '[third, trap-line]',
      requires: '[guides/trap-line]',
    }),
    'pages/replaced.mdx': page('Replaced', 'Text.', { status: 'retired', retire_reason: 'There is a better one.', superseded_by: 'guides/trap-line' }),
    'pages/links.mdx': page(
      'Links',
      `${LINKS.join('\n\n')}\n\n[there]: ../guides/trap-line.mdx "The trap-line"\n\n<Callout title="trap-line">\n\n- [[trap-line]]\n- A note.[^1]\n\n</Callout>\n\n[^1]: See [[trap-line]].`,
    ),
    'pages/words.mdx': page('Words', WORDS.join('\n\n')),
    'pages/windows.mdx': `\uFEFF${windows}`,
  };
}
