/** A footnote to add: its mark in the text, and its words with what has to stand before them at the end. */
export interface NewFootnote {
  readonly mark: string;
  readonly note: string;
}

/** The next footnote of a text, with the smallest number that is free. */
export function nextFootnote(text: string, words: string): NewFootnote {
  const used = new Set(Array.from(text.matchAll(/\[\^([^\]\s]+)\]/g), ([, name]) => name));
  let number = 1;
  while (used.has(String(number))) number += 1;
  const mark = `[^${number}]`;
  const [first = '', ...more] = words.trim().split('\n');
  const lines = [`${mark}: ${first}`, ...more.map((line) => (line.trim() === '' ? '' : `    ${line.trim()}`))].join('\n');
  const end = text.trimEnd();
  const last = end.slice(end.lastIndexOf('\n') + 1);
  const gap = end === '' || /^\[\^[^\]\s]+\]:/.test(last) ? 1 : 2;
  const there = text.length - end.length === 0 ? 0 : text.slice(end.length).split('\n').length - 1;
  // A text that ended with its last line goes on doing so.
  return { mark, note: '\n'.repeat(Math.max(0, gap - there)) + lines + (there > 0 ? '\n' : '') };
}
