import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isProcessAlive } from './processes.js';

/** Folders that this process fills right now; by their names alone they look like those of a killed process. */
const inTheMaking = new Set<string>();

/** Works with a folder beside this home, still to be made: if this process is killed meanwhile, a later start sweeps it. */
export async function besideHome<T>(home: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = `${home}.new-${String(process.pid)}-${randomBytes(4).toString('hex')}`;
  inTheMaking.add(path);
  try {
    return await work(path);
  } finally {
    inTheMaking.delete(path);
  }
}

/** Removes what starts left beside this home that were killed half-way. */
export async function sweepAbandoned(home: string): Promise<void> {
  const prefix = `${basename(home)}.new-`;
  for (const name of await readdir(dirname(home))) {
    if (!name.startsWith(prefix)) continue;
    const maker = Number(name.slice(prefix.length).split('-')[0]);
    const path = join(dirname(home), name);
    if (maker === process.pid ? inTheMaking.has(path) : isProcessAlive(maker)) continue;
    // A killed start's initdb may still be writing; whatever it leaves is swept by the next start.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
