/** What a request says of where it comes from. */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
  readonly contentType: string | undefined;
}

/** Says why a request may not reach the desk; undefined when it may. Only a page that this very server has served, under a name of this computer, may ask. */
export function guardRequest({ method, host = '', origin, site, contentType = '' }: Asked, port: number): string | undefined {
  const names = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);
  // Another site can let its own name point here; then the name gives it away.
  if (!names.includes(host.toLowerCase())) return 'The desk is open only under the address of this computer: localhost.';
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'Another site may not use the desk.';
  if (method === 'GET') return origin === undefined || origin === `http://${host}` ? undefined : 'Another site may not use the desk.';
  if (method !== 'POST') return 'The desk answers GET and POST.';
  if (origin?.toLowerCase() !== `http://${host.toLowerCase()}`) return 'Another site may not use the desk.';
  // Other types could be sent by a plain form of another site, without a question first.
  if (!/^application\/json\s*(;|$)/i.test(contentType)) return 'The desk reads JSON only.';
  return undefined;
}
