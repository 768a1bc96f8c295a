import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem.ts';
import { githubReport } from './github-report.ts';
import { jsonReport } from './json-report.ts';
import { textReport } from './text-report.ts';

const problem = (more: Partial<Problem> = {}): Problem => ({
  rule: 'broken-link',
  severity: 'error',
  file: 'content/pages/a.mdx',
  line: 2,
  column: 5,
  length: 4,
  message: 'There is no entry called "b".',
  suggestion: 'Did you mean [[c]]?',
  ...more,
});

describe('the report for people', () => {
  it('shows place, sentence, next step and the line with a caret below', () => {
    expect(textReport([problem()], new Map([['content/pages/a.mdx', 'One\nSee [[b]] there\n']]), 3)).toBe(
      [
        'content/pages/a.mdx:2:5  error  broken-link',
        '  There is no entry called "b".',
        '  Did you mean [[c]]?',
        '  2 | See [[b]] there',
        '    |     ^^^^',
        '',
        '3 entries read: 1 error, 0 warnings.',
        'Why: npm run explain broken-link',
      ].join('\n'),
    );
  });

  it('says once for each rule how to read why it is there', () => {
    const report = textReport([problem(), problem({ line: 3 }), problem({ rule: 'vague-link', severity: 'warning' })], new Map(), 1);
    expect(report.split('\n').filter((line) => line.startsWith('Why:'))).toEqual(['Why: npm run explain broken-link', 'Why: npm run explain vague-link']);
  });

  it('shows the part of a long line that holds the place', () => {
    const report = textReport([problem({ column: 501, length: 3, line: 1 })], new Map([['content/pages/a.mdx', `${'a'.repeat(500)}XYZ${'b'.repeat(500)}`]]), 1);
    const [shown = '', caret = ''] = report.split('\n').slice(3);
    expect(shown.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('XYZ');
  });

  it('does without the line where there is none', () => {
    expect(textReport([problem({ line: 99 })], new Map([['content/pages/a.mdx', 'One']]), 1)).not.toContain('^');
  });

  it('lets no text repaint the terminal', () => {
    const hostile = '\u001b[2J\u202e';
    const report = textReport([problem({ file: `content/media/${hostile}.png`, message: `No "${hostile}".`, suggestion: hostile, line: 1 })], new Map([[`content/media/${hostile}.png`, hostile]]), 1);
    expect(report).not.toMatch(/[\u001b\u202e]/);
  });

  it('says so when all is well', () => {
    expect(textReport([], new Map(), 1)).toBe('1 entry read: no problems.');
  });
});

describe('the report for programs', () => {
  it('is JSON with the agreed fields and no others', () => {
    const bare = problem({ severity: 'warning', line: 1, suggestion: undefined });
    expect(JSON.parse(jsonReport([problem(), bare], 7))).toEqual({
      entries: 7,
      problems: [
        { rule: 'broken-link', severity: 'error', file: 'content/pages/a.mdx', line: 2, column: 5, message: 'There is no entry called "b".', suggestion: 'Did you mean [[c]]?' },
        { rule: 'broken-link', severity: 'warning', file: 'content/pages/a.mdx', line: 1, column: 5, message: 'There is no entry called "b".' },
      ],
    });
  });
});

describe('the report for GitHub', () => {
  it('is one command a problem', () => {
    expect(githubReport([problem(), problem({ severity: 'warning' })]).split('\n')).toEqual([
      '::error file=content/pages/a.mdx,line=2,col=5,title=broken-link::There is no entry called "b".%0ADid you mean [[c]]?',
      '::warning file=content/pages/a.mdx,line=2,col=5,title=broken-link::There is no entry called "b".%0ADid you mean [[c]]?',
    ]);
  });

  it('lets no text start a command of its own', () => {
    const report = githubReport([problem({ file: 'content/media/a,line=1::b\n::error::c.png', message: '100%\r\n::set-output name=x::y' })]);
    expect(report.split('\n')).toHaveLength(1);
    expect(report).toContain('file=content/media/a%2Cline=1%3A%3Ab%0A%3A%3Aerror%3A%3Ac.png');
    expect(report).toContain('100%25%0D%0A::set-output');
  });
});
