import type { Priority, StatusCode } from '@deskhand/shared';
import type { DomainEvent, WrittenText } from '../../platform/unit-of-work.js';

type Payload = DomainEvent['payload'];
interface CommentPayload {
  readonly commentId: string;
  readonly internal: boolean;
}
/** Whom a note names. */
interface MentionPayload {
  readonly mentionIds: readonly string[];
}

const ticketEvent = (kind: DomainEvent['kind'], id: string, payload: object, isPublic = true): DomainEvent => ({
  kind,
  subject: { type: 'ticket', id },
  public: isPublic,
  payload: { ...payload },
});

export const ticketCreated = (
  id: string,
  payload: { number: number; priority: Priority; categoryId: string | null; followsId: string | null },
): DomainEvent => ticketEvent('ticket.created', id, payload);

/** `automatic` where it moved by itself, after a reply or an assignment. The reason is a written text. */
export const statusChanged = (
  id: string,
  payload: { from: StatusCode; to: StatusCode; automatic: boolean },
  reason?: string,
): DomainEvent => ({
  ...ticketEvent('ticket.status_changed', id, payload),
  texts: reason === undefined ? [] : [{ field: 'reason', text: reason }],
});

export const ticketAssigned = (id: string, payload: { from: string | null; to: string | null }): DomainEvent =>
  ticketEvent('ticket.assigned', id, payload);

/** Whoever may not see internal notes does not learn that there is one. */
export const commentAdded = (id: string, payload: CommentPayload & MentionPayload): DomainEvent =>
  ticketEvent('comment.added', id, payload, !payload.internal);

/** `before` is what it said until now. */
export const commentEdited = (id: string, payload: CommentPayload & MentionPayload, before: string): DomainEvent => ({
  ...ticketEvent('comment.edited', id, payload, !payload.internal),
  texts: [{ field: 'body', text: before, commentId: payload.commentId }],
});

export const commentRedacted = (id: string, payload: CommentPayload): DomainEvent =>
  ticketEvent('comment.redacted', id, payload, !payload.internal);

export const priorityChanged = (id: string, payload: { from: Priority; to: Priority }): DomainEvent =>
  ticketEvent('ticket.priority_changed', id, payload);

export const categoryChanged = (id: string, payload: { from: string | null; to: string | null }): DomainEvent =>
  ticketEvent('ticket.category_changed', id, payload);

/** Of subject and description; the texts are what they were before. */
export const ticketEdited = (id: string, before: readonly WrittenText[]): DomainEvent => ({
  ...ticketEvent('ticket.edited', id, { fields: before.map(({ field }) => field) }, false),
  texts: before,
});

export const ticketDeleted = (id: string): DomainEvent => ticketEvent('ticket.deleted', id, {}, false);

export const ticketRestored = (id: string): DomainEvent => ticketEvent('ticket.restored', id, {}, false);

/** The number is all that is left of it. */
export const ticketPurged = (id: string, number: number): DomainEvent =>
  ticketEvent('ticket.purged', id, { number }, false);

/** Who took which list home. */
export const ticketsExported = (personId: string, filters: Payload): DomainEvent => ({
  kind: 'tickets.exported',
  subject: { type: 'person', id: personId },
  public: false,
  payload: filters,
});

/** Names the fields that are as they were before; the texts are those that were taken back. */
export const changeUndone = (id: string, fields: readonly string[], texts: readonly WrittenText[]): DomainEvent => ({
  ...ticketEvent(
    'ticket.change_undone',
    id,
    { fields },
    fields.some((field) => PUBLIC_FIELDS.has(field)),
  ),
  texts,
});

/** Fields whose changes the requester sees on the trail. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set(['status', 'assigneeId', 'priority', 'categoryId']);
