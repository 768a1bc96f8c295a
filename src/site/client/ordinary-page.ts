// What every page does beyond HTML, in as few bytes as can be: it marks the heading being read, opens search in place, and opens all answers for print.
const searchLink = document.querySelector<HTMLAnchorElement>('[data-search-open]');

async function openSearch(): Promise<void> {
  const { openSearchDialog } = await import('./search-dialog.ts');
  openSearchDialog(searchLink!.dataset['root']!, searchLink!.dataset['facets']);
}

if (searchLink && !document.querySelector('[data-search-page]')) {
  searchLink.querySelector('kbd')?.removeAttribute('hidden');
  searchLink.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void openSearch();
  });
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest?.('input, textarea, select, [contenteditable], dialog');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    void openSearch();
  });
}

const contents = document.querySelector('[data-contents]');
if (contents) {
  const links = new Map([...contents.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  const mark = () => {
    const line = innerHeight * 0.25;
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < line).at(-1);
    for (const [id, link] of links) {
      if (id === read?.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const watcher = new IntersectionObserver(mark, { rootMargin: '0px 0px -75% 0px' });
  for (const heading of headings) watcher.observe(heading);
}

addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('[data-entry-body] details')) details.open = true;
});
