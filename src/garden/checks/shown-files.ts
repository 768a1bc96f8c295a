import { STUDY_FILES } from './example-page.ts';
import type { Example, ExampleFile } from './rule.ts';

/** A file of an example as people are shown it. */
export interface ShownFile {
  readonly file: string;
  /** Its text, or in words what it is. */
  readonly text: string;
}

const MOST_LINES = 30;

/** The files of an example that its author wrote for it, without those that every case study leans on: long ones cut short, pictures and links in words. */
export function shownFiles({ files }: Example): ShownFile[] {
  const own = Object.entries(files).filter(([name, content]) => STUDY_FILES[name] !== content);
  return own.map(([name, content]) => ({ file: `content/${name}`, text: textOf(content) }));
}

function textOf(content: ExampleFile): string {
  if (typeof content === 'object') return 'symlink' in content ? `(a symbolic link to ${content.symlink})` : '(a picture)';
  if (content === '') return '(an empty file)';
  const lines = content.trimEnd().split('\n');
  return lines.length <= MOST_LINES ? lines.join('\n') : `${lines.slice(0, MOST_LINES).join('\n')}\n… and ${lines.length - MOST_LINES} more lines`;
}
