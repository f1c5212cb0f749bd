import { stat } from 'node:fs/promises';
import { StartupProblem } from '../../startup-problem.js';
import { type Account, runProgram } from './run-program.js';
import { SYSTEM_FOLDER } from './system-folder.js';

const NEW_ACCOUNT = 'postgres';
const AS_ORDINARY_USER = 'start Deskhand as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own';

/** Whether this process is root, as whom PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The name for messages; the number where the system knows none. */
export async function accountName({ uid }: Pick<Account, 'uid'>): Promise<string> {
  const run = await runProgram('id', ['-un', String(uid)]);
  return run.succeeded ? run.output : `with the number ${String(uid)}`;
}

export async function ownerOf(path: string): Promise<Account> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

/** For root and a new folder: the system's user `postgres`, made if it is missing. */
export async function databaseAccount(log: (message: string) => void): Promise<Account> {
  const present = await findAccount(NEW_ACCOUNT);
  if (present) return present;
  const made = await runProgram('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    ...['--home-dir', SYSTEM_FOLDER, '--shell', '/usr/sbin/nologin', NEW_ACCOUNT],
  ]);
  const account = await findAccount(NEW_ACCOUNT);
  if (!account) {
    throw new StartupProblem(
      `PostgreSQL refuses to run as root, and the user ${NEW_ACCOUNT} could not be made (${made.output}): make it with your system's tool, ${AS_ORDINARY_USER}.`,
    );
  }
  log(`PostgreSQL refuses to run as root, so the system user ${NEW_ACCOUNT} was made for it.`);
  return account;
}

async function findAccount(name: string): Promise<Account | null> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])]);
  return uid.succeeded && gid.succeeded ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
}
