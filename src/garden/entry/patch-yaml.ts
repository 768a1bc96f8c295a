import { isMap, parseDocument } from 'yaml';
import type { z } from 'zod';
import { normaliseText } from '../text/normalise-text.ts';
import { dropEmpty } from './drop-empty.ts';
import { dataKey, ownValue } from './plain-data.ts';
import { readYaml } from './read-yaml.ts';
import { schemaInside, schemaOrder } from './schema-order.ts';
import { mapEdits } from './yaml-edits.ts';
import { applyEdits, lineStart, nextLine, partsOf } from './yaml-places.ts';
import { blockLines, canonicalString, pairLines } from './yaml-text.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * Makes the lines of a header say `wanted` (which holds no empty values), field by field: one whose value is the same
 * keeps its lines letter for letter, and of one that changed as much as can stay. Notes stay, but those in lines that
 * go. What is written reads back as `wanted`.
 */
export function patchYaml(yaml: string, wanted: Data, schema: z.ZodType): string {
  let text = yaml;
  let said = (dropEmpty(read(yaml)).value ?? {}) as Data;
  for (const name of schemaOrder([...new Set([...Object.keys(said), ...Object.keys(wanted)])], schema)) {
    const value = ownValue(wanted, name);
    if (dataKey(ownValue(said, name)) === dataKey(value)) continue;
    const others = Object.entries(said).filter(([key]) => key !== name);
    const target: Data = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
    const patched = [finely, coarsely].reduce<string | undefined>((done, patch) => done ?? checked(() => patch(text, name, target, schema), target), undefined);
    if (patched === undefined) return lines(blockLines(wanted, schema), text);
    text = patched;
    said = target;
  }
  return text;
}

/** The text that a patch gives, when it reads back as it should. */
function checked(patch: () => string, target: Data): string | undefined {
  try {
    const text = patch();
    return dataKey(canonical(dropEmpty(read(text)).value ?? {})) === dataKey(canonical(target)) ? text : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function finely(text: string, _name: string, target: Data, schema: z.ZodType): string {
  const before = read(text) ?? undefined;
  const map = mapOf(text);
  if (!map && before !== undefined) throw new RangeError('No field stands here');
  if (!map) return text + lines(blockLines(target, schema), text);
  return applyEdits(
    text,
    mapEdits(text, map, before, target, schema).map((edit) => ({ ...edit, text: ends(edit.text, text) })),
  );
}

/** Writes the lines of one field anew. */
function coarsely(text: string, name: string, target: Data, schema: z.ZodType): string {
  const map = mapOf(text);
  if (!map || map.flow) throw new RangeError('No field stands on lines of its own');
  const index = map.items.findIndex(({ key }) => String((key as { value?: unknown }).value ?? '') === name);
  const part = partsOf(map, text)[index];
  if (!part) throw new RangeError('The field is not there');
  const value = ownValue(target, name);
  const edit = { start: lineStart(text, part.start), end: nextLine(text, part.end), text: value === undefined ? '' : lines(pairLines(name, value, schemaInside(schema, name)), text) };
  return applyEdits(text, [edit]);
}

function mapOf(text: string) {
  const { contents } = parseDocument(text, { version: '1.2', schema: 'core', keepSourceTokens: true, uniqueKeys: false, merge: false, prettyErrors: false });
  return isMap(contents) ? contents : undefined;
}

function read(text: string): unknown {
  const { data, problems } = readYaml(normaliseText(text), 1);
  if (problems.length > 0) throw new RangeError('This does not read');
  return data;
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, canonical(item)]));
  return value;
}

function lines(list: readonly string[], like: string): string {
  return ends(list.map((line) => `${line}\n`).join(''), like);
}

/** A text of ours with the line ends of another. */
function ends(text: string, like: string): string {
  return like.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}
