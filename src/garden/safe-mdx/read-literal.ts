/** A literal that was read, or `undefined` when the text is anything else than plain data. */
export type Literal = { readonly value: unknown } | undefined;

const SIMPLE: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
]);

/** Reads a string, a number, true, false or a list of those, as it stands in braces. Nothing is evaluated. */
export function readLiteral(text: string): Literal {
  const trimmed = text.trim();
  if (SIMPLE.has(trimmed)) return { value: SIMPLE.get(trimmed) };
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(trimmed)) return { value: Number(trimmed) };
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) return readList(trimmed.slice(1, -1));
  const string = /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`)$/.exec(trimmed);
  if (!string) return undefined;
  const inner = trimmed.slice(1, -1);
  // Escapes of letters (\n, \u0041) are code; those of signs only keep the sign.
  return /\\[a-z0-9]/i.test(inner) ? undefined : { value: inner.replace(/\\(.)/gs, '$1') };
}

/** One item of a list and the comma after it; each begins where the last ended, so the whole takes linear time. */
const ITEM = /(\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)\s*|[^,"'`[\]]+)(?:,|$)/y;

function readList(text: string): Literal {
  if (text.trim() === '') return { value: [] };
  const values: unknown[] = [];
  ITEM.lastIndex = 0;
  for (let at = 0; at < text.length; at = ITEM.lastIndex) {
    const item = ITEM.exec(text);
    const literal = item && readLiteral(item[1] ?? '');
    if (!literal) return undefined;
    values.push(literal.value);
  }
  return { value: values };
}
