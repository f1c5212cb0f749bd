import { Injectable } from '@nestjs/common';
import { isStaffRole, mayAssign, mayChangeStatus, moverOn, statusAfterAssigning } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { InvalidBody } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import { admitVersion } from '../ticket/admission.js';
import { addComment } from '../comments/add-comment.js';
import type { ChangeStatusDto, TicketDto } from '../ticket/ticket.dto.js';
import { TicketChange } from './ticket-change.js';
import { toTicket } from '../ticket/ticket-row.js';
import { lockTicket, readTicketRow } from '../ticket/ticket-visibility.js';

/** What is done to a ticket on its way: changes of status and of the assignee. */
@Injectable()
export class TicketWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** A call that names a status moves it there, and nothing moves by itself after it. */
  async changeStatus(
    actor: Actor,
    id: string,
    { status, reason, comment }: ChangeStatusDto,
    ifMatch?: string,
  ): Promise<TicketDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager } = transaction;
      const ticket = await lockTicket(manager, actor, id);
      await admitVersion(manager, actor, ticket, ifMatch, {
        verdict: mayChangeStatus(actor, ticket, status),
        forbidden: 'You may not move this ticket to that status.',
        conflict: `This ticket cannot go from ${ticket.status} to ${status}.`,
      });
      const change = new TicketChange(transaction, ticket);
      if (comment !== undefined) {
        await addComment(transaction, change, { actor, ticketId: id, body: comment, internal: false });
        if (moverOn(actor, ticket) === 'staff') change.markFirstReply();
      }
      change.moveTo(status, { automatic: false, reason });
      await change.write();
      return toTicket(await readTicketRow(manager, actor, id), actor);
    });
  }

  /** Taking is assigning to oneself. Whom the ticket has already is no change. */
  async assign(actor: Actor, id: string, assigneeId: string | null, ifMatch?: string): Promise<TicketDto> {
    if (assigneeId !== null) await this.checkAssignee(assigneeId);
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager } = transaction;
      const ticket = await lockTicket(manager, actor, id);
      if (assigneeId === ticket.requesterId) throw badAssignee('The requester cannot work on his own ticket.');
      await admitVersion(manager, actor, ticket, ifMatch, {
        verdict: mayAssign(actor, ticket),
        forbidden: 'You are the requester of this ticket, so a colleague assigns it.',
        conflict: 'A closed or cancelled ticket is not assigned any more.',
      });
      if (assigneeId !== ticket.assigneeId) {
        const change = new TicketChange(transaction, ticket);
        change.assign(assigneeId);
        const next = assigneeId === null ? null : statusAfterAssigning(ticket.status);
        if (next) change.moveTo(next, { automatic: true });
        await change.write();
      }
      return toTicket(await readTicketRow(manager, actor, id), actor);
    });
  }

  private async checkAssignee(id: string): Promise<void> {
    const person = await this.dataSource.manager.findOneBy(User, { id });
    if (!person || person.disabledAt || !isStaffRole(person.role)) {
      throw badAssignee('Choose an agent or admin with an active account.');
    }
  }
}

function badAssignee(detail: string): InvalidBody {
  return new InvalidBody({ pointer: '/assigneeId', code: 'not_assignable', detail });
}
