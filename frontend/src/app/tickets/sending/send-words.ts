import type { StatusCode } from '@deskhand/shared';
import type { AddedComment, Ticket } from '../model/ticket';

/** The words of a menu for sending a reply together with a change of status. */
export function sendAndWords(to: StatusCode, { status: from }: Pick<Ticket, 'status'>): string {
  switch (to) {
    case 'submitted':
    case 'in_progress':
      return from === 'resolved' ? $localize`Send and reopen` : $localize`Send and go on`;
    case 'waiting_requester':
      return $localize`Send and wait for the answer`;
    case 'on_hold':
      return $localize`Send and put on hold…`;
    case 'resolved':
      return $localize`Send and resolve`;
    case 'closed':
      return $localize`Send and close`;
    case 'cancelled':
      return $localize`Send and cancel the ticket`;
  }
}

/** Said once both are done. */
export function sentAndWords(to: StatusCode, number: number): string {
  switch (to) {
    case 'submitted':
    case 'in_progress':
      return $localize`Your reply is sent. Ticket #${number}:number: is in progress.`;
    case 'waiting_requester':
      return $localize`Your reply is sent. Ticket #${number}:number: waits for the answer.`;
    case 'on_hold':
      return $localize`Your reply is sent. Ticket #${number}:number: is on hold.`;
    case 'resolved':
      return $localize`Your reply is sent. Ticket #${number}:number: is resolved.`;
    case 'closed':
      return $localize`Your reply is sent. Ticket #${number}:number: is closed.`;
    case 'cancelled':
      return $localize`Your reply is sent. Ticket #${number}:number: is cancelled.`;
  }
}

/** Said once a reply or a note has arrived. */
export function sentWords(before: Pick<Ticket, 'status' | 'number'>, { internal, ticketStatus }: AddedComment): string {
  if (internal) return $localize`Your internal note is saved. Only staff see it.`;
  if (ticketStatus === before.status) return $localize`Your reply is sent.`;
  if (before.status === 'resolved')
    return $localize`Your reply is sent, and ticket #${before.number}:number: is open again.`;
  return $localize`Your reply is sent. Ticket #${before.number}:number: is in progress now.`;
}
