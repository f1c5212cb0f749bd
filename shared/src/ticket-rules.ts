import { COMMENT_EDIT_WINDOW } from './limits.js';
import { roleMay } from './permissions.js';
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
  /** Whether the acting person watches it. */
  readonly watching: boolean;
  /** Whether staff have replied. */
  readonly answered: boolean;
  /** Whether it lies in the bin, where only admins see it and nothing changes until it is restored. */
  readonly deleted: boolean;
}

/** A comment, as far as the rules need to know it. */
export interface CommentFacts {
  readonly authorId: string;
  readonly internal: boolean;
  readonly redacted: boolean;
  /** Milliseconds since it was written. */
  readonly age: number;
}

/**
 * `yes`; `forbidden` where somebody else could do it to this ticket now (403); `conflict` where the ticket's state lets
 * nobody do it (409).
 */
export type Verdict = 'yes' | 'forbidden' | 'conflict';

/** In what capacity somebody stands before a ticket. */
export type Standing = Exclude<Mover, 'timer'> | 'watcher';

/** On his own ticket an agent is its requester; to everybody else's he is staff. Strangers are `null`. */
export function standingOn(actor: ActorFacts, ticket: TicketFacts): Standing | null {
  if (actor.id === ticket.requesterId) return 'requester';
  if (isStaffRole(actor.role)) return 'staff';
  return ticket.watching ? 'watcher' : null;
}

/** Whoever may not see a ticket is answered as if it did not exist. */
export function maySee(actor: ActorFacts, ticket: TicketFacts): boolean {
  return ticket.deleted ? roleMay(actor.role, 'ticket.restore') : standingOn(actor, ticket) !== null;
}

/** Internal notes and the whole trail; an agent keeps this sight on his own ticket. */
export function maySeeInternal(actor: ActorFacts): boolean {
  return isStaffRole(actor.role);
}

/** `closed` and `cancelled` tickets, and those in the bin, stay as they are. */
function isSettled(ticket: TicketFacts): boolean {
  return ticket.deleted || isFinal(ticket.status);
}

function staffOnly(actor: ActorFacts, ticket: TicketFacts): Verdict {
  return standingOn(actor, ticket) === 'staff' ? 'yes' : 'forbidden';
}

/** Naming the present status again is a conflict, like every change that the table of transitions does not have. */
export function mayChangeStatus(actor: ActorFacts, ticket: TicketFacts, to: StatusCode): Verdict {
  const transition = TRANSITIONS.find((candidate) => candidate.from === ticket.status && candidate.to === to);
  if (!transition || ticket.deleted) return 'conflict';
  const standing = standingOn(actor, ticket);
  return transition.by.some((mover) => mover === standing) ? 'yes' : 'forbidden';
}

/** The statuses that this person may choose now, in the order of the table. */
export function nextStatuses(actor: ActorFacts, ticket: TicketFacts): StatusCode[] {
  return TRANSITIONS.filter(
    ({ from, to }) => from === ticket.status && mayChangeStatus(actor, ticket, to) === 'yes',
  ).map(({ to }) => to);
}

/** Taking, assigning and unassigning. */
export function mayAssign(actor: ActorFacts, ticket: TicketFacts): Verdict {
  return isSettled(ticket) ? 'conflict' : staffOnly(actor, ticket);
}

/** Subject, description and category: the requester while nobody has begun, staff as long as it is open. */
export function mayEdit(actor: ActorFacts, ticket: TicketFacts): Verdict {
  if (isSettled(ticket)) return 'conflict';
  const standing = standingOn(actor, ticket);
  if (standing === 'requester') return ticket.status === 'submitted' ? 'yes' : 'forbidden';
  return standing === 'staff' ? 'yes' : 'forbidden';
}

/** After filing; when filing, a requester chooses low, normal or high. */
export function maySetPriority(actor: ActorFacts, ticket: TicketFacts): Verdict {
  return isSettled(ticket) ? 'conflict' : staffOnly(actor, ticket);
}

/** Into the bin: staff in every status, the requester while nobody has begun. */
export function mayDelete(actor: ActorFacts, ticket: TicketFacts): Verdict {
  if (ticket.deleted) return 'conflict';
  const standing = standingOn(actor, ticket);
  if (standing === 'requester') return ticket.status === 'submitted' && !ticket.answered ? 'yes' : 'forbidden';
  return standing === 'staff' ? 'yes' : 'forbidden';
}

/** Out of the bin again, or out of it for good. */
export function mayRestoreOrPurge(actor: ActorFacts, ticket: TicketFacts): Verdict {
  if (!ticket.deleted) return 'conflict';
  return roleMay(actor.role, 'ticket.restore') ? 'yes' : 'forbidden';
}

/** Requester and staff add and remove watchers; a watcher may leave. */
export function mayChangeWatchers(actor: ActorFacts, ticket: TicketFacts, change: { leaving: boolean }): Verdict {
  if (isSettled(ticket)) return 'conflict';
  const standing = standingOn(actor, ticket);
  if (standing === 'watcher') return change.leaving ? 'yes' : 'forbidden';
  return standing ? 'yes' : 'forbidden';
}

export function mayReply(actor: ActorFacts, ticket: TicketFacts): Verdict {
  if (isSettled(ticket)) return 'conflict';
  return standingOn(actor, ticket) ? 'yes' : 'forbidden';
}

/** Notes are taken in every status. */
export function mayNote(actor: ActorFacts, ticket: TicketFacts): Verdict {
  return ticket.deleted ? 'conflict' : staffOnly(actor, ticket);
}

/** The author, within 15 minutes. Final tickets take changes of notes only. */
export function mayEditComment(actor: ActorFacts, ticket: TicketFacts, comment: CommentFacts): Verdict {
  const isLate = comment.age > COMMENT_EDIT_WINDOW;
  const rests = ticket.deleted || (isFinal(ticket.status) && !comment.internal);
  if (isLate || rests || comment.redacted) return 'conflict';
  return comment.authorId === actor.id ? 'yes' : 'forbidden';
}

/** Admins, at any time and in every status. */
export function mayRedact(actor: ActorFacts, ticket: TicketFacts, comment: CommentFacts): Verdict {
  if (ticket.deleted || comment.redacted) return 'conflict';
  return roleMay(actor.role, 'comment.redact') ? 'yes' : 'forbidden';
}

/** Where a reply moves the ticket by itself, or null where it stays. */
export function statusAfterReply(by: Standing, status: StatusCode): StatusCode | null {
  if (by === 'staff') return status === 'submitted' ? 'in_progress' : null;
  if (status === 'waiting_requester') return 'in_progress';
  return status === 'resolved' && by === 'requester' ? 'in_progress' : null;
}

/** Where taking or assigning moves the ticket by itself, or null where it stays. */
export function statusAfterAssigning(status: StatusCode): StatusCode | null {
  return status === 'submitted' ? 'in_progress' : null;
}
