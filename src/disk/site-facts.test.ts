import { afterEach, expect, it, vi } from 'vitest';
import { tempGarden, type TempGarden } from '../../tests/lib/temp-garden.ts';
import { siteFacts } from './site-facts.ts';

let garden: TempGarden | undefined;
afterEach(async () => {
  await garden?.remove();
  vi.unstubAllEnvs();
});

it.each([
  ['the file', 'url: https://example.org/kanopi\n', '', 'https://example.org/kanopi/'],
  ['SITE_URL before the file', 'url: https://example.org/\n', 'https://other.org/garden/', 'https://other.org/garden/'],
  ['this computer without a file', undefined, '', 'http://localhost:4321/'],
  ['this computer when the file is broken', 'url: a: b\n', '', 'http://localhost:4321/'],
  ['the file when SITE_URL is no address', 'url: https://example.org/\n', 'javascript:alert(1)', 'https://example.org/'],
  ['this computer when the address is none', 'url: 12\n', '', 'http://localhost:4321/'],
])('takes the address from %s', async (_name, file, override, expected) => {
  garden = await tempGarden(file === undefined ? {} : { 'site.yaml': file });
  vi.stubEnv('GARDEN_CONTENT', garden.folder);
  vi.stubEnv('SITE_URL', override);
  expect(siteFacts().url.href).toBe(expected);
});
