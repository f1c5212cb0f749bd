import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ENDING_MS = 3_000;

/** A folder for the data of one test, and the processes of its database server. */
export class DataFolder {
  private constructor(readonly path: string) {}

  static async make(): Promise<DataFolder> {
    const parent = await mkdtemp(join(tmpdir(), 'deskhand-lifecycle-'));
    // As root the server runs as another user, who must be able to reach his folder.
    await chmod(parent, 0o755);
    return new DataFolder(join(parent, 'data'));
  }

  /** The server's processes, found by the folder that they work in and not by what they wrote into it. */
  async serverProcesses(): Promise<number[]> {
    const data = await realpath(join(this.path, 'postgres/data')).catch(() => null);
    if (data === null) return [];
    if (process.platform !== 'linux') return this.processesByParent(data);
    const found: number[] = [];
    for (const name of await readdir('/proc')) {
      if (/^\d+$/.test(name) && (await readlink(`/proc/${name}/cwd`).catch(() => '')) === data)
        found.push(Number(name));
    }
    return found;
  }

  /** The server's processes that are still there when a stop is over; pg_ctl returns a moment before the last one ends. */
  async remainingProcesses(): Promise<number[]> {
    const deadline = performance.now() + ENDING_MS;
    for (;;) {
      const processes = await this.serverProcesses();
      if (processes.length === 0 || performance.now() > deadline) return processes;
      await pause(20);
    }
  }

  /** Kills every process of the server; how many there were. */
  async killServer(): Promise<number> {
    const processes = await this.serverProcesses();
    processes.forEach(killIfThere);
    return processes.length;
  }

  async remove(): Promise<void> {
    await this.killServer();
    const home = await readlink(join(this.path, 'postgres')).catch(() => null);
    if (home !== null) await rm(dirname(home), { recursive: true, force: true, maxRetries: 5 });
    await rm(dirname(this.path), { recursive: true, force: true, maxRetries: 5 });
  }

  private async processesByParent(data: string): Promise<number[]> {
    const server = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]!;
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' });
    return table
      .split('\n')
      .map((row) => row.trim().split(/\s+/))
      .filter(([pid, parent, program]) => (pid === server || parent === server) && program?.includes('postgres'))
      .map(([pid]) => Number(pid));
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
