import { readDraft } from '#garden/entry/read-draft.ts';
import type { TextFormat } from './decap.ts';

/** How Decap reads a file of the garden: our own reader, so that days stay days. What it writes is only handed on to
 *  the careful backend, which writes the file; JSON is YAML too. */
export const gardenFormat: TextFormat = {
  fromFile(text) {
    try {
      const { fields, body } = readDraft(text);
      return { ...fields, body };
    } catch (error) {
      // One file that cannot be read must not take the list of all others away. Saving it is refused.
      return { title: 'This file cannot be read', summary: error instanceof Error ? error.message : '', body: text };
    }
  },
  toFile({ body, ...fields }) {
    return `---\n${JSON.stringify(fields)}\n---\n${typeof body === 'string' ? body : ''}`;
  },
};
