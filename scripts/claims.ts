import { analyseBody } from '../src/garden/entry/body.ts';
import { numberedClaims } from '../src/garden/survey/numbered-claims.ts';
import { contentFolder } from '../src/disk/content-folder.ts';
import { loadContent } from '../src/disk/load-content.ts';
import { contentPath } from './lib/check/content-path.ts';
import { isWithin } from './lib/check/is-within.ts';

const [bare, given] = [process.argv.includes('--bare'), process.argv.slice(2).filter((word) => word !== '--bare')];
const folder = contentFolder();
const named = given.map((word) => contentPath(word, folder));
const { entries } = await loadContent(folder);
const totals = { claims: 0, bare: 0 };

// Each page with its claims that hold a number, and the sources of each; with `--bare` only those without a source.
for (const { header } of entries) {
  if (named.length > 0 && !named.some((name) => name !== undefined && isWithin(header.file, name))) continue;
  const claims = numberedClaims(analyseBody(header.body, header.bodyLine).tree);
  const bareOnes = claims.filter(({ sources }) => sources.length === 0);
  totals.claims += claims.length;
  totals.bare += bareOnes.length;
  for (const { line, text, sources } of bare ? bareOnes : claims) {
    console.log(`${header.file}:${line + header.bodyLine - 1}  ${text}  [${sources.length > 0 ? sources.join(', ') : 'no source'}]`);
  }
}
console.log(`${totals.claims} claims with numbers, ${totals.bare} of them without a source in their paragraph.`);
