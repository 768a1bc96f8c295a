import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { BodySource } from './body-source.ts';
import type { PlacedText } from './check-text.ts';

/** All notes of a body, and the texts in which a marker without a note would be left over. */
export interface Notes {
  readonly references: readonly FootnoteReference[];
  readonly definitions: readonly FootnoteDefinition[];
  /** Texts that hold `[^`, and whether the text starts a paragraph. */
  readonly texts: readonly { readonly text: PlacedText; readonly starts: boolean }[];
}

interface Marker {
  readonly label: string;
  readonly offset: number;
  readonly length: number;
  readonly defines: boolean;
}

/** Reports markers without a note, notes without a marker and notes said twice. */
export function checkFootnotes(notes: Notes, source: BodySource): void {
  const markers = notes.texts.flatMap(({ text, starts }) => markersIn(text, starts));
  const byLabel = Map.groupBy(markers, (marker) => marker.label);
  for (const { label, offset, length, defines } of markers) {
    const same = byLabel.get(label) ?? [];
    if (defines && same.some((other) => !other.defines)) continue;
    const definition = same.find((other) => other.defines);
    const line = definition ? source.place(definition.offset).line : 0;
    source.error(
      'broken-footnote',
      offset,
      length,
      definition ? `The note [^${label}] has no text: a colon is missing on line ${line}.` : `The note [^${label}] has no text.`,
      definition ? `Write "[^${label}]: " at the start of line ${line}.` : `Add a line that starts with "[^${label}]: " and the text of the note.`,
    );
  }
  const used = new Set(notes.references.map((reference) => reference.identifier));
  const seen = new Set<string>();
  for (const { identifier, label, position, children } of notes.definitions) {
    const offset = position?.start.offset ?? 0;
    const name = label ?? identifier;
    const length = name.length + 4;
    if (seen.has(identifier)) source.error('broken-footnote', offset, length, `The note [^${name}] stands here a second time.`, 'Give it another name, or leave one of them out.');
    else if (!used.has(identifier)) source.warn('broken-footnote', offset, length, `The note [^${name}] is not used, so nobody sees it.`, `Put [^${name}] where it belongs, or take the note out.`);
    else if (children.length === 0) source.error('broken-footnote', offset, length, `The note [^${name}] has no text.`, 'Write the note after the colon.');
    seen.add(identifier);
  }
}

function markersIn(text: PlacedText, starts: boolean): Marker[] {
  const markers: Marker[] = [];
  for (const match of text.value.matchAll(/\[\^([^\]\s[]{1,100})\]/g)) {
    if (!text.isPlain(match.index)) continue;
    const atLineStart = (match.index === 0 && starts) || text.value[match.index - 1] === '\n';
    const defines = atLineStart && /^ +\S/.test(text.value.slice(match.index + match[0].length));
    markers.push({ label: match[1] ?? '', offset: text.offset(match.index), length: match[0].length, defines });
  }
  return markers;
}

/** Renames notes to numbers, in the order of their first marker, so that ids made of their names cannot meet. */
export function numberFootnotes(references: readonly FootnoteReference[], definitions: readonly FootnoteDefinition[]): void {
  const numbers = new Map<string, string>();
  for (const reference of references) if (!numbers.has(reference.identifier)) numbers.set(reference.identifier, String(numbers.size + 1));
  for (const node of [...references, ...definitions]) node.identifier = numbers.get(node.identifier) ?? `unused-${node.identifier}`;
}
