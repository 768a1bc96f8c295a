import { deskNews, type DeskReport } from './desk-news.ts';

/** Follows the local desk, and says what people should know of it. */
export interface DeskFollower {
  /** The form has published something: the desk is asked until the site shows it. */
  published(): void;
}

const PAUSE = 1000;
/** The build begins a moment after the desk has brought a change over. */
const GRACE = 2000;
/** Good news may go when they have been read. */
const READ = 10_000;

/** Asks the desk at `address` now and after each publication. */
export function followDesk(address: URL, say: (words: string) => void): DeskFollower {
  void ask(false);
  return {
    published() {
      say(deskNews({ ready: true, building: true }, true));
      setTimeout(() => void until(), GRACE);
    },
  };

  async function until(): Promise<void> {
    const report = await ask(true);
    if (report.building || report.waiting) setTimeout(() => void until(), PAUSE);
    else setTimeout(() => void ask(false), READ);
  }

  async function ask(published: boolean): Promise<DeskReport> {
    const report = await fetch(address).then(
      (response) => response.json() as Promise<DeskReport>,
      (): DeskReport => ({ ready: false }),
    );
    say(deskNews(report, published));
    return report;
  }
}
