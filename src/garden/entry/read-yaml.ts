import { isAlias, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Problem } from '../checks/problem.ts';
import { hasHidden } from '../safe-mdx/hidden-characters.ts';
import type { Place } from './body-facts.ts';
import { explainYaml, lineAt, quoted, type YamlProblem } from './explain-yaml.ts';

/** YAML as plain data, and where each value stands. */
export interface YamlReading {
  /** Undefined when the text is not usable; then there is exactly one problem. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Where the value (or with `key`, the name) at a path stands; the nearest parent when it is not there. */
  place(path: readonly PropertyKey[], key?: boolean): Place;
  /** The value at a path letter for letter, when it stands on one line. */
  written(path: readonly PropertyKey[]): string | undefined;
}

const LIMIT = 128 * 1024;
const MOST_VALUES = 30_000;
const MOST_FIELDS = 300;
const DEEPEST = 40;

/** Reads YAML 1.2 (core schema) strictly: no anchors, aliases, tags, merge keys or double keys. Never throws.
 *  `firstLine` is the line of the file on which `text` begins. Problems carry an empty `file`. */
export function readYaml(text: string, firstLine: number): YamlReading {
  const nowhere = () => ({ line: firstLine, column: 1 });
  const fail = (problem: YamlProblem): YamlReading => ({
    data: undefined,
    problems: [{ rule: 'bad-front-matter', severity: 'error', file: '', ...problem }],
    place: nowhere,
    written: () => undefined,
  });
  const nested = () => fail({ ...nowhere(), message: 'This part is nested too deeply to read.', suggestion: 'Write lists one item a line, each after "- ".' });
  if (text.length > LIMIT) return fail({ ...nowhere(), message: 'This part is too long to read.', suggestion: 'Move the long text below the second "---" line.' });
  if (/[[{]{200}/.test(text.replace(/\s/g, ''))) return nested();
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines, uniqueKeys: false, merge: false, prettyErrors: false });
    const [error] = document.errors;
    if (error) return fail(explainYaml(error.code, error.message, at(error.pos[0]), text, firstLine));
    const special = findSpecial(document, text);
    if (special) {
      const place = at(special.offset);
      return fail({ ...place, message: special.message, suggestion: special.suggestion ?? quoted(lineAt(text, place.line - firstLine)) ?? 'Put it in double quotes.' });
    }
    return {
      data: document.toJS(),
      problems: [],
      place: (path, key) => placeOf(document, path, key === true, at) ?? nowhere(),
      written(path) {
        const node = path.length === 0 ? document.contents : document.getIn(path, true);
        const source = isNode(node) && node.range ? text.slice(node.range[0], node.range[1]).trimEnd() : '';
        return source === '' || source.includes('\n') ? undefined : source;
      },
    };
  } catch {
    return nested();
  }
}

interface Special {
  readonly offset: number;
  readonly message: string;
  /** Left out when the value only needs quotes. */
  readonly suggestion?: string;
}

/** The first thing in a document that YAML allows and a header does not. */
function findSpecial(document: Document, text: string): Special | undefined {
  let found: Special | undefined;
  let values = 0;
  visit(document, (_key, node, path) => {
    values += 1;
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    if (path.length > DEEPEST) found = { offset, message: 'This part is nested too deeply to read.', suggestion: 'Write lists one item a line, each after "- ".' };
    else if (values > MOST_VALUES || (isMap(node) && node.items.length > MOST_FIELDS))
      found = { offset, message: 'This part has too much in it.', suggestion: 'Keep what matters most, and move the rest into the text.' };
    else if (isPair(node)) found = specialKey(node);
    else if (isNode(node)) {
      if (isAlias(node)) found = { offset, message: 'A value cannot start with "*".' };
      else if ('anchor' in node && node.anchor) found = { offset: text.lastIndexOf('&', offset), message: 'A value cannot start with "&".' };
      else if (node.tag) found = { offset: text.lastIndexOf('!', offset), message: 'A value cannot start with "!".' };
      else if (isMap(node)) found = doubleKey(node);
      else if (isScalar(node)) found = hiddenSign(node) ?? cutShort(node, text);
    }
    return found ? visit.BREAK : undefined;
  });
  return found;
}

function specialKey({ key }: Pair): Special | undefined {
  if (isScalar(key) && key.value === '<<') return { offset: key.range?.[0] ?? 0, message: 'A field cannot be called "<<".', suggestion: 'Write the fields out one by one.' };
  if (isCollection(key)) return { offset: key.range?.[0] ?? 0, message: 'The name of a field must be one word.', suggestion: 'Put the value in quotes if it starts with a bracket.' };
  return undefined;
}

function doubleKey(map: YAMLMap): Special | undefined {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (seen.has(name)) return { offset: key.range?.[0] ?? 0, message: `"${name}" stands here twice.`, suggestion: 'Keep one of the two lines.' };
    seen.add(name);
  }
  return undefined;
}

/** A value with a character that nobody sees, typed or written as an escape: it would stand in pages, feeds and calendars. */
function hiddenSign({ value, range }: Scalar): Special | undefined {
  if (typeof value !== 'string' || !hasHidden(value)) return undefined;
  return { offset: range?.[0] ?? 0, message: 'This value has a hidden or broken character in it.', suggestion: 'Type the value again.' };
}

/** A value without quotes that ends at a `#`, which YAML takes for the start of a note: `Trap #3` would read as `Trap`. */
function cutShort({ type, range }: Scalar, text: string): Special | undefined {
  if (type !== 'PLAIN' || !range || !/^[ \t]*#[^\s#]/.test(text.slice(range[1], range[1] + 100))) return undefined;
  return { offset: range[0], message: 'What stands after "#" on this line would be left out.' };
}

function placeOf(document: Document, path: readonly PropertyKey[], key: boolean, at: (offset: number) => Place): Place | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const name = path[length - 1];
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value ?? '') === String(name));
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
