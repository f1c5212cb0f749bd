import { link, readFile, rename, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';
import { programOf } from './processes.js';

/**
 * After everything was killed, `postmaster.pid` may name a process that is not PostgreSQL: a zombie that nobody buries, or
 * whoever got the number since (after a power cut, in a new container). PostgreSQL then refuses to start for ever, so the
 * lock file is set aside if its process is certainly another. Leftover processes of the old server still stop a second
 * one: PostgreSQL also looks at the shared memory that belongs to the data folder.
 */
export async function setAsideStaleLock(cluster: Cluster): Promise<void> {
  const lockFile = join(cluster.data, 'postmaster.pid');
  const stale = await readFile(lockFile, 'utf8').catch(() => '');
  const pid = Number(stale.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const program = await programOf(pid);
  if (program === null || program.includes('postgres')) return;

  const aside = `${lockFile}.stale-${randomBytes(4).toString('hex')}`;
  await rename(lockFile, aside).catch(() => undefined);
  const taken = await readFile(aside, 'utf8').catch(() => stale);
  // Somebody else did the same and started in the meantime: what was taken is the new server's lock, so it goes back.
  if (taken !== stale) await link(aside, lockFile).catch(() => undefined);
  await rm(aside, { force: true });
}
