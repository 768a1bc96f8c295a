import { visible } from '../../../src/garden/checks/report/visible.ts';
import type { Moved } from './move-entry.ts';
import { addressOf, fileOf } from './move.ts';

/** What a move did (or with `dry` would do), line by line, and how to undo it. */
export function moveReport({ move, plans, byHand, keep }: Moved, dry: boolean): string {
  const [was, is] = [addressOf(move.from), addressOf(move.to)];
  const changes = plans.flatMap(({ file, changes: list }) => list.map((change) => ({ file: file === fileOf(move.from) ? fileOf(move.to) : file, ...change })));
  const left = plans.flatMap(({ file, left: list }) => list.map((item) => ({ file: file === fileOf(move.from) ? fileOf(move.to) : file, ...item })));
  const files = new Set(changes.map(({ file }) => file)).size;
  const lines = [
    byHand ? `${fileOf(move.to)} takes the place of ${was}.` : `${fileOf(move.from)} → ${fileOf(move.to)}`,
    changes.length === 0 ? 'Nothing else names it.' : `${changes.length} ${changes.length === 1 ? 'place' : 'places'} in ${files} ${files === 1 ? 'file' : 'files'}:`,
    ...changes.map(({ file, line, was: before, is: after }) => `  ${file}:${line}  ${oneLine(before)} → ${oneLine(after)}`),
    keep ? `Its old address ${was} goes on working: it stands among the "aliases" of ${fileOf(move.to)}.` : `Its address ${was} was never published, and is none any more.`,
    ...(left.length > 0
      ? [
          '',
          `${left.length === 1 ? 'One place names' : `${left.length} places name`} ${was} in a way that only you can change:`,
          ...left.map(({ file, line, was: what }) => `  ${file}:${line}  ${what === undefined ? 'this file cannot be read as a whole; npm run check says why' : oneLine(what)}`),
        ]
      : []),
    '',
    dry ? 'Nothing was changed. Run the command without --dry-run to do it.' : byHand ? 'Look at it with git diff.' : `To undo it: npm run move -- ${is} ${was}`,
  ];
  return lines.map(visible).join('\n');
}

function oneLine(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat;
}
