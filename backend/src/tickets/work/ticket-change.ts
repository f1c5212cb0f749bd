import { phaseOf, type StatusCode } from '@deskhand/shared';
import type { DomainEvent, Transaction } from '../../platform/unit-of-work.js';
import { Ticket } from '../ticket/ticket.entity.js';
import { statusChanged, ticketAssigned } from '../ticket/ticket.events.js';
import type { TicketState } from '../ticket/ticket-visibility.js';

type Patch = Partial<Pick<Ticket, 'status' | 'assigneeId' | 'firstReplyAt' | 'resolvedAt' | 'closedAt'>>;

/** What one call changes of one locked ticket: gathered first, then written as one update with its events. */
export class TicketChange {
  private readonly patch: Patch = {};
  private readonly events: DomainEvent[] = [];

  constructor(
    private readonly transaction: Transaction,
    private readonly ticket: TicketState,
  ) {}

  get status(): StatusCode {
    return this.patch.status ?? this.ticket.status;
  }

  /** Anything but facts: the version grows only where they change. */
  get version(): number {
    const changesFacts = this.patch.status !== undefined || this.patch.assigneeId !== undefined;
    return changesFacts ? this.ticket.version + 1 : this.ticket.version;
  }

  moveTo(status: StatusCode, { automatic, reason }: { automatic: boolean; reason?: string | undefined }): void {
    const { now } = this.transaction;
    this.events.push(statusChanged(this.ticket.id, { from: this.status, to: status, automatic }, reason));
    this.patch.status = status;
    if (status === 'resolved') this.patch.resolvedAt = now;
    else if (phaseOf(status) === 'done') this.patch.closedAt = now;
    else this.patch.resolvedAt = null;
  }

  assign(assigneeId: string | null): void {
    this.events.push(ticketAssigned(this.ticket.id, { from: this.ticket.assigneeId, to: assigneeId }));
    this.patch.assigneeId = assigneeId;
  }

  /** Only the first reply of staff counts. */
  markFirstReply(): void {
    if (this.ticket.firstReplyAt === null) this.patch.firstReplyAt = this.transaction.now;
  }

  tell(event: DomainEvent): void {
    this.events.push(event);
  }

  /** The row is locked, so the version cannot have moved: if it has, something is broken and nothing is written. */
  async write(): Promise<void> {
    const { manager, now } = this.transaction;
    const { id, version } = this.ticket;
    const change = { ...this.patch, version: this.version, updatedAt: now };
    const { affected } = await manager.update(Ticket, { id, version }, change);
    if (affected !== 1) throw new Error(`ticket ${id} moved on from version ${version} under a lock`);
    for (const event of this.events) await this.transaction.record(event);
  }
}
