import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '#disk/content-folder.ts';
import { cacheFolder } from '#disk/cache-folder.ts';
import { readPack } from '#disk/garden-pack.ts';
import { readContent } from '#disk/read-content.ts';
import { copyDecap, serveDecap } from './decap-files.ts';
import { drawingSize } from './drawing-size.ts';
import { oldPages } from './old-pages.ts';
import { redirectFiles } from './redirect-files.ts';
import { keepSearchIndex, makeSearchIndex } from './search-index.ts';
import { rememberDevServer } from './show-in-overlay.ts';

/** Hands the garden to Astro: where its pack and pictures are, and the search index after a build. */
export function gardenIntegration(): AstroIntegration {
  const folder = contentFolder();
  const aside = path.join(cacheFolder(folder), 'pagefind');
  let site: URL | undefined;
  let base = '';
  return {
    name: 'kanopi',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [virtualModules(folder)] } });
      },
      'astro:config:done': ({ config }) => {
        site = config.outDir;
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:start': async () => {
        if (site) await keepSearchIndex(fileURLToPath(site), aside);
      },
      'astro:server:setup': ({ server }) => {
        rememberDevServer(server);
        server.middlewares.use(serveDecap(`${base}/admin/decap/`));
      },
      'astro:build:done': async ({ dir, logger }) => {
        await copyDecap(fileURLToPath(new URL('admin/decap', dir)));
        const old = oldPages(await readPack(path.join(cacheFolder(folder), 'garden.json')));
        for (const [name, text] of Object.entries(redirectFiles(old, base, process.env['NETLIFY'] === 'true'))) await writeFile(new URL(name, dir), text);
        const started = performance.now();
        const pages = await makeSearchIndex(fileURLToPath(dir), aside);
        logger.info(`search index of ${pages} pages in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      },
    },
  };
}

/** Two modules for the pages: where the loader left the garden, and the pictures of entries. */
function virtualModules(folder: string) {
  const names = ['virtual:kanopi/place', 'virtual:kanopi/media'];
  return {
    name: 'kanopi:virtual',
    resolveId: (id: string) => (names.includes(id) ? `\0${id}` : undefined),
    async load(id: string) {
      if (id === '\0virtual:kanopi/place') {
        return `export const pack = ${JSON.stringify(path.join(cacheFolder(folder), 'garden.json'))};\nexport const bodies = ${JSON.stringify(path.join(cacheFolder(folder), 'bodies'))};\nexport const formIndex = ${JSON.stringify(path.join(cacheFolder(folder), 'form-index.json'))};`;
      }
      if (id === '\0virtual:kanopi/media') return mediaModule(folder);
      return undefined;
    },
  };
}

async function mediaModule(folder: string): Promise<string> {
  const { files } = await readContent(folder, 'media');
  const media = files.filter((file) => file.image?.format !== undefined);
  const line = (file: string, query: string) => `${JSON.stringify(file.normalize('NFC'))}: () => import(${JSON.stringify(path.join(folder, file.slice('content/'.length)) + query)})`;
  const drawn = media.filter((file) => file.svg !== undefined);
  const drawings = drawn.map((file) => line(file.file, '?url&no-inline'));
  const sizes = Object.fromEntries(drawn.map((file) => [file.file.normalize('NFC'), drawingSize(file.svg ?? '')]));
  const pictures = media.filter((file) => file.svg === undefined).map((file) => line(file.file, ''));
  return `export const drawings = { ${drawings.join(', ')} };\nexport const drawingSizes = ${JSON.stringify(sizes)};\nexport const pictures = { ${pictures.join(', ')} };`;
}
