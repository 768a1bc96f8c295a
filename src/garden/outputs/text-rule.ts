import type { z } from 'zod';
import { ONE_LINE } from '../schema/fields.ts';
import type { FieldFacts } from './field-facts.ts';

/** What a text must be like, as a pattern that any language of forms understands, and in words. */
export interface TextRule {
  readonly oneLine: boolean;
  /** Source of a regular expression without flags; absent when any text will do. */
  readonly pattern?: string;
  /** Ends a sentence that starts with the name of the field: "must be 2 to 90 characters on one line". */
  readonly words?: string;
}

const DAY =
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29';

/** Texts whose schema is a function, by the format it names. */
const FORMATS: Readonly<Record<string, TextRule>> = {
  date: { oneLine: true, pattern: `^(?:${DAY})$`, words: 'must be a day that exists, written like 2026-03-01' },
  'partial-date': { oneLine: true, pattern: `^(?:\\d{4}(?:-(?:0[1-9]|1[0-2]))?|${DAY})$`, words: 'must be a year, month or day, written like 2015, 2015-06 or 2015-06-30' },
  uri: { oneLine: true, pattern: '^(?=[\\s\\S]{1,2000}$)[hH][tT][tT][pP][sS]?:\\/\\/[^\\s<>"`\\\\]+$', words: 'must be a full address that starts with https:// or http://' },
};

/** Reads the rule of a text field from its schema. */
export function textRule({ inner, notes }: FieldFacts): TextRule {
  const format = notes.format && Object.hasOwn(FORMATS, notes.format) ? FORMATS[notes.format] : undefined;
  if (format) return format;
  const checks = ((inner.def as { checks?: readonly z.core.$ZodCheck[] }).checks ?? []).map((check) => check._zod.def as CheckDef);
  const patterns = checks.filter((check) => check.pattern !== undefined);
  const own = patterns.find(({ pattern }) => pattern !== ONE_LINE);
  if (own?.pattern) {
    const words = own.error?.({});
    return { oneLine: true, pattern: own.pattern.source, ...(typeof words === 'string' ? { words } : {}) };
  }
  const oneLine = patterns.length > 0;
  const min = checks.find((check) => check.check === 'min_length')?.minimum ?? 0;
  const max = checks.find((check) => check.check === 'max_length')?.maximum;
  if (min === 0 && max === undefined) return { oneLine };
  return { oneLine, pattern: lengthPattern(min, max, oneLine), words: `must be ${lengthWords(min, max)}${oneLine ? ' on one line' : ''}` };
}

interface CheckDef {
  readonly check: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly error?: (issue: object) => unknown;
}

/** Counts what lies between the first and the last sign that is no space, as the schema does after trimming. */
function lengthPattern(min: number, max: number | undefined, oneLine: boolean): string {
  const sign = oneLine ? '[^\\r\\n]' : '[\\s\\S]';
  const most = max === undefined ? '' : Math.max(0, max - 2);
  if (max === 1) return '^\\s*\\S\\s*$';
  const long = `\\S${sign}{${Math.max(0, min - 2)},${most}}\\S`;
  return min > 1 ? `^\\s*${long}\\s*$` : `^\\s*(?:\\S|${long})\\s*$`;
}

function lengthWords(min: number, max: number | undefined): string {
  if (max === undefined) return `at least ${min} characters`;
  return min > 1 ? `${min} to ${max} characters` : `at most ${max} characters`;
}
