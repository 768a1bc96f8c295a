import { readFile } from 'node:fs/promises';
import { analyseBody } from '../src/garden/entry/body.ts';
import { bodySentences } from '../src/garden/survey/body-sentences.ts';
import { sentencesOf } from '../src/garden/survey/sentences-of.ts';
import { sharedRuns } from '../src/garden/survey/shared-runs.ts';
import { contentFolder } from '../src/disk/content-folder.ts';
import { loadContent } from '../src/disk/load-content.ts';

// Prints runs of ten words or more that the texts of two entries share, or an entry and a file named on the command line.
const { entries } = await loadContent(contentFolder());
const texts = new Map(entries.map(({ header }) => [header.file, bodySentences(analyseBody(header.body, header.bodyLine).tree)]));
for (const file of process.argv.slice(2)) texts.set(file, (await readFile(file, 'utf8')).split('\n').flatMap(sentencesOf));
const runs = sharedRuns(texts);
for (const { words, places } of runs) console.log(`${words}\n  ${places.join('\n  ')}`);
console.log(`${texts.size} texts read: ${runs.length} runs of ten words or more stand in two of them.`);
