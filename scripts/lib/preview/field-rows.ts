import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import type { Side } from '../report/read-change.ts';
import { diffWords } from './diff-words.ts';
import { escapeHtml } from './escape-html.ts';
import { fieldWords } from './field-words.ts';

interface Sided {
  readonly header: ParsedHeader;
  readonly side: Side;
}

/** The fields of an entry as tables: those that differ, old and new with their words marked, then those that stay. */
export function fieldRows(before: Sided | undefined, after: Sided | undefined): string {
  const read = (one: Sided | undefined) => new Map(one ? fieldWords(one.header, one.side).map(({ name, title, lines }) => [name, { title, html: lines.map(escapeHtml).join('<br>') }]) : []);
  const [old, now] = [read(before), read(after)];
  const [differ, same]: [string[], string[]] = [[], []];
  for (const name of new Set([...now.keys(), ...old.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    const title = `<th scope="row">${escapeHtml((is ?? was)!.title)}</th>`;
    if (before && after && was?.html === is?.html) same.push(`<tr>${title}<td>${is!.html}</td></tr>`);
    else if (!before || !after) differ.push(`<tr>${title}<td>${(is ?? was)!.html}</td></tr>`);
    else {
      const marked = diffWords(was?.html ?? '', is?.html ?? '');
      differ.push(`<tr>${title}<td>${marked.before || EMPTY}</td><td>${marked.after || EMPTY}</td></tr>`);
    }
  }
  const head = before && after ? '<th scope="col">Before</th><th scope="col">After</th>' : `<th scope="col">What it says</th>`;
  const unread = [before, after].some((one) => one && !one.header.fields) ? '<p class="note">A header with errors cannot be told in words; its text stands below.</p>' : '';
  const changed =
    differ.length === 0
      ? ''
      : `<h3>Facts of the page</h3><div class="table"><table class="fields"><thead><tr><th scope="col">Field</th>${head}</tr></thead><tbody>${differ.join('')}</tbody></table></div>`;
  const kept =
    same.length === 0
      ? ''
      : `<details><summary>${same.length} ${same.length === 1 ? 'field that stays' : 'fields that stay'} the same</summary><div class="table"><table class="fields"><tbody>${same.join('')}</tbody></table></div></details>`;
  return unread + changed + kept;
}

const EMPTY = '<span class="note">nothing</span>';
