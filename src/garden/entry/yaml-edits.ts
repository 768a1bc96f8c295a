import { isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { alignLists } from './align-lists.ts';
import { dropEmpty } from './drop-empty.ts';
import { dataKey, ownValue } from './plain-data.ts';
import { schemaInside, schemaOrder } from './schema-order.ts';
import { blockLines, flowText, itemLines, pairLines, scalarLines, scalarText, type Quotes } from './yaml-text.ts';
import { endOf, lineStart, nextLine, partsOf, type Edit, type Part } from './yaml-places.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The edits that make a map say `after` instead of `before`. What is equal in both is not touched. `before` is what the
 * map says as written; `after` holds no empty values. Throws a RangeError where the places are not plain enough.
 */
export function mapEdits(text: string, map: YAMLMap, before: unknown, after: Data, schema: z.ZodType | undefined): Edit[] {
  const parts = partsOf(map, text);
  const names = map.items.map(({ key }) => String((key as Scalar).value ?? ''));
  const edits: Edit[] = [];
  const removed = new Set<number>();
  for (const [index, name] of names.entries()) {
    const [was, is, part] = [dropEmpty(ownValue(before, name)).value, ownValue(after, name), parts[index]];
    if (!part || dataKey(was) === dataKey(is)) continue;
    if (is === undefined) removed.add(index);
    else edits.push(...valueEdits(text, map.items[index]?.value, part, ownValue(before, name), is, schemaInside(schema, name), map.flow === true));
  }
  edits.push(...removals(text, parts, removed, map.flow === true));
  const order = schemaOrder([...new Set([...names, ...Object.keys(after)])], schema);
  // Where the next new field goes: after the last field that comes before it in the schema and stays.
  let anchor: number | undefined;
  for (const name of order) {
    const index = names.indexOf(name);
    if (index !== -1) {
      if (!removed.has(index)) anchor = index;
      continue;
    }
    const inside = schemaInside(schema, name);
    const lines = map.flow ? [flowText({ [name]: after[name] }, schema).slice(2, -2)] : pairLines(name, after[name], inside);
    const last = names.findLastIndex((_name, at) => !removed.has(at));
    edits.push(insertion(text, parts, inside === undefined && last !== -1 ? last : anchor, lines, map.flow === true));
  }
  return edits;
}

function listEdits(text: string, list: YAMLSeq, before: unknown, after: readonly unknown[], schema: z.ZodType | undefined): Edit[] {
  const parts = partsOf(list, text);
  const raw: readonly unknown[] = Array.isArray(before) ? before : [];
  const live = [...list.items.keys()].filter((index) => dropEmpty(raw[index]).value !== undefined);
  const keys = after.map(dataKey);
  const matched = alignLists(
    live.map((index) => dataKey(dropEmpty(raw[index]).value)),
    keys,
  );
  const flow = list.flow === true;
  const inside = schemaInside(schema, 0);
  const edits: Edit[] = [];
  // What is left in here at the end has no place in the new list.
  const gone = new Map(live.map((index) => [index, dataKey(dropEmpty(raw[index]).value)]));
  for (const at of matched) if (at !== -1) gone.delete(live[at] ?? -1);
  const style = styleOf(list.items[0]);
  let anchor: number | undefined;
  let next = 0;
  for (const [index, item] of after.entries()) {
    const at = matched[index] ?? -1;
    if (at !== -1) {
      anchor = live[at];
      next = at + 1;
      continue;
    }
    const old = live[next];
    const part = old === undefined ? undefined : parts[old];
    const moved = [...gone].find(([, key]) => key === keys[index])?.[0];
    if (old !== undefined && part && gone.has(old) && moved === undefined) {
      edits.push(...valueEdits(text, list.items[old], part, raw[old], item, inside, flow));
      gone.delete(old);
      anchor = old;
      next += 1;
      continue;
    }
    const source = moved === undefined ? undefined : parts[moved];
    if (source && !flow) edits.push(insertion(text, parts, anchor, [text.slice(source.start, nextLine(text, source.end)).trimEnd()], false, true));
    else if (flow) edits.push(insertion(text, parts, anchor, [source ? text.slice(source.start, source.end) : flowText(item, inside, style.quotes)], true));
    else
      edits.push(
        insertion(text, parts, anchor, style.flow || typeof item !== 'object' ? [`- ${style.flow ? flowText(item, inside) : scalarText(item, style.quotes)}`] : itemLines(item, inside), false),
      );
  }
  return [...edits, ...removals(text, parts, new Set(gone.keys()), flow)];
}

function valueEdits(text: string, node: unknown, part: Part, before: unknown, after: unknown, schema: z.ZodType | undefined, flow: boolean): Edit[] {
  if (isMap(node) && typeof after === 'object' && !Array.isArray(after)) return mapEdits(text, node, before, after as Data, schema);
  if (isSeq(node) && Array.isArray(after) && node.items.length > 0) return listEdits(text, node, before, after, schema);
  const indent = ' '.repeat(part.start - lineStart(text, part.start));
  const isList = part.after === part.start + 1 && text[part.start] === '-';
  const end = endOf(node, part.after, text);
  const { quotes } = styleOf(node);
  if (typeof after === 'object' && after !== null) {
    if (flow) return [put(text, part, end, flowText(after, schema))];
    const lines = blockLines(after, schema).map((line) => `${indent}  ${line}`);
    return [{ start: part.after, end, text: isList ? ` ${lines.join('\n').trimStart()}` : `\n${lines.join('\n')}` }];
  }
  const noted = /^[ \t]*#/.test(text.slice(end, nextLine(text, end)));
  const [first, ...rest] = flow || noted ? [scalarText(after, quotes, flow)] : scalarLines(after, quotes);
  const lines = [first, ...rest.map((line) => (line === '' ? '' : `${indent}  ${line}`))].join('\n');
  if (isScalar(node) && node.range && end > node.range[0]) return [{ start: node.range[0], end, text: lines }];
  return [put(text, part, end, lines)];
}

function put(text: string, part: Part, end: number, value: string): Edit {
  const bare = part.after === part.start;
  return { start: part.after, end, text: bare ? value : ` ${value}${/[^\s,\]}]/.test(text[end] ?? '') ? ' ' : ''}` };
}

function styleOf(node: unknown): { quotes: Quotes; flow: boolean } {
  const type = isScalar(node) ? node.type : undefined;
  return { quotes: type === 'QUOTE_DOUBLE' ? 'double' : type === 'QUOTE_SINGLE' ? 'single' : undefined, flow: (isMap(node) || isSeq(node)) && node.flow === true };
}

function insertion(text: string, parts: readonly Part[], anchor: number | undefined, lines: readonly string[], flow: boolean, asIs = false): Edit {
  const first = parts[0];
  const after = anchor === undefined ? undefined : parts[anchor];
  if (!first) throw new RangeError('Nothing stands here to go by');
  if (flow) return after ? { start: after.end, end: after.end, text: `, ${lines.join(' ')}` } : { start: first.start, end: first.start, text: `${lines.join(' ')}, ` };
  const indent = ' '.repeat(first.start - lineStart(text, first.start));
  const shifted = (asIs ? lines : lines.map((line) => (line === '' ? '' : `${indent}${line}`))).join('\n').trimStart();
  const at = after ? nextLine(text, after.end) : first.start;
  return { start: at, end: at, text: after ? `${indent}${shifted}\n` : `${shifted}\n${indent}` };
}

function removals(text: string, parts: readonly Part[], removed: ReadonlySet<number>, flow: boolean): Edit[] {
  const edits: Edit[] = [];
  for (const index of removed) {
    const [part, next, previous] = [parts[index], parts[index + 1], parts[index - 1]];
    if (!part) continue;
    if (flow) {
      if (removed.has(index - 1)) continue;
      let last = index;
      while (removed.has(last + 1)) last += 1;
      const after = parts[last + 1];
      if (previous) edits.push({ start: previous.end, end: parts[last]?.end ?? part.end, text: '' });
      else if (after) edits.push({ start: part.start, end: after.start, text: '' });
      else throw new RangeError('Nothing is left here');
      continue;
    }
    const start = lineStart(text, part.start);
    if (text.slice(start, part.start).trim() === '') edits.push({ start, end: nextLine(text, part.end), text: '' });
    else if (next) edits.push({ start: part.start, end: next.start, text: '' });
    else throw new RangeError('Nothing is left here');
  }
  return edits;
}
