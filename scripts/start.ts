import { preview } from 'astro';
import { siteFacts } from '../src/disk/site-facts.ts';
import { buildQuietly } from './lib/build-quietly.ts';
import { freePort } from './lib/free-port.ts';

const started = performance.now();
console.log('Building the garden: first its content, then its pages, then the search index.');
if (!(await buildQuietly())) process.exit(1);
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);

const port = await freePort(Number(process.env['PORT'] ?? 4321));
const server = await preview({ server: { port, host: 'localhost' }, logLevel: 'error' });
console.log(`\n  The garden is open at http://localhost:${server.port}${siteFacts().url.pathname}\n  Stop it with Ctrl-C.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('\nStopped.');
    void server.stop().finally(() => process.exit(0));
    setTimeout(() => process.exit(0), 1000).unref();
  });
}
