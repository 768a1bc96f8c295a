import type { StoredPicture } from '../editor-host.ts';

/** A picture as a body writes it. */
export function pictureMarkdown({ src, alt }: StoredPicture): string {
  const words = alt
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[[\]\\]/g, '\\$&');
  const address = src.replace(/[ ()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `![${words}](${address})`;
}
