import type { Reply } from './reply.ts';

/** The page of a list that an address asks for, and the header that names the others. */
export function pages({ list, body }: Reply, address: string): { part: unknown; link?: string } {
  if (!list) return { part: body };
  const { searchParams } = new URL(address);
  const size = Math.min(100, Math.max(1, Number(searchParams.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(searchParams.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(list.length / size));
  const to = (number: number, rel: string) => {
    const url = new URL(address);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [...(page > 1 ? [to(page - 1, 'prev'), to(1, 'first')] : []), ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : [])];
  return { part: list.slice((page - 1) * size, page * size), ...(links.length > 0 ? { link: links.join(', ') } : {}) };
}
