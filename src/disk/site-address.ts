/** The address under which the site stands: `SITE_URL`, else the given ones in order. It ends with a slash. Throws when none is a web address. */
export function siteAddress(...given: readonly (string | undefined)[]): URL {
  for (const candidate of [process.env['SITE_URL'], ...given]) {
    if (!candidate || !/^https?:\/\//.test(candidate) || !URL.canParse(candidate)) continue;
    return new URL(candidate.endsWith('/') ? candidate : `${candidate}/`);
  }
  throw new Error('There is no address for the site.');
}
