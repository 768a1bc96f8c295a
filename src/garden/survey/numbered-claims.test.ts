import { describe, expect, it } from 'vitest';
import { analyseBody } from '../entry/body.ts';
import { numberedClaims } from './numbered-claims.ts';

const claims = (body: string) => numberedClaims(analyseBody(body, 1).tree);

describe('claims with numbers', () => {
  it('are sentences, each with the sources of its paragraph', () => {
    expect(claims('Walk the line. Traps stand 50 m apart. <Cite source="spacing" />\n\nIt took 207 days <Cite sources="a, b" />.\n')).toEqual([
      { line: 1, text: 'Traps stand 50 m apart.', sources: ['spacing'] },
      { line: 3, text: 'It took 207 days.', sources: ['a', 'b'] },
    ]);
  });

  it('in a list or a table without sources lean on the paragraph before it', () => {
    expect(claims('The catches: <Cite source="radio" />\n\n| Year | Fish |\n| --- | --- |\n| 2018 | 350 |\n\n- 20 schools\n')).toEqual([
      { line: 5, text: '2018 | 350', sources: ['radio'] },
      { line: 7, text: '20 schools', sources: ['radio'] },
    ]);
  });

  it('in a table that nothing leads in to lean on the paragraph after it', () => {
    expect(claims('| Band | Apart |\n| --- | --- |\n| Lower | 1 m |\n\nThe spacing is official. <Cite source="guide" />\n')).toMatchObject([{ text: 'Lower | 1 m', sources: ['guide'] }]);
  });

  it('lean on the component that holds them', () => {
    expect(claims('<Evidence strength="weak" sources="study">\n\nSeven times as many.\n\nIt took 9 days.\n\n</Evidence>\n')).toEqual([{ line: 5, text: 'It took 9 days.', sources: ['study'] }]);
  });

  it('have no source after a new heading', () => {
    expect(claims('Rats are 1 of 3. <Cite source="a" />\n\n## Then\n\nIt took 9 days.\n\n- 3 more\n')).toMatchObject([
      { sources: ['a'] },
      { text: 'It took 9 days.', sources: [] },
      { text: '3 more', sources: [] },
    ]);
  });

  it('are not looked for in exercises, checklists and headings', () => {
    expect(claims('## Day 1\n\n<Checklist title="For the day">\n\n- [ ] 2 torches\n\n</Checklist>\n\n<Exercise title="Sum">\n\n2 and 2?\n\n</Exercise>\n')).toEqual([]);
  });
});
