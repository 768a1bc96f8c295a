/** Decap's media library is a dialog above the form; it does not tell when it is closed without a choice. */
const LIBRARY = '.ReactModalPortal > *';

/** Calls back once the media library has been open and is gone. Returns what ends the waiting. */
export function libraryClosed(page: Document, callback: () => void): () => void {
  let seen = false;
  const observer = new MutationObserver(() => {
    const open = page.querySelector(LIBRARY) !== null;
    if (open) seen = true;
    else if (seen) {
      observer.disconnect();
      callback();
    }
  });
  observer.observe(page.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
