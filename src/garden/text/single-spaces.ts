/** A text as a sentence is quoted: each run of spaces as one, and none before a mark or at an end. */
export function singleSpaces(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
}
