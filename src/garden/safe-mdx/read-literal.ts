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

function readList(text: string): Literal {
  if (text.trim() === '') return { value: [] };
  const parts = text.match(/\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[^,"'`[\]]+)\s*(?:,|$)/g);
  if (!parts || parts.join('') !== text) return undefined;
  const values: unknown[] = [];
  for (const part of parts) {
    const literal = readLiteral(part.replace(/,$/, ''));
    if (!literal) return undefined;
    values.push(literal.value);
  }
  return { value: values };
}
