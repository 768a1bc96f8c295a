import { plainError } from '../decap/plain-error.ts';

/** Puts into words what GitHub, or the lack of it, answered. What Decap itself looks for in an error stays as it is. */
export function gitHubWords(reason: unknown): unknown {
  const { status } = (reason ?? {}) as { status?: number };
  if (status === 401) return said(reason, 'GitHub does not know your sign-in any more. This browser keeps your text: load this page again and sign in.');
  if ((status ?? 0) >= 500 || reason instanceof TypeError) return said(reason, 'GitHub cannot be reached, or has trouble of its own. Your text is still here: wait a minute and try again.');
  return reason;
}

function said(reason: unknown, words: string): Error {
  if (!(reason instanceof Error)) return plainError(words);
  reason.message = words;
  return plainError(reason);
}
