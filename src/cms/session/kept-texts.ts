/** Texts by path that outlast a reload or a crash. */
export interface KeptTexts {
  get(path: string): string | undefined;
  set(path: string, text: string): void;
  delete(path: string): void;
}

const MOST = 12;

/** Keeps texts in a store such as `localStorage`, under names that start with `prefix`. Where it is full they last as long as the page. */
export function keptTexts(store: Storage, prefix: string): KeptTexts {
  const here = new Map<string, string>();
  return {
    get: (path) => here.get(path) ?? store.getItem(prefix + path) ?? undefined,
    set(path, text) {
      here.set(path, text);
      try {
        const kept = Object.keys(store).filter((key) => key.startsWith(prefix) && key !== prefix + path);
        if (kept.length >= MOST) for (const key of kept) store.removeItem(key);
        store.setItem(prefix + path, text);
      } catch {
        // A full store only means that after a crash both texts are shown once more.
      }
    },
    delete(path) {
      here.delete(path);
      store.removeItem(prefix + path);
    },
  };
}
