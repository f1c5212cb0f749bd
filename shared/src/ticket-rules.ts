import { isStaffRole, type Role } from './roles.js';
import { isFinal, type Mover, type StatusCode, TRANSITIONS } from './statuses.js';

/** The acting person, as far as the rules need to know him. */
export interface ActorFacts {
  readonly id: string;
  readonly role: Role;
}

/** The ticket, as far as the rules need to know it. */
export interface TicketFacts {
  readonly requesterId: string;
  readonly status: StatusCode;
}

/**
 * `yes`; `forbidden` where somebody else could do it to this ticket now (403); `conflict` where the ticket's state lets
 * nobody do it (409).
 */
export type Verdict = 'yes' | 'forbidden' | 'conflict';

/** On his own ticket an agent is its requester; to everybody else's he is staff. Strangers are `null`. */
export function moverOn(actor: ActorFacts, ticket: TicketFacts): Exclude<Mover, 'timer'> | null {
  if (actor.id === ticket.requesterId) return 'requester';
  return isStaffRole(actor.role) ? 'staff' : null;
}

/** Whoever may not see a ticket is answered as if it did not exist. */
export function maySee(actor: ActorFacts, ticket: TicketFacts): boolean {
  return isStaffRole(actor.role) || actor.id === ticket.requesterId;
}

/** Internal notes and the whole trail; an agent keeps this sight on his own ticket. */
export function maySeeInternal(actor: ActorFacts): boolean {
  return isStaffRole(actor.role);
}

function staffOnly(actor: ActorFacts, ticket: TicketFacts): Verdict {
  return moverOn(actor, ticket) === 'staff' ? 'yes' : 'forbidden';
}

/** Naming the present status again is a conflict, like every change that the table of transitions does not have. */
export function mayChangeStatus(actor: ActorFacts, ticket: TicketFacts, to: StatusCode): Verdict {
  const transition = TRANSITIONS.find((candidate) => candidate.from === ticket.status && candidate.to === to);
  if (!transition) return 'conflict';
  const mover = moverOn(actor, ticket);
  return mover && transition.by.includes(mover) ? 'yes' : 'forbidden';
}

/** The statuses that this person may choose now, in the order of the table. */
export function nextStatuses(actor: ActorFacts, ticket: TicketFacts): StatusCode[] {
  return TRANSITIONS.filter(
    ({ from, to }) => from === ticket.status && mayChangeStatus(actor, ticket, to) === 'yes',
  ).map(({ to }) => to);
}

/** Taking, assigning and unassigning. */
export function mayAssign(actor: ActorFacts, ticket: TicketFacts): Verdict {
  return isFinal(ticket.status) ? 'conflict' : staffOnly(actor, ticket);
}

export function mayReply(actor: ActorFacts, ticket: TicketFacts): Verdict {
  if (isFinal(ticket.status)) return 'conflict';
  return moverOn(actor, ticket) ? 'yes' : 'forbidden';
}

/** Notes are taken in every status. */
export function mayNote(actor: ActorFacts, ticket: TicketFacts): Verdict {
  return staffOnly(actor, ticket);
}

/** Where a reply moves the ticket by itself, or null where it stays. */
export function statusAfterReply(by: Mover, status: StatusCode): StatusCode | null {
  if (by === 'staff') return status === 'submitted' ? 'in_progress' : null;
  return status === 'waiting_requester' || status === 'resolved' ? 'in_progress' : null;
}

/** Where taking or assigning moves the ticket by itself, or null where it stays. */
export function statusAfterAssigning(status: StatusCode): StatusCode | null {
  return status === 'submitted' ? 'in_progress' : null;
}
