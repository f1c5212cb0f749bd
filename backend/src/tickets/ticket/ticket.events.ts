import type { Priority, StatusCode } from '@deskhand/shared';
import type { DomainEvent } from '../../platform/unit-of-work.js';

type Payload = DomainEvent['payload'];

const ticketEvent = (kind: DomainEvent['kind'], id: string, payload: Payload, isPublic = true): DomainEvent => ({
  kind,
  subject: { type: 'ticket', id },
  public: isPublic,
  payload,
});

export const ticketCreated = (
  id: string,
  payload: { number: number; priority: Priority; categoryId: string | null },
): DomainEvent => ticketEvent('ticket.created', id, payload);

/** `automatic` where it moved by itself, after a reply or an assignment. The reason is a written text. */
export const statusChanged = (
  id: string,
  payload: { from: StatusCode; to: StatusCode; automatic: boolean },
  reason?: string,
): DomainEvent => ({ ...ticketEvent('ticket.status_changed', id, payload), text: reason });

export const ticketAssigned = (id: string, payload: { from: string | null; to: string | null }): DomainEvent =>
  ticketEvent('ticket.assigned', id, payload);

/** Whoever may not see internal notes does not learn that there is one. */
export const commentAdded = (id: string, payload: { commentId: string; internal: boolean }): DomainEvent =>
  ticketEvent('comment.added', id, payload, !payload.internal);
