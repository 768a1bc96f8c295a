import { isKindName } from '#garden/schema/index.ts';

/** What a commit message tells of a save. */
export interface Saved {
  readonly collection: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly slug: string;
  readonly isNew: boolean;
  /** What the sender agreed to, when this save is sent for review. */
  readonly agreed?: string;
}

const LONGEST = 72;

/** The commit message of a save: what was done to which page, who made it, and what the sender agreed to. */
export function commitMessage({ collection, fields, slug, isNew, agreed }: Saved): string {
  const title = typeof fields['title'] === 'string' && fields['title'].trim() !== '' ? oneLine(fields['title']) : slug;
  const verb = isNew ? 'add' : fields['status'] === 'retired' ? 'retire' : 'update';
  const head = `content(${isKindName(collection) ? collection : 'media'}): ${verb} ${title}`;
  const subject = head.length > LONGEST ? `${head.slice(0, LONGEST - 1).trimEnd()}…` : head;
  const credits = creditLines(fields['credits']);
  const trailers = [...credits, ...(agreed ? [`Agreed: ${oneLine(agreed)}`] : [])];
  return trailers.length === 0 ? subject : `${subject}\n\n${trailers.join('\n')}`;
}

function creditLines(credits: unknown): string[] {
  if (!Array.isArray(credits)) return [];
  return credits.flatMap((credit: unknown) => {
    const { name, role } = (typeof credit === 'object' && credit !== null ? credit : {}) as { name?: unknown; role?: unknown };
    if (typeof name !== 'string' || name.trim() === '') return [];
    return [`Credit: ${oneLine(name)}${typeof role === 'string' && role !== '' ? ` (${oneLine(role)})` : ''}`];
  });
}

/** A mention in a commit message would call people who never asked for it. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/@/g, '@\u200b').trim();
}
