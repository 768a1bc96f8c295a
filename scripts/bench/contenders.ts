import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../src/disk/content-folder.ts';
import { measure, type Measure } from './measure.ts';

/** One way to build the same texts, with search. */
export interface Contender {
  readonly name: string;
  /** Throws away all that earlier builds left. */
  clean(): Promise<void>;
  build(): Promise<Measure>;
  /** The file that the bench edits. */
  readonly edited: string;
}

const bin = (name: string) => path.join(PROJECT, 'node_modules', '.bin', name);

/** This project, checks included. */
export function kanopi(work: string, content: string): Contender {
  const out = path.join(work, 'kanopi-out');
  const cache = path.dirname(work);
  return {
    name: 'Kanopi',
    edited: path.join(content, 'guides', 'guides-1.mdx'),
    clean: async () => {
      for (const name of await readdir(cache)) if (name !== path.basename(work)) await rm(path.join(cache, name), { recursive: true, force: true });
      await rm(out, { recursive: true, force: true });
    },
    build: () => measure(bin('astro'), ['build'], { cwd: PROJECT, env: { GARDEN_CONTENT: content, GARDEN_OUT: out } }),
  };
}

/** Plain Astro: `glob` and @astrojs/mdx as they come, one page each, then Pagefind. It checks nothing. */
export async function plainAstro(work: string, content: string): Promise<Contender> {
  const root = path.join(work, 'plain-astro');
  await rm(root, { recursive: true, force: true });
  await mkdir(path.join(root, 'src', 'pages'), { recursive: true });
  await cp(content, path.join(root, 'content'), { recursive: true });
  await writeFile(path.join(root, 'package.json'), '{ "type": "module", "private": true }');
  await writeFile(path.join(root, 'astro.config.mjs'), "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()], devToolbar: { enabled: false } };\n");
  await writeFile(
    path.join(root, 'src', 'content.config.ts'),
    "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nimport { z } from 'astro/zod';\nexport const collections = { all: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './content' }), schema: z.looseObject({ title: z.string(), summary: z.string() }) }) };\n",
  );
  await writeFile(path.join(root, 'src', 'Part.astro'), '<aside><slot /></aside>\n');
  await writeFile(
    path.join(root, 'src', 'pages', '[...slug].astro'),
    "---\nimport { getCollection, render } from 'astro:content';\nimport Part from '../Part.astro';\nexport async function getStaticPaths() { return (await getCollection('all')).map((entry) => ({ params: { slug: entry.id }, props: { entry } })); }\nconst { entry } = Astro.props;\nconst { Content } = await render(entry);\n---\n<html lang=\"en\"><head><title>{entry.data.title}</title></head><body><main data-pagefind-body><h1>{entry.data.title}</h1><p>{entry.data.summary}</p><Content components={{ Callout: Part, Cite: Part }} /></main></body></html>\n",
  );
  return {
    name: 'Plain Astro .mdx + Pagefind',
    edited: path.join(root, 'content', 'guides', 'guides-1.mdx'),
    clean: async () => {
      for (const name of ['dist', '.astro', 'node_modules']) await rm(path.join(root, name), { recursive: true, force: true });
    },
    build: () => measure('sh', ['-c', `"${bin('astro')}" build && "${bin('pagefind')}" --site dist`], { cwd: root }),
  };
}

/** Hugo and Pagefind, where Hugo is installed. Components are left out of its texts. */
export async function hugo(work: string, content: string): Promise<Contender | undefined> {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const root = path.join(work, 'hugo');
  await rm(root, { recursive: true, force: true });
  await mkdir(path.join(root, 'layouts', '_default'), { recursive: true });
  const template = '<html lang="en"><head><title>{{ .Title }}</title></head><body><main data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}</main></body></html>\n';
  for (const name of ['single', 'list']) await writeFile(path.join(root, 'layouts', '_default', `${name}.html`), template);
  await writeFile(path.join(root, 'config.toml'), 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n');
  for (const file of await readdir(content, { recursive: true })) {
    if (!file.endsWith('.mdx')) continue;
    const text = (await readFile(path.join(content, file), 'utf8')).replace(/<\/?(?:Callout|Cite)[^>]*>/g, '').replace(/^credits:\n(?: .*\n)*/m, '');
    const target = path.join(root, 'content', file.replace(/x$/, ''));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return {
    name: 'Hugo + Pagefind',
    edited: path.join(root, 'content', 'guides', 'guides-1.md'),
    clean: async () => {
      for (const name of ['public', 'resources']) await rm(path.join(root, name), { recursive: true, force: true });
    },
    build: () => measure('sh', ['-c', `hugo --quiet && "${bin('pagefind')}" --site public`], { cwd: root }),
  };
}
