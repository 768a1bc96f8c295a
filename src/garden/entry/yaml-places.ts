import { isCollection, isMap, isPair, isScalar, type CST, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';

/** A replacement of a stretch of text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a pair or an item stands in the source: its first sign, the end of its key and colon (or hyphen), and the end of its value. */
export interface Part {
  readonly start: number;
  readonly after: number;
  readonly end: number;
}

/** The places of all pairs or items of a collection. Throws a RangeError for forms of YAML that nobody writes in a header. */
export function partsOf(node: YAMLMap | YAMLSeq, text: string): Part[] {
  return isMap(node) ? node.items.map((pair) => pairPart(pair, text)) : node.items.map((item, index) => itemPart(node, item, index, text));
}

function pairPart(pair: Pair, text: string): Part {
  const { key, srcToken } = pair;
  const colon = srcToken && 'sep' in srcToken ? offsetOf(srcToken.sep, 'map-value-ind') : undefined;
  if (!isScalar(key) || !key.range || colon === undefined || offsetOf(srcToken?.start, 'explicit-key-ind') !== undefined) throw new RangeError('A key that cannot be placed');
  return { start: key.range[0], after: colon + 1, end: endOf(pair.value, colon + 1, text) };
}

function itemPart(list: YAMLSeq, item: unknown, index: number, text: string): Part {
  if (list.flow) {
    const range = isPair(item) ? undefined : (item as Scalar).range;
    if (!range) throw new RangeError('An item that cannot be placed');
    return { start: range[0], after: range[0], end: range[1] };
  }
  const { srcToken } = list as { srcToken?: CST.BlockSequence };
  const hyphen = offsetOf(srcToken?.items[index]?.start, 'seq-item-ind');
  if (hyphen === undefined) throw new RangeError('An item that cannot be placed');
  return { start: hyphen, after: hyphen + 1, end: endOf(item, hyphen + 1, text) };
}

/** Where the content of a value ends, before notes and line ends; `empty` when there is none. */
export function endOf(node: unknown, empty: number, text: string): number {
  if (isCollection(node)) {
    if (node.flow) return node.range?.[1] ?? empty;
    return partsOf(node as YAMLMap | YAMLSeq, text).at(-1)?.end ?? empty;
  }
  if (!isScalar(node) || !node.range || node.range[0] === node.range[1]) return empty;
  return text.slice(0, node.range[1]).trimEnd().length;
}

/** The start of the line on which an offset stands. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line after the one on which an offset stands. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Puts edits into a text. Throws a RangeError when two of them meet. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < from) throw new RangeError('Two edits meet');
    out += text.slice(from, start) + put;
    from = end;
  }
  return out + text.slice(from);
}

function offsetOf(tokens: readonly CST.SourceToken[] | null | undefined, type: string): number | undefined {
  return tokens?.find((token) => token.type === type)?.offset;
}
