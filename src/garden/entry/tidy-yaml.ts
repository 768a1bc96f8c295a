import { isMap, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { nestedOrder } from './nested-order.ts';
import { dataKey } from './plain-data.ts';
import { readYaml } from './read-yaml.ts';
import { schemaOrder } from './schema-order.ts';
import { lineStart, nextLine, partsOf } from './yaml-places.ts';

/** The lines of a header with its fields in the order of the schema, composed letters and no space at the ends of lines. It says the same; notes stay with the field below them. */
export function tidyYaml(yaml: string, schema: z.ZodType): string {
  const said = composedKey(yaml);
  const same = (before: string, after: string) => (before === after || composedKey(after) === said ? after : before);
  let text = same(yaml, yaml.normalize('NFC'));
  text = withoutEndSpace(text, same);
  text = same(
    text,
    placed(text, (contents) => inOrder(contents, text, schema)),
  );
  return same(
    text,
    placed(text, (contents) => nestedOrder(contents, text, schema)),
  );
}

/** What is made of a text by the places of its parts; the text itself where it has a form that cannot be placed. */
function placed(text: string, make: (contents: YAMLMap) => string): string {
  const { contents } = parseDocument(text, { version: '1.2', schema: 'core', keepSourceTokens: true, uniqueKeys: false, merge: false, prettyErrors: false });
  try {
    return isMap(contents) && !contents.flow ? make(contents as YAMLMap) : text;
  } catch (error) {
    if (error instanceof RangeError) return text;
    throw error;
  }
}

/** In a text of several lines, space at the end of one may be part of it. */
function withoutEndSpace(text: string, same: (before: string, after: string) => string): string {
  const all = text.replace(/[ \t]+$/gm, '');
  if (same(text, all) === all) return all;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!/[ \t]$/.test(line)) continue;
    const before = lines.join('\n');
    lines[index] = line.replace(/[ \t]+$/, '');
    if (same(before, lines.join('\n')) === before) lines[index] = line;
  }
  return lines.join('\n');
}

function composedKey(yaml: string): string {
  const { data, problems } = readYaml(yaml, 1);
  return problems.length > 0 ? `problem ${yaml}` : dataKey(data).normalize('NFC');
}

function inOrder(contents: YAMLMap, text: string, schema: z.ZodType): string {
  // A note with an empty line below it is about several fields: nobody can say where it belongs in another order.
  if (/^[ \t]*#.*\n[ \t]*\n/m.test(text)) return text;
  const names = contents.items.map(({ key }) => String((key as Scalar).value ?? ''));
  const order = schemaOrder(names, schema);
  if (order.every((name, index) => name === names[index])) return text;
  let from = 0;
  const chunks = new Map<string, string>();
  for (const [index, { start, end }] of partsOf(contents, text).entries()) {
    const to = nextLine(text, end);
    if (lineStart(text, start) !== start || to < from) return text;
    chunks.set(names[index] ?? '', text.slice(from, to));
    from = to;
  }
  const whole = (chunk: string) => (chunk.endsWith('\n') ? chunk : `${chunk}\n`);
  return chunks.size === names.length ? order.map((name) => whole(chunks.get(name) ?? '')).join('') + text.slice(from) : text;
}
