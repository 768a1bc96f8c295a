import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../src/disk/content-folder.ts';
import { loadContent } from '../src/disk/load-content.ts';
import type { CmsConfig } from '../src/garden/outputs/cms-config.ts';
import { readGardenFacts } from '../src/disk/read-garden-facts.ts';
import { generatedFiles } from '../src/garden/outputs/generated-files.ts';
import { siteLink } from '../src/garden/model/site-link.ts';
import { buildSite, type Build } from './build-site.ts';
import { readPage } from './read-page.ts';
import { tempGarden } from './lib/temp-garden.ts';

const CONTENT = path.join(PROJECT, 'tests/gardens/bicycle');
/** Words of the garden that this project keeps, on whatever page. */
const OURS = /kanopi|habitat|conservation|\bnature\b|tikanga|\bhap[uū]\b|\biwi\b|mātauranga|\bwhenua\b|kaitiaki|aotearoa|new zealand|australia|taonga|whānau|example\.(?:org|com)\/kanopi/i;
/** Words of its field. A page that explains a rule may use them in an example. */
const OUR_FIELD =
  /\b(?:traps?|trapp(?:ing|ers?)|pests?|weeds?|predators?|birds?|rats?|stoats?|possums?|bait|wetlands?|forests?|rivers?|wildlife|native|threats?|rangers?|biosecurity|rāhui|kererū|kākā|tūī)\b/i;

let build: Build;
let files: readonly string[];
const read = (file: string) => readFileSync(path.join(build.folder, file), 'utf8');

beforeAll(async () => {
  build = await buildSite({ content: CONTENT, url: 'https://spoke.example/workshop/' });
  files = readdirSync(build.folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(build.folder, path.join(item.parentPath, item.name)).split(path.sep).join('/'));
});
afterAll(() => rm(build.folder, { recursive: true, force: true }));

/** What a page says with its markup, so that attributes count too, but without the names of its scripts and styles. */
const texts = () => files.filter((file) => /\.(?:html|json|yml|xml|txt|webmanifest)$/.test(file) && !/^(?:_astro|pagefind|admin\/decap)\//.test(file)).map((file) => [file, read(file)] as const);

const excerpts = (text: string, word: RegExp) => [...text.matchAll(new RegExp(`.{0,40}${word.source}.{0,40}`, 'gi'))].map(([found]) => found);

describe('a garden of bicycle workshops', () => {
  it('passes its check, and builds by its content folder alone', async () => {
    const { problems, entries } = await loadContent(CONTENT);
    expect(problems).toEqual([]);
    expect(entries.length).toBeGreaterThan(8);
    expect(build.code, build.output).toBe(0);
    for (const page of ['index.html', 'guides/true-a-wheel/index.html', 'case-studies/forty-buckled-wheels/index.html', 'about/index.html', 'admin/index.html']) expect(files).toContain(page);
  });

  it('says nothing of ours on any page, nor in the settings of its form', () => {
    const all = texts();
    expect(all.length).toBeGreaterThan(60);
    for (const file of ['admin/config.yml', 'admin/garden.json', 'schemas/guides.json']) expect(all.map(([name]) => name)).toContain(file);
    expect(all.flatMap(([file, text]) => excerpts(text, OURS).map((found) => `${file}: ${found}`))).toEqual([]);
    const own = all.filter(([file]) => !file.startsWith('contribute/problems/'));
    expect(own.flatMap(([file, text]) => excerpts(text, OUR_FIELD).map((found) => `${file}: ${found}`))).toEqual([]);
  });

  it('names its facets as its lists do: in the menus, on pages, in the search and in the form', () => {
    const home = read('index.html');
    const labels = readPage(home)
      .filter(({ name }) => name === 'a')
      .map(({ text, attributes }) => [text.trim(), attributes['href']]);
    expect(labels).toContainEqual(['Parts of the bicycle', '/workshop/topics/']);
    expect(labels).toContainEqual(['Workshops', '/workshop/regions/']);
    expect(labels).toContainEqual(['Bench skills', '/workshop/capabilities/']);
    expect(read('topics/wheels/index.html')).toContain('Parts of the bicycle');
    expect(read('guides/true-a-wheel/index.html')).toContain('content="Wheels"');
    const facets = readPage(home).find(({ attributes }) => attributes['data-facets'])?.attributes['data-facets'];
    expect(JSON.parse(facets ?? '[]')).toEqual([
      ['kind', 'Kind of page'],
      ['topic', 'Parts of the bicycle'],
      ['region', 'Workshops'],
      ['outcome', 'How it went'],
    ]);
    expect(fieldsOfForm('guides')).toContainEqual(['topics', 'Parts of the bicycle']);
  });

  it.each(['habitats', 'threats', 'actions'])('has no field "%s", since it has no such list', (name) => {
    expect(fieldsOfForm('guides').map(([field]) => field)).not.toContain(name);
    expect(Object.keys(JSON.parse(read('schemas/guides.json')).properties)).not.toContain(name);
    expect(read('contribute/fields/guides/index.html')).not.toContain(`<code>${name}</code>`);
    expect(files.filter((file) => file.startsWith(`${name}/`))).toEqual([]);
  });

  it('shows examples that it could hold', () => {
    const reference = read('contribute/fields/guides/index.html');
    expect(reference).toContain('- brakes');
    expect(reference).not.toContain('first-topic');
  });

  it('shows its own words: for its kinds, for a part of a page, for its licence', () => {
    expect(read('capabilities/index.html')).toContain('What a mechanic needs to be able to do');
    expect(read('components/index.html')).toContain('What the keeper of a workshop asks of everybody who comes in.');
    expect(read('contribute/index.html')).toContain('How others may use the words and pictures of a page.');
  });

  it('has links that lead somewhere', () => {
    const paths = new Set(files.map((file) => `/workshop/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`));
    const dead = files
      .filter((file) => file.endsWith('.html') && !file.startsWith('admin/'))
      .flatMap((file) =>
        readPage(read(file)).flatMap(({ name, attributes }) => {
          const href = name === 'a' ? attributes['href'] : undefined;
          const target = href === undefined ? undefined : new URL(href, `https://spoke.example/workshop/${file.replace(/index\.html$/, '')}`);
          return target?.origin === 'https://spoke.example' && !paths.has(decodeURIComponent(target.pathname)) ? [`${file} -> ${href}`] : [];
        }),
      );
    expect(dead).toEqual([]);
  });

  it('generates READMEs, issue forms and settings without a word of ours', async () => {
    const { site, vocabularies } = await readGardenFacts(CONTENT);
    const generated = generatedFiles(site, vocabularies);
    expect(generated['content/vocabularies/README.md']).toContain('**Licences**, one item. ');
    for (const [file, text] of Object.entries(generated)) {
      // The list of vocabularies names those that are not there, by their files.
      const own = file === 'content/vocabularies/README.md' ? text.replace(/`[a-z]+\.yaml`/g, '') : text;
      expect([...excerpts(own, OURS), ...excerpts(own, OUR_FIELD)], file).toEqual([]);
    }
  });
});

it('a field or a link whose list is not there is an error that says so', async () => {
  const guide = readFileSync(path.join(CONTENT, 'guides/true-a-wheel.mdx'), 'utf8').replace('topics: [wheels]', 'topics: [wheels]\nhabitats: [forest]') + '\nSee [all places](/habitats/).\n';
  expect(siteLink('/habitats/', 'guides', 'https://spoke.example/')).toMatchObject({ type: 'page' });
  const lists = Object.fromEntries(
    ['topics', 'regions', 'roles', 'outcomes', 'licences'].map((name) => [`vocabularies/${name}.yaml`, readFileSync(path.join(CONTENT, `vocabularies/${name}.yaml`), 'utf8')]),
  );
  const garden = await tempGarden({ ...lists, 'guides/true-a-wheel.mdx': guide });
  const { problems } = await loadContent(garden.folder);
  const messages = problems.map(({ message, suggestion }) => `${message} ${suggestion}`);
  expect(messages).toContain('"habitats" names "forest", but this garden has no list of habitats. Take it out, or add content/vocabularies/habitats.yaml.');
  expect(messages).toContain('The link "/habitats/" leads to a list that this garden does not have. Take the link out, or add content/vocabularies/habitats.yaml.');
  await garden.remove();
});

/** Name and label of each field of a kind in the form. */
function fieldsOfForm(kind: string): (readonly [name: string, label: string])[] {
  const { collections } = parse(read('admin/config.yml')) as CmsConfig;
  return collections.find(({ name }) => name === kind)!.fields.map(({ name, label }) => [name, label]);
}
