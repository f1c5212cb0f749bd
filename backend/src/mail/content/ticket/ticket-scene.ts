import { type ActorFacts, maySee, maySeeInternal, PRIORITIES, type Priority, type StatusCode } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { prepared } from '../../../platform/database/preparing-client.js';
import { attachmentsWhere, type WithAttachments } from '../../../tickets/attachments/attachment-json.js';
import { COMMENT_COLUMNS, COMMENT_TABLES, type CommentRow } from '../../../tickets/comments/comment-row.js';
import type { TicketNews } from '../../audience/ticket-news.js';
import type { Reader } from '../reader.js';

interface TicketRow extends WithAttachments {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly description: string;
  readonly status: StatusCode;
  readonly label_override: string | null;
  readonly priority: number;
  readonly created_at: Date;
  readonly resolved_at: Date | null;
  readonly first_reply_at: Date | null;
  readonly category_name: string | null;
  readonly notify_email: string | null;
  readonly requester_id: string;
  readonly requester_name: string;
  readonly creator_id: string;
  readonly creator_name: string;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly watching: boolean;
  readonly closing_days: number;
}

/** A ticket with everything that its news speak of, as far as the reader may see it now. */
export interface TicketScene extends Omit<TicketRow, 'number' | 'priority'> {
  readonly number: number;
  readonly priority: Priority;
  readonly comments: ReadonlyMap<string, CommentRow>;
  /** Names of whoever did something, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** By the ids of the entries that they belong to. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** `$1` is the ticket, `$2` the reader. */
const TICKET = prepared(`
  SELECT t.id, t.number, t.subject, t.description, t.status, s.label_override, t.priority, t.created_at, t.resolved_at,
    t.first_reply_at, c.name AS category_name, c.notify_email, t.requester_id, r.name AS requester_name, t.creator_id,
    k.name AS creator_name, t.assignee_id, a.name AS assignee_name, i.closing_days,
    EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = t.id AND w.user_id = $2::uuid) AS watching,
    ${attachmentsWhere('f.ticket_id = t.id AND f.comment_id IS NULL')} AS attachments
  FROM tickets t JOIN statuses s ON s.code = t.status JOIN users r ON r.id = t.requester_id
    JOIN users k ON k.id = t.creator_id LEFT JOIN users a ON a.id = t.assignee_id
    LEFT JOIN categories c ON c.id = t.category_id CROSS JOIN settings i
  WHERE t.id = $1 AND t.deleted_at IS NULL`);

const COMMENTS = prepared(
  `SELECT ${COMMENT_COLUMNS} FROM ${COMMENT_TABLES}
   WHERE m.ticket_id = $1 AND m.id = ANY ($2) AND m.redacted_at IS NULL AND (NOT m.internal OR $3)`,
);
const NAMES = prepared('SELECT id, name FROM users WHERE id = ANY ($1)');
const REASONS = prepared(
  `SELECT activity_id, text FROM text_versions WHERE activity_id = ANY ($1) AND field = 'reason'`,
);

/** Null where the reader may not see the ticket, or it is gone. */
export async function readScene(
  manager: EntityManager,
  reader: Reader,
  ticketId: string,
  news: readonly TicketNews[],
): Promise<TicketScene | null> {
  const [row]: TicketRow[] = await manager.query(TICKET, [ticketId, reader.person?.id ?? null]);
  if (!row || !isSeenBy(reader, row)) return null;
  const seesNotes = reader.person !== null && maySeeInternal(reader.person);
  const ids = (of: (each: TicketNews) => string | null | undefined): string[] => news.flatMap((each) => of(each) ?? []);
  const comments: CommentRow[] = await manager.query(COMMENTS, [
    ticketId,
    ids(({ commentId }) => commentId),
    seesNotes,
  ]);
  const names: { id: string; name: string }[] = await manager.query(NAMES, [ids(({ actorId }) => actorId)]);
  const reasons: { activity_id: string; text: string }[] = await manager.query(REASONS, [
    ids(({ activityId }) => activityId),
  ]);
  return {
    ...row,
    number: Number(row.number),
    priority: PRIORITIES[row.priority] ?? 'normal',
    comments: new Map(comments.map((comment) => [comment.id, comment])),
    names: new Map(names.map(({ id, name }) => [id, name])),
    reasons: new Map(reasons.map(({ activity_id, text }) => [activity_id, text])),
  };
}

/** An address that is no person's hears of the tickets of its category, as long as that names it. */
function isSeenBy({ person, address }: Reader, row: TicketRow): boolean {
  if (person === null) return row.notify_email?.toLowerCase() === address.toLowerCase();
  const { status, watching } = row;
  const facts = { requesterId: row.requester_id, status, watching, answered: row.first_reply_at !== null };
  return maySee(person satisfies ActorFacts, { ...facts, deleted: false });
}
