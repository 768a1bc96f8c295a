import { makeElement } from './make-element.ts';

/** What a folding section needs. */
export interface FoldSectionOptions {
  /** One of a row of sibling elements; the section is what follows it. */
  readonly divider: HTMLElement;
  readonly label: string;
  /** How it is until the person folds it one way or the other. */
  readonly open: boolean;
  /** A selector of the divider of the next section, where this one ends. */
  readonly nextDividers: string;
  /** How many fields the section has, and how many are filled. */
  count?(): { readonly all: number; readonly filled: number };
}

/** A section of the form that can be folded. */
export interface FoldSection {
  /** Counts again, and folds what came since. */
  refresh(): void;
  /** Opens the section when the element is in it. */
  reveal(element: HTMLElement): void;
  destroy(): void;
}

/** What marks a field with something to put right. */
const ERRORS = '[aria-invalid="true"], [class*="-ControlErrorsList"] li';
const KEY = 'kanopi-fold:';

/** Puts a heading with a button into `divider`, which folds the siblings after it up to the next divider. It opens by itself when a field in it
 *  gets something to put right, and remembers for the session how the person left it. Siblings may come, go and be drawn again. */
export function foldSection({ divider, label, open, nextDividers, count }: FoldSectionOptions): FoldSection {
  const key = `${KEY}${label}`;
  let isOpen = remembered(key) ?? open;
  let folded = new Set<Element>();
  let planned = 0;
  const words = makeElement('span', { class: 'garden-fold-count' });
  const button = makeElement(
    'button',
    { type: 'button', class: 'garden-fold-button' },
    makeElement('span', { class: 'garden-fold-sign', 'aria-hidden': 'true' }),
    makeElement('span', {}, label),
    words,
  );
  const heading = makeElement('h2', { class: 'garden-fold' }, button);

  const row = new MutationObserver((changes) => {
    const own = following();
    const came = changes.filter((change) => [...change.addedNodes].some((node) => own.includes(node as HTMLElement)));
    if (came.some(bringsError)) isOpen = true;
    refresh();
  });
  const inside = new MutationObserver((changes) => {
    if (changes.some(bringsError)) setOpen(true);
  });

  function following(): HTMLElement[] {
    const found: HTMLElement[] = [];
    for (let next = divider.nextElementSibling; next && !next.matches(nextDividers); next = next.nextElementSibling) if (next instanceof HTMLElement) found.push(next);
    return found;
  }

  function refresh(): void {
    if (!divider.isConnected) return;
    // Watching anew would drop what was seen and not yet told.
    if (inside.takeRecords().some(bringsError)) isOpen = true;
    const now = new Set<Element>(isOpen ? [] : following());
    for (const element of folded) if (!now.has(element)) setFolded(element, false);
    for (const element of now) setFolded(element, true);
    folded = now;
    const parent = divider.parentElement;
    row.disconnect();
    inside.disconnect();
    if (parent) {
      row.observe(parent, { childList: true });
      // A sibling may turn out to be a divider only later.
      for (const element of parent.children) row.observe(element, { attributes: true });
    }
    for (const element of folded) inside.observe(element, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-invalid'] });
    const counted = count?.();
    const text = counted ? ` · ${counted.all} ${counted.all === 1 ? 'field' : 'fields'}, ${counted.filled === 0 ? 'none' : counted.filled} filled` : '';
    if (words.textContent !== text) words.textContent = text;
    button.setAttribute('aria-expanded', String(isOpen));
  }

  function setOpen(next: boolean): void {
    isOpen = next;
    refresh();
  }

  const plan = () => {
    cancelAnimationFrame(planned);
    planned = requestAnimationFrame(refresh);
  };
  const parent = divider.parentElement;
  const EVENTS = ['input', 'change', 'click', 'focusout'];

  button.addEventListener('click', () => {
    setOpen(!isOpen);
    remember(key, isOpen);
  });
  for (const name of EVENTS) parent?.addEventListener(name, plan);
  divider.classList.add('garden-fold-divider');
  divider.prepend(heading);
  refresh();
  // Dividers that are drawn in the same go know only now that they are dividers.
  queueMicrotask(refresh);

  return {
    refresh,
    reveal(element) {
      if (!isOpen && following().some((sibling) => sibling.contains(element))) setOpen(true);
    },
    destroy() {
      row.disconnect();
      inside.disconnect();
      cancelAnimationFrame(planned);
      for (const name of EVENTS) parent?.removeEventListener(name, plan);
      for (const element of folded) setFolded(element, false);
      heading.remove();
      divider.classList.remove('garden-fold-divider');
    },
  };
}

/** Two attributes and no class, since whoever draws the sibling writes its classes anew each time. */
function setFolded(element: Element, folded: boolean): void {
  if (element.hasAttribute('data-garden-folded') === folded) return;
  element.toggleAttribute('hidden', folded);
  element.toggleAttribute('data-garden-folded', folded);
}

function bringsError(change: MutationRecord): boolean {
  if (change.type === 'attributes') return change.target instanceof Element && change.target.matches(ERRORS);
  return [...change.addedNodes].some((node) => node instanceof Element && (node.matches(ERRORS) || node.querySelector(ERRORS) !== null));
}

function remembered(key: string): boolean | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : text === 'open';
  } catch {
    return undefined;
  }
}

function remember(key: string, open: boolean): void {
  try {
    sessionStorage.setItem(key, open ? 'open' : 'folded');
  } catch {
    // Without storage the section starts as it was made.
  }
}
