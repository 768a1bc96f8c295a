import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FilePlan } from './plan-move.ts';
import { fileOf, type Move, type Named } from './move.ts';

const run = promisify(execFile);

/** Whether git has a file of the entry in the last commit. False where there is no git. */
export function isCommitted(folder: string, entry: Named): Promise<boolean> {
  return holds(folder, 'cat-file', '-e', `HEAD:./${entry.kind}/${entry.id}.mdx`);
}

/** The entries of a kind that have a file of this name, as each is written; names that differ only in capitals, or in how a macron is stored, are one file on many computers. */
export async function namesakes(folder: string, { kind, id }: Named): Promise<Named[]> {
  const names = await readdir(path.join(folder, kind)).catch(() => []);
  const alike = (name: string) => name.normalize('NFC').toLowerCase();
  return names.filter((name) => alike(name) === alike(`${id}.mdx`)).map((name) => ({ kind, id: name.slice(0, -'.mdx'.length) }));
}

/** The raw text of the files of all entries named. */
export async function readRaw(folder: string, files: readonly string[]): Promise<Map<string, string>> {
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(onDisk(folder, file), 'utf8')] as const)));
}

/** Renames the file of an entry, as git does where git knows it, and writes every text that changed. */
export async function moveFiles(folder: string, move: Move | undefined, plans: readonly FilePlan[], before: ReadonlyMap<string, string>): Promise<void> {
  const [source, target] = move ? [fileOf(move.from), fileOf(move.to)] : [undefined, undefined];
  if (source && target) {
    const [from, to] = [onDisk(folder, source), onDisk(folder, target)];
    await mkdir(path.dirname(to), { recursive: true });
    const tracked = await holds(folder, 'ls-files', '--error-unmatch', '--', from);
    if (tracked) await run('git', ['-C', folder, 'mv', '--', from, to]);
    else await rename(from, to);
  }
  for (const { file, raw } of plans) if (raw !== before.get(file)) await writeFile(onDisk(folder, file === source && target ? target : file), raw);
}

function onDisk(folder: string, file: string): string {
  return path.join(folder, file.slice('content/'.length));
}

function holds(folder: string, ...args: string[]): Promise<boolean> {
  return run('git', ['-C', folder, ...args]).then(
    () => true,
    () => false,
  );
}
