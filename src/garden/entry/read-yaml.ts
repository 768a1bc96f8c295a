import { isAlias, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Problem } from '../checks/problem.ts';
import type { Place } from './body-facts.ts';

/** YAML as plain data, and where each value stands. */
export interface YamlReading {
  /** Undefined when the text is not usable; then there is exactly one problem. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Where the value (or with `key`, the name) at a path stands; the nearest parent when it is not there. */
  place(path: readonly PropertyKey[], key?: boolean): Place;
}

const LIMIT = 256 * 1024;

/** Reads YAML 1.2 (core schema) strictly: no anchors, aliases, tags, merge keys or double keys. Never throws.
 *  `firstLine` is the line of the file on which `text` begins. Problems carry an empty `file`. */
export function readYaml(text: string, firstLine: number): YamlReading {
  const nowhere = () => ({ line: firstLine, column: 1 });
  const fail = (problem: Omit<Problem, 'rule' | 'severity' | 'file'>): YamlReading => ({
    data: undefined,
    problems: [{ rule: 'bad-front-matter', severity: 'error', file: '', ...problem }],
    place: nowhere,
  });
  if (text.length > LIMIT) return fail({ line: firstLine, column: 1, message: 'This part is too long to read.', suggestion: 'Move the long text below the second "---" line.' });
  if (/[[{]{200}/.test(text.replace(/\s/g, ''))) return fail({ line: firstLine, column: 1, message: 'Brackets are nested too deeply here.', suggestion: 'Write lists one item a line, each after "- ".' });
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines, uniqueKeys: true, merge: false, prettyErrors: false });
  } catch {
    return fail({ line: firstLine, column: 1, message: 'This part is nested too deeply to read.', suggestion: 'Write lists one item a line, each after "- ".' });
  }
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const [error] = document.errors;
  if (error) return fail(explain(error.code, error.message, at(error.pos[0]), text, firstLine));
  const special = findSpecial(document);
  if (special) return fail({ ...at(special.offset), message: special.message, suggestion: special.suggestion });
  return { data: document.toJS(), problems: [], place: (path, key) => placeOf(document, path, key === true, at) ?? nowhere() };
}

function findSpecial(document: Document): { offset: number; message: string; suggestion: string } | undefined {
  let found: { offset: number; message: string; suggestion: string } | undefined;
  visit(document, (_key, node) => {
    if (isPair(node)) {
      const key = node.key;
      if (isScalar(key) && key.value === '<<') found = { offset: key.range?.[0] ?? 0, message: 'A field cannot be called "<<".', suggestion: 'Write the fields out one by one.' };
      else if (isCollection(key)) found = { offset: key.range?.[0] ?? 0, message: 'The name of a field must be one word.', suggestion: 'Put the value in quotes if it starts with a bracket.' };
      return found ? visit.BREAK : undefined;
    }
    if (!isNode(node)) return undefined;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node)) found = { offset, message: 'A value cannot start with "*".', suggestion: 'Put it in double quotes.' };
    else if ('anchor' in node && node.anchor) found = { offset, message: 'A value cannot start with "&".', suggestion: 'Put it in double quotes.' };
    else if (node.tag) found = { offset, message: 'A value cannot start with "!".', suggestion: 'Put it in double quotes.' };
    return found ? visit.BREAK : undefined;
  });
  return found;
}

function explain(code: string, message: string, place: Place, text: string, firstLine: number): Omit<Problem, 'rule' | 'severity' | 'file'> {
  if (code === 'DUPLICATE_KEY') {
    const name = /^\s*(?:-\s+)?([^:\s]+)/.exec(lineAt(text, place.line - firstLine))?.[1] ?? 'This field';
    return { ...place, message: `"${name}" stands here twice.`, suggestion: 'Keep one of the two lines.' };
  }
  if (code === 'TAB_AS_INDENT') return { ...place, message: 'This line starts with a tab.', suggestion: 'Use spaces instead of the tab.' };
  if (/merge key|alias/i.test(message)) return { ...place, message: 'A value cannot start with "*" or "&".', suggestion: 'Put it in double quotes.' };
  const broken = breakingLine(text, place.line - firstLine);
  if (broken) {
    const line = lineAt(text, broken.index);
    return { line: broken.index + firstLine, column: line.length - line.trimStart().length + 1, length: line.trim().length, message: `The punctuation on this line confuses the header: ${line.trim()}`, suggestion: `Write it in quotes: ${broken.mended}` };
  }
  return { ...place, message: 'This line of the header cannot be read.', suggestion: 'Write one field a line, as "name: value", and put values with punctuation in double quotes.' };
}

/** The line at or just above `near` whose value needs quotes, with the line as it should be. */
function breakingLine(text: string, near: number): { index: number; mended: string } | undefined {
  for (let index = near; index >= Math.max(0, near - 3); index -= 1) {
    const match = /^(\s*(?:- )?\s*[A-Za-z_][\w-]*:|\s*-)\s+(.+?)\s*$/.exec(lineAt(text, index));
    const [, head, value] = match ?? [];
    if (!head || !value || !needsQuotes(value)) continue;
    const bare = /^'(.*)'$/.exec(value)?.[1] ?? /^"([^"]*)"$/.exec(value)?.[1] ?? value;
    return { index, mended: `${head} "${bare.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`.trim() };
  }
  return undefined;
}

function needsQuotes(value: string): boolean {
  if (/^"(?:[^"\\]|\\.)*"$/.test(value) || /^'(?:[^']|'')*'$/.test(value)) return false;
  return /^[@`%&*!|>'"[\]{},#?]/.test(value) || /:(\s|$)/.test(value) || /\s#/.test(value);
}

function lineAt(text: string, index: number): string {
  return text.split('\n', index + 1)[index] ?? '';
}

function placeOf(document: Document, path: readonly PropertyKey[], key: boolean, at: (offset: number) => Place): Place | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const name = path[length - 1];
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === name);
      if (!pair) continue;
      const target = key && length === path.length ? pair.key : (pair.value ?? pair.key);
      return rangePlace(target, at) ?? rangePlace(pair.key, at);
    }
    if (isCollection(parent) && typeof name === 'number') {
      const place = rangePlace(parent.items[name], at);
      if (place) return place;
    }
  }
  return undefined;
}

function rangePlace(node: unknown, at: (offset: number) => Place): Place | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const place = at(start);
  return at(end).line === place.line && end > start ? { ...place, length: end - start } : place;
}
