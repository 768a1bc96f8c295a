import { parseArgs } from 'node:util';
import { nearest } from '../../../src/garden/text/nearest.ts';

/** What `npm run check` was asked to do. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'github';
  /** Only what differs from a branch; an empty string is the branch of the site. */
  readonly changed?: string;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly paths: readonly string[];
}

const FORMATS = ['text', 'json', 'github'] as const;
const OPTIONS = { format: { type: 'string' }, changed: { type: 'boolean' }, fix: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } as const;

/** Reads the words after `npm run check --`. Throws an Error of one plain sentence about what cannot be meant. `isPath` says whether a word names something to check. */
export function checkOptions(args: readonly string[], isPath: (word: string) => boolean): CheckOptions {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  const paths: string[] = [];
  let format: string = 'text';
  let changed: string | undefined;
  const flags = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const before = tokens[index - 1];
      const afterChanged = before?.kind === 'option' && before.name === 'changed' && changed === '';
      if (afterChanged && !isPath(token.value)) changed = token.value;
      else paths.push(token.value);
      continue;
    }
    if (!Object.hasOwn(OPTIONS, token.name)) {
      const near = nearest(token.name, Object.keys(OPTIONS));
      throw new Error(`There is no option "${token.rawName}".${near ? ` Did you mean "--${near}"?` : ''}`);
    }
    if (token.name === 'format') {
      if (token.value === undefined) throw new Error('"--format" needs a word after it: text, json or github.');
      format = token.value;
    } else if (token.name === 'changed') changed = token.value ?? '';
    else if (token.value !== undefined) throw new Error(`"${token.rawName}" takes no value.`);
    else flags.add(token.name);
  }
  if (!(FORMATS as readonly string[]).includes(format)) throw new Error(`There is no format "${format}". It can be text, json or github.`);
  if (flags.has('dry-run') && !flags.has('fix')) throw new Error('"--dry-run" shows what "--fix" would change: write both.');
  return { format: format as CheckOptions['format'], ...(changed === undefined ? {} : { changed }), fix: flags.has('fix'), dryRun: flags.has('dry-run'), paths };
}
