import { type ChildProcess, fork } from 'node:child_process';
import type { WireRequest } from './keep-alive-client.js';

/** Streams to be held open, in turn by these requests. */
export interface OpenStreams {
  readonly port: number;
  readonly requests: readonly WireRequest[];
  readonly count: number;
}

/** Changes, one after another, of which each stream is told. */
export interface SendChanges {
  readonly change: WireRequest;
  readonly count: number;
  /** Milliseconds from one to the next. */
  readonly pause: number;
}

export interface Arrivals {
  /** Milliseconds from sending a change until a stream was told of it. */
  readonly durations: Float32Array;
  /** That never came. */
  readonly missing: number;
}

export type StreamOrder = { readonly open: OpenStreams } | { readonly send: SendChanges };

/** Live streams that somebody reads, in a process of their own. */
export class LiveStreams {
  private readonly child: ChildProcess = fork(new URL('./live-streams.process.js', import.meta.url), {
    serialization: 'advanced',
  });

  /** Settles when all of them are ready. */
  async open(open: OpenStreams): Promise<void> {
    await this.order({ open });
  }

  send(send: SendChanges): Promise<Arrivals> {
    return this.order({ send });
  }

  stop(): void {
    this.child.removeAllListeners('exit');
    this.child.kill('SIGKILL');
  }

  private order(order: StreamOrder): Promise<Arrivals> {
    return new Promise((done, failed) => {
      const ended = (): void => {
        failed(new Error('the process that reads the streams has ended'));
      };
      this.child.once('exit', ended);
      this.child.once('message', (arrivals: Arrivals) => {
        this.child.off('exit', ended);
        done(arrivals);
      });
      this.child.send(order);
    });
  }
}
