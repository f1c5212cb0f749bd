import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Notifications } from '../../platform/database/notifications.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { LiveHub } from './live-hub.js';

const CHANNEL = 'deskhand_activity';
/** Milliseconds between two messages to the other processes, who look for themselves what it was. */
const LEAST_PAUSE = 50;

/** Wakes the stream after each commit, here at once and in the other processes by one message for many. */
@Injectable()
export class Commits implements OnModuleDestroy {
  private pause: NodeJS.Timeout | null = null;
  private isUntold = false;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
    hub: LiveHub,
  ) {
    notifications.listen(CHANNEL, () => {
      hub.wake();
    });
    unitOfWork.watchWith((events) => {
      hub.carryOut(events.map(({ id, kind, subject, payload }) => ({ id, kind, subject_id: subject.id, payload })));
      hub.wake();
      this.tellOthers();
    });
  }

  /** What a program did just before it ends is told, too. */
  onModuleDestroy(): void {
    if (this.pause) clearTimeout(this.pause);
    if (this.isUntold) this.notifications.notify(CHANNEL);
  }

  private tellOthers(): void {
    this.isUntold = this.pause !== null;
    if (this.isUntold) return;
    this.pause = setTimeout(() => {
      this.pause = null;
      if (this.isUntold) this.tellOthers();
    }, LEAST_PAUSE);
    this.notifications.notify(CHANNEL);
  }
}
