import { mayAssign } from '@deskhand/shared';
import type { Me } from '../../platform/session';
import type { TicketSummary } from '../model/ticket';

/** Whether to offer "Take" beside a ticket: it has nobody, and its reader may have it. */
export function mayTake(me: Me | null, { requester, status, assignee }: TicketSummary): boolean {
  return me !== null && assignee === null && mayAssign(me, { requesterId: requester.id, status }) === 'yes';
}
