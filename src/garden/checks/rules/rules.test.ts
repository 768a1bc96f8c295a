import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadContent } from '#disk/load-content.ts';
import { tempGarden, type TempGarden } from '../../../../tests/lib/temp-garden.ts';
import { examplePictures } from '#disk/example-pictures.ts';
import { exampleFiles } from '../example-page.ts';
import type { Rule } from '../rule.ts';
import { judgeExample } from '../judge-example.ts';
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
    vi.stubEnv('GARDEN_TODAY', example.today ?? '2026-11-25');
    garden = await tempGarden(exampleFiles(example));
    const judged = judgeExample(example, await examplePictures(example));
    // Only an example can say what git would know.
    const { problems } = example.past ? { problems: judged } : await loadContent(garden.folder);
    expect(judged).toEqual(problems);
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

it('lists every rule that stands in a file of this folder', async () => {
  const folder = new URL('.', import.meta.url);
  const listed = new Set(RULES);
  for (const name of readdirSync(folder)) {
    if (name === 'index.ts' || name.endsWith('.test.ts')) continue;
    const exported = Object.values((await import(new URL(name, folder).href)) as Record<string, unknown>).flat() as Rule[];
    expect(exported.length, name).toBeGreaterThan(0);
    for (const rule of exported) expect(listed.has(rule), `${name}: ${rule.id}`).toBe(true);
  }
});
