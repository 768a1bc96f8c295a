import { checkEntry } from '#garden/checks/check-entry.ts';
import { hasErrors } from '#garden/checks/problem.ts';
import { analyseBody } from '#garden/entry/body.ts';
import { parseHeader } from '#garden/entry/parse-header.ts';
import type { EntryIndex } from '#garden/model/entry-index.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';

/** Says why a text may not be stored: the first error that the check finds in it as a file, whatever the form thought of it. */
export function refusal(index: FormIndex, entries: EntryIndex): (collection: string, slug: string, text: string, assets: readonly { readonly path: string }[]) => string | undefined {
  return (collection, slug, text, assets) => {
    const header = parseHeader(`content/${collection}/${slug}.mdx`, normaliseText(text));
    const { facts: body } = analyseBody(header.body, header.bodyLine);
    const media = new Set([...index.media, ...assets.map((asset) => asset.path)]);
    const problems = checkEntry({ header, body }, { index: entries, vocabularies: index.vocabularies, site: index.site, media });
    if (!hasErrors(problems)) return undefined;
    const { message, suggestion } = problems.find(({ severity }) => severity === 'error')!;
    return [message, suggestion].filter(Boolean).join(' ');
  };
}
