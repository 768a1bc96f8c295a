import { cutHeader } from './cut-header.ts';

/**
 * Reads the raw text of an entry's file as the form shows it: its fields as data, with days as strings, and its body,
 * which is every character after the closing `---` line. Throws an Error of one plain sentence, with the line, when
 * the header cannot be read.
 */
export function readDraft(text: string): { fields: Record<string, unknown>; body: string } {
  const { data, body } = cutHeader(text);
  return { fields: { ...data }, body };
}
