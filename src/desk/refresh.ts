import { seenRef, type DeskPlace } from './make-desk.ts';

/** How the branch of the desk stands to the branch of the repository.
 *  `same`; `ahead`: the desk holds published changes that the repository lacks; `apart`: both have changes that do not fit; `gone`: the repository has no such branch. */
export type Standing = 'same' | 'ahead' | 'apart' | 'gone';

/** Brings what is new in the repository to the desk. Published changes that wait on the desk are put on top of it, and stay as they are where that needs a person. */
export async function refresh({ git, carrier, repository }: DeskPlace): Promise<Standing> {
  const { branch } = repository;
  const seen = seenRef(branch);
  const own = `refs/heads/${branch}`;
  const tip = await repository.git.run(['rev-parse', '-q', '--verify', `${own}^{commit}`]);
  if (tip.code !== 0) return 'gone';
  const there = tip.out.toString().trim();
  const [known, here] = (await git.text('rev-parse', seen, own)).split('\n') as [string, string];
  if (there === here) {
    if (known !== there) await git.text('update-ref', seen, there);
    return 'same';
  }
  if (there === known) return 'ahead';
  if (!(await git.holds('cat-file', '-e', `${there}^{commit}`))) await carrier.text('fetch', '-q', '--no-tags', repository.top, `+${own}:refs/desk/incoming`);
  if (await git.holds('merge-base', '--is-ancestor', there, here)) {
    // What the repository took back was published there once, so it is not waiting here: it was taken back on purpose.
    const takenBack = await git.holds('merge-base', '--is-ancestor', there, known);
    if (!takenBack) {
      await git.text('update-ref', seen, there);
      return 'ahead';
    }
  }
  if (await git.holds('merge-base', '--is-ancestor', here, there)) await git.text('reset', '-q', '--hard', there);
  else if (!(await git.holds('rebase', '-q', '--onto', there, known, branch))) {
    await git.run(['rebase', '--abort']);
    return 'apart';
  }
  await git.text('update-ref', seen, there);
  return (await git.text('rev-parse', own)) === there ? 'same' : 'ahead';
}
