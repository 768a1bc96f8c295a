import type { z } from 'zod';
import type { Problem } from '../checks/problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Cleaned } from './drop-empty.ts';
import type { YamlReading } from './read-yaml.ts';

/** A list with the same mistake in each of its items needs no more. */
const MOST_ISSUES = 200;

/** Turns what zod found into sentences about the contributor's fields. Problems carry an empty `file`. */
export function fieldProblems(all: readonly z.core.$ZodIssue[], schema: z.ZodType, cleaned: Cleaned, yaml: YamlReading): Problem[] {
  const problems: Problem[] = [];
  const issues = all.slice(0, MOST_ISSUES);
  const missing = new Set(issues.filter((issue) => isMissing(issue, cleaned.value)).map((issue) => pathKey(issue.path)));
  const explained = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const allowed = fieldNames(schema, issue.path);
    for (const name of issue.keys) {
      const near = nearest(name, allowed);
      const meant = near && pathKey([...issue.path, near]);
      if (meant && missing.has(meant)) explained.add(meant);
      problems.push({
        rule: 'unknown-field',
        severity: 'error',
        file: '',
        path: cleaned.original([...issue.path, name]),
        ...yaml.place(cleaned.original([...issue.path, name]), true),
        message: `There is no field called "${name}" here.`,
        suggestion: near ? `Did you mean "${near}"?` : `The fields here are: ${allowed.join(', ')}.`,
      });
    }
  }
  const wrongType = new Set<string>();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') continue;
    const path = pathKey(issue.path);
    if (wrongType.has(path)) continue;
    if (issue.code === 'invalid_type') wrongType.add(path);
    if (explained.has(path) && isMissing(issue, cleaned.value)) continue;
    problems.push(wrongValue(issue, schema, cleaned, yaml));
  }
  return problems;
}

function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}

function wrongValue(issue: z.core.$ZodIssue, schema: z.ZodType, cleaned: Cleaned, yaml: YamlReading): Problem {
  const field = schemaAt(schema, issue.path);
  const meta = field?.meta() as { title?: string; description?: string; examples?: readonly unknown[] } | undefined;
  const label = issue.path.length === 0 ? 'This header' : `"${issue.path.filter((part) => typeof part === 'string').join(' › ')}"`;
  const path = cleaned.original(issue.path);
  const place = { path, ...yaml.place(path) };
  const written = yaml.written(path);
  if (isMissing(issue, cleaned.value)) {
    if (written && /^[[{]/.test(written)) return { rule: 'wrong-value', severity: 'error', file: '', ...place, message: `${label} cannot start with a bracket.`, suggestion: inQuotes(written) };
    const example = meta?.examples?.[0];
    return {
      rule: 'missing-field',
      severity: 'error',
      file: '',
      ...place,
      message: `${label} is missing.${meta?.description ? ` ${meta.description}` : ''}`,
      suggestion: `Add a line such as ${String(issue.path.at(-1))}: ${typeof example === 'object' ? JSON.stringify(example) : String(example ?? '…')}`,
    };
  }
  const own = issue.code === 'custom' ? (issue.params as OwnRule | undefined) : undefined;
  if (own?.rule) return { rule: own.rule, severity: 'error', file: '', ...place, message: issue.message, suggestion: own.suggestion };
  return { rule: 'wrong-value', severity: 'error', file: '', ...place, ...sentence(issue, label, valueAt(cleaned.value, issue.path), meta?.examples?.[0], written) };
}

/** A check of a schema that is a rule of its own says so in its `params`. */
interface OwnRule {
  readonly rule?: string;
  readonly suggestion: string;
}

function sentence(issue: z.core.$ZodIssue, label: string, value: unknown, example: unknown, written: string | undefined): { message: string; suggestion: string } {
  const like = example === undefined ? 'Look at another page of this kind.' : `Write it like ${typeof example === 'object' ? JSON.stringify(example) : `"${String(example).replace(/\.$/, '')}"`}.`;
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return { message: `${label} is too short: ${String(value).trim().length} characters, at least ${issue.minimum}.`, suggestion: like };
      if (issue.origin === 'array') return { message: `${label} needs at least ${issue.minimum} ${issue.minimum === 1 ? 'item' : 'items'}.`, suggestion: like };
      return { message: `${label} is too small: at least ${issue.minimum}.`, suggestion: like };
    case 'too_big':
      if (issue.origin === 'string')
        return { message: `${label} is too long: ${String(value).trim().length} characters, at most ${issue.maximum}.`, suggestion: 'Shorten it, or move the rest into the text.' };
      if (issue.origin === 'array') return { message: `${label} has too many items: at most ${issue.maximum}.`, suggestion: 'Keep those that matter most.' };
      return { message: `${label} is too large: at most ${issue.maximum}.`, suggestion: like };
    case 'invalid_value': {
      const near = nearest(String(value), issue.values.map(String));
      return {
        message: `${label} cannot be "${String(value).slice(0, 80)}".`,
        suggestion: near ? `Did you mean "${near}"? It can be: ${issue.values.join(', ')}.` : `It can be: ${issue.values.join(', ')}.`,
      };
    }
    case 'invalid_type':
      return { message: `${label} must be ${typeWord(issue.expected)}, not ${typeWord(kindOf(value))}.`, suggestion: issue.expected === 'string' && written ? inQuotes(written) : like };
    case 'custom':
    case 'invalid_format': {
      const own = issue.message;
      if (/^[A-Z]/.test(own) && !/^Invalid/.test(own)) return { message: own, suggestion: 'Put the one or the other right.' };
      return { message: `${label} ${/^Invalid/.test(own) ? 'is not written as it should be' : own}.`, suggestion: like };
    }
    default:
      return { message: `${label} is not written as it should be.`, suggestion: like };
  }
}

function inQuotes(written: string): string {
  return `Put it in quotes: "${written.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

function isMissing(issue: z.core.$ZodIssue, data: unknown): boolean {
  return issue.path.length > 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') && valueAt(data, issue.path) === undefined;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let at = data;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** The schema of a field by its path, or undefined. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const key of path) {
    const inner: z.core.$ZodTypeDef & { shape?: Record<string, z.ZodType>; element?: z.ZodType } = unwrap(at)?.def as never;
    if (inner?.shape) at = Object.hasOwn(inner.shape, key) ? inner.shape[String(key)] : undefined;
    else if (inner?.element) at = inner.element;
    else return undefined;
    if (!at) return undefined;
  }
  return at;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let at = schema;
  while (at) {
    const def = at.def as { innerType?: z.ZodType; in?: z.ZodType };
    if (def.innerType) at = def.innerType;
    else if (def.in) at = def.in;
    else return at;
  }
  return undefined;
}

function fieldNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const def = unwrap(schemaAt(schema, path))?.def as { shape?: object } | undefined;
  return Object.keys(def?.shape ?? {});
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function typeWord(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
    null: 'empty',
    undefined: 'empty',
  };
  return words[type] ?? 'something else';
}
