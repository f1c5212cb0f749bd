import { isFinal, PRIORITIES, type Priority, priorityRank, type Side, type StatusCode } from '@deskhand/shared';
import type { DomainEvent, Transaction, WrittenText } from '../../platform/unit-of-work.js';
import { Ticket, type TicketFactsPatch } from '../ticket/ticket.entity.js';
import {
  categoryChanged,
  priorityChanged,
  statusChanged,
  ticketAssigned,
  ticketDeleted,
  ticketEdited,
} from '../ticket/ticket.events.js';
import type { LockedTicket } from '../ticket/ticket-visibility.js';
import { forgetUndoable, rememberUndoable } from '../undo/undoable.js';

/** What one call changes of one locked ticket: gathered first, then written as one update with its events. */
export class TicketChange {
  private patch: TicketFactsPatch = {};
  private reply: Partial<Pick<Ticket, 'lastReplyBy' | 'firstReplyAt'>> = {};
  private readonly events: DomainEvent[] = [];

  constructor(
    readonly transaction: Transaction,
    readonly ticket: LockedTicket,
  ) {}

  get status(): StatusCode {
    return this.patch.status ?? this.ticket.status;
  }

  get changesFacts(): boolean {
    return Object.keys(this.patch).length > 0;
  }

  get version(): number {
    return this.changesFacts ? this.ticket.version + 1 : this.ticket.version;
  }

  moveTo(status: StatusCode, { automatic, reason }: { automatic: boolean; reason?: string | undefined }): void {
    const { now } = this.transaction;
    this.events.push(statusChanged(this.ticket.id, { from: this.status, to: status, automatic }, reason));
    this.patch.status = status;
    if (status === 'resolved') this.patch.resolvedAt = now;
    else if (isFinal(status)) this.patch.closedAt = now;
    else if (this.ticket.resolvedAt !== null) this.patch.resolvedAt = null;
    if (!isFinal(status) && !this.ticket.assigneeWorks && this.patch.assigneeId === undefined) this.assign(null);
  }

  /** Whom the ticket has already is no change. */
  assign(assigneeId: string | null): void {
    if (assigneeId === this.ticket.assigneeId) return;
    this.events.push(ticketAssigned(this.ticket.id, { from: this.ticket.assigneeId, to: assigneeId }));
    this.patch.assigneeId = assigneeId;
  }

  prioritise(priority: Priority): void {
    const rank = priorityRank(priority);
    if (rank === this.ticket.priority) return;
    const from = PRIORITIES[this.ticket.priority] ?? 'normal';
    this.events.push(priorityChanged(this.ticket.id, { from, to: priority }));
    this.patch.priority = rank;
  }

  categorise(categoryId: string | null): void {
    if (categoryId === this.ticket.categoryId) return;
    this.events.push(categoryChanged(this.ticket.id, { from: this.ticket.categoryId, to: categoryId }));
    this.patch.categoryId = categoryId;
  }

  rewrite(texts: { readonly subject?: string | undefined; readonly description?: string | undefined }): void {
    const before: WrittenText[] = [];
    for (const field of ['subject', 'description'] as const) {
      const text = texts[field];
      if (text === undefined || text === this.ticket[field]) continue;
      before.push({ field, text: this.ticket[field] });
      this.patch[field] = text;
    }
    if (before.length > 0) this.events.push(ticketEdited(this.ticket.id, before));
  }

  putIntoBin(): void {
    this.patch.deletedAt = this.transaction.now;
    this.events.push(ticketDeleted(this.ticket.id));
  }

  /** Remembers who wrote the last reply, and when staff first did. */
  markReply(by: Side): void {
    const isFirst = by === 'staff' && this.ticket.firstReplyAt === null;
    this.reply = { lastReplyBy: by, ...(isFirst ? { firstReplyAt: this.transaction.now } : {}) };
  }

  /** Sets facts as they are, for what the rules stand below: undoing and restoring. */
  set(patch: TicketFactsPatch, event: DomainEvent): void {
    this.patch = { ...this.patch, ...patch };
    this.events.push(event);
  }

  tell(event: DomainEvent): void {
    this.events.push(event);
  }

  /** What was gathered, as one update; nothing where nothing was. Whoever did it may undo it for some time. */
  async write({ undoable = true }: { undoable?: boolean } = {}): Promise<void> {
    if (this.events.length === 0) return;
    const { manager, now } = this.transaction;
    const { id, version } = this.ticket;
    const change = { ...this.patch, ...this.reply, version: this.version, updatedAt: now };
    const { affected } = await manager.update(Ticket, { id, version }, change);
    // The row is locked, so its version cannot have moved: if it has, something is broken and nothing is written.
    if (affected !== 1) throw new Error(`ticket ${id} moved on from version ${version} under a lock`);
    if (this.changesFacts && undoable) await rememberUndoable(this.transaction, this.ticket, this.patch);
    else if (this.changesFacts) await forgetUndoable(this.transaction, id);
    await this.transaction.record(...this.events);
  }
}
