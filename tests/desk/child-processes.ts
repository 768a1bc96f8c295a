import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Numbers of the processes that a process has started and that still run, the newest last; with `command`, of those whose command line holds it. */
export function childProcesses(parent: number, command = ''): number[] {
  return running()
    .filter((process) => process.parent === parent && process.command.includes(command))
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

interface Running {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** Read from /proc where there is one: a bare Linux has no ps. */
function running(): Running[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
    return lines.flatMap((line) => {
      const [, id, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return id ? [{ id: Number(id), parent: Number(parent), command }] : [];
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name of a process stands in brackets and may hold anything.
        const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
        return [{ id: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        return [];
      }
    });
}
