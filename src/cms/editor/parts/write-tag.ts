import { parseTag } from '#garden/safe-mdx/parse-tag.ts';

/** Values of attributes as a person sees them; an empty one means that the attribute is not there. */
export type TagValues = Readonly<Record<string, string>>;

/** A new opening tag, or a whole one when nothing can stand in it. */
export function newTag(name: string, values: TagValues, selfClosing: boolean): string {
  const attributes = Object.entries(values).flatMap(([key, value]) => (value.trim() === '' ? [] : [` ${attribute(key, value)}`]));
  return `<${name}${attributes.join('')}${selfClosing ? ' />' : '>'}`;
}

/** The values of a tag as it stands in a text. */
export function tagValues(raw: string): TagValues {
  return Object.fromEntries(parseTag(raw).attributes.map(({ name, value }) => [name, Array.isArray(value) ? value.join(', ') : value === true ? '' : String(value)]));
}

/** The tag with other values. Attributes whose value stays the same keep their text and their place. */
export function changeTag(raw: string, values: TagValues): string {
  const before = tagValues(raw);
  let text = raw;
  const { attributes } = parseTag(raw);
  for (const { name, offset, length } of [...attributes].reverse()) {
    const value = values[name];
    if (value === undefined || value === before[name]) continue;
    if (value.trim() === '') {
      const space = /\s*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
      text = text.slice(0, offset - space) + text.slice(offset + length);
    } else text = text.slice(0, offset) + attribute(name, value) + text.slice(offset + length);
  }
  const added = Object.entries(values).filter(([name, value]) => !(name in before) && value.trim() !== '');
  const end = /\s*\/?>$/.exec(text)?.index ?? text.length;
  return text.slice(0, end) + added.map(([name, value]) => ` ${attribute(name, value)}`).join('') + text.slice(end);
}

function attribute(name: string, value: string): string {
  const words = value
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/&(?=#|[a-z])/gi, '&amp;')
    .replaceAll('"', '&quot;');
  return `${name}="${words}"`;
}
