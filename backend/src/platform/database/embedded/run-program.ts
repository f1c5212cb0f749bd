import { spawn } from 'node:child_process';

/** The operating system's user as whom a program runs; `null` is the user of this process. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramRun {
  readonly succeeded: boolean;
  /** What it wrote to stdout and stderr, or why it could not be run at all. */
  readonly output: string;
}

interface ProgramOptions {
  readonly account?: Account | null;
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Keeps it out of the terminal's process group, so that Ctrl-C reaches this process and not the program. */
  readonly detached?: boolean;
}

const CLOSING_GRACE_MS = 200;

/**
 * Runs a program to its end and never rejects. Its environment is made here, because PostgreSQL's programs obey a dozen
 * variables (`PGPORT`, `PGOPTIONS`, `LC_*`, …) that somebody may have set for another server; and it works in `/`,
 * because another account may not be allowed to enter the present folder.
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramRun> {
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd ?? '/',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/', LC_ALL: 'C', TZ: 'UTC', ...options.environment },
    detached: options.detached ?? false,
    windowsHide: true,
    ...options.account,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  return new Promise((resolve) => {
    const finish = (code: number | null): void => {
      resolve({ succeeded: code === 0, output: output.trim() });
    };
    child.once('error', (error) => {
      resolve({ succeeded: false, output: error.message });
    });
    child.once('close', finish);
    // On Windows the server inherits the pipes of the pg_ctl that started it, so `close` would wait for the server's end.
    child.once('exit', (code) => {
      setTimeout(finish, CLOSING_GRACE_MS, code).unref();
    });
  });
}
