import type { MailChoice, StatusCode } from '@deskhand/shared';
import type { RecordedEvent } from '../../platform/unit-of-work.js';
import type { MailNews } from '../queue/mail-news.js';
import type { NewsKind } from './audiences.js';

/** What happened to a ticket, as the mail's row keeps it: ids and short values, from which the text is made when it is sent. */
export interface TicketNews extends MailNews {
  readonly kind: NewsKind;
  /** RFC 3339. */
  readonly at: string;
  readonly actorId: string | null;
  readonly commentId?: string;
  readonly from?: StatusCode;
  readonly to?: StatusCode;
  /** Whether the status moved by itself, after something else. */
  readonly automatic?: boolean;
  /** Under which choice the recipient gets it. */
  readonly choice?: MailChoice | null;
}

/** News before it is known who is told. */
export interface UntoldNews {
  readonly ticketId: string;
  /** Whom a note names. */
  readonly personIds: readonly string[];
  readonly news: TicketNews;
}

/** What an event is to those who may be told of it by mail; most are nothing. */
export function newsOf(event: RecordedEvent): UntoldNews[] {
  const facts = factsOf(event);
  if (!facts) return [];
  const { id: activityId, at, origin, subject, payload } = event;
  const personIds = facts.kind === 'mentioned' ? (payload.mentionIds as readonly string[]) : [];
  const news = { at: at.toISOString(), activityId, actorId: origin.actorId, ...facts };
  return [{ ticketId: subject.id, personIds, news }];
}

type Facts = Pick<TicketNews, 'kind' | 'commentId' | 'from' | 'to' | 'automatic'>;

function factsOf({ kind, payload, public: isPublic }: RecordedEvent): Facts | null {
  switch (kind) {
    case 'ticket.created':
      return { kind: 'filed' };
    case 'ticket.category_changed':
      return payload.to === null ? null : { kind: 'categorised' };
    case 'ticket.assigned':
      return payload.to === null ? null : { kind: 'assigned' };
    case 'ticket.status_changed':
      return statusFacts(payload as unknown as StatusPayload);
    case 'ticket.change_undone':
      return (payload.fields as readonly string[]).includes('status') ? { kind: 'undone' } : null;
    case 'comment.added':
      return commentFacts(payload as unknown as CommentPayload, isPublic);
    default:
      return null;
  }
}

interface StatusPayload {
  readonly from: StatusCode;
  readonly to: StatusCode;
  readonly automatic: boolean;
}

interface CommentPayload {
  readonly commentId: string;
  readonly mentionIds: readonly string[];
}

function statusFacts({ from, to, automatic }: StatusPayload): Facts {
  return { kind: to === 'resolved' ? 'resolved' : 'status', from, to, automatic };
}

/** A note is news for nobody but those whom it names. */
function commentFacts({ commentId, mentionIds }: CommentPayload, isPublic: boolean): Facts | null {
  if (isPublic) return { kind: 'replied', commentId };
  return mentionIds.length > 0 ? { kind: 'mentioned', commentId } : null;
}
