import { mayAssign } from '@deskhand/shared';
import type { Me } from '../../platform/session';
import { factsOf } from '../model/facts-of';
import type { TicketSummary } from '../model/ticket';

/** Whether to offer "Take" beside a ticket: it has nobody, and its reader may have it. */
export function mayTake(me: Me | null, ticket: TicketSummary): boolean {
  return me !== null && ticket.assignee === null && mayAssign(me, factsOf(ticket)) === 'yes';
}

/** Whether somebody waits for staff's answer. That a new ticket does goes without saying. */
export function isStaffsTurn({ phase, turn }: TicketSummary): boolean {
  return (phase === 'active' || phase === 'waiting') && turn === 'staff';
}
