import { once } from 'node:events';
import type { Response } from 'express';
import type { Actor } from '../../auth/access/access.js';
import { SECOND } from '../../platform/clock.js';
import { BEGINNING, type Place } from './place.js';

/** Bytes that wait for a reader; whoever has more left when something new comes is too slow. */
const MOST_WAITING = 256 * 1024;
/** Milliseconds in which a slow reader may still take what waits for him. */
const LAST_CHANCE = 5 * SECOND;

const HEADERS = {
  'Content-Type': 'text/event-stream',
  // A proxy that gathers answers before it passes them on would gather this one for ever.
  'X-Accel-Buffering': 'no',
};

/** One reader's answer that does not end. */
export class LiveStream {
  /** Behind the last entry that was looked at for him. */
  place: Place = BEGINNING;
  /** Whether he has caught up with the others. */
  isLive = false;
  private ended = false;

  constructor(
    readonly reader: Actor,
    private readonly response: Response,
  ) {
    response.once('close', () => {
      this.ended = true;
    });
  }

  get hasEnded(): boolean {
    return this.ended;
  }

  get isTooSlow(): boolean {
    return this.response.writableLength > MOST_WAITING;
  }

  open(): void {
    this.response.writeHead(200, HEADERS);
    this.response.socket?.setNoDelay(true);
  }

  send(frames: string | Buffer): void {
    if (!this.ended) this.response.write(frames);
  }

  /** Settles when he has taken all but a little, or has ended. */
  async drained(): Promise<void> {
    if (!this.ended && this.response.writableNeedDrain) {
      await Promise.race([once(this.response, 'drain'), once(this.response, 'close')]);
    }
  }

  /** Before it was opened, it is refused by whoever was about to. @param last a frame to end with */
  end(last = ''): void {
    if (this.ended) return;
    this.ended = true;
    if (!this.response.headersSent) return;
    this.response.end(last);
    const late = setTimeout(() => this.response.destroy(), LAST_CHANCE);
    this.response.once('close', () => {
      clearTimeout(late);
    });
  }
}
