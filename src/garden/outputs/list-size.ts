import type { z } from 'zod';

/** How many items a list may hold. */
export interface ListSize {
  readonly min?: number;
  readonly max?: number;
}

/** Reads the bounds of a list from its schema. */
export function listSize(list: z.ZodArray): ListSize {
  const checks = (list.def.checks ?? []).map((check) => check._zod.def as { check: string; minimum?: number; maximum?: number });
  const min = checks.find(({ check }) => check === 'min_length')?.minimum;
  const max = checks.find(({ check }) => check === 'max_length')?.maximum;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
