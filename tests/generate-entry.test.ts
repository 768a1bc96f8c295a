import { spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIND_NAMES, KINDS } from '../src/garden/schema/index.ts';
import { PROJECT } from '../src/disk/content-folder.ts';
import { loadContent } from '../src/disk/load-content.ts';
import { tempGarden, type TempGarden } from './lib/temp-garden.ts';

let garden: TempGarden;

beforeAll(async () => {
  garden = await tempGarden({});
  for (const name of ['vocabularies', 'site.yaml']) await cp(path.join(PROJECT, 'content', name), path.join(garden.folder, name), { recursive: true });
});
afterAll(() => garden.remove());

function make(args: string[], answers?: string): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'new', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    ...(answers === undefined ? {} : { input: answers }),
    env: { ...process.env, GARDEN_CONTENT: garden.folder, GARDEN_TODAY: '2026-11-25' },
  });
  return { code: status, out: stdout + stderr };
}

const read = (file: string) => readFile(path.join(garden.folder, file), 'utf8');

describe('npm run new', () => {
  it.each(KIND_NAMES)('makes a file of %s whose check says only what is still to fill in', async (kind) => {
    const { one, fields } = KINDS[kind];
    const file = `${kind}/the-first-of-${kind}.mdx`;
    expect(make([one, `The first of ${kind}`])).toEqual({ code: 0, out: expect.stringContaining(`Made content/${file}\n`) });
    const text = await read(file);
    const needed = Object.entries(fields.def.shape).filter(([name, field]) => !field.isOptional() && new RegExp(`^${name}:$`, 'm').test(text));
    const { problems } = await loadContent(garden.folder);
    const own = problems.filter((problem) => problem.file === `content/${file}`);
    expect(own.map(({ rule, path: [name] = [] }) => [rule, name]).sort()).toEqual(needed.map(([name]) => ['missing-field', name]).sort());
    expect(own.length).toBeGreaterThan(0);
    for (const [name] of needed) expect(text).toMatch(new RegExp(`# Needed\\..*\\n(?:#.*\\n)*${name}:\\n`));
  });

  it('folds macrons and marks into a name, and keeps the title as it was given', async () => {
    expect(make(['guide', 'Kererū & tūī: ngā manu?']).code).toBe(0);
    const text = await read('guides/kereru-tui-nga-manu.mdx');
    expect(text).toContain('\ntitle: "Kererū & tūī: ngā manu?"\n');
    expect(text).toContain('\nstatus: draft\ncreated: 2026-11-25\n');
    expect(text).toContain('\n## Before you start\n');
  });

  it('never writes over a file', async () => {
    await writeFile(path.join(garden.folder, 'guides/mine.mdx'), 'My own text.\n');
    expect(make(['guides', 'Mine'])).toEqual({ code: 2, out: 'content/guides/mine.mdx is there already. Open that one, or choose another title.\n' });
    expect(await read('guides/mine.mdx')).toBe('My own text.\n');
  });

  it.each([
    ['case study', 'case-studies'],
    ['Skills', 'capabilities'],
    ['guidse', 'guides'],
    ['glossary', 'glossary'],
  ])('takes "%s" for %s', (word, kind) => {
    expect(make([word, `Found by ${word}`]).out).toContain(`Made content/${kind}/`);
  });

  it.each([
    [['poem', 'A poem'], 'There is no kind called "poem". The kinds are: guide, '],
    [['guide'], 'Give the guide a title: npm run new -- "guide" "Its title"'],
    [['guide', '???'], '"???" has no letter or digit for a file name.'],
    [['page', 'Search'], 'The address /search/ belongs to the site itself.'],
    [['source', 'AUX'], 'cannot be opened on Windows'],
  ])('says of %j what to do', (args, words) => {
    expect(make(args)).toEqual({ code: 2, out: expect.stringContaining(words) });
  });

  it('asks for a kind by number and for a title, and asks again when it does not understand', async () => {
    const { code, out } = make([], '42\n6\n\nBelay\n');
    expect(out).toContain('1  guide: How to do one job');
    expect(out).toContain('There is no such kind. Write a number from the list.');
    expect(out).toContain('Title of the glossary term: It needs a title.');
    expect(out).toContain('Made content/glossary/belay.mdx');
    expect(code).toBe(0);
  });

  it('makes nothing when nobody answers', () => {
    expect(make([], '1\n')).toEqual({ code: 1, out: expect.stringContaining('Nothing was made.') });
  });

  it('leaves out a field whose list the garden does not have', async () => {
    const bicycle = path.join(PROJECT, 'tests/gardens/bicycle');
    const own = await tempGarden({});
    for (const name of ['vocabularies', 'site.yaml']) await cp(path.join(bicycle, name), path.join(own.folder, name), { recursive: true });
    const { status } = spawnSync(process.execPath, ['scripts/run.mjs', 'new', 'guide', 'Patch a tube'], { cwd: PROJECT, env: { ...process.env, GARDEN_CONTENT: own.folder } });
    expect(status).toBe(0);
    const text = await readFile(path.join(own.folder, 'guides/patch-a-tube.mdx'), 'utf8');
    expect(text).not.toMatch(/habitats|threats|actions:/i);
    expect(text).toContain('Parts of the bicycle: ');
    expect(text).toContain('#   - brakes');
    await own.remove();
  });
});
