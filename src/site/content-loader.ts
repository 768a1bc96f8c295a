import path from 'node:path';
import type { Loader } from 'astro/loaders';
import { textReport } from '#garden/checks/report/text-report.ts';
import type { Past } from '#garden/model/past-address.ts';
import { contentFolder } from '#disk/content-folder.ts';
import { digestOf } from '#disk/engine-digest.ts';
import { writePack } from '#disk/garden-pack.ts';
import { gitHistory } from '#disk/git-history.ts';
import { cacheFolder } from '#disk/cache-folder.ts';
import { loadContent, type LoadedContent } from '#disk/load-content.ts';
import { plainToday } from '#disk/plain-today.ts';
import { writeFormIndex } from '#disk/write-form-index.ts';
import { showInOverlay } from './show-in-overlay.ts';

/** Reads the whole garden: checks it, renders its bodies, and leaves it for the pages. Astro's store holds only digests.
 *  In a build any error stops it, with every problem listed; in dev the last good garden stays and the problems are shown. */
export function gardenLoader(): Loader {
  return {
    name: 'kanopi',
    async load({ store, config, logger, watcher }) {
      const folder = contentFolder();
      const dev = watcher !== undefined;
      const history = await gitHistory(folder);
      if (history.notice) logger.info(history.notice);
      let ready = false;
      const refresh = async () => {
        const started = performance.now();
        const content = await loadContent(folder, { base: config.base });
        const errors = content.problems.filter((problem) => problem.severity === 'error');
        if (errors.length > 0) {
          const report = textReport(content.problems, content.texts, content.entries.length);
          console.error(`\n${report}\n`);
          if (dev) showInOverlay(errors, folder);
          else throw new Error(`The content has ${errors.length === 1 ? 'a problem' : `${errors.length} problems`}, listed above. Nothing was built.`);
        }
        // A garden that was wrong from the start is shown as far as it goes; later the last good one stays.
        if (errors.length > 0 && ready) return;
        ready = true;
        const today = plainToday();
        await writePack(path.join(cacheFolder(folder), 'garden.json'), content, { drafts: dev, today, history: history.files, past: history.past });
        await writeFormIndex(path.join(cacheFolder(folder), 'form-index.json'), content);
        fillStore(store, content, today, history.past);
        if (dev && errors.length === 0) showInOverlay([], folder);
        logger.info(`${content.entries.length} entries read and checked, ${content.made} of them new or changed, in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      };
      await refresh();
      if (!watcher) return;
      watcher.add(folder);
      let timer: NodeJS.Timeout | undefined;
      watcher.on('all', (_event, changed) => {
        if (!path.resolve(changed).startsWith(folder + path.sep)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void refresh().catch((error: unknown) => logger.error(String(error))), 80);
      });
    },
  };
}

type Store = Parameters<Loader['load']>[0]['store'];

function fillStore(store: Store, content: LoadedContent, today: string, past: Past): void {
  const kept = new Set(['revision']);
  for (const { header, digest } of content.entries) {
    const id = `${header.kind}/${header.id}`;
    kept.add(id);
    store.set({ id, data: { digest }, digest });
  }
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  const revision = digestOf(today, JSON.stringify(content.site), JSON.stringify(content.vocabularies), JSON.stringify([...past]), ...content.entries.map((entry) => entry.header.file + entry.digest));
  store.set({ id: 'revision', data: { digest: revision }, digest: revision });
}
