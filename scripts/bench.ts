import { appendFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../src/disk/content-folder.ts';
import { hugo, kanopi, plainAstro, type Contender } from './bench/contenders.ts';
import { generateGarden } from './bench/generate-garden.ts';
import type { Measure } from './bench/measure.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '200,1000,5000' }, rounds: { type: 'string', default: '2' } } });
const STATES = ['cold', 'warm', 'edit'] as const;

/** Measures of one contender at one size, by state. */
type Row = Record<(typeof STATES)[number], Measure[]>;

for (const size of values.sizes.split(',').map(Number)) {
  const work = path.join(PROJECT, '.cache', 'bench');
  const content = path.join(work, `content-${size}`);
  await rm(work, { recursive: true, force: true });
  await mkdir(content, { recursive: true });
  await generateGarden(content, size);
  const contenders = [kanopi(work, content), await plainAstro(work, content), await hugo(work, content)].filter((item): item is Contender => item !== undefined);
  const rows = new Map<string, Row>(contenders.map((contender) => [contender.name, { cold: [], warm: [], edit: [] }]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const state of STATES) {
      for (const contender of contenders) {
        if (state === 'cold') await contender.clean();
        if (state === 'edit') await appendFile(contender.edited, `\nOne more sentence, number ${round}.\n`);
        const result = await contender.build();
        rows.get(contender.name)?.[state].push(result);
        console.error(`${size} entries, round ${round + 1}, ${state}, ${contender.name}: ${result.seconds.toFixed(1)} s, ${Math.round(result.megabytes)} MB`);
      }
    }
  }
  print(size, rows);
  await rm(work, { recursive: true, force: true });
}

/** Prints the best time of each state, the peak memory, and the ratio to plain Astro. */
function print(size: number, rows: ReadonlyMap<string, Row>): void {
  const plain = rows.get('Plain Astro .mdx + Pagefind');
  const best = (measures: readonly Measure[] | undefined) => Math.min(...(measures ?? []).map((item) => item.seconds));
  const peak = (row: Row | undefined) => Math.max(...STATES.flatMap((state) => row?.[state] ?? []).map((item) => item.megabytes));
  console.log(`\n### ${size} entries\n\n| | cold | warm | one edit | peak memory |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const [name, row] of rows) {
    const cells = STATES.map((state) => `${best(row[state]).toFixed(1)} s (${(best(row[state]) / best(plain?.[state])).toFixed(2)}x)`);
    console.log(`| ${name} | ${cells.join(' | ')} | ${Math.round(peak(row))} MB (${(peak(row) / peak(plain)).toFixed(2)}x) |`);
  }
}
