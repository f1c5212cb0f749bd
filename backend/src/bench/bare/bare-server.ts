import { type ChildProcess, fork } from 'node:child_process';
import type { BareMessage, BareRoute, BareStart } from './bare.process.js';

/** The bare server, in a process of its own. */
export class BareServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static async start(start: BareStart): Promise<BareServer> {
    const child = fork(new URL('./bare.process.js', import.meta.url), { serialization: 'advanced' });
    return new BareServer(child, Number(await ask(child, { start })));
  }

  async serve(routes: readonly BareRoute[]): Promise<void> {
    await ask(this.child, { routes });
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}

function ask(child: ChildProcess, message: BareMessage): Promise<unknown> {
  return new Promise((done, failed) => {
    const ended = (): void => {
      failed(new Error('the bare server has ended'));
    };
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      done(answer);
    });
    child.send(message);
  });
}
