import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartupProblem } from '../../startup-problem.js';
import { APPLICATION, ensureApplicationDatabase } from './application-database.js';
import { type ClusterHome, locateClusterHome } from './cluster-home.js';
import { type Cluster, openCluster } from './cluster.js';
import { HOST } from './connection.js';
import { accountName } from './server-account.js';
import { findServerPrograms } from './server-programs.js';
import { SharedServer } from './shared-server.js';

export interface EmbeddedDatabaseOptions {
  /** Made if missing; the cluster goes into its folder `postgres`. */
  readonly dataDir: string;
  /** Takes sentences for the person who started the product. */
  readonly log: (message: string) => void;
  /** Server settings by name, such as `fsync: 'off'` in tests; in effect if this process is the one that starts it. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedDatabase {
  /** Address and password of the application's own database. */
  readonly url: string;
  /** Call it after the connection pool is closed: the last process to leave stops the server. */
  release(): Promise<void>;
}

/**
 * The PostgreSQL server of this data folder: made at the first start, adopted if it runs, started if not, and shared with
 * every other process on the same folder.
 *
 * @throws StartupProblem with one sentence on what to do, whenever the reason is known.
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  const cluster = await openClusterIn(dataDir, options).catch(async (error: unknown) => {
    throw await explained(error, dataDir);
  });
  const server = await SharedServer.join(cluster);
  try {
    await ensureApplicationDatabase(cluster, server.client);
  } catch (error) {
    await server.leave();
    throw error;
  }
  let released: Promise<void> | null = null;
  return {
    url: `postgresql://${APPLICATION}:${cluster.password}@${HOST}:${String(server.port)}/${APPLICATION}`,
    release: () => (released ??= server.leave()),
  };
}

async function openClusterIn(dataDir: string, { log, settings = {} }: EmbeddedDatabaseOptions): Promise<Cluster> {
  const place: ClusterHome = await locateClusterHome(dataDir, log);
  const programs = await findServerPrograms(place.account, log);
  return openCluster({ place, programs, settings, log });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
};

/** What the file system refused, as one sentence. */
async function explained(error: unknown, dataDir: string): Promise<unknown> {
  const { code, path = dataDir } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ''];
  if (reason === undefined) return error;
  const owner = await stat(dataDir).catch(() => null);
  const belongs = owner ? `, which belongs to the user ${await accountName(owner)},` : '';
  return new StartupProblem(
    `The data folder ${dataDir}${belongs} cannot be used (${path}: ${reason}): correct that, start Deskhand as the folder's owner, or name a folder of your own in DATA_DIR.`,
    { cause: error },
  );
}
