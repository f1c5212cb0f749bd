import type { TicketFacts } from '@deskhand/shared';
import type { Ticket, TicketSummary } from './ticket';

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
