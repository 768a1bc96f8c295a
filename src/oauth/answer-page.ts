import { HANDSHAKE_SCRIPT } from './handshake-script.ts';
import { page } from './page.ts';

/** What the last page hands to the form. */
export type Answer = { readonly token: string } | { readonly refused: string };

/** The last page of a sign-in: hands a token, or the reason why there is none, to the form at one of `origins`. */
export function answerPage(origins: readonly string[], answer: Answer, status = 200): Promise<Response> {
  const [outcome, content] = 'token' in answer ? ['success', { token: answer.token, provider: 'github' }] : ['error', { message: answer.refused }];
  const message = `authorization:github:${outcome}:${JSON.stringify(content)}`;
  const first = 'token' in answer ? 'Signing you in …' : answer.refused;
  return page(
    status,
    [
      { id: 'waiting', text: first },
      { id: 'done', text: 'token' in answer ? 'You are signed in. You can close this window.' : first, hidden: true },
      { id: 'alone', text: 'token' in answer ? 'This window was not opened by the form. Close it, open the form and press its sign-in button.' : first, hidden: true },
      { id: 'unanswered', text: 'token' in answer ? 'The form did not answer. Close this window and press the sign-in button again.' : first, hidden: true },
    ],
    { script: HANDSHAKE_SCRIPT, data: { origins, message } },
  );
}
