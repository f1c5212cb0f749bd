import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Sessions } from '../../auth/sessions/sessions.service.js';
import { SECOND } from '../../platform/clock.js';
import { reportOf } from '../../platform/http/fault-report.js';
import { LiveHub } from './live-hub.js';

const INTERVAL = 15 * SECOND;

/** Tells all readers now and then that their connection lives, and ends the streams of sessions that came to their end. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Heartbeat.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly hub: LiveHub,
    private readonly sessions: Sessions,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.beat(), INTERVAL).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async beat(): Promise<void> {
    const { streams } = this.hub;
    if (streams.size === 0) return;
    try {
      const asked = new Set([...streams].map(({ reader }) => reader.sessionId));
      const living = await this.sessions.livingAmong([...asked]);
      this.hub.endWhere(({ reader: { sessionId } }) => asked.has(sessionId) && !living.has(sessionId));
    } catch (error) {
      this.logger.warn(reportOf(error));
    }
    this.hub.sendHeartbeat();
  }
}
