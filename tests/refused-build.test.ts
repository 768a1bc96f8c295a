import { existsSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from './build-site.ts';
import { contentFolder, page } from './content-folder.ts';

const session = (title: string, requires: string) =>
  page(title, 'Text.', {
    minutes: '30',
    setting: 'indoors',
    objectives: '["Name what you protect"]',
    activities: '[{ minutes: 30, what: "Draw a map", type: practice }]',
    requires: `[sessions/${requires}]`,
  });

test('a build with a broken reference, a circle, twins, a symlink and an unsafe drawing makes nothing, and names each place', async () => {
  const folder = await contentFolder({
    'pages/lost.mdx': page('Lost', 'See [[nowhere-at-all]].', { superseded_by: 'guides/none' }),
    'sessions/one.mdx': session('One', 'two'),
    'sessions/two.mdx': session('Two', 'one'),
    'pages/weka.mdx': page('Weka', 'Text.'),
    'pages/Weka.mdx': page('Weka again', 'Text.'),
    'media/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  });
  symlinkSync('/etc/passwd', path.join(folder, 'pages/linked.mdx'));
  const build = await buildSite({ content: folder, url: 'https://example.org/' });
  try {
    expect(build.code).toBe(1);
    const named = (file: string, rule: string) => expect(build.output).toMatch(new RegExp(`${file}:\\d+:\\d+ {2}error {2}${rule}`));
    named('content/pages/lost\\.mdx', 'broken-link');
    named('content/pages/lost\\.mdx', 'missing-reference');
    named('content/sessions/one\\.mdx', 'prerequisite-cycle');
    named('content/pages/[Ww]eka\\.mdx', 'twin-names');
    named('content/pages/linked\\.mdx', 'symlink');
    named('content/media/bad\\.svg', 'unsafe-svg');
    expect(build.output).toContain('"One" → "Two" → "One"');
    expect(existsSync(path.join(build.folder, 'index.html'))).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(build.folder, { recursive: true, force: true });
  }
});
