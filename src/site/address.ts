/** The address of a path of this site (`/guides/x/`), with the base under which the site stands. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}

/** The full address of a path of this site, for readers elsewhere. */
export function absolute(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
