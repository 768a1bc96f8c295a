import { canonicalBody } from './canonical-body.ts';
import { drawnBody } from './drawn-body.ts';

/** How many lines that end in a break are tried one by one. */
const MOST_TRIED = 40;

/** A body with composed letters, no needless space, one empty line above it and one line end below, as standard MDX. It draws the same page. */
export function tidyBody(body: string): string {
  if (body.trim() === '') return '';
  let drawn: string | undefined;
  // Most bodies are tidy, and drawing one takes long: it is drawn when there is something to compare.
  const keepSame = (before: string, after: string): string => {
    if (before === after) return before;
    drawn ??= drawnBody(body)?.normalize('NFC');
    return drawn !== undefined && drawnBody(after)?.normalize('NFC') === drawn ? after : before;
  };
  let text = keepSame(body, body.normalize('NFC'));
  text = keepSame(text, text.replace(/^(?:[ \t]*\n)*/, '\n').replace(/[ \t\n]*$/, '\n'));
  text = withoutEndSpace(text, keepSame);
  return needsCanonical(text) ? canonicalBody(text) : text;
}

function withoutEndSpace(text: string, keepSame: (before: string, after: string) => string): string {
  if (!/[ \t]$/m.test(text)) return text;
  const all = text.replace(/[ \t]+$/gm, '');
  if (keepSame(text, all) === all) return all;
  // Two spaces before another line break it there, and space in code is part of it.
  const lines = text.split('\n');
  let tried = 0;
  for (const [index, line] of lines.entries()) {
    if (!/[ \t]$/.test(line) || tried >= MOST_TRIED) continue;
    tried += 1;
    const before = lines.join('\n');
    lines[index] = line.replace(/[ \t]+$/, '');
    if (keepSame(before, lines.join('\n')) === before) lines[index] = line;
  }
  return lines.join('\n');
}

function needsCanonical(text: string): boolean {
  return /[<{}]|^(?: {4}|\t)|^(?:import|export) /m.test(text);
}
