import type { z } from 'zod';

/** The bounds of a number, as forms and readers need them. */
export interface NumberRange {
  readonly value_type: 'int' | 'float';
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/** Reads the bounds of a number from its schema; those that only say "a number a computer can hold" are left out. */
export function numberRange(schema: z.ZodNumber): NumberRange {
  const whole = schema.format === 'safeint';
  const { minValue: min, maxValue: max } = schema;
  return { value_type: whole ? 'int' : 'float', ...(isBound(min) ? { min } : {}), ...(isBound(max) ? { max } : {}), ...(whole ? { step: 1 } : {}) };
}

function isBound(value: number | null): value is number {
  return value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER;
}
