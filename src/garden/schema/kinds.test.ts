import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { fieldFacts, fieldsOf } from '../outputs/field-facts.ts';
import { siteSchema } from './site.ts';
import { KIND_NAMES, KINDS } from './index.ts';

const CASE = parse(`
title: Rats on the peninsula
summary: What one group tried on a peninsula, and how it went.
status: review
credits: [{ name: Garden editors, role: author }]
form: snapshot
basis: published-sources
sources: [wcc-2023]
applied: [{ guide: lay-out-a-trap-network, how: adapted }]
place: { name: Miramar, region: nz-wgn, precision: district }
started: "2019"
outcome: mixed
outcome_summary: Most rats went, and some came back.
why: Ship rats live above the devices.
lessons: [Say early that it takes years.]
`) as Record<string, unknown>;

const FULL = { problem: 'Rats kept birds out of the suburb.', what_we_did: 'A grid of stations and traps.', would_do_again: 'not-known' };

function messages(kind: keyof typeof KINDS, data: unknown): { path: string; message: string }[] {
  const result = KINDS[kind].fields.safeParse(data);
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}

describe('a case study', () => {
  it('may be a snapshot without the long parts', () => {
    expect(messages('case-studies', CASE)).toEqual([]);
  });

  it('needs them to be full, and each is named at its own field', () => {
    expect(messages('case-studies', { ...CASE, form: 'full' })).toEqual([
      { path: 'problem', message: 'A full case study needs "problem": what was wrong, and why it mattered.' },
      { path: 'what_we_did', message: 'A full case study needs "what_we_did": the action, in a few sentences.' },
      { path: 'would_do_again', message: 'A full case study needs "would_do_again": what they say themselves, or "not-known".' },
    ]);
    expect(messages('case-studies', { ...CASE, form: 'full', ...FULL })).toEqual([]);
  });
});

describe.each(KIND_NAMES)('the kind %s', (kind) => {
  it('needs a reason to retire a page', () => {
    const { shape } = KINDS[kind].fields.def as unknown as { shape: Record<string, z.ZodType> };
    const data = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, name === 'minutes' ? 20 : fieldFacts(field).notes.examples?.[0]]));
    const words = { path: 'retire_reason', message: 'A retired page needs "retire_reason": one sentence for readers who still come here.' };
    expect(messages(kind, { ...data, status: 'retired', retire_reason: undefined })).toEqual([words]);
    expect(messages(kind, { ...data, status: 'retired' })).toEqual([]);
    expect(messages(kind, { ...data, status: 'current', retire_reason: undefined })).toEqual([]);
  });

  it('can be replaced by a page of any kind', () => {
    const field = new Map(fieldsOf(KINDS[kind].fields)).get('superseded_by')!;
    expect(fieldFacts(field).notes.ref).toEqual(KIND_NAMES);
  });

  it('gives every field words and an example that is right', () => {
    for (const [name, field] of everyField(KINDS[kind].fields, '')) {
      const { notes } = fieldFacts(field);
      expect([name, notes.title, notes.description, notes.examples]).toEqual([name, expect.any(String), expect.any(String), [expect.anything()]]);
      expect([name, field.safeParse(notes.examples?.[0]).success]).toEqual([name, true]);
    }
  });

  it('starts new entries only with values that a required field may have', () => {
    for (const [name, field] of everyField(KINDS[kind].fields, '')) {
      const { notes, required } = fieldFacts(field);
      if (notes.initial !== undefined) expect([name, required, field.safeParse(notes.initial).success]).toEqual([name, true, true]);
    }
  });
});

it('site.yaml may say where the form stores', () => {
  expect(siteSchema.parse({ form: { host: 'github', auth: 'https://login.example.org/' } }).form).toEqual({ host: 'github', auth: 'https://login.example.org/' });
  expect(siteSchema.safeParse({ form: { host: 'somewhere' } }).success).toBe(false);
});

function everyField(schema: z.ZodType, around: string): (readonly [name: string, field: z.ZodType])[] {
  return fieldsOf(schema).flatMap(([name, field]) => {
    const path = `${around}${name}`;
    const { inner } = fieldFacts(field);
    const group = (inner.def as { element?: z.ZodType }).element ?? inner;
    const inside = 'shape' in fieldFacts(group).inner.def ? everyField(group, `${path} › `) : [];
    return [[path, field] as const, ...inside];
  });
}
