import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Builds a site into a folder and says whether it worked. */
export type BuildSite = (out: string, first: boolean) => Promise<boolean>;

export interface FreshSiteOptions {
  /** The content folder: the site is built again when something in it changes. */
  readonly content: string;
  /** Where the builds go, two by turns, so that nobody reads a site that is half built. */
  readonly place: string;
  readonly build: BuildSite;
  /** A new site is whole. */
  ready(folder: string): void;
}

/** What the form may ask about the site. */
export interface SiteState {
  /** Counts the sites that were built whole. */
  readonly revision: number;
  readonly building: boolean;
  /** The last build stopped at a problem, and the site before it is shown. */
  readonly held: boolean;
}

/** A site that follows its content. */
export interface FreshSite {
  /** Whether the first build is whole, once it has ended. */
  readonly first: Promise<boolean>;
  state(): SiteState;
  /** Builds again, soon. Changes that come together are built together. */
  touch(): void;
  stop(): void;
}

const PAUSE = 300;

/** Builds the site, then again after every change of its content. A build that stops leaves the last good site. */
export function freshSite({ content, place, build, ready }: FreshSiteOptions): FreshSite {
  let revision = 0;
  let running = false;
  let wanted = false;
  let held = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const watcher = follow(content, touch);
  return {
    first: run(true).then(() => revision > 0),
    state: () => ({ revision, building: running || wanted, held }),
    touch,
    stop() {
      stopped = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };

  function touch(): void {
    if (stopped) return;
    wanted = true;
    clearTimeout(timer);
    timer = setTimeout(() => void run(false), PAUSE);
  }

  async function run(first: boolean): Promise<void> {
    if (running || stopped) return;
    running = true;
    wanted = false;
    const folder = path.join(place, revision % 2 === 0 ? 'a' : 'b');
    const whole = await build(folder, first).catch(() => false);
    held = !whole;
    if (whole && !stopped) {
      revision += 1;
      ready(folder);
    }
    running = false;
    if (wanted) touch();
  }
}

function follow(content: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(content, { recursive: true }, changed);
    // Without it the site still follows what the form publishes.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
