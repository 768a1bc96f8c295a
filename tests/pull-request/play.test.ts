import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { page } from '#garden/checks/example-page.ts';
import { artifact, runCheck, runComment, runEvent } from './pull-run.ts';
import { scratchHost, type ScratchHost } from './scratch-host.ts';

let scratch: ScratchHost;
beforeAll(async () => {
  scratch = await scratchHost();
});
afterAll(() => scratch.close());

describe('a good change', () => {
  test('tmp', async () => {
    const pull = {
      branch: 'counts',
      ...(await scratch.propose('counts', {
        'content/pages/counts.mdx': page('Count for **ten minutes** at dawn.\n\n| Bird | Seen |\n| --- | --- |\n| Tūī | 5 |\n\nSee [[about#why]], [[rules]] and [the tables](https://birds.example.net/tables).<Cite source="doc-howto" />'),
        'content/pages/rules.mdx': page('Stand still.'),
      })),
    };
    const check = await runCheck(scratch, pull);
    console.log(check.log, check.skipped, check.conclusion);
    const comment = await runComment(scratch, pull, runEvent(pull));
    console.log(comment.log, comment.summary);
    console.log(await scratch.comments(pull.number));
    console.log((await readFile(artifact(scratch, pull, 'preview', 'index.html'), 'utf8')).replace(/<style>[^]*<\/style>/, ''));
  });
});
