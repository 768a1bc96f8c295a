import { z } from 'zod';
import type { every } from './base.ts';

/** The header of a kind: a strict object of these fields, with what holds for every kind. Checks of the kind's own can follow. */
export function header<Shape extends Pick<typeof every, 'status' | 'retire_reason'>>(shape: Shape) {
  return z.strictObject(shape).check((ctx) => {
    const { status, retire_reason: reason } = ctx.value as { status: string; retire_reason?: string };
    if (status !== 'retired' || reason !== undefined) return;
    ctx.issues.push({ code: 'custom', input: reason, path: ['retire_reason'], message: 'A retired page needs "retire_reason": one sentence for readers who still come here.' });
  });
}
