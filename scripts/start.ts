import { build, preview } from 'astro';
import { freePort } from './lib/free-port.ts';

const started = performance.now();
console.log('Building the garden: reading and checking the content, then its pages, then the search index.');
try {
  await build({ logLevel: 'info' });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);

const port = await freePort(Number(process.env['PORT'] ?? 4321));
const server = await preview({ server: { port, host: 'localhost' }, logLevel: 'error' });
const { siteFacts } = await import('../src/disk/site-facts.ts');
console.log(`\n  The garden is open at http://localhost:${server.port}${siteFacts().url.pathname}\n  Stop it with Ctrl-C.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('\nStopped.');
    void server.stop().finally(() => process.exit(0));
    setTimeout(() => process.exit(0), 1000).unref();
  });
}
