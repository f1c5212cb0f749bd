import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StartupProblem } from '../../startup-problem.js';
import { exists } from './files.js';
import { besideHome, sweepAbandoned } from './in-the-making.js';
import { type Account, runProgram } from './run-program.js';
import { accountName, databaseAccount, isRoot, ownerOf } from './server-account.js';
import { SYSTEM_FOLDER } from './system-folder.js';

/** The folder that holds one cluster and what belongs to it, and the account that owns it and runs its server. */
export interface ClusterHome {
  readonly path: string;
  readonly account: Account | null;
}

type Log = (message: string) => void;

/**
 * The cluster lives in `DATA_DIR/postgres`. Where the server's account cannot reach that (root's own folders), the name is
 * a symlink to a folder under `/var/lib/deskhand`: a link moves with its data folder and vanishes with it, so a moved
 * installation finds its database and a removed one does not come back from the dead.
 */
export async function locateClusterHome(dataDir: string, log: Log): Promise<ClusterHome> {
  const isNew = !(await exists(dataDir));
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const link = join(folder, 'postgres');
  const target = await readlink(link).catch(() => null);
  if (target !== null) {
    await keepLinkToOneFolder(target, folder);
    // The cluster sweeps beside itself, which is elsewhere; the trial of a killed first start lies beside the link.
    await sweepAbandoned(link);
  }
  const path = target ?? link;
  if (await exists(path)) return existingHome(path, folder);
  if (!isRoot()) return { path, account: null };

  const owner = await ownerOf(folder);
  const account = isNew || owner.uid === 0 ? await databaseAccount(log) : owner;
  if (target !== null) {
    await makeSystemFolder(dirname(target), folder);
    return { path, account };
  }
  if (await canUse(link, account)) return { path, account };
  return linkedHome(link, folder, account, log);
}

async function existingHome(path: string, dataDir: string): Promise<ClusterHome> {
  const owner = await ownerOf(path);
  if (!isRoot()) {
    if (process.getuid && owner.uid !== process.getuid()) {
      throw new StartupProblem(
        `The database in ${path} belongs to the user ${await accountName(owner)}: start Deskhand as that user or as root, or name a folder of your own in DATA_DIR.`,
      );
    }
    return { path, account: null };
  }
  if (owner.uid === 0) {
    throw new StartupProblem(
      `The database in ${path} belongs to root, as whom PostgreSQL refuses to run: give it back to its user, for example with \`chown -R postgres: ${path}\`.`,
    );
  }
  const entered = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { account: owner });
  if (!entered.succeeded) {
    throw new StartupProblem(
      `The user ${await accountName(owner)}, who owns the database in ${path}, cannot enter that folder: open the folders above ${dataDir} to that user with \`chmod o+x\`, or move ${dataDir} to where that user can reach it.`,
    );
  }
  return { path, account: owner };
}

/** Whether that account can work in a folder beside this one; tried, because access lists and mounts decide too. */
async function canUse(home: string, account: Account): Promise<boolean> {
  return besideHome(home, async (trial) => {
    await mkdir(trial, { mode: 0o700 });
    try {
      await chown(trial, account.uid, account.gid);
      const run = await runProgram('/bin/sh', ['-c', 'cd "$1" && : > written', 'sh', trial], { account });
      return run.succeeded;
    } finally {
      await rm(trial, { recursive: true, force: true });
    }
  });
}

async function linkedHome(link: string, dataDir: string, account: Account, log: Log): Promise<ClusterHome> {
  const own = `${basename(dirname(dataDir))}-${basename(dataDir)}`.replaceAll(/[^\w-]/g, '');
  const path = join(SYSTEM_FOLDER, `${own}-${randomBytes(4).toString('hex')}`, 'postgres');
  await makeSystemFolder(dirname(path), dataDir);
  try {
    await symlink(path, link);
  } catch (error) {
    await rm(dirname(path), { recursive: true, force: true });
    // Another first start made its link in the meantime.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { path: await readlink(link), account };
    throw error;
  }
  log(`The user ${await accountName(account)} cannot enter ${dataDir}, so the database is kept in ${path}.`);
  return { path, account };
}

async function makeSystemFolder(folder: string, dataDir: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const open of [SYSTEM_FOLDER, folder]) await chmod(open, 0o755);
  await writeFile(join(folder, 'belongs-to'), `${dataDir}\n`);
}

/** A copied data folder brings the link along; two installations would then write into one database. */
async function keepLinkToOneFolder(target: string, dataDir: string): Promise<void> {
  const note = join(dirname(target), 'belongs-to');
  const owner = (await readFile(note, 'utf8').catch(() => '')).trim();
  if (owner === '' || owner === dataDir) return;
  const ownersTarget = await readlink(join(owner, 'postgres')).catch(() => null);
  if (ownersTarget === target) {
    throw new StartupProblem(
      `${dataDir} is a copy of ${owner}, whose database it would change: remove ${join(dataDir, 'postgres')} to begin with an empty database here.`,
    );
  }
  await writeFile(note, `${dataDir}\n`);
}
