import { createTwoFilesPatch } from 'diff';
import { visible } from '../../../src/garden/checks/report/visible.ts';
import type { Fix } from './fix-content.ts';

/** What fixes would change, as a unified diff; of a picture only its size. */
export function showFixes(fixes: readonly Fix[]): string {
  return fixes.map(({ file, before, after, picture }) => (picture ? `${visible(file)}: ${before.length} bytes with camera data, ${after.length} without\n` : patch(file, before, after))).join('');
}

function patch(file: string, before: Buffer, after: Buffer): string {
  const text = createTwoFilesPatch(`a/${file}`, `b/${file}`, before.toString('utf8'), after.toString('utf8'), undefined, undefined, { context: 3, stripTrailingCr: false });
  return text.replace(/^=+\n/, '').split('\n').map(visible).join('\n');
}
