import { Injectable } from '@nestjs/common';
import type { MailKind } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { InstallationKeys } from '../../platform/config/installation-keys.js';
import { Settings } from '../../platform/config/settings.js';
import type { ListQuery } from '../../platform/database/list-query.js';
import { type Page, readPage } from '../../platform/database/read-page.js';
import { isId } from '../../platform/ids.js';
import { Conflict, NotFound } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { PATIENCE } from '../queue/retry-times.js';
import { messageIdOf } from '../sending/message.js';
import type { DeliveryDto, MailDetailDto, MailDto } from './mail.dto.js';
import { mailRetried } from './mail.events.js';
import type { MailQueryDto } from './mail-query.dto.js';
import { MAIL_COLUMNS, MAIL_TABLES, type MailRow, toMail } from './mail-row.js';
import { STUCK_AFTER } from './mail-standing.js';

interface DetailRow extends MailRow {
  readonly text: string | null;
  readonly html: string | null;
  readonly deliveries: DeliveryDto[];
}

const DETAIL = `SELECT ${MAIL_COLUMNS}, m.text, m.html, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('attempt', a.attempt, 'at', a.at, 'delivered', a.delivered, 'answer', a.answer)
      ORDER BY a.attempt), '[]') FROM mail_attempts a WHERE a.mail_id = m.id
  ) AS deliveries FROM ${MAIL_TABLES} WHERE m.id = $1`;

const RETRY = `UPDATE mails SET state = 'queued', due_at = $2, give_up_at = $3, ended_at = NULL
  WHERE id = $1 AND state IN ('failed', 'dead') RETURNING kind`;

/** What was sent, to whom, and what became of it: for admins. */
@Injectable()
export class MailLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly keys: InstallationKeys,
  ) {}

  /** The newest first. */
  async list({ limit, cursor, total, ...filters }: MailQueryDto): Promise<Page<MailDto>> {
    const query = filteredMails(filters, this.clock.in(-STUCK_AFTER));
    const page = await readPage<MailRow>(this.dataSource.manager, 'mail', query, { limit, cursor, total });
    return { ...page, items: page.items.map(toMail) };
  }

  /** @throws NotFound */
  async one(id: string): Promise<MailDetailDto> {
    const rows: DetailRow[] = isId(id) ? await this.dataSource.query(DETAIL, [id]) : [];
    const row = rows[0];
    if (!row) throw new NotFound('mail');
    const deliveries = row.deliveries.map((delivery) => ({ ...delivery, at: new Date(delivery.at).toISOString() }));
    const messageId = messageIdOf(id, this.settings.publicUrl);
    return { ...toMail(row), messageId, text: row.text, html: row.html, deliveries };
  }

  /** Has it sent again, as if it were new, under its old Message-ID. @throws NotFound, Conflict */
  async retry(actor: Actor, id: string): Promise<MailDetailDto> {
    const { id: mailId } = await this.one(id);
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      const values = [mailId, now, new Date(now.getTime() + PATIENCE)];
      const [[mail]]: [{ kind: MailKind }[], number] = await manager.query(RETRY, values);
      if (!mail) throw new Conflict('Only a mail that was refused or given up is sent again.');
      await transaction.record(mailRetried(this.keys.installationId, { mailId, kind: mail.kind }));
    });
    return this.one(mailId);
  }
}

/** An index gives the order, and what is about one ticket; for all else the newest are looked through first. */
function filteredMails(filters: Omit<MailQueryDto, 'limit' | 'cursor' | 'total'>, stuckBefore: Date): ListQuery {
  const { state, kind, address, ticket, from, to, stuck } = filters;
  const parameters: unknown[] = [];
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const scope = [
    ...(from === undefined ? [] : [`m.created_at >= ${put(from)}::timestamptz`]),
    ...(to === undefined ? [] : [`m.created_at < ${put(to)}::timestamptz`]),
    ...(ticket === undefined
      ? []
      : [`m.ticket_id = (SELECT t.id FROM tickets t WHERE t.number = ${put(ticket)}::bigint)`]),
  ];
  // What is typed is text: the signs that LIKE knows find themselves.
  const pattern = address?.trim().replace(/[\\%_]/g, '\\$&');
  const where = [
    ...(state === undefined ? [] : [`m.state = ANY (${put(state)})`]),
    ...(kind === undefined ? [] : [`m.kind = ANY (${put(kind)})`]),
    ...(pattern ? [`m.address ILIKE ${put(`%${pattern}%`)}`] : []),
    ...(stuck === undefined
      ? []
      : [
          `${stuck ? '' : 'NOT '}(m.state IN ('queued', 'sending') AND m.created_at < ${put(stuckBefore)}::timestamptz)`,
        ]),
  ];
  const reach = ticket !== undefined ? 'gathered' : where.length > 0 ? 'walked' : 'ordered';
  return {
    ...{ select: MAIL_COLUMNS, from: MAIL_TABLES, scope, where, reach, parameters },
    table: { name: 'mails', alias: 'm', key: 'm.id' },
    sort: {
      ...{ column: 'm.created_at', type: 'timestamptz', descending: true },
      tie: { column: 'm.id', type: 'uuid', descending: true },
    },
  };
}
