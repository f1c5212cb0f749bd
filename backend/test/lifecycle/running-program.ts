import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A Node program as a process of its own, with all that it said. */
export class RunningProgram {
  output = '';
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;

  constructor(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    where: Readonly<{ cwd?: string; uid?: number; gid?: number }> = {},
  ) {
    const { PATH, HOME, TMPDIR } = process.env;
    this.child = spawn('node', args, {
      ...where,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...environment },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = once(this.child, 'close').then(() => ({ code: this.child.exitCode, signal: this.child.signalCode }));
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async kill(signal: NodeJS.Signals): Promise<Ending> {
    if (this.isRunning) this.child.kill(signal);
    return this.ended;
  }

  /** Waits for a line that begins so, and gives what follows; fails if the program ends before. */
  async line(beginning: string, limitMs = 60_000): Promise<string> {
    const pattern = new RegExp(`^${beginning} ?(.*)$`, 'm');
    const deadline = performance.now() + limitMs;
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found[1]!;
      if (!this.isRunning || performance.now() > deadline) throw new Error(`No line ${beginning}:\n${this.output}`);
      await pause(10);
    }
  }
}
