import {
  mayAssign,
  mayChangeStatus,
  mayDelete,
  mayEdit,
  maySetPriority,
  type Priority,
  type StatusCode,
  STATUSES,
  statusAfterAssigning,
} from '@deskhand/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { newId } from '../../platform/ids.js';
import { InvalidBody } from '../../platform/problems.js';
import { User } from '../../users/user.entity.js';
import { addComment } from '../comments/add-comment.js';
import type { Ruling } from '../ticket/admission.js';
import type { LockedTicket } from '../ticket/ticket-visibility.js';
import type { TicketChange } from './ticket-change.js';

/** One thing that is done to a ticket: what the rules say of it, and how it is done once they admit it. */
export interface Step extends Ruling {
  readonly take: (change: TicketChange) => void | Promise<void>;
}

export interface StatusChange {
  readonly status: StatusCode;
  readonly reason?: string | undefined;
  /** Becomes a reply. */
  readonly comment?: string | undefined;
  /** Own uploads that come with the comment. */
  readonly attachmentIds?: readonly string[] | undefined;
}

export interface Edit {
  readonly subject?: string | undefined;
  readonly description?: string | undefined;
  readonly categoryId?: string | null | undefined;
}

/** A call that names a status moves it there, and nothing moves by itself after it. */
export function moving(actor: Actor, ticket: LockedTicket, to: StatusChange): Step {
  const { status, reason, comment, attachmentIds } = to;
  return {
    verdict: mayChangeStatus(actor, ticket, status),
    forbidden: 'You may not move this ticket to that status.',
    conflict: ticket.deleted
      ? IN_BIN
      : `This ticket is “${labelOf(ticket.status)}” and cannot become “${labelOf(status)}”.`,
    take: async (change) => {
      if (comment !== undefined) {
        await addComment(change, { id: newId(), actor, body: comment, internal: false, attachmentIds });
      }
      change.moveTo(status, { automatic: false, reason });
    },
  };
}

/** @param namesStatus whether the same call moves it, so that nothing moves by itself */
export function assigning(actor: Actor, ticket: LockedTicket, assigneeId: string | null, namesStatus = false): Step {
  if (assigneeId === ticket.requesterId) throw badAssignee('The requester cannot work on his own ticket.');
  return {
    verdict: mayAssign(actor, ticket),
    forbidden: 'You are the requester of this ticket, so a colleague assigns it.',
    conflict: ticket.deleted ? IN_BIN : 'A closed or cancelled ticket is not assigned any more.',
    take: async (change) => {
      if (assigneeId === ticket.assigneeId) return;
      if (assigneeId !== null) await holdAssignee(change.transaction.manager, assigneeId);
      change.assign(assigneeId);
      const next = assigneeId === null || namesStatus ? null : statusAfterAssigning(ticket.status);
      if (next) change.moveTo(next, { automatic: true });
    },
  };
}

export function prioritising(actor: Actor, ticket: LockedTicket, priority: Priority): Step {
  return {
    verdict: maySetPriority(actor, ticket),
    forbidden: 'The priority of a ticket is set by the staff who work on it.',
    conflict: ticket.deleted ? IN_BIN : SETTLED,
    take: (change) => {
      change.prioritise(priority);
    },
  };
}

export function editing(actor: Actor, ticket: LockedTicket, { categoryId, ...texts }: Edit): Step {
  return {
    verdict: mayEdit(actor, ticket),
    forbidden: 'Work on this ticket has begun, so only staff edit it. Write a reply instead.',
    conflict: ticket.deleted ? IN_BIN : SETTLED,
    take: (change) => {
      change.rewrite(texts);
      if (categoryId !== undefined) change.categorise(categoryId);
    },
  };
}

export function deleting(actor: Actor, ticket: LockedTicket): Step {
  return {
    verdict: mayDelete(actor, ticket),
    forbidden: 'Work on this ticket has begun, so you cannot delete it. You can cancel it instead.',
    conflict: 'This ticket is in the bin already.',
    take: (change) => {
      change.putIntoBin();
    },
  };
}

export function badAssignee(detail: string, pointer = '/assigneeId'): InvalidBody {
  return new InvalidBody({ pointer, code: 'not_assignable', detail });
}

/** Whoever is disabled or demoted at the same moment hands over what he has then, so it must be known who has it. */
export async function holdAssignee(manager: EntityManager, id: string, pointer?: string): Promise<void> {
  const working = { id, disabledAt: IsNull(), role: In(['agent', 'admin']) };
  const person = await manager.findOne(User, {
    where: working,
    select: { id: true },
    lock: { mode: 'pessimistic_read' },
  });
  if (!person) throw badAssignee(NOT_WORKING, pointer);
}

export const NOT_WORKING = 'Choose an agent or admin with an active account.';

function labelOf(status: StatusCode): string {
  return STATUSES.find(({ code }) => code === status)?.label ?? status;
}

const IN_BIN = 'This ticket is in the bin. Restore it first.';
const SETTLED = 'A closed or cancelled ticket stays as it is. File a new one about it.';
