/** Gives every id of a piece of HTML a prefix, and whatever names one, so that several pages fit into one. */
export function apart(html: string, prefix: string): string {
  return html.replace(/<(?:"[^"]*"|[^">])*>/g, (tag) =>
    tag
      .replace(/ (id|for|aria-describedby|aria-labelledby)="([^"]*)"/g, (_whole, name: string, ids: string) => ` ${name}="${ids.replace(/\S+/g, (id) => prefix + id)}"`)
      .replace(/ href="#([^"]*)"/g, (_whole, id: string) => ` href="#${prefix}${id}"`),
  );
}
