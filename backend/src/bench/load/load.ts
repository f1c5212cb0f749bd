import { type ChildProcess, fork } from 'node:child_process';
import type { SliceRequest, SliceResult } from './slice.js';

/** The load, from a process of its own. */
export class Load {
  private readonly child: ChildProcess = fork(new URL('./load.process.js', import.meta.url), {
    serialization: 'advanced',
  });

  run(request: SliceRequest): Promise<SliceResult> {
    return new Promise((done, failed) => {
      const { child } = this;
      const ended = (): void => {
        failed(new Error('the process that sends the load has ended'));
      };
      child.once('exit', ended);
      child.once('message', (result: SliceResult) => {
        child.off('exit', ended);
        done(result);
      });
      child.send(request);
    });
  }

  stop(): void {
    this.child.removeAllListeners('exit');
    this.child.kill('SIGKILL');
  }
}
