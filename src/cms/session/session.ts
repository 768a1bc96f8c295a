import type { ControlProps, ImmutableMap } from '../decap/decap.ts';

/** One entry that is open in the form. */
export interface Session {
  readonly collection: string;
  /** Empty for an entry that is not stored yet. */
  readonly slug: string;
  readonly path: string;
  /** The data in the form at this moment. */
  entry(): ImmutableMap | undefined;
  /** Puts the cursor into the text. */
  goTo(line: number, column: number): void;
}

let open: Session | undefined;
const listeners = new Set<(session: Session | undefined) => void>();

/** The entry that is open in the form, if any. */
export function currentSession(): Session | undefined {
  return open;
}

/** Calls back whenever an entry is opened, changed or closed; returns what ends that. */
export function onSession(listener: (session: Session | undefined) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells everybody who listens that something in the open entry may have changed. */
export function tellSession(): void {
  for (const listener of listeners) listener(open);
}

/** Looks after each thing that somebody does on the page whether the entry has changed by it: Decap tells only the control of the field. */
export function watchEntry(page: Document): void {
  let seen: unknown;
  const look = () =>
    requestAnimationFrame(() => {
      const data = open?.entry()?.get('data');
      if (data === seen) return;
      seen = data;
      tellSession();
    });
  for (const event of ['input', 'change', 'click', 'keyup', 'drop']) page.addEventListener(event, look, { capture: true, passive: true });
}

/** Remembers that an entry is open; returns what to call when it is closed. */
export function openSession({ collection, getEntry }: ControlProps, goTo: Session['goTo']): () => void {
  const entry = getEntry();
  const session: Session = { collection: String(collection.get('name')), slug: String(entry?.get('slug') ?? ''), path: String(entry?.get('path') ?? ''), entry: getEntry, goTo };
  open = session;
  tellSession();
  return () => {
    if (open !== session) return;
    open = undefined;
    tellSession();
  };
}
