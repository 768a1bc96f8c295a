/** Data without `''`, null, empty lists and empty objects, and where each kept list item stood before. */
export interface Cleaned {
  readonly value: unknown;
  /** Turns a path in the cleaned data into the path in the data as written. */
  original(path: readonly PropertyKey[]): PropertyKey[];
}

/** Leaves out empty values, which count as absent: forms write them for fields that nobody filled. */
export function dropEmpty(data: unknown): Cleaned {
  const indexes = new Map<object, number[]>();
  const value = clean(data, indexes);
  return {
    value,
    original(path) {
      let at: unknown = value;
      return path.map((key) => {
        const written = Array.isArray(at) && typeof key === 'number' ? (indexes.get(at)?.[key] ?? key) : key;
        at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined;
        return written;
      });
    },
  };
}

function clean(value: unknown, indexes: Map<object, number[]>): unknown {
  if (value === '' || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const kept: unknown[] = [];
    const from: number[] = [];
    value.forEach((item, index) => {
      const cleaned = clean(item, indexes);
      if (cleaned === undefined) return;
      kept.push(cleaned);
      from.push(index);
    });
    if (kept.length === 0) return undefined;
    indexes.set(kept, from);
    return kept;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).flatMap(([key, item]) => {
      const cleaned = clean(item, indexes);
      return cleaned === undefined ? [] : [[key, cleaned] as const];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value;
}
