import { Injectable, Logger } from '@nestjs/common';
import { InstallationKeys } from '../../platform/config/installation-keys.js';
import { reportOf } from '../../platform/http/fault-report.js';
import { type Batch, Entries } from './entries.js';
import { FanOut } from './fan-out.js';
import { frameOf, heartbeatOf } from './frames.js';
import type { LiveStream } from './live-stream.js';
import { isAfter, type Place, tokenOf } from './place.js';
import { concerns, type Revocation, revokedBy } from './revocation.js';
import { type Look, WakeUps } from './wake-ups.js';

/** The open streams of this process, and how far their trail has been told. It looks only while somebody listens. */
@Injectable()
export class LiveHub {
  readonly streams = new Set<LiveStream>();
  private readonly logger = new Logger(LiveHub.name);
  private readonly wakeUps = new WakeUps(() => this.look());
  /** Revocations that were carried out before the stream came to them. */
  private readonly carriedOut = new Set<string>();
  private starting: Promise<void> | null = null;
  private reached: Place | null = null;

  constructor(
    private readonly entries: Entries,
    private readonly keys: InstallationKeys,
  ) {}

  /** From now on the stream ends with its session; it is told nothing yet. */
  async admit(stream: LiveStream): Promise<void> {
    this.streams.add(stream);
    this.starting ??= this.start();
    await this.starting;
  }

  leave(stream: LiveStream): void {
    if (this.streams.delete(stream) && this.streams.size === 0) this.rest();
  }

  /** Tells him what he missed, until he has all that the others have. */
  async catchUp(stream: LiveStream): Promise<void> {
    while (!stream.hasEnded) {
      const until = this.now;
      if (!isAfter(until, stream.place)) {
        stream.isLive = true;
        return;
      }
      const batch = await this.entries.read(stream.place, until);
      new FanOut(batch, this.keys.cookieSuffix).tell(stream);
      if (!batch.isFull) stream.place = until;
      await stream.drained();
    }
  }

  /** Something was committed, here or elsewhere. */
  wake(): void {
    this.wakeUps.wake();
  }

  /** Ends streams at once, whatever the trail is waiting for. */
  carryOut(revocations: readonly Revocation[]): void {
    if (!this.reached) return;
    for (const revocation of revocations) {
      if (!this.carriedOut.has(revocation.id) && this.revoke(revocation)) this.carriedOut.add(revocation.id);
    }
  }

  /** Ends those that it says, as if their sessions had ended. */
  endWhere(isMeant: (stream: LiveStream) => boolean, last = ''): void {
    for (const stream of [...this.streams].filter(isMeant)) {
      stream.end(last);
      this.leave(stream);
    }
  }

  /** To all who have caught up; those who take nothing any more are sent away. */
  sendTo(isMeant: (stream: LiveStream) => boolean, frames: Buffer): void {
    this.sendAwaySlow();
    for (const stream of this.streams) if (stream.isLive && isMeant(stream)) stream.send(frames);
  }

  /** To all who have caught up; before the first reader has begun there is nobody. */
  sendHeartbeat(): void {
    if (!this.reached) return;
    this.sendTo(() => true, Buffer.from(heartbeatOf(tokenOf(this.reached, this.keys.cookieSuffix))));
  }

  /** How far this process has looked. @throws unless somebody was admitted */
  get now(): Place {
    if (!this.reached) throw new Error('nobody listens');
    return this.reached;
  }

  private async start(): Promise<void> {
    this.carriedOut.clear();
    const newest = await this.entries.newest();
    // Whoever it was for may have left.
    if (this.streams.size === 0) return;
    this.reached = newest;
    this.wakeUps.start();
  }

  private rest(): void {
    this.wakeUps.stop();
    this.starting = null;
    this.reached = null;
  }

  private async look(): Promise<Look> {
    const from = this.reached;
    try {
      if (from) {
        const batch = await this.entries.read(from);
        if (batch.isWaiting) this.carryOut(await this.entries.heldUpRevocations());
        // Everybody may have left meanwhile, and others have come.
        if (this.reached === from) this.tell(batch);
        return batch;
      }
    } catch (error) {
      this.logger.warn(reportOf(error));
    }
    return { entries: [], isFull: false, isWaiting: false };
  }

  private tell(batch: Batch): void {
    const last = batch.entries.at(-1);
    if (!last) return;
    // First, for nothing of this batch is for those whose rights have changed in it.
    for (const entry of batch.entries) if (!this.carriedOut.delete(entry.id)) this.revoke(entry);
    this.sendAwaySlow();
    const fanOut = new FanOut(batch, this.keys.cookieSuffix);
    for (const stream of this.streams) if (stream.isLive) fanOut.tell(stream);
    if (this.reached) this.reached = last.place;
  }

  /** Gives whether it is one. */
  private revoke(revocation: Revocation): boolean {
    const revoked = revokedBy(revocation);
    if (revoked) this.endWhere(({ reader }) => concerns(revoked, reader));
    return revoked !== null;
  }

  private sendAwaySlow(): void {
    if (!this.reached) return;
    const reset = frameOf('reset', {}, tokenOf(this.reached, this.keys.cookieSuffix));
    this.endWhere((stream) => stream.isLive && stream.isTooSlow, reset);
  }
}
