import { readersPart } from './change-for-readers.ts';
import type { ChangeReport, ReportedProblem } from './change-report.ts';
import { numberWords as number } from './number-words.ts';
import { codeMarkdown, plainMarkdown } from './plain-markdown.ts';

/** By this line a comment of ours is found again. */
export const COMMENT_MARK = '<!-- garden: what this change does -->';

/** What the host itself says of the pull request and of the run: the part that can be believed. */
export interface ChangeFacts {
  /** How the run of the check ended, in the host's word. */
  readonly conclusion?: string | undefined;
  /** Page of the run. */
  readonly run?: string | undefined;
  /** Where the contributor's branch stands. */
  readonly head?: { readonly repository: string; readonly branch: string; readonly sha: string } | undefined;
  /** Changed files outside the content, and whether the host told of all files; `unknown` where it told of none. */
  readonly code?: { readonly files: readonly string[]; readonly complete: boolean } | 'unknown' | undefined;
  /** Full address of the published site. */
  readonly site?: string | undefined;
}

/** GitHub takes 65,536 characters. */
const LONGEST = 60_000;
const PROBLEMS_TEXT = 32_000;
const MOST_PROBLEMS = 200;
const MOST_IN_FILE = 30;

/** A comment that says in plain words what is wrong in a change and what it means for readers. The report is a stranger's; so is every text in it. */
export function changeComment(report: ChangeReport | { readonly unread: string }, facts: ChangeFacts): string {
  const code = facts.code === 'unknown' || (facts.code && (facts.code.files.length > 0 || !facts.code.complete)) ? facts.code : undefined;
  const parts = [COMMENT_MARK, `## ${heading(report, facts, code !== undefined)}`];
  if (code) parts.push(codeWarning(code));
  if ('unread' in report)
    parts.push(`${report.unread}${facts.head ? ` It was for ${commit(facts.head)}.` : ''}`, ...(facts.run ? [`What happened stands in [the run of the check](${facts.run}).`] : []));
  else {
    parts.push(verdict(report, facts), ...problemParts(report, facts));
    if (report.notice) parts.push(plainMarkdown(report.notice));
    parts.push(...readersPart(report));
    if (facts.run) parts.push(preview(facts.run, code !== undefined));
  }
  const whole = parts.join('\n\n');
  return `${whole.length > LONGEST ? `${whole.slice(0, whole.lastIndexOf('\n', LONGEST))}\n\nThis was cut here, since it is too long for a comment.` : whole}\n`;
}

function heading(report: ChangeReport | { readonly unread: string }, { conclusion }: ChangeFacts, code: boolean): string {
  if ('unread' in report) return conclusion === 'action_required' ? 'The check waits for a keeper to start it' : 'The check left no report';
  if (report.errors > 0) return report.errors === 1 ? 'Nearly there: one thing to mend' : `${number(report.errors)} things to mend`;
  if (code) return 'Read the code of this change first';
  if (report.elsewhere.errors > 0) return 'Nothing to mend in this change, but there is elsewhere';
  if (conclusion !== undefined && conclusion !== 'success') return 'The content is right, and yet the check did not pass';
  return report.warnings > 0 ? `Ready for review, with ${report.warnings === 1 ? 'one thing' : `${number(report.warnings)} things`} to look at` : 'Ready for review';
}

function codeWarning(code: NonNullable<ChangeFacts['code']>): string {
  if (code === 'unknown')
    return '> [!WARNING]\n> The host did not tell which files this change touches. If one of them lies outside `content/`, what follows may say whatever the code of the change wants. Look at the list of files before you believe it or open anything.';
  const { files, complete } = code;
  const shown = files.slice(0, 20).map((file) => `> - ${codeMarkdown(file, 200)}`);
  const more = files.length > shown.length ? [`> - and ${number(files.length - shown.length)} more`] : [];
  const all = complete ? [] : ['> - The host lists only the first 3,000 files of a change this large; there are more.'];
  return [
    '> [!WARNING]',
    '> This change reaches outside `content/`. The check ran with the code of the change, so what follows may say whatever that code wants, and so may the preview. Read these files before you believe it or open anything:',
    ...shown,
    ...more,
    ...all,
  ].join('\n');
}

function verdict({ entries, errors, warnings, elsewhere }: ChangeReport, { conclusion, run, head }: ChangeFacts): string {
  const sentences = [`The check read ${entries === 1 ? 'one entry' : `${number(entries)} entries`}${head ? ` at ${commit(head)}` : ''}.`];
  if (errors > 0) sentences.push(`${errors === 1 ? 'One error keeps' : `${number(errors)} errors keep`} this change from being published. Mend each in its file, and the check runs again by itself.`);
  if (warnings > 0)
    sentences.push(`${errors > 0 ? 'Besides, there' : 'There'} ${warnings === 1 ? 'is one warning, which keeps' : `are ${number(warnings)} warnings, which keep`} nothing from being published.`);
  if (errors === 0 && warnings === 0) sentences.push('It found nothing to mend in this change.');
  if (elsewhere.errors > 0)
    sentences.push(
      `In pages that this change does not reach there ${elsewhere.errors === 1 ? 'is one error' : `are ${number(elsewhere.errors)} errors`}: nobody asks you to mend ${elsewhere.errors === 1 ? 'it' : 'them'}, but until somebody does, the check does not pass.`,
    );
  else if (errors === 0 && conclusion !== undefined && conclusion !== 'success')
    sentences.push(`Another step ended with "${/^[a-z_]{1,30}$/.test(conclusion) ? conclusion.replaceAll('_', ' ') : 'an unknown word'}"${run ? `: [the run](${run}) says which` : ''}.`);
  return sentences.join(' ');
}

/** What the comment speaks of: one that is older than the change shows it by this. */
function commit({ sha }: NonNullable<ChangeFacts['head']>): string {
  return `commit \`${sha.slice(0, 10)}\``;
}

function problemParts({ problems, errors, warnings }: ChangeReport, facts: ChangeFacts): string[] {
  if (problems.length === 0) return [];
  const byFile = new Map<string, ReportedProblem[]>();
  for (const problem of problems) {
    const list = byFile.get(problem.file);
    if (list) list.push(problem);
    else if (byFile.size < MOST_PROBLEMS) byFile.set(problem.file, [problem]);
  }
  const parts = ['### What to mend, file by file'];
  let [length, told] = [0, 0];
  for (const [file, list] of byFile) {
    const lines: string[] = [];
    // Errors come first, so that a cut leaves out warnings; what is shown goes down the file.
    for (const problem of list.slice(0, MOST_IN_FILE).sort((a, b) => a.line - b.line || a.column - b.column)) {
      if (told === MOST_PROBLEMS) break;
      const line = problemLine(problem, facts);
      if (length + line.length > PROBLEMS_TEXT) break;
      length += line.length + 1;
      told += 1;
      lines.push(line);
    }
    if (lines.length === 0) break;
    const part = `**${codeMarkdown(file, 300)}**${editLink(file, facts)}\n\n${lines.join('\n')}`;
    length += part.length - lines.join('\n').length;
    parts.push(part);
  }
  const left = Math.max(errors + warnings, problems.length) - told;
  if (left > 0) parts.push(`And ${number(left)} more. The whole list stands in ${facts.run ? `[the run of the check](${facts.run})` : 'the log of the check'}; \`npm run check\` shows it too.`);
  return parts;
}

function problemLine({ rule, severity, file, line, message, suggestion }: ReportedProblem, facts: ChangeFacts): string {
  const place = linkTo(file, facts, 'blob', facts.head?.sha);
  const where = place ? `[Line ${line}](${place}?plain=1#L${line})` : `Line ${line}`;
  const why = facts.site ? `[${rule}](${facts.site}contribute/problems/${rule}/)` : rule;
  return `- **${where}**, ${severity}: ${plainMarkdown(message)}${suggestion ? `\n  ${plainMarkdown(suggestion)}` : ''} (${why})`;
}

function editLink(file: string, facts: ChangeFacts): string {
  const place = linkTo(file, facts, 'edit', facts.head?.branch);
  return place ? ` · [edit](${place})` : '';
}

/** The page of a file on the host. Only for a plain path in the content: nothing else gets a link. */
function linkTo(file: string, { head }: ChangeFacts, page: 'blob' | 'edit', at: string | undefined): string | undefined {
  const parts = file.split('/');
  if (!head || at === undefined || parts[0] !== 'content' || parts.some((part) => part === '' || part === '.' || part === '..')) return undefined;
  return `${head.repository}/${page}/${[...at.split('/'), ...parts].map(encoded).join('/')}`;
}

function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(/[()*'!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function preview(run: string, code: boolean): string {
  if (code) return '### See it as readers will\n\nThe run has a preview, made by the code of this change. Read that code first.';
  return `### See it as readers will\n\nAt the end of [the run](${run}#artifacts), under Artifacts, choose \`preview\`, unpack it and open \`index.html\`: each changed page, old and new, with the words that differ marked. It holds no script.`;
}
