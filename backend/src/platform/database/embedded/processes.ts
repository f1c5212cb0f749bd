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

/** The program's name of a running process, or `null` where the system does not tell. */
export async function programOf(pid: number): Promise<string | null> {
  if (process.platform === 'win32') return null;
  const name = await readFile(`/proc/${String(pid)}/comm`, 'utf8').catch(() => null);
  if (name !== null) return name.trim();
  const run = await runProgram('ps', ['-p', String(pid), '-o', 'comm=']);
  return run.succeeded ? run.output : null;
}
