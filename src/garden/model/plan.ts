import type { AnyEntry, Entry, Plan } from './garden.ts';

/** A curriculum with its sessions found, its minutes added up and everything to know first. Cycles are followed once. */
export function plan(curriculum: Entry<'curricula'>, find: (address: string) => AnyEntry | undefined): Plan {
  const modules = curriculum.fields.modules.map((module) => {
    const sessions = module.sessions.flatMap((id) => {
      const session = find(`sessions/${id}`);
      return session?.kind === 'sessions' ? [session] : [];
    });
    return { title: module.title, ...(module.aim ? { aim: module.aim } : {}), sessions, minutes: total(sessions) };
  });
  const own = new Set<AnyEntry>(modules.flatMap((module) => module.sessions));
  const seen = new Set<AnyEntry>([curriculum]);
  const prerequisites: AnyEntry[] = [];
  const visit = (entry: AnyEntry) => {
    for (const address of required(entry)) {
      const before = find(address);
      if (!before || seen.has(before)) continue;
      seen.add(before);
      visit(before);
      if (!own.has(before)) prerequisites.push(before);
    }
  };
  visit(curriculum);
  for (const session of own) visit(session);
  return { curriculum, modules, minutes: total([...own] as Entry<'sessions'>[]), prerequisites };
}

/** Addresses of what an entry says to know first. */
export function required(entry: AnyEntry): readonly string[] {
  if (entry.kind === 'guides') return (entry.fields.requires ?? []).map((id) => `guides/${id}`);
  if (entry.kind === 'curricula' || entry.kind === 'sessions') return entry.fields.requires ?? [];
  return [];
}

function total(sessions: readonly Entry<'sessions'>[]): number {
  return sessions.reduce((sum, session) => sum + session.fields.minutes, 0);
}
