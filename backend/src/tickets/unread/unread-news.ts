import { Injectable } from '@nestjs/common';
import { maySeeInternal } from '@deskhand/shared';
import { plainToInstance } from 'class-transformer';
import { DataSource } from 'typeorm';
import { monthOf } from '../../activity/chain/month-of.js';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow, toActivity } from '../../activity/entry-row.js';
import type { Actor } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { TicketQueryDto } from '../lists/ticket-query.dto.js';
import { TicketSearch } from '../lists/ticket-search.js';
import type { UnreadTicketsDto } from './unread.dto.js';

/** The kinds that make a ticket unread; what followed by itself is not what somebody did. `$1` is the reader, `$2` the tickets, `$3` whether he sees what only staff see. */
const LAST = prepared(`
  SELECT u.ticket_id, l.* FROM unread_tickets u CROSS JOIN LATERAL (
    SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES}
    WHERE e.subject_id = u.ticket_id AND e.kind IN ('comment.added', 'ticket.status_changed', 'ticket.assigned')
      AND NOT e.payload @> '{"automatic": true}' AND e.month >= ${monthOf('u.since')} AND e.actor_id <> $1 AND (e.public OR $3)
    ORDER BY e.position DESC LIMIT 1
  ) l
  WHERE u.user_id = $1 AND u.ticket_id = ANY ($2)`);

/** What a person has not looked at, with who did what last. */
@Injectable()
export class UnreadNews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly search: TicketSearch,
    private readonly clock: Clock,
  ) {}

  /** Those that were changed last come first. */
  async list(reader: Actor, limit: number): Promise<UnreadTicketsDto> {
    const asOf = this.clock.now().toISOString();
    const query = plainToInstance(TicketQueryDto, { unread: true, total: true, sort: '-updatedAt', limit });
    const { items, total = { value: 0, relation: 'eq' } } = await this.search.list(reader, query);
    const seesInternal = maySeeInternal(reader);
    const rows: (EntryRow & { ticket_id: string })[] = await this.dataSource.query(LAST, [
      reader.id,
      items.map(({ id }) => id),
      seesInternal,
    ]);
    const last = new Map(rows.map((row) => [row.ticket_id, toActivity(row, seesInternal)]));
    return { items: items.map((ticket) => ({ ticket, last: last.get(ticket.id) ?? null })), total, asOf };
  }

  async lookAtAll(reader: Actor, until = this.clock.now()): Promise<void> {
    await this.dataSource.query('DELETE FROM unread_tickets WHERE user_id = $1 AND since <= $2', [reader.id, until]);
  }
}
