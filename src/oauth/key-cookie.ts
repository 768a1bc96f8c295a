import { isLoopback } from './read-settings.ts';

/**
 * The cookie that ties a sign-in to one browser. `__Host-` lets only this host set it, over TLS. `Lax` sends it along when the
 * host leads the person back. On this machine there is no TLS, so there it is a plain one.
 */
export const keyCookie = {
  set: (address: string, key: string) => `${name(address)}=${key}; ${attributes(address)}; Max-Age=600`,
  clear: (address: string) => `${name(address)}=; ${attributes(address)}; Max-Age=0`,
  read(address: string, header: string | null): string {
    const start = `${name(address)}=`;
    const found = (header ?? '').split(/;\s*/).filter((part) => part.startsWith(start));
    return found.length === 1 ? (found[0] ?? '').slice(start.length) : '';
  },
};

const name = (address: string) => (isLoopback(address) ? 'kanopi-sign-in' : '__Host-kanopi-sign-in');
const attributes = (address: string) => `Path=/; HttpOnly; SameSite=Lax${isLoopback(address) ? '' : '; Secure'}`;
