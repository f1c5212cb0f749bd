import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../auth/access/access.js';
import { Sessions } from '../auth/sessions/sessions.service.js';
import { SECOND } from '../platform/clock.js';
import { InstallationKeys } from '../platform/config/installation-keys.js';
import { Problem, TooManyRequests } from '../platform/problems.js';
import { Presence } from './presence/presence.service.js';
import { frameOf, retryAfter } from './stream/frames.js';
import { LiveHub } from './stream/live-hub.js';
import { LiveStream } from './stream/live-stream.js';
import { tokenOf } from './stream/place.js';
import { Resumption } from './stream/resumption.js';

/** Streams of one session in one process: a browser needs one for all its tabs, or else one for each that is seen. */
const MOST_OF_A_SESSION = 10;
const RETRY = 2 * SECOND;

/** Serves the live stream. */
@Injectable()
export class Events implements OnModuleDestroy {
  private isStopping = false;

  constructor(
    private readonly hub: LiveHub,
    private readonly resumption: Resumption,
    private readonly sessions: Sessions,
    private readonly presence: Presence,
    private readonly keys: InstallationKeys,
  ) {}

  /** Otherwise the process would wait for readers who never leave. */
  onModuleDestroy(): void {
    this.isStopping = true;
    this.hub.endWhere(() => true);
  }

  /**
   * Settles once the reader has all that he missed; the answer goes on.
   *
   * @param token where an earlier stream was cut off
   * @throws Problem before anything is sent
   */
  async serve(reader: Actor, token: string | undefined, response: Response): Promise<void> {
    this.checkRoom(reader);
    const stream = new LiveStream(reader, response);
    response.once('close', () => {
      this.hub.leave(stream);
      this.presence.left(reader.sessionId);
    });
    try {
      await this.begin(stream, token);
      // Whoever asks for the head only has it.
      if (response.req.method === 'HEAD') stream.end();
      await this.hub.catchUp(stream);
    } catch (error) {
      this.hub.leave(stream);
      throw error;
    }
  }

  private checkRoom({ sessionId }: Actor): void {
    if (this.isStopping) throw new Problem('unavailable', 'The app is stopping.', { retryAfterSeconds: 2 });
    const open = [...this.hub.streams].filter(({ reader }) => reader.sessionId === sessionId).length;
    if (open >= MOST_OF_A_SESSION) {
      throw new TooManyRequests(15, `This session has ${open} live streams open. Close one of them first.`);
    }
  }

  private async begin(stream: LiveStream, token: string | undefined): Promise<void> {
    const { reader } = stream;
    await this.hub.admit(stream);
    // What ended before it was admitted was not heard by it; what ends from now on is.
    const person = await this.sessions.personOf(reader.sessionId, reader.id);
    if (person?.role !== reader.role) stream.end();
    refuseEnded(stream);
    const start = await this.resumption.startFrom(token, this.hub.now);
    refuseEnded(stream);
    stream.place = start.place;
    stream.open();
    const id = tokenOf(start.place, this.keys.cookieSuffix);
    const reset = start.isReset ? frameOf('reset', {}, id) : '';
    stream.send(`${retryAfter(RETRY)}${frameOf('ready', {}, id)}${reset}`);
  }
}

function refuseEnded({ hasEnded }: LiveStream): void {
  if (hasEnded) throw new Problem('not_signed_in', 'This session has just ended, or its rights have changed.');
}
