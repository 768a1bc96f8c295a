import { toBase64url } from './base64url.ts';

const STYLE = 'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1c2b24;background:#fbfaf6}';

interface Line {
  readonly id: string;
  readonly text: string;
  readonly hidden?: boolean;
}

/** Headers of every answer: nothing is kept, framed, guessed at or told to the next page. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
};

/** A small page of a few lines. It loads nothing, and runs only the script it was made with. */
export async function page(status: number, lines: readonly Line[], active?: { readonly script: string; readonly data: unknown }): Promise<Response> {
  const script = active ? ` script-src ${await hash(active.script)};` : '';
  const policy = `default-src 'none'; style-src ${await hash(STYLE)};${script} base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const text = lines.map(({ id, text, hidden }) => `<p id="${id}" data-state${hidden ? ' hidden' : ''}>${escape(text)}</p>`).join('\n');
  // A block of data does not run; "<" is written so that it cannot end the block.
  const data = active ? `<script type="application/json" id="answer">${JSON.stringify(active.data).replaceAll('<', '\\u003c')}</script>\n<script>${active.script}</script>` : '';
  const html = `<!doctype html>
<html lang="en-NZ">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Sign in</title>
<style>${STYLE}</style>
<main role="status">
${text}
</main>
${data}
</html>
`;
  return new Response(html, { status, headers: { ...SAFE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } });
}

/** A page of one sentence. */
export function plainPage(status: number, text: string): Promise<Response> {
  return page(status, [{ id: 'text', text }]);
}

async function hash(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const letters = toBase64url(digest).replaceAll('-', '+').replaceAll('_', '/');
  return `'sha256-${letters}='`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
