import type { ActorFacts, CommentFacts, Role } from '@deskhand/shared';
import { maySeeInternal } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/database/preparing-client.js';
import { isId } from '../../platform/ids.js';
import { NotFound } from '../../platform/problems.js';
import { attachmentsWhere, type WithAttachments } from '../attachments/attachment-json.js';

/** A comment with what its page shows of it. */
export interface CommentRow extends WithAttachments {
  readonly id: string;
  readonly body: string;
  readonly internal: boolean;
  readonly created_at: Date;
  readonly edited_at: Date | null;
  readonly redacted_at: Date | null;
  readonly author_id: string;
  readonly author_name: string;
  readonly author_email: string;
  readonly author_role: Role;
  readonly requester_id: string;
  readonly mentions: readonly { readonly id: string; readonly name: string; readonly email: string }[];
}

export const COMMENT_COLUMNS = `m.id, m.body, m.internal, m.created_at, m.edited_at, m.redacted_at, m.author_id,
  u.name AS author_name, u.email AS author_email, u.role AS author_role, t.requester_id,
  ARRAY(SELECT json_build_object('id', p.id, 'name', p.name, 'email', p.email)
    FROM comment_mentions n JOIN users p ON p.id = n.user_id WHERE n.comment_id = m.id ORDER BY p.name, p.id) AS mentions,
  ${attachmentsWhere('f.comment_id = m.id')} AS attachments`;

export const COMMENT_TABLES = `comments m JOIN tickets t ON t.id = m.ticket_id JOIN users u ON u.id = m.author_id`;

const ONE = prepared(`SELECT ${COMMENT_COLUMNS} FROM ${COMMENT_TABLES} WHERE m.id = $1 AND m.ticket_id = $2`);

/** One comment of that ticket, as long as the reader may see it. @throws NotFound */
export async function readComment(
  manager: EntityManager,
  reader: ActorFacts,
  { ticketId, commentId }: { readonly ticketId: string; readonly commentId: string },
): Promise<CommentRow> {
  const rows: CommentRow[] = isId(commentId) ? await manager.query(ONE, [commentId, ticketId]) : [];
  const row = rows[0];
  if (!row || (row.internal && !maySeeInternal(reader))) throw new NotFound('comment');
  return row;
}

/** What the rules need to know of it at that time. */
export function commentFactsOf(row: CommentRow, now: Date): CommentFacts {
  return {
    authorId: row.author_id,
    internal: row.internal,
    redacted: row.redacted_at !== null,
    age: now.getTime() - row.created_at.getTime(),
  };
}
