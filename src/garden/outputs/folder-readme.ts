import type { z } from 'zod';
import type { Kind } from '../schema/kind.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { fieldReference, type FieldRow } from './field-reference.ts';
import { GENERATED } from './generated-note.ts';

/** The README of a folder of entries, in Markdown: what they are, how to add one, and what its header may say. */
export function folderReadme(kind: Kind<string, z.ZodType>, vocabularies: Partial<Vocabularies>): string {
  const { one, many, about, body } = kind;
  const rows = fieldReference(kind, vocabularies).filter(({ depth }) => depth === 0);
  return [
    `<!-- ${GENERATED} -->`,
    '',
    `# ${capital(many)}`,
    '',
    about,
    '',
    `One file is one ${one}. Its name is its address: lower case letters, digits and hyphens, then \`.mdx\`.`,
    '',
    `## Add a ${one}`,
    '',
    'Take whichever way suits you.',
    '',
    '- **In the form.** Choose "How to contribute" on the site. You fill fields and see the page as readers will.',
    `- **On GitHub.** Choose "Add file", then "Create new file", in this folder, and start from a ${one} that is like yours.`,
    `- **On your own machine.** Run \`npm run new -- ${/\s/.test(one) ? `"${one}"` : one} "Its title"\`. It makes a file with notes; fill what is marked "Needed".`,
    '',
    `Fields stand between the two \`---\` lines. ${body === 'required' ? 'The text follows in Markdown.' : 'A text in Markdown may follow.'} Run \`npm run check\` before you offer it; each message says what to do.`,
    '',
    '## Fields',
    '',
    '| Field | Needed | What it is | What it may hold |',
    '| --- | --- | --- | --- |',
    ...rows.map(row),
    '',
    'Fields inside groups stand on the site, under "How to contribute".',
    '',
  ].join('\n');
}

function row({ name, title, what, required, fallback, allowed, values = [] }: FieldRow): string {
  const hold = allowed.replace(/one of the values below\./i, (words) => `${words.slice(0, 6)}: ${values.map(({ value }) => value).join(', ')}.`);
  const left = fallback === undefined ? '' : ` Left out, it counts as ${fallback}.`;
  return `| \`${name}\` | ${required ? 'yes' : ''} | ${cell(`${title}. ${what}`)} | ${cell(hold + left)} |`;
}

function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[|<>[\]*_`\\]/g, '\\$&');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
