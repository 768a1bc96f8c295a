import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadContent } from '#disk/load-content.ts';
import { tempGarden, type TempGarden } from '../../../../tests/lib/temp-garden.ts';
import { exampleFiles } from '../example-page.ts';
import { RULES } from './index.ts';

let garden: TempGarden | undefined;

beforeEach(() => vi.stubEnv('SITE_URL', ''));

afterEach(async () => {
  await garden?.remove();
  vi.unstubAllEnvs();
});

describe.each(RULES)('the rule $id', (rule) => {
  it('shows both what it finds and what it leaves alone', () => {
    expect(new Set(rule.examples?.map((example) => example.found))).toEqual(new Set([true, false]));
  });

  // Twins cannot both be written to the disks of macOS and Windows.
  it.skipIf(rule.id === 'twin-names' && process.platform !== 'linux').each(rule.examples ?? [])('judges $title', async (example) => {
    garden = await tempGarden(exampleFiles(example));
    const { problems } = await loadContent(garden.folder);
    const own = problems.filter((problem) => problem.rule === rule.id);
    if (example.found) {
      expect(own).not.toEqual([]);
      for (const problem of own) expect(problem).toMatchObject({ file: expect.stringMatching(/^content\//), line: expect.any(Number), column: expect.any(Number), suggestion: expect.any(String) });
    } else {
      expect(own).toEqual([]);
      expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    }
  });
});

it('gives every rule an id of its own, in words', () => {
  const ids = RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});
