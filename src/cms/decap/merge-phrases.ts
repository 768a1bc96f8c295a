import type { Phrases } from './decap.ts';

/** Lays some phrases over all others. */
export function mergePhrases(all: Phrases, own: Phrases): Phrases {
  const merged: Record<string, string | Phrases> = { ...all };
  for (const [key, value] of Object.entries(own)) {
    const below = merged[key];
    merged[key] = typeof value === 'string' || typeof below !== 'object' ? value : mergePhrases(below, value);
  }
  return merged;
}
