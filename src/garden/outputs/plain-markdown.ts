/** What GitHub would make a link, a ping, an emoji or a formula of, and at the start a heading, a list or a line: such a text is shown as code, where it is none of that. */
const ACTIVE = /@|:(?=\S)|#(?=\w)|(?<![a-z\d])(?:www\.|gh-\d|[0-9a-f]{7,64}(?![a-z\d])|[a-z][a-z\d]+-\d)|\$|^(?:#|[-+=]|\d+[.)])/i;
/** Line ends, control and direction signs, and signs that nobody sees. */
const HIDDEN = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** A foreign text as one piece of a line of Markdown that reads letter for letter as it was: no link, picture, HTML, mention or reference comes of it. */
export function plainMarkdown(text: string, longest = 600): string {
  const shown = oneLine(text, longest);
  if (ACTIVE.test(shown)) return fenced(shown);
  return shown
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** A foreign text as code in a line of Markdown. */
export function codeMarkdown(text: string, longest = 600): string {
  return fenced(oneLine(text, longest));
}

function oneLine(text: string, longest: number): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.toWellFormed().replace(/\s+/g, ' ').replace(HIDDEN, '·').trim() || '·';
}

function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
