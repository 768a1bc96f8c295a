import { createHash, randomBytes } from 'node:crypto';
import type { App, World } from './world.ts';

/** What a page answers with. */
export interface PageReply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const html = (status: number, text: string): PageReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'deny' },
  body: `<!doctype html><html lang="en"><title>Sign in to GitHub</title>${text}`,
});
const away = (location: URL): PageReply => ({ status: 302, headers: { location: location.href }, body: '' });
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `login/oauth/authorize`: asks who it is, with a button for each account, or goes on where somebody is signed in already. */
export function authorize(world: World, query: URLSearchParams): PageReply {
  const app = world.apps.get(query.get('client_id') ?? '');
  if (!app) return html(404, '<h1>404</h1><p>There is no such app.</p>');
  const asked = query.get('redirect_uri');
  const target = asked ?? app.callback;
  if (!target) return html(404, '<h1>404</h1><p>The app has no callback address.</p>');
  if (asked && app.callback && !fits(asked, app.callback)) return refuse(app.callback, query, 'redirect_uri_mismatch', 'The redirect_uri MUST match the registered callback URL for this application.');
  const method = query.get('code_challenge_method');
  if (query.has('code_challenge') && method !== 'S256') return refuse(target, query, 'invalid_request', 'code_challenge_method must be S256');
  if (world.signedIn) return grant(world, app, target, query, world.signedIn);
  const hidden = [...query].map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join('');
  const buttons = [...world.users.values()].map(({ login }) => `<button name="as" value="${escape(login)}">Authorize as ${escape(login)}</button>`).join(' ');
  return html(
    200,
    `<h1>Authorize the form</h1><p>It asks for: ${escape(query.get('scope') ?? 'nothing')}</p><form method="post" action="/login/oauth/authorize">${hidden}${buttons} <button name="as" value="">Cancel</button></form>`,
  );
}

/** The answer to that page. */
export function decide(world: World, form: URLSearchParams): PageReply {
  const app = world.apps.get(form.get('client_id') ?? '');
  const target = form.get('redirect_uri') ?? app?.callback;
  const login = form.get('as') ?? '';
  if (!app || !target || (app.callback && !fits(target, app.callback))) return html(404, '<h1>404</h1>');
  if (!login) return refuse(target, form, 'access_denied', 'The user has denied your application access.');
  return world.users.has(login.toLowerCase()) ? grant(world, app, target, form, login) : html(404, '<h1>404</h1>');
}

function grant(world: World, app: App, target: string, query: URLSearchParams, login: string): PageReply {
  const code = randomBytes(10).toString('hex');
  const scopes = (query.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);
  world.codes.set(code, { app, login, scopes, redirectUri: query.get('redirect_uri') ?? undefined, challenge: query.get('code_challenge') ?? undefined });
  const to = new URL(target);
  to.searchParams.set('code', code);
  if (query.has('state')) to.searchParams.set('state', query.get('state') ?? '');
  return away(to);
}

function refuse(target: string, query: URLSearchParams, error: string, description: string): PageReply {
  const to = new URL(target);
  to.searchParams.set('error', error);
  to.searchParams.set('error_description', description);
  if (query.has('state')) to.searchParams.set('state', query.get('state') ?? '');
  return away(to);
}

/** The host takes the registered address and what lies below it. */
function fits(asked: string, registered: string): boolean {
  const [one, other] = [new URL(asked), new URL(registered)];
  return one.origin === other.origin && (one.pathname === other.pathname || one.pathname.startsWith(`${other.pathname.replace(/\/$/, '')}/`));
}

/** `login/oauth/access_token`: a token for a code, once. The host says no with status 200. */
export function accessToken(world: World, form: URLSearchParams, json: boolean): PageReply {
  const answer = exchange(world, form);
  return json
    ? { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(answer) }
    : { status: 200, headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }, body: new URLSearchParams(answer).toString() };
}

function exchange(world: World, form: URLSearchParams): Record<string, string> {
  const no = (error: string, description: string) => ({
    error,
    error_description: description,
    error_uri: 'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
  });
  const app = world.apps.get(form.get('client_id') ?? '');
  if (!app || app.clientSecret !== form.get('client_secret')) return no('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.');
  const spent = no('bad_verification_code', 'The code passed is incorrect or expired.');
  const code = world.codes.get(form.get('code') ?? '');
  if (!code || code.app !== app) return spent;
  world.codes.delete(form.get('code') ?? '');
  if (form.has('redirect_uri') && form.get('redirect_uri') !== (code.redirectUri ?? app.callback))
    return no('redirect_uri_mismatch', 'The redirect_uri MUST match the registered callback URL for this application.');
  if (
    code.challenge !== undefined &&
    code.challenge !==
      createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
  )
    return spent;
  const token = issueToken(world, code.login, code.scopes);
  return { access_token: token, token_type: 'bearer', scope: code.scopes.join(',') };
}

/** A new token for a person. */
export function issueToken(world: World, login: string, scopes: readonly string[]): string {
  const token = `gho_${randomBytes(18).toString('hex')}`;
  world.tokens.set(token, { login, scopes });
  return token;
}
