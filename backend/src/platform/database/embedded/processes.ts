import { readFile } from 'node:fs/promises';
import { runProgram } from './run-program.js';

/** Whether a process with this number exists, of whatever user; asks with signal 0, which disturbs nobody. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The name of the program that runs under this number, `''` for none, or `null` where the system does not tell. */
export async function programOf(pid: number): Promise<string | null> {
  if (!isProcessAlive(pid)) return '';
  if (process.platform === 'win32') return null;
  const [state, ...name] = (await stateAndName(pid)).split(' ');
  if (state === undefined || state === '') return null;
  // A zombie keeps its number until its parent looks at it, which in a container may never happen.
  return state.startsWith('Z') ? '' : name.join(' ');
}

async function stateAndName(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => null);
  if (stat !== null) return stat.replace(/^\d+ \((.*)\) (\S+)[^]*$/, '$2 $1');
  const run = await runProgram('ps', ['-p', String(pid), '-o', 'stat=,comm=']);
  return run.succeeded ? run.output.replace(/\s+/, ' ') : '';
}
