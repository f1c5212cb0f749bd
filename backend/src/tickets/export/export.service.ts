import { Injectable } from '@nestjs/common';
import { isStaffRole } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { type Page, readPage } from '../../platform/database/read-page.js';
import { csvOfPages } from '../../platform/http/csv-download.js';
import { filtersSet } from '../../platform/http/filters-set.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { filteredTickets } from '../lists/ticket-filters.js';
import type { TicketFilters } from '../lists/ticket-query.dto.js';
import { SUMMARY_TABLES } from '../ticket/ticket-row.js';
import { ticketsExported } from '../ticket/ticket.events.js';
import { EXPORT_COLUMNS, EXPORT_HEADER, exportLine, type ExportRow } from './export-row.js';

/** Tickets that are read and written at a time. */
const BATCH = 500;

/** Writes lists of tickets as CSV. */
@Injectable()
export class TicketExport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The pieces of the file, after the trail has told of it. @throws NotAllowed for the bin */
  async start(actor: Actor, filters: TicketFilters): Promise<AsyncIterable<string>> {
    const list = filteredTickets(actor, filters);
    // Employees take home what is their own, and not what they only watch.
    const where = isStaffRole(actor.role)
      ? list.where
      : [...list.where, `t.requester_id = $${list.parameters.length + 1}`];
    const parameters = isStaffRole(actor.role) ? list.parameters : [...list.parameters, actor.id];
    const query = { ...list, select: EXPORT_COLUMNS, from: SUMMARY_TABLES, where, parameters };
    const read = (cursor?: string): Promise<Page<ExportRow>> =>
      readPage(this.dataSource.manager, 'ticket export', query, { limit: BATCH, cursor, total: false });
    const first = await read();
    await this.unitOfWork.run(originOf(actor), (transaction) =>
      // What was searched for is written text, of which the trail holds none: only that there was a search.
      transaction.record(ticketsExported(actor.id, { ...filtersSet(filters), ...(filters.q ? { q: true } : {}) })),
    );
    return csvOfPages(EXPORT_HEADER, { first, read, line: (row) => exportLine(row, actor) });
  }
}
