import { diffArrays } from 'diff';

/** Two runs of HTML with what differs marked: `del` in the old, `ins` in the new. */
export interface Marked {
  readonly before: string;
  readonly after: string;
}

/** Beyond this many differences two texts have too little in common to look for more. */
const MOST_EDITS = 1500;
const TAG = /<(?:"[^"]*"|[^">])*>/y;
const TEXT = /[^<]+/y;
const WORD = /\s+|&(?:#\w+|\w+);|[\p{L}\p{M}\p{N}'’]+|[^<]/uy;

interface Token {
  readonly html: string;
  /** What a word or a picture is compared by: itself, and where it leads. Other tags and spaces are not marked, and have none. */
  readonly key?: string;
}

/** Marks the words and pictures that differ between two pieces of HTML as our engine draws it; a word of a link differs too when the link leads elsewhere. It adds marks inside runs of text and around pictures, and changes nothing else, so both stay as well formed as they were. */
export function diffWords(before: string, after: string): Marked {
  const [old, now] = [tokens(before), tokens(after)];
  const parts = diffArrays(words(old), words(now), { maxEditLength: MOST_EDITS }) as { value: string[]; added?: boolean; removed?: boolean }[] | undefined;
  const [oldMarks, newMarks]: [boolean[], boolean[]] = [[], []];
  for (const { value, added, removed } of parts ?? [
    { value: words(old), removed: true },
    { value: words(now), added: true },
  ]) {
    for (let index = 0; index < value.length; index += 1) {
      if (!added) oldMarks.push(removed === true);
      if (!removed) newMarks.push(added === true);
    }
  }
  return { before: mark(old, oldMarks, 'del', 'taken out: '), after: mark(now, newMarks, 'ins', 'put in: ') };
}

function words(list: readonly Token[]): string[] {
  return list.flatMap(({ key }) => key ?? []);
}

function tokens(html: string): Token[] {
  const found: Token[] = [];
  let link = '';
  for (let at = 0; at < html.length;) {
    TAG.lastIndex = at;
    const tag = TAG.exec(html)?.[0];
    if (tag !== undefined) {
      if (/^<\/?a[ >]/.test(tag)) link = / href="([^"]*)"/.exec(tag)?.[1] ?? '';
      found.push(tag.startsWith('<img ') ? { html: tag, key: tag } : { html: tag });
      at += tag.length;
      continue;
    }
    TEXT.lastIndex = at;
    const text = TEXT.exec(html)?.[0] ?? html.slice(at, at + 1);
    WORD.lastIndex = 0;
    for (let part = WORD.exec(text); part; part = WORD.exec(text)) found.push(part[0].trim() === '' ? { html: part[0] } : { html: part[0], key: `${part[0]} ${link}` });
    at += text.length;
  }
  return found;
}

/** Puts each run of marked words into one element, with the spaces between them. A tag ends a run. */
function mark(list: readonly Token[], marks: readonly boolean[], element: 'ins' | 'del', said: string): string {
  let [out, run, spaces, next] = ['', '', '', 0];
  const close = () => {
    if (run !== '') out += `<${element}><span class="visually-hidden">${said}</span>${run}</${element}>`;
    out += spaces;
    [run, spaces] = ['', ''];
  };
  for (const { html, key } of list) {
    const word = key !== undefined;
    const space = !html.startsWith('<') && html.trim() === '';
    const marked = word && marks[next] === true;
    if (word) next += 1;
    if (marked) [run, spaces] = [run + (run === '' ? '' : spaces) + html, run === '' ? flush() : ''];
    else if (space && run !== '') spaces += html;
    else {
      close();
      out += html;
    }
  }
  close();
  return out;

  function flush(): string {
    out += spaces;
    return '';
  }
}
