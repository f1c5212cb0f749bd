import type { CommentFacts, TicketFacts } from '@deskhand/shared';
import type { Comment, Ticket, TicketSummary } from './ticket';

/** What the shared rules need to know of a ticket. A list shows tickets that nobody decides on as a watcher. */
export function factsOf(ticket: Ticket | TicketSummary): TicketFacts {
  return {
    requesterId: ticket.requester.id,
    status: ticket.status,
    watching: 'watching' in ticket && ticket.watching,
    answered: 'firstReplyAt' in ticket && ticket.firstReplyAt !== null,
    deleted: ticket.deletedAt !== null,
  };
}

/** The same of a comment at that time, in milliseconds since 1970. */
export function commentFactsOf({ author, internal, redactedAt, createdAt }: Comment, now: number): CommentFacts {
  return { authorId: author.id, internal, redacted: redactedAt !== null, age: now - Date.parse(createdAt) };
}
