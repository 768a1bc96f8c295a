import { KINDS, type KindName } from '../schema/index.ts';
import { canonicalBody } from './canonical-body.ts';
import { cutHeader } from './cut-header.ts';
import { dropEmpty } from './drop-empty.ts';
import { keepLines } from './keep-lines.ts';
import { patchYaml } from './patch-yaml.ts';
import { plainData } from './plain-data.ts';
import { blockLines } from './yaml-text.ts';

/** What a form holds of an entry. */
export interface Draft {
  readonly kind: KindName;
  /** Data as a form gives it: in any order, with empty values in any place. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The raw text of the file as the person opened it; left out for a new entry. */
  readonly opened?: string;
}

/**
 * Writes the file of an entry. A new one is canonical throughout: fields in the order of the schema, no empty values,
 * composed letters, LF, standard MDX. One that was opened keeps every byte of what did not change, and is the same text
 * when nothing did. Throws an Error of one plain sentence when the header of `opened` cannot be read.
 */
export function writeEntry({ kind, fields, body, opened }: Draft): string {
  const wanted = (dropEmpty(plainData(fields)).value ?? {}) as Record<string, unknown>;
  const schema = KINDS[kind].fields;
  if (opened === undefined)
    return `---\n${blockLines(wanted, schema)
      .map((line) => `${line}\n`)
      .join('')}---\n${newBody(body, '\n')}`;
  const file = cutHeader(opened);
  const end = /\r\n|\r|\n/.exec(file.opening)?.[0] ?? '\n';
  const head = file.opening + patchYaml(file.yaml, wanted, schema) + file.closing;
  if (file.body.trim() !== '' || body.trim() === '') return head + keepLines(file.body, body);
  return head + (/[\r\n]$/.test(head) ? '' : end) + newBody(body, end);
}

/** A body nobody has written before: one blank line above it, one line end below. */
function newBody(body: string, end: string): string {
  const text = body
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/[ \t\n]+$/, '');
  return text === '' ? '' : `\n${canonicalBody(text)}\n`.replaceAll('\n', end);
}
