import { isKindName } from '#garden/schema/index.ts';

/** An address that went: the day, and where its file stands by a later name. */
export interface Gone {
  readonly last: string;
  readonly movedTo?: string;
}

const ENTRY = /^([a-z-]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

/**
 * Reads a log from oldest to newest (each commit `\x01day`, then name and status of its files, all ended by NUL) into
 * the addresses that live at its end and those that went before. A file that was moved on has one target, the last;
 * one that was written anew lives; what was moved to an address that went later has no target.
 */
export function readMoves(log: string): { readonly living: ReadonlySet<string>; readonly gone: ReadonlyMap<string, Gone> } {
  const living = new Set<string>();
  const gone = new Map<string, Gone>();
  // Which old addresses lead to a living one.
  const sources = new Map<string, Set<string>>();

  const go = (address: string, last: string, movedTo?: string): void => {
    living.delete(address);
    const before = sources.get(address) ?? new Set<string>();
    sources.delete(address);
    for (const old of before) gone.set(old, { last: gone.get(old)?.last ?? last, ...(movedTo === undefined ? {} : { movedTo }) });
    gone.set(address, { last, ...(movedTo === undefined ? {} : { movedTo }) });
    if (movedTo !== undefined) sources.set(movedTo, new Set([...(sources.get(movedTo) ?? []), ...before, address]));
  };
  const come = (address: string): void => {
    living.add(address);
    const target = gone.get(address)?.movedTo;
    if (target !== undefined) sources.get(target)?.delete(address);
    gone.delete(address);
  };

  for (const commit of log.split('\x01').slice(1)) {
    const [day = '', ...rest] = commit.split('\0');
    const last = day.trim();
    const changes = changesOf(rest);
    // Names may swap within one commit: all that went goes before anything comes.
    for (const { from, to } of changes) if (from !== undefined) go(from, last, to);
    for (const { to } of changes) if (to !== undefined) come(to);
  }
  return { living, gone };
}

interface Change {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function changesOf(parts: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (let index = 0; index < parts.length;) {
    const status = (parts[index] ?? '').replace(/^\n+/, '');
    const letter = status[0] ?? '';
    if (letter === 'R' || letter === 'C') {
      const [from, to] = [addressOf(parts[index + 1]), addressOf(parts[index + 2])];
      changes.push(letter === 'R' ? { from, to } : { to });
      index += 3;
    } else if (letter === '') index += 1;
    else {
      const address = addressOf(parts[index + 1]);
      if (letter === 'A') changes.push({ to: address });
      else if (letter === 'D') changes.push({ from: address });
      index += 2;
    }
  }
  return changes;
}

function addressOf(name = ''): string | undefined {
  const [, kind = '', id] = ENTRY.exec(name) ?? [];
  return id !== undefined && isKindName(kind) ? `${kind}/${id}` : undefined;
}
