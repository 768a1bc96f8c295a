import { pictureEnding } from './picture-ending.ts';

/** What is missing in the description of a picture, in a sentence; undefined when it will do. */
export function altProblem(text: string): string | undefined {
  const alt = text.trim();
  if (alt === '') return 'Say in a few words what the picture shows.';
  if (alt.length < 3) return 'Say a little more: at least 3 characters.';
  if (alt.length > 400) return `Keep it to 400 characters; these are ${alt.length}. The rest can stand in the text.`;
  const opening = /^(?:(?:this is )?(?:an? |the )?(?:image|picture|photo|photograph|pic) (?:of|showing|that shows|which shows)\b|(?:image|picture|photo)\s*:)/i.exec(alt)?.[0];
  if (opening !== undefined) return `Leave out "${opening}" and begin with what it shows.`;
  if (pictureEnding(alt) && !alt.includes(' ')) return 'This is the name of a file. Say what the picture shows.';
  return undefined;
}
