import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { cacheFolder } from './src/disk/cache-folder.ts';
import { contentFolder } from './src/disk/content-folder.ts';
import { siteFacts } from './src/disk/site-facts.ts';
import { gardenIntegration } from './src/site/garden-integration.ts';
import { ownPageContext } from './src/site/own-page-context.ts';
import { garden } from './src/site/safe-mdx-processor.ts';

const { url } = siteFacts();

export default defineConfig({
  site: url.origin,
  base: url.pathname,
  trailingSlash: 'always',
  outDir: process.env.GARDEN_OUT ?? './dist',
  cacheDir: `${cacheFolder(contentFolder())}/astro`,
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  devToolbar: { enabled: false },
  markdown: { processor: garden({ context: ownPageContext(url.pathname) }) },
  integrations: [mdx(), gardenIntegration()],
  vite: { build: { assetsInlineLimit: 0, modulePreload: false, chunkSizeWarningLimit: 1200 } },
});
