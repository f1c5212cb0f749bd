import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import type { ListQuery } from '../../platform/database/list-query.js';
import { type Page, type PageRequest, readPage } from '../../platform/database/read-page.js';
import { csvOfPages } from '../../platform/http/csv-download.js';
import { filtersSet } from '../../platform/http/filters-set.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import type { TrailEntryDto } from './trail.dto.js';
import { trailExported } from './trail.events.js';
import { filteredTrail } from './trail-plan.js';
import type { TrailFilters, TrailQueryDto } from './trail-query.dto.js';
import { spanOf } from './trail-span.js';
import { toTrailEntry, TRAIL_COLUMNS, TRAIL_HEADER, TRAIL_TABLES, trailLine, type TrailRow } from './trail-row.js';

/** Entries of an export that are read and written at a time. */
const BATCH = 500;

/** The trail of everything, for admins. */
@Injectable()
export class WholeTrail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(actor: Actor, { limit, cursor, total, ...filters }: TrailQueryDto): Promise<Page<TrailEntryDto>> {
    const page = await this.read(this.queryOf(actor, filters), { limit, cursor, total });
    return { ...page, items: page.items.map(toTrailEntry) };
  }

  /** The pieces of the file, after the trail has told of it: an export holds all that was there before itself. */
  async export(actor: Actor, filters: TrailFilters): Promise<AsyncIterable<string>> {
    const query = this.queryOf(actor, filters);
    const read = (cursor?: string): Promise<Page<TrailRow>> => this.read(query, { limit: BATCH, cursor, total: false });
    const first = await read();
    await this.unitOfWork.run(originOf(actor), (transaction) =>
      transaction.record(trailExported(actor.id, filtersSet(filters))),
    );
    return csvOfPages(TRAIL_HEADER, { first, read, line: trailLine });
  }

  private read(query: ListQuery, page: PageRequest): Promise<Page<TrailRow>> {
    return readPage<TrailRow>(this.dataSource.manager, 'trail', query, page);
  }

  private queryOf(actor: Actor, filters: TrailFilters): ListQuery {
    const span = spanOf(filters, this.clock.now());
    return { ...filteredTrail(actor.id, filters, span), select: TRAIL_COLUMNS, from: TRAIL_TABLES };
  }
}
