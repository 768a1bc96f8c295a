import type { ElementContent, Parents, Text } from 'hast';
import { element } from './render/element.ts';

/** Words of te reo Māori that are English words too: nobody can tell which one is meant. */
const ENGLISH = new Set('he mate take me hope one more pine kite mine wake tangi puke pure tune are hare moe hue'.split(' '));
const SKIPPED = new Set(['a', 'code', 'pre', 'sup', 'time', 'summary']);
const HEADING = /^h[1-6]$/;

const patterns = new WeakMap<ReadonlySet<string>, RegExp | null>();

/** Marks each term as te reo Māori where it first stands in a section, with its exact macrons and as a whole word. */
export function markTeReo(tree: Parents, terms: ReadonlySet<string>): void {
  const pattern = patternOf(terms);
  if (!pattern) return;
  let seen = new Set<string>();
  walk(tree);

  function walk(parent: Parents): void {
    const children: ElementContent[] = [];
    let changed = false;
    for (const child of parent.children as ElementContent[]) {
      if (child.type === 'text') {
        const parts = mark(child);
        changed ||= parts[0] !== child;
        children.push(...parts);
        continue;
      }
      children.push(child);
      if (child.type !== 'element') continue;
      if (HEADING.test(child.tagName)) seen = new Set();
      else if (!SKIPPED.has(child.tagName) && child.properties['lang'] === undefined) walk(child);
    }
    if (changed) parent.children = children;
  }

  function mark(text: Text): ElementContent[] {
    const parts: ElementContent[] = [];
    let from = 0;
    for (const match of text.value.matchAll(pattern as RegExp)) {
      const term = match[0].toLowerCase();
      if (seen.has(term)) continue;
      seen.add(term);
      if (match.index > from) parts.push({ type: 'text', value: text.value.slice(from, match.index) });
      parts.push(element('span', { lang: 'mi' }, match[0]));
      from = match.index + match[0].length;
    }
    if (from === 0) return [text];
    if (from < text.value.length) parts.push({ type: 'text', value: text.value.slice(from) });
    return parts;
  }
}

function patternOf(terms: ReadonlySet<string>): RegExp | null {
  const known = patterns.get(terms);
  if (known !== undefined) return known;
  const words = [...terms].filter((term) => term.length > 1 && !ENGLISH.has(term.toLowerCase())).sort((a, b) => b.length - a.length);
  const forms = words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = forms.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_\\-])(?:${forms.join('|')})(?![\\p{L}\\p{M}\\p{N}_\\-])`, 'gu');
  patterns.set(terms, pattern);
  return pattern;
}
