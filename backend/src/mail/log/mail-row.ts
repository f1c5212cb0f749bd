import type { MailKind, MailState } from '@deskhand/shared';
import type { MailDto } from './mail.dto.js';

/** A mail as it is read for the log. */
export interface MailRow {
  readonly id: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly address: string;
  readonly recipient_id: string | null;
  readonly recipient_name: string | null;
  readonly ticket_id: string | null;
  readonly ticket_number: string | null;
  readonly ticket_subject: string | null;
  readonly subject: string | null;
  readonly attempts: number;
  readonly created_at: Date;
  readonly due_at: Date;
  readonly ended_at: Date | null;
  readonly last_answer: string | null;
}

export const MAIL_COLUMNS = `m.id, m.kind, m.state, m.address, m.recipient_id, p.name AS recipient_name, t.id AS ticket_id,
  t.number AS ticket_number, t.subject AS ticket_subject, m.subject, m.attempts, m.created_at, m.due_at, m.ended_at,
  (SELECT a.answer FROM mail_attempts a WHERE a.mail_id = m.id ORDER BY a.attempt DESC LIMIT 1) AS last_answer`;

export const MAIL_TABLES =
  'mails m LEFT JOIN users p ON p.id = m.recipient_id LEFT JOIN tickets t ON t.id = m.ticket_id';

export function toMail(row: MailRow): MailDto {
  const { id, kind, state, address, subject, attempts } = row;
  const { recipient_id, recipient_name, ticket_id, ticket_number, ticket_subject } = row;
  return {
    ...{ id, kind, state, address, subject, attempts },
    recipient: recipient_id === null ? null : { id: recipient_id, name: recipient_name ?? '' },
    ticket: ticket_id === null ? null : { id: ticket_id, number: Number(ticket_number), subject: ticket_subject ?? '' },
    createdAt: row.created_at.toISOString(),
    nextAttemptAt: state === 'queued' ? row.due_at.toISOString() : null,
    endedAt: row.ended_at?.toISOString() ?? null,
    lastAnswer: row.last_answer,
  };
}
