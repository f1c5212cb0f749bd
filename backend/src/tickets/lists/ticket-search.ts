import { Injectable } from '@nestjs/common';
import type { ActorFacts } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Page, readPage } from '../../platform/database/read-page.js';
import type { TicketDto, TicketSummaryDto } from '../ticket/ticket.dto.js';
import { filteredTickets } from './ticket-filters.js';
import type { TicketQueryDto } from './ticket-query.dto.js';
import { SUMMARY_TABLES, summaryColumns, type SummaryRow, toSummary, toTicket } from '../ticket/ticket-row.js';
import { readTicketRow } from '../ticket/ticket-visibility.js';

/** The read side of tickets. */
@Injectable()
export class TicketSearch {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound */
  async one(reader: ActorFacts, id: string): Promise<TicketDto> {
    return toTicket(await readTicketRow(this.dataSource.manager, reader, id), reader);
  }

  /** A page of those tickets that the reader may see and that fit the filters. */
  async list(reader: ActorFacts, query: TicketQueryDto): Promise<Page<TicketSummaryDto>> {
    const found = filteredTickets(reader, query);
    const select = summaryColumns(`$${found.parameters.length + 1}`);
    const list = { ...found, select, from: SUMMARY_TABLES, shown: [reader.id] };
    const page = await readPage<SummaryRow>(this.dataSource.manager, 'tickets', list, query);
    return { ...page, items: page.items.map((row) => toSummary(row, reader)) };
  }
}
