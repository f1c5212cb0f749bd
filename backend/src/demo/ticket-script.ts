import { isFinal, type Priority, type StatusCode, statusAfterAssigning, statusAfterReply } from '@deskhand/shared';
import { DAY, MINUTE, SECOND } from '../platform/clock.js';
import type { PlannedTicketAct, TicketAct, TicketKey } from './acts.js';
import type { Colleague } from './company.js';
import type { Random } from './random.js';
import { whenAtWork } from './working-hours.js';

/** How often the clock looks for what it may close. */
const TIMER_STEP = 10 * MINUTE;

export interface Filing {
  readonly at: number;
  readonly by: Colleague;
  readonly requester: Colleague;
  readonly subject: string;
  readonly description: string;
  readonly category: string | null;
  readonly priority: Priority;
  /** Faults may come back. */
  readonly isFault: boolean;
  readonly follows?: TicketKey;
  readonly picture?: string;
}

/** What happens to one ticket, written down in the order of time; it knows where the ticket stands. */
export class TicketScript {
  readonly acts: PlannedTicketAct[] = [];
  status: StatusCode = 'submitted';
  assignee: Colleague | null = null;
  /** When the clock closes it, unless something happens before. */
  closedByTimerAt: number | null = null;
  private resolvedAt = 0;

  constructor(
    readonly key: TicketKey,
    readonly filing: Filing,
    private readonly random: Random,
  ) {
    const { by, requester, subject, description, category, priority, follows, picture } = filing;
    this.add(by, {
      kind: 'file',
      ...{ requester: requester.name, subject, description, category, priority },
      ...(follows === undefined ? {} : { follows }),
      ...(picture === undefined ? {} : { picture }),
    });
  }

  /** When the latest thing happened. */
  get at(): number {
    return this.time;
  }

  private time = 0;

  /** Lets so many minutes pass, and then until somebody is at work. */
  wait(least: number, most: number): void {
    this.time = whenAtWork(this.time + this.random.mostlyNear(least, most) * MINUTE, this.random);
  }

  /** A moment later, at the same desk. */
  pause(least = 1, most = 4): void {
    this.time += this.random.between(least * 60, most * 60) * SECOND;
  }

  assign(by: Colleague, to: Colleague): void {
    if (to === this.assignee) return;
    this.add(by, { kind: 'assign', to: to.name });
    this.assignee = to;
    this.status = statusAfterAssigning(this.status) ?? this.status;
  }

  reply(by: Colleague, body: string): void {
    this.add(by, { kind: 'comment', internal: false, body });
    const standing = by === this.filing.requester ? 'requester' : by.team === 'it' ? 'staff' : 'watcher';
    this.status = statusAfterReply(standing, this.status) ?? this.status;
  }

  note(by: Colleague, body: string): void {
    this.add(by, { kind: 'comment', internal: true, body });
  }

  move(by: Colleague, status: StatusCode, texts: { reason?: string; comment?: string } = {}): void {
    this.add(by, { kind: 'move', status, ...texts });
    this.status = status;
    if (status === 'resolved') this.resolvedAt = this.time;
  }

  do(by: Colleague, act: TicketAct): void {
    this.add(by, act);
  }

  /** Nobody says anything any more. */
  leaveToTimer(closingDays: number): void {
    const due = this.resolvedAt + closingDays * DAY;
    this.time = (Math.floor(due / TIMER_STEP) + 1) * TIMER_STEP;
    this.closedByTimerAt = this.time;
    this.status = 'closed';
  }

  get isFinal(): boolean {
    return isFinal(this.status);
  }

  private add(by: Colleague, act: TicketAct): void {
    if (this.acts.length === 0) this.time = this.filing.at;
    // Two things of one ticket never happen in the same moment.
    const last = this.acts.at(-1)?.at ?? 0;
    this.time = Math.max(this.time, last + this.random.between(1_000, 9_000));
    this.acts.push({ at: this.time, by: by.name, ticket: this.key, ...act });
  }
}
