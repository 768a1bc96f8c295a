import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

export const httpLink = defineRule({
  id: 'http-link',
  severity: 'warning',
  summary: 'Links lead to https, not http.',
  why: 'On an open network anybody on the way can read and change a page that comes over http. The address in a source stays as it was when the work was read.',
  examples: [
    { title: 'a link to http', found: true, files: { 'pages/a.mdx': page('See the [rules](http://example.org/rules).') } },
    { title: 'a field with http', found: true, files: { 'pages/a.mdx': page('Text.').replace('role: author', 'role: author, link: "http://example.org/"') } },
    { title: 'a link to https', found: false, files: { 'pages/a.mdx': page('See the [rules](https://example.org/rules), or http://localhost:4321/ on your own machine.') } },
  ],
  checkEntry({ header, body }, { site }): Finding[] {
    const own = /^http:\/\/[^/]+/.exec(site.url)?.[0];
    const wanting = (url: string) => /^http:\/\//i.test(url) && !/^http:\/\/(?:localhost|127\.|\[::1\])/i.test(url) && !(own && `${url}/`.startsWith(`${own}/`));
    const say = (url: string) => ({
      message: 'This link goes over http, which others can read and change on the way.',
      suggestion: `Write ${url.replace(/^http:/i, 'https:').slice(0, 200)} and see that it opens.`,
    });
    const found = body.links.filter(({ url }) => wanting(url)).map(({ url, line, column, length }): Finding => ({ line, column, ...(length ? { length } : {}), ...say(url) }));
    if (header.kind !== 'sources') walk(header.fields, []);
    return found;

    function walk(value: unknown, path: readonly PropertyKey[]): void {
      if (Array.isArray(value)) return value.forEach((item, index) => walk(item, [...path, index]));
      if (typeof value === 'object' && value !== null) return Object.entries(value).forEach(([key, item]) => walk(item, [...path, key]));
      if (typeof value === 'string' && wanting(value)) found.push({ ...(header.places[String(path[0])] ?? { line: 1, column: 1 }), path, ...say(value) });
    }
  },
});
