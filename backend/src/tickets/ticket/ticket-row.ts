import {
  type ActorFacts,
  isStaffRole,
  type Phase,
  PRIORITIES,
  type Side,
  type StatusCode,
  turnOf,
} from '@deskhand/shared';
import type { ListTable } from '../../platform/database/list-query.js';
import { whoever } from '../../platform/database/preparing-client.js';
import { attachmentsWhere, type WithAttachments } from '../attachments/attachment-json.js';
import type { PersonRefDto } from './person-ref.dto.js';
import type { TicketDto, TicketSummaryDto } from './ticket.dto.js';
import type { TicketRefDto } from './ticket-ref.dto.js';

export const TICKET_TABLE: ListTable = { name: 'tickets', alias: 't', key: 't.id' };

/** The facts of a ticket. Rows, not entities: making entities would cost more than the query. */
export const FACT_COLUMNS = `t.id, t.number, t.subject, t.status, s.phase, t.priority, t.created_at, t.updated_at,
  t.deleted_at, t.version, t.category_id, c.name AS category_name, t.requester_id, r.name AS requester_name,
  r.email AS requester_email, t.assignee_id, a.name AS assignee_name, a.email AS assignee_email, t.last_reply_by`;

/**
 * What lists read of a ticket: its facts, and what it is to the reader. The mark is looked up ticket by ticket: after
 * `EXISTS` all marks of the reader would be read.
 *
 * @param reader the parameter that holds his id
 */
export const summaryColumns = (reader: string): string => `${FACT_COLUMNS},
  (SELECT true FROM unread_tickets n WHERE n.user_id = ${whoever(reader)} AND n.ticket_id = t.id) IS NOT NULL AS unread`;

export const SUMMARY_TABLES = `tickets t JOIN statuses s ON s.code = t.status JOIN users r ON r.id = t.requester_id
  LEFT JOIN users a ON a.id = t.assignee_id LEFT JOIN categories c ON c.id = t.category_id`;

export interface FactsRow {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: StatusCode;
  readonly phase: Phase;
  readonly priority: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly deleted_at: Date | null;
  readonly version: number;
  readonly category_id: string | null;
  readonly category_name: string | null;
  readonly requester_id: string;
  readonly requester_name: string;
  readonly requester_email: string;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly assignee_email: string | null;
  readonly last_reply_by: Side | null;
}

export interface SummaryRow extends FactsRow {
  readonly unread: boolean;
}

export interface TicketRow extends SummaryRow, WithAttachments {
  readonly description: string;
  readonly requester_phone: string | null;
  readonly requester_place: string | null;
  readonly creator_id: string;
  readonly creator_name: string;
  readonly creator_email: string;
  readonly status_reason: string | null;
  readonly first_reply_at: Date | null;
  readonly resolved_at: Date | null;
  readonly closed_at: Date | null;
  readonly watching: boolean;
  readonly follows: TicketRefDto | null;
  readonly followed_by: TicketRefDto[];
}

/** What a link to a ticket shows, as long as the reader may see it; `$2` is the reader, `$3` whether he sees all. */
const LINK = `json_build_object('id', l.id, 'number', l.number, 'subject', l.subject) FROM tickets l
  WHERE l.deleted_at IS NULL AND ($3 OR l.requester_id = $2
    OR EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = l.id AND w.user_id = $2))`;

/** One ticket for its page. `$1` is the ticket, `$2` the reader, `$3` whether he sees every ticket. */
export const TICKET_QUERY = `SELECT ${summaryColumns('$2')}, t.description, r.phone AS requester_phone,
    r.place AS requester_place, t.creator_id, k.name AS creator_name, k.email AS creator_email, t.first_reply_at,
    t.resolved_at, t.closed_at,
    EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = t.id AND w.user_id = $2) AS watching,
    ${attachmentsWhere('f.ticket_id = t.id AND f.comment_id IS NULL')} AS attachments,
    (SELECT ${LINK} AND l.id = t.follows_id) AS follows,
    ARRAY(SELECT ${LINK} AND l.follows_id = t.id ORDER BY l.number LIMIT 20) AS followed_by,
    CASE WHEN t.status = 'on_hold' THEN (
      SELECT v.text FROM text_versions v WHERE v.subject_id = t.id AND v.field = 'reason'
      ORDER BY v.activity_id DESC LIMIT 1
    ) END AS status_reason
  FROM ${SUMMARY_TABLES} JOIN users k ON k.id = t.creator_id`;

/** Mail addresses are for staff. */
export function personRef(reader: ActorFacts, id: string, name: string, email: string): PersonRefDto {
  return isStaffRole(reader.role) ? { id, name, email } : { id, name };
}

/** Without the excerpt, which belongs to a search. */
export function toSummary(row: SummaryRow, reader: ActorFacts): Omit<TicketSummaryDto, 'excerpt'> {
  return {
    id: row.id,
    number: Number(row.number),
    subject: row.subject,
    status: row.status,
    phase: row.phase,
    priority: PRIORITIES[row.priority] ?? 'normal',
    category: row.category_id && row.category_name !== null ? { id: row.category_id, name: row.category_name } : null,
    requester: personRef(reader, row.requester_id, row.requester_name, row.requester_email),
    assignee:
      row.assignee_id && row.assignee_name !== null
        ? personRef(reader, row.assignee_id, row.assignee_name, row.assignee_email ?? '')
        : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    turn: turnOf(row.status, row.last_reply_by),
    unread: row.unread,
    version: row.version,
  };
}

export function toTicket(row: TicketRow, reader: ActorFacts): TicketDto {
  const reach = isStaffRole(reader.role) ? { phone: row.requester_phone, place: row.requester_place } : {};
  return Object.assign(toSummary(row, reader), {
    requester: Object.assign(personRef(reader, row.requester_id, row.requester_name, row.requester_email), reach),
    description: row.description,
    creator: personRef(reader, row.creator_id, row.creator_name, row.creator_email),
    statusReason: row.status_reason,
    firstReplyAt: row.first_reply_at?.toISOString() ?? null,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    attachments: row.attachments,
    watching: row.watching,
    follows: row.follows,
    followedBy: row.followed_by,
  });
}
