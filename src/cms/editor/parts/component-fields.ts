import type * as z from 'zod';
import type { Component } from '#garden/safe-mdx/components.ts';

/** One attribute of a component, as a control of a dialog. */
export interface ComponentField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly required: boolean;
  readonly kind: 'choice' | 'line' | 'words' | 'source' | 'sources';
  readonly choices: readonly string[];
  /** What the component takes when nothing is written. */
  readonly usual: string;
  readonly longest: number | undefined;
  /** Says what to change in a value, or nothing. */
  problem(value: string): string | undefined;
}

const LONG = 200;

/** The attributes of a component in their order. */
export function componentFields(component: Component): readonly ComponentField[] {
  return Object.entries(component.props.shape).map(([name, schema]) => field(component.name, name, schema as z.ZodType));
}

function field(component: string, name: string, schema: z.ZodType): ComponentField {
  const { inner, optional, usual, meta } = unwrapped(schema);
  const choices = inner.def.type === 'enum' ? ((inner as z.ZodEnum).options as string[]) : [];
  const longest = longestOf(inner);
  const example = String((meta['examples'] as unknown[] | undefined)?.[0] ?? '');
  const label = String(meta['title'] ?? name);
  // Cite takes one source or several: the dialog offers the one way that does for both.
  const kind = choices.length > 0 ? 'choice' : name === 'source' ? 'source' : name === 'sources' ? 'sources' : longest !== undefined && longest >= LONG ? 'words' : 'line';
  return {
    name,
    label,
    hint: String(meta['description'] ?? ''),
    example,
    required: !optional || (component === 'Cite' && name === 'source'),
    kind,
    choices,
    usual,
    longest,
    problem(value) {
      const result = value.trim() === '' ? undefined : schema.safeParse(value);
      if (!result || result.success) return undefined;
      const rule = result.error.issues[0]?.message ?? '';
      return rule.startsWith('must') ? `${label} ${rule}.` : `Write it like ${example}.`;
    },
  };
}

interface Unwrapped {
  inner: z.ZodType;
  optional: boolean;
  usual: string;
  meta: Record<string, unknown>;
}

function unwrapped(schema: z.ZodType): Unwrapped {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType; defaultValue?: unknown } };
  const own = (schema.meta() ?? {}) as Record<string, unknown>;
  if (def.innerType && (def.type === 'optional' || def.type === 'default')) {
    const inside = unwrapped(def.innerType);
    return { ...inside, optional: true, usual: def.type === 'default' ? String(def.defaultValue) : inside.usual, meta: { ...inside.meta, ...own } };
  }
  return { inner: schema, optional: false, usual: '', meta: own };
}

function longestOf(schema: z.ZodType): number | undefined {
  const { maxLength, def } = schema as unknown as { maxLength?: number | null; def: { out?: z.ZodType } };
  return maxLength ?? (def.out ? longestOf(def.out) : undefined);
}
