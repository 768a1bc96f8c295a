import { hasErrors } from '../checks/problem.ts';
import { KINDS } from '../schema/index.ts';
import type { BodyFacts } from './body-facts.ts';
import { cutHeader } from './cut-header.ts';
import { movedEdits, type Moves } from './moved-edits.ts';
import type { ParsedHeader } from './parse-header.ts';
import { tidyBody } from './tidy-body.ts';
import { tidyYaml } from './tidy-yaml.ts';
import { applyEdits } from './yaml-places.ts';

/**
 * Writes an entry as it is best kept, where there is one right answer: fields in the order of the schema, composed
 * letters, no space at the ends of lines, standard MDX, one kind of line end, and links to where things stand now. What
 * readers see stays the same. A file whose header has an error comes back as it is, and so does a body with an error.
 */
export function tidyEntry(raw: string, { header, body }: { readonly header: ParsedHeader; readonly body: BodyFacts }, moves: Moves): string {
  if (hasErrors(header.problems)) return raw;
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const sound = !hasErrors(body.problems);
  const edits = movedEdits(text, header, body, moves).filter((edit) => sound || edit.start < text.length - header.body.length);
  const file = cutHeader(applyEdits(text, edits));
  const head = `---\n${tidyYaml(file.yaml, KINDS[header.kind].fields)}---\n`;
  const tidied = head + (sound ? tidyBody(file.body) : file.body);
  return /\r\n|\r|\n/.exec(raw)?.[0] === '\r\n' ? tidied.replaceAll('\n', '\r\n') : tidied;
}
