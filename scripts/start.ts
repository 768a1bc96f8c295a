import path from 'node:path';
import { cacheFolder } from '../src/disk/cache-folder.ts';
import { contentFolder } from '../src/disk/content-folder.ts';
import { siteFacts } from '../src/disk/site-facts.ts';
import { answerForDesk } from '../src/desk/desk-server.ts';
import { openDesk } from '../src/desk/open-desk.ts';
import { buildQuietly } from './lib/build-quietly.ts';
import { freePort } from './lib/free-port.ts';
import { freshSite } from './lib/fresh-site.ts';
import { serveSite } from './lib/serve-site.ts';

const content = contentFolder();
const base = siteFacts().url.pathname;
const quit = new AbortController();
const notes: string[] = [];
let say = (sentence: string): void => void notes.push(sentence);

const server = await serveSite({
  port: await freePort(Number(process.env['PORT'] ?? 4321)),
  base,
  desk: (request, response, rest) => void opening.then((desk) => answerForDesk(desk, site.state, request, response, rest)),
});
const origin = `http://localhost:${server.port}`;
const started = performance.now();
console.log('Building the garden: first its content, then its pages, then the search index.');
const site = freshSite({ content, place: path.join(cacheFolder(content), 'served', String(server.port)), build, ready: server.show });
const opening = openDesk({ folder: content, origin, say: (sentence) => say(sentence), delivered: site.touch });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
if (!(await site.first) && !quit.signal.aborted) process.exit(1);

const form = await (await opening).state();
if (!quit.signal.aborted) open();

function open(): void {
  console.log(`Built in ${seconds(started)}.`);
  console.log(`\n  The garden is open at ${origin}${base}`);
  console.log(form.ready ? `  Write in the form at  ${origin}${base}admin/` : `  The form at ${origin}${base}admin/ is not ready. ${form.reason} ${form.next}`);
  console.log('  Stop it with Ctrl-C.\n');
  say = (sentence) => console.log(`\n  ${sentence}\n`);
  notes.forEach(say);
}

async function build(out: string, first: boolean): Promise<boolean> {
  const from = performance.now();
  const whole = await buildQuietly({ out, silent: !first, signal: quit.signal });
  if (!first && !quit.signal.aborted) console.log(whole ? `Built again in ${seconds(from)}.` : 'The site shows its last good version until this is mended.');
  return whole;
}

async function stop(): Promise<void> {
  console.log('\nStopped.');
  quit.abort();
  site.stop();
  setTimeout(() => process.exit(0), 2000).unref();
  await Promise.allSettled([opening.then((desk) => desk.close()), server.close()]);
  process.exit(0);
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
