import { Injectable } from '@nestjs/common';
import { type ActorFacts, maySeeInternal } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Page, type PageRequest, readPage } from '../platform/database/read-page.js';
import { findTicket } from '../tickets/ticket/ticket-visibility.js';
import type { ActivityDto } from './activity.dto.js';
import { monthOf } from './chain/month-of.js';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow, toActivity } from './entry-row.js';

/** The trail of one ticket. */
@Injectable()
export class TicketTrail {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first; whoever is not staff sees the public entries. @throws NotFound */
  async list(reader: ActorFacts, ticketId: string, page: PageRequest): Promise<Page<ActivityDto>> {
    const { manager } = this.dataSource;
    const { createdAt } = await findTicket(manager, reader, ticketId);
    const seesInternal = maySeeInternal(reader);
    const rows = await readPage<EntryRow>(
      manager,
      'ticket activity',
      {
        select: ENTRY_COLUMNS,
        from: ENTRY_TABLES,
        where: ['e.subject_id = $1', `e.month >= ${monthOf('$2')}`, ...(seesInternal ? [] : ['e.public'])],
        parameters: [ticketId, createdAt],
        isSteady: true,
        sort: {
          column: 'e.position',
          type: 'bigint',
          descending: false,
          tie: { column: 'e.id', type: 'uuid', descending: false },
        },
      },
      page,
    );
    return { ...rows, items: rows.items.map((row) => toActivity(row, seesInternal)) };
  }
}
