import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../src/disk/content-folder.ts';
import { seeded } from './seeded.ts';

const WORDS =
  'trap line stoat rat possum tunnel card bait station ridge stream bank plant seed fence farm forest wetland bird count survey night week month winter spring summer volunteer group coordinator landholder council iwi record map track check lure cage test result catch rate index figure method control site region habitat kiwi tieke robin fantail gecko weta beetle moss fern canopy soil water slope shade wind rain frost storm season budget grant hour cost risk glove boot radio first second near far steep flat wide narrow slow quick careful honest early late before after during between along across under over with without because although until where when which'.split(
    ' ',
  );

/** Kinds in a generated garden, by their share of the entries. */
const SHARES = { guides: 0.3, 'case-studies': 0.4, glossary: 0.1, capabilities: 0.05, sources: 0.15 } as const;
type BenchKind = keyof typeof SHARES;

/** Writes a garden of `size` entries below `folder`: same size and seed, same files. About 570 words an entry with a table, footnotes, links and components. */
export async function generateGarden(folder: string, size: number, seed = 7): Promise<void> {
  const random = seeded(seed);
  const counts = Object.fromEntries(Object.entries(SHARES).map(([kind, share]) => [kind, Math.max(2, Math.round(size * share))])) as Record<BenchKind, number>;
  await cp(path.join(PROJECT, 'content', 'vocabularies'), path.join(folder, 'vocabularies'), { recursive: true });
  await writeFile(path.join(folder, 'site.yaml'), 'name: Bench\nurl: https://example.org/\n');
  for (const kind of Object.keys(counts) as BenchKind[]) {
    await mkdir(path.join(folder, kind), { recursive: true });
    for (let number = 0; number < counts[kind]; number += 1) await writeFile(path.join(folder, kind, `${kind}-${number}.mdx`), entry(kind, number, counts, random));
  }
}

function entry(kind: BenchKind, number: number, counts: Record<BenchKind, number>, random: () => number): string {
  const pick = (of: BenchKind) => `${of}-${Math.floor(random() * counts[of])}`;
  const common = [`title: "${title(random)} ${number}"`, `summary: "${sentence(random, 14)}"`, 'status: review', 'created: 2026-03-01'];
  const authored = [...common, 'credits:', '  - name: Garden editors', '    role: author', 'regions: [nz]', 'habitats: [forest]', 'topics: [trapping]'];
  switch (kind) {
    case 'guides':
      return page(
        [
          ...authored,
          `purpose: "${sentence(random, 14)}"`,
          'level: starter',
          'key_messages:',
          `  - "${sentence(random, 9)}"`,
          `  - "${sentence(random, 9)}"`,
          'capabilities:',
          `  - { capability: ${pick('capabilities')}, level: 2 }`,
          'evidence:',
          '  grade: moderate',
          `  summary: "${sentence(random, 12)}"`,
          `  sources: [${pick('sources')}]`,
        ],
        body(random, pick),
      );
    case 'case-studies':
      return page(
        [
          ...authored,
          'form: full',
          'basis: published-sources',
          'applied:',
          `  - { guide: ${pick('guides')}, how: adapted }`,
          'place: { name: A valley, region: nz-wgn, precision: region }',
          'started: "2019"',
          `problem: "${sentence(random, 12)}"`,
          `what_we_did: "${sentence(random, 12)}"`,
          `outcome: ${['worked', 'mixed', 'no-effect'][Math.floor(random() * 3)]}`,
          `outcome_summary: "${sentence(random, 12)}"`,
          `why: "${sentence(random, 12)}"`,
          'lessons:',
          `  - "${sentence(random, 9)}"`,
          'would_do_again: with-changes',
          `sources: [${pick('sources')}]`,
        ],
        body(random, pick),
      );
    case 'glossary':
      return page([...common, 'lang: en'], body(random, pick));
    case 'capabilities':
      return page([...common, 'category: field-craft', 'levels:', `  - { level: 1, can_do: "${sentence(random, 8)}" }`], body(random, pick));
    case 'sources':
      return page([...common, 'type: report', 'voice: official'], body(random, pick));
  }
}

function page(header: readonly string[], text: string): string {
  return `---\n${header.join('\n')}\n---\n\n${text}\n`;
}

function body(random: () => number, pick: (of: BenchKind) => string): string {
  return [
    `## ${title(random)}`,
    `${paragraph(random, 60)} See [[${pick('guides')}]] and [[${pick('case-studies')}|this case]].[^1]`,
    `${paragraph(random, 70)} **${sentence(random, 5)}** ${paragraph(random, 20)}`,
    `<Callout type="tip" title="${title(random)}">\n\n${paragraph(random, 40)}\n\n</Callout>`,
    `## ${title(random)}`,
    `| ${title(random)} | Rate | Cost |\n| --- | ---: | :---: |\n${Array.from({ length: 5 }, () => `| ${sentence(random, 4)} | ${Math.floor(random() * 100)} % | ${Math.floor(random() * 900)} |`).join('\n')}`,
    `${paragraph(random, 90)} <Cite source="${pick('sources')}" />`,
    `### ${title(random)}`,
    Array.from({ length: 5 }, () => `- ${sentence(random, 12)}`).join('\n'),
    `${paragraph(random, 80)}[^2]`,
    Array.from({ length: 4 }, () => `- [ ] ${sentence(random, 8)}`).join('\n'),
    `${paragraph(random, 60)} [A page outside](https://example.com/${Math.floor(random() * 1000)}).`,
    `[^1]: ${sentence(random, 12)}`,
    `[^2]: ${sentence(random, 12)}`,
  ].join('\n\n');
}

function word(random: () => number): string {
  return WORDS[Math.floor(random() * WORDS.length)] ?? 'line';
}

function title(random: () => number): string {
  const text = `${word(random)} ${word(random)} ${word(random)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(random: () => number, words: number): string {
  const text = Array.from({ length: words }, () => word(random)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function paragraph(random: () => number, words: number): string {
  const parts: string[] = [];
  for (let left = words; left > 0; left -= 14) parts.push(sentence(random, Math.min(14, Math.max(4, left))));
  return parts.join(' ');
}
