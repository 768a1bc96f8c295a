import { z } from 'zod';

/** A skill level, as capabilities describe it: 1 curious, 2 helped, 3 able, 4 guides others. */
export const LEVELS = { 1: 'curious', 2: 'helped', 3: 'able', 4: 'guides others' } as const;

/** What keeps a text on one line. */
export const ONE_LINE = /^[^\r\n]*$/;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** One line of text between `min` and `max` characters, with no leading or trailing space. */
export function line(min: number, max: number) {
  return z.string().trim().min(min).max(max).regex(ONE_LINE, 'must stand on one line');
}

/** A short text of one or more sentences, at most `max` characters; it may run over several lines. */
export function prose(max: number, min = 1) {
  return z.string().trim().min(min).max(max);
}

/** The id of an entry of one kind: its file name without `.mdx`. */
export function ref(kind: string) {
  return z
    .string()
    .regex(ID, 'must be the file name of an entry, in lower case with hyphens')
    .meta({ ref: [kind] });
}

/** The address of an entry of one of several kinds, written `kind/id`. */
export function refAny(...kinds: string[]) {
  return z
    .string()
    .regex(/^[a-z-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a kind and a file name, such as "guides/run-a-first-meeting"')
    .meta({ ref: kinds, withKind: true });
}

/** The id of an item of a vocabulary in `content/vocabularies/<name>.yaml`. */
export function oneOf(vocabulary: string) {
  return z.string().min(1).meta({ vocabulary });
}

/** The address of a picture in `content/media`, as bodies write it: `../media/ridge.jpg`. Whether it is there is for a rule to say. */
export function media() {
  return line(1, 300).meta({ media: true });
}

/** A calendar day, `YYYY-MM-DD`. It stays a string, so no time zone can move it. */
export function plainDate() {
  return z.string().refine(isPlainDate, 'must be a day that exists, written like 2026-03-01').meta({ format: 'date' });
}

/** A year, month or day: `2015`, `2015-06` or `2015-06-30`. A bare YAML year (a number) is taken as text. */
export function partialDate() {
  return z
    .union([z.number().int().min(1000).max(2999), z.string()])
    .transform(String)
    .refine((value) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(value) || isPlainDate(value), 'must be a year, month or day, written like 2015, 2015-06 or 2015-06-30')
    .meta({ format: 'partial-date' });
}

/** A full address on the web. Only http and https, so that nothing in it can run. */
export function webAddress() {
  return z.string().max(2000).refine(isWebAddress, 'must be a full address that starts with https:// or http://').meta({ format: 'uri' });
}

/** Where somebody can be written to: a page on the web, or an e-mail address as `mailto:name@example.org`. */
export function contactAddress() {
  return z
    .string()
    .max(2000)
    .refine((value) => isWebAddress(value) || /^mailto:[^\s<>"`\\?@]+@[^\s<>"`\\?@]+$/i.test(value), 'must be a full address that starts with https:// or mailto:');
}

function isPlainDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] ?? 0);
}

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s<>"`\\]+$/i.test(value)) return false;
  try {
    return new URL(value).hostname !== '';
  } catch {
    return false;
  }
}
