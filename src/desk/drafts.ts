import type { DeskPlace } from './make-desk.ts';
import type { Git } from './run-git.ts';

/** A draft: a branch of the desk. */
export interface Draft {
  /** `<collection>/<slug>`. */
  readonly key: string;
  readonly commit: string;
  readonly tree: string;
}

const HEADS = 'refs/heads/cms/';
const STACKED = 'refs/desk/stacked';

export const draftRef = (key: string): string => `${HEADS}${key}`;
/** The published state that the person who wrote a draft had before them. */
export const baseRef = (key: string): string => `refs/desk/base/${key}`;

/** All drafts. */
export async function listDrafts(git: Git): Promise<Draft[]> {
  const lines = await git.text('for-each-ref', '--format=%(refname) %(objectname) %(tree)', HEADS);
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
    .map(([ref = '', commit = '', tree = '']) => ({ key: ref.slice(HEADS.length), commit, tree }));
}

/** Lets every draft stand on the branch as it is now, as one commit: the files that it changes as it has them, all others as they are published.
 *  Decap takes every difference to the branch for the draft's own. A draft that says what is published already is done, and goes. */
export async function restackDrafts({ git, repository: { branch } }: DeskPlace): Promise<void> {
  const main = `refs/heads/${branch}`;
  const [onto, tree, from] = (await git.text('rev-parse', main, `${main}^{tree}`, STACKED)).split('\n') as [string, string, string];
  const moves: string[] = [];
  const done: string[] = [];
  for (const draft of await listDrafts(git)) {
    const after = onto === from ? draft.tree : await overlay(git, from, draft.commit, onto);
    if (after === tree) done.push(draft.key);
    else if (onto !== from) {
      moves.push(`update ${draftRef(draft.key)} ${await commitTree(git, after, onto, await lastMessage(git, draft.commit))} ${draft.commit}`);
      if (!(await git.holds('rev-parse', '-q', '--verify', baseRef(draft.key)))) moves.push(`create ${baseRef(draft.key)} ${from}`);
    }
  }
  if (onto !== from) await must(git.run(['update-ref', '--stdin'], { input: [...moves, `update ${STACKED} ${onto} ${from}`, ''].join('\n') }));
  for (const key of done) await dropDraft(git, key);
}

/** Makes one commit of a draft, so that what was taken out of it again never enters the branch. The message is the last one, with the credit and consent of all. */
export async function squashDraft({ git, repository: { branch } }: DeskPlace, key: string): Promise<void> {
  const main = `refs/heads/${branch}`;
  const log = await git.text('log', '--format=%B%x00', `${main}..${draftRef(key)}`);
  const messages = log.split('\0').map((text) => text.trim());
  const [commit, tree, onto] = (await git.text('rev-parse', draftRef(key), `${draftRef(key)}^{tree}`, main)).split('\n') as [string, string, string];
  await git.text('update-ref', draftRef(key), await commitTree(git, tree, onto, joinMessages(messages.filter(Boolean))), commit);
}

/** The newest message, with the lines of credit and consent that only older ones have. */
export function joinMessages([newest = 'Change a page', ...older]: readonly string[]): string {
  const lines = newest.split('\n');
  const kept = [...new Set(older.flatMap((message) => message.split('\n')).filter((line) => /^(Credit|Agreed|Co-authored-by): /.test(line) && !lines.includes(line)))];
  if (kept.length === 0) return newest;
  return [...lines, ...(lines.length === 1 ? [''] : []), ...kept].join('\n');
}

/** Takes a draft away, with what the desk knew of it. */
export async function dropDraft(git: Git, key: string): Promise<void> {
  await git.run(['branch', '-q', '-D', `cms/${key}`]);
  await git.run(['update-ref', '-d', baseRef(key)]);
}

/** The tree of `onto` with the files that differ from `from` to `draft` as the draft has them. */
async function overlay(git: Git, from: string, draft: string, onto: string): Promise<string> {
  const raw = (await git.run(['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', from, draft])).out.toString().split('\0');
  let input = '';
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [, mode = '0', , object = ''] = (raw[at] ?? '').split(' ');
    input += mode === '000000' ? `0 ${object}\t${raw[at + 1]}\0` : `${mode} ${object}\t${raw[at + 1]}\0`;
  }
  const env = { GIT_INDEX_FILE: `${git.folder}/.git/desk-index` };
  await must(git.run(['read-tree', onto], { env }));
  await must(git.run(['update-index', '-z', '--replace', '--index-info'], { env, input }));
  return (await must(git.run(['write-tree'], { env }))).trim();
}

async function commitTree(git: Git, tree: string, parent: string, message: string): Promise<string> {
  return (await must(git.run(['commit-tree', tree, '-p', parent, '-F', '-'], { input: `${message}\n` }))).trim();
}

async function lastMessage(git: Git, commit: string): Promise<string> {
  return git.text('log', '-1', '--format=%B', commit);
}

async function must(running: ReturnType<Git['run']>): Promise<string> {
  const { code, out, err } = await running;
  if (code !== 0) throw new Error(err.trim());
  return out.toString();
}
