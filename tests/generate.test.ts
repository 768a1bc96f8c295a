import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { hasErrors } from '../src/garden/checks/problem.ts';
import { analyseBody } from '../src/garden/entry/body.ts';
import { parseHeader } from '../src/garden/entry/parse-header.ts';
import { codeOwners } from '../src/garden/outputs/code-owners.ts';
import { folderReadme } from '../src/garden/outputs/folder-readme.ts';
import { licenceTick } from '../src/garden/outputs/licence-tick.ts';
import { pullRequestTemplate } from '../src/garden/outputs/pull-request-template.ts';
import { vscodeSnippets, type Snippet } from '../src/garden/outputs/vscode-snippets.ts';
import { components } from '../src/garden/safe-mdx/components.ts';
import { KIND_NAMES, KINDS } from '../src/garden/schema/index.ts';
import { siteSchema } from '../src/garden/schema/site.ts';
import { VOCABULARY_NAMES } from '../src/garden/schema/vocabularies.ts';
import { PROJECT } from '../src/disk/content-folder.ts';
import { loadContent, type LoadedContent } from '../src/disk/load-content.ts';
import { readGardenFacts } from '../src/disk/read-garden-facts.ts';

const CONTENT = path.join(PROJECT, 'content');
let folder: string;
let content: LoadedContent;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'garden-generate-'));
  for (const name of ['vocabularies', 'site.yaml']) await cp(path.join(CONTENT, name), path.join(folder, 'content', name), { recursive: true });
  content = await loadContent(CONTENT);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function generate(...args: string[]): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'generate', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, GARDEN_CONTENT: args.includes('--into') ? path.join(folder, 'content') : CONTENT },
  });
  return { code: status, out: stdout + stderr };
}

describe('npm run generate', () => {
  it('finds every generated file of this repository up to date', () => {
    expect(generate('--check')).toEqual({ code: 0, out: expect.stringMatching(/^All \d+ generated files are up to date\.\n$/) });
  });

  it('writes all of it into an empty repository, names what a changed list and a changed file make stale, and mends only that', async () => {
    expect(generate('--check', '--into', folder).out).toContain('content/guides/README.md is missing.');
    expect(generate('--into', folder)).toMatchObject({ code: 0, out: expect.stringContaining('Wrote .github/CODEOWNERS') });
    expect(generate('--check', '--into', folder).code).toBe(0);

    const topics = path.join(folder, 'content/vocabularies/topics.yaml');
    await writeFile(topics, `${await readFile(topics, 'utf8')}  - id: night\n    label: Night work\n`);
    await writeFile(path.join(folder, '.github/CODEOWNERS'), '* @nobody\n');
    await writeFile(path.join(folder, '.vscode/schemas/poems.json'), '{}');
    const stale = generate('--check', '--into', folder);
    expect(stale.code).toBe(1);
    expect(stale.out).toContain('.vscode/schemas/guides.json is not what the schemas');
    expect(stale.out).toContain('.github/CODEOWNERS is not what');
    expect(stale.out).toContain('.vscode/schemas/poems.json is no longer generated.');
    expect(stale.out).not.toContain('glossary');

    expect(generate('--into', folder).out).toContain('Took away .vscode/schemas/poems.json');
    expect(generate('--check', '--into', folder).code).toBe(0);
    expect(await readFile(path.join(folder, '.vscode/schemas/guides.json'), 'utf8')).toContain('"night"');
  });

  it('says which file of the content it cannot read', async () => {
    const site = path.join(folder, 'content/site.yaml');
    const before = await readFile(site, 'utf8');
    await writeFile(site, 'nam: Kanopi\n');
    expect(generate('--into', folder)).toEqual({ code: 2, out: expect.stringMatching(/^content\/site\.yaml has a mistake in line 1\. /) });
    await writeFile(site, before);
  });
});

it('a field that is described otherwise changes the README of its folder', () => {
  const fields = z.strictObject({ ...KINDS.glossary.fields.def.shape, title: KINDS.glossary.fields.def.shape.title.meta({ title: 'Word', description: 'Another | description.' }) });
  const readme = folderReadme({ ...KINDS.glossary, fields }, content.vocabularies);
  expect(readme).not.toBe(folderReadme(KINDS.glossary, content.vocabularies));
  expect(readme).toContain('Word. Another \\| description.');
});

it('the READMEs in the content are no entries, and the check lets them be', () => {
  expect(content.files.filter(({ file }) => file.endsWith('README.md')).length).toBeGreaterThan(KIND_NAMES.length);
  expect(content.problems.filter(({ file }) => file.endsWith('README.md'))).toEqual([]);
});

describe('JSON Schemas on disk', () => {
  it.each(KIND_NAMES)('take every header of %s in the garden, and refuse a field that is not there', async (kind) => {
    const schema = z.fromJSONSchema(JSON.parse(await readFile(path.join(PROJECT, `.vscode/schemas/${kind}.json`), 'utf8')));
    const headers = content.entries.filter(({ header }) => header.kind === kind).map(({ header }) => [header.file, parse(content.texts.get(header.file)!.split('\n---\n', 1)[0]!.slice(4))] as const);
    expect(headers.length).toBeGreaterThan(0);
    for (const [file, header] of headers) expect(schema.safeParse(header).error?.issues ?? [], file).toEqual([]);
    expect(schema.safeParse({ ...headers[0]![1], titel: 'A slip' }).success).toBe(false);
    expect(schema.safeParse({ ...headers[0]![1], status: 'published' }).success).toBe(false);
  });

  it('take site.yaml and every list', async () => {
    const schema = async (name: string) => z.fromJSONSchema(JSON.parse(await readFile(path.join(PROJECT, `.vscode/schemas/${name}.json`), 'utf8')));
    const yaml = async (name: string) => parse(await readFile(path.join(CONTENT, name), 'utf8'));
    expect((await schema('site')).safeParse(await yaml('site.yaml')).error?.issues).toBeUndefined();
    for (const name of VOCABULARY_NAMES) expect((await schema('vocabulary')).safeParse(await yaml(`vocabularies/${name}.yaml`)).error?.issues, name).toBeUndefined();
  });
});

describe('VS Code', () => {
  it.each(['settings.json', 'extensions.json', 'tasks.json', 'garden.code-snippets'])('reads %s', async (name) => {
    const text = await readFile(path.join(PROJECT, '.vscode', name), 'utf8');
    expect(text).toMatch(/^\/\/ Generated by npm run generate/);
    expect(ts.parseConfigFileTextToJson(name, text).error).toBeUndefined();
  });

  it('shows each problem of the check at its place', async () => {
    const { config } = ts.parseConfigFileTextToJson('tasks.json', await readFile(path.join(PROJECT, '.vscode/tasks.json'), 'utf8'));
    const [place, sentence] = config.tasks[0].problemMatcher.pattern.map(({ regexp }: { regexp: string }) => new RegExp(regexp));
    await writeFile(path.join(folder, 'content/site.yaml'), 'nam: Kanopi\n');
    const { stdout } = spawnSync(process.execPath, ['scripts/run.mjs', 'check'], { cwd: PROJECT, encoding: 'utf8', env: { ...process.env, GARDEN_CONTENT: path.join(folder, 'content') } });
    await cp(path.join(CONTENT, 'site.yaml'), path.join(folder, 'content/site.yaml'));
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => place!.test(line));
    expect(place!.exec(lines[at]!)?.slice(1)).toEqual(['content/site.yaml', '1', '1', 'error', expect.any(String)]);
    expect(sentence!.exec(lines[at + 1]!)?.[1]).toContain('nam');
  });

  const snippets = vscodeSnippets({});
  const filled = ({ body }: Snippet) =>
    body
      .join('\n')
      .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2026-11-25')
      .replace(/\$\{\d+\|((?:\\.|[^|,\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
      .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
      .replace(/(?<!\\)\$0/g, '')
      .replace(/\\(.)/g, '$1');

  it.each(components)('has a snippet for $name that the engine takes', ({ name, inside }) => {
    const text = filled(snippets[name]!);
    expect(text).not.toMatch(/\$\{/);
    const whole = inside ? filled(snippets[inside]!).replace('Words.', `Words.\n\n${text}`) : text;
    expect(analyseBody(`${whole}\n`, 1).facts.problems).toEqual([]);
    expect(whole).toContain(`<${name}`);
  });

  it.each(KIND_NAMES)('has a snippet for a new page of %s whose header is right and whose text the engine takes', (kind) => {
    const header = parseHeader(`content/${kind}/a-new-one.mdx`, filled(snippets[`New ${KINDS[kind].one}`]!));
    const ofTheCase = kind === 'case-studies' ? ['basis', 'would_do_again', 'what_we_did', 'problem'] : kind === 'sessions' ? ['minutes'] : [];
    expect(header.problems.filter(({ path: [name] = [] }) => !ofTheCase.includes(String(name)))).toEqual([]);
    expect(hasErrors(analyseBody(header.body, header.bodyLine).facts.problems)).toBe(false);
    expect(header.draft).toBe(true);
  });

  it('offers every field of every kind, each as YAML that is right', () => {
    const own = Object.values(snippets).filter(({ prefix }) => prefix.endsWith(':'));
    for (const kind of KIND_NAMES) for (const name of Object.keys(KINDS[kind].fields.def.shape)) expect(own.map(({ prefix }) => prefix)).toContain(`${name}:`);
    for (const snippet of own) expect(Object.keys(parse(filled(snippet)))).toEqual([snippet.prefix.slice(0, -1)]);
  });
});

describe('on GitHub', () => {
  const form = async (name: string) => parse(await readFile(path.join(PROJECT, '.github/ISSUE_TEMPLATE', name), 'utf8'));

  it.each(['suggest-content.yml', 'correct-page.yml', 'report-fault.yml'])('%s asks each thing once, and needs an answer to the first', async (name) => {
    const { name: title, description, body } = await form(name);
    expect(title.length).toBeGreaterThan(3);
    expect(description.length).toBeLessThan(200);
    const asked = body.filter(({ type }: { type: string }) => type !== 'markdown');
    expect(new Set(asked.map(({ id }: { id: string }) => id)).size).toBe(asked.length);
    expect(asked[0].validations.required).toBe(true);
  });

  it('words come with the same licence tick as in the form, and with every kind and outcome to choose', async () => {
    const { body } = await form('suggest-content.yml');
    const part = (id: string) => body.find((item: { id?: string }) => item.id === id).attributes;
    expect(part('licence').options).toEqual([{ label: licenceTick(content.site.licence), required: true }]);
    for (const kind of KIND_NAMES.filter((name) => name !== 'pages')) expect(part('kind').options.map((option: string) => option.toLowerCase())).toContain(KINDS[kind].one);
    for (const { label } of content.vocabularies.outcomes.items) expect(part('outcome').options).toContain(label);
  });

  it('a pull request starts with the licence tick of its own garden', () => {
    expect(pullRequestTemplate({ licence: 'CC0-1.0' })).toContain(`\n- [ ] ${licenceTick('CC0-1.0')}\n`);
  });

  it('CODEOWNERS gives words to their people and all else to the maintainers', async () => {
    const { site } = await readGardenFacts(path.join(PROJECT, 'tests/gardens/bicycle'));
    const rules = codeOwners(site)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules[0]).toBe('* @spoke/maintainers');
    expect(rules).toContain('/content/guides/ @spoke/mechanics');
    expect(rules).toContain('/.github/ @spoke/maintainers');
    expect(rules.at(-1)).toMatch(/@spoke\/maintainers$/);
  });

  it('CODEOWNERS without names holds no rule, and says where to put them', () => {
    const text = codeOwners({});
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
    expect(text).toContain('Add "maintainers" and "owners" to content/site.yaml.');
  });

  it.each(['maintainers', '@a b', '@-a', '@a/b c', '@a\n* @b'])('%s is no account', (name) => {
    expect(siteSchema.safeParse({ maintainers: [name] }).success).toBe(false);
  });
});
