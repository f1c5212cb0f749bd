import { Injectable } from '@nestjs/common';
import { type ActorFacts, excerptOf } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { readPage } from '../../platform/database/read-page.js';
import { foundText, type HitRow } from '../search/excerpts.js';
import { readBest } from '../search/relevance.js';
import { suggest } from '../search/suggestion.js';
import type { TicketDto, TicketPageDto, TicketSummaryDto } from '../ticket/ticket.dto.js';
import { filteredTickets } from './ticket-filters.js';
import type { TicketQueryDto } from './ticket-query.dto.js';
import { SUMMARY_TABLES, summaryColumns, toSummary, toTicket } from '../ticket/ticket-row.js';
import { readTicketRow } from '../ticket/ticket-visibility.js';

/** The read side of tickets. */
@Injectable()
export class TicketSearch {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound */
  async one(reader: ActorFacts, id: string): Promise<TicketDto> {
    return toTicket(await readTicketRow(this.dataSource.manager, reader, id), reader);
  }

  /**
   * A page of those tickets that the reader may see and that fit the filters. Where a search finds nothing, what may have
   * been meant.
   */
  async list(reader: ActorFacts, query: TicketQueryDto): Promise<TicketPageDto> {
    const { manager } = this.dataSource;
    const found = filteredTickets(reader, query);
    const select = `${summaryColumns(`$${found.parameters.length + 1}`)}, ${foundText(found.asked)}`;
    const list = { ...found, select, from: SUMMARY_TABLES, shown: [reader.id] };
    const page =
      query.sort === 'relevance'
        ? await readBest<HitRow>(manager, list, query)
        : await readPage<HitRow>(manager, 'tickets', list, query);
    const { q = '', cursor } = query;
    const isNothing = found.asked !== null && page.items.length === 0 && cursor === undefined;
    return {
      ...page,
      items: page.items.map((row) => toHit(row, reader, q)),
      suggestion: isNothing ? await suggest(manager, reader, q, query) : null,
    };
  }
}

function toHit(row: HitRow, reader: ActorFacts, q: string): TicketSummaryDto {
  const excerpt = row.found_text === null ? null : excerptOf(row.found_text, q);
  return Object.assign(toSummary(row, reader), { excerpt });
}
