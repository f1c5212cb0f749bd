import { link, readFile, rename, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';
import { isProcessAlive, programOf } from './processes.js';

/**
 * After everything was killed (a power cut, a container's end) another process may have got the number in
 * `postmaster.pid`, and PostgreSQL then refuses to start for ever. If that process is certainly not PostgreSQL, the lock
 * file is set aside. Leftover processes of the old server still stop a second one: PostgreSQL also looks at the shared
 * memory that belongs to the data folder.
 */
export async function setAsideStaleLock(cluster: Cluster): Promise<boolean> {
  const lockFile = join(cluster.data, 'postmaster.pid');
  const stale = await readFile(lockFile, 'utf8').catch(() => '');
  const pid = Number(stale.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isProcessAlive(pid)) return false;
  const program = await programOf(pid);
  if (program === null || program.includes('postgres')) return false;

  const aside = `${lockFile}.stale-${randomBytes(4).toString('hex')}`;
  await rename(lockFile, aside).catch(() => undefined);
  const taken = await readFile(aside, 'utf8').catch(() => stale);
  // Somebody else did the same and started in the meantime: what was taken is the new server's lock, so it goes back.
  if (taken !== stale) await link(aside, lockFile).catch(() => undefined);
  await rm(aside, { force: true });
  return taken === stale;
}
