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

/** Calls back whenever an entry is opened, changed or closed. */
export function onSession(listener: (session: Session | undefined) => void): void {
  listeners.add(listener);
}

/** Tells everybody who listens that something in the open entry may have changed. */
export function tellSession(): void {
  for (const listener of listeners) listener(open);
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
