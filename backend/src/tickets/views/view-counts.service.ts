import { Injectable } from '@nestjs/common';
import { type ActorFacts, standingViewsFor, VIEW_COUNT_LIMIT } from '@deskhand/shared';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DataSource } from 'typeorm';
import { Clock, SECOND } from '../../platform/clock.js';
import { totalOf } from '../../platform/database/count-query.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { TicketFilters } from '../lists/ticket-query.dto.js';
import type { ViewCountsDto } from './view.dto.js';
import { viewCountQuery, type ViewCountRow } from './view-count-query.js';
import { readViews } from './view-rows.js';

/** Milliseconds for which a reader gets the same counts again, in however many tabs he asks. */
const REMEMBERED_FOR = 5 * SECOND;
/** Readers whose counts are remembered at a time. */
const MOST_READERS = 1_000;

interface Remembered {
  readonly role: string;
  readonly at: number;
  readonly counts: Promise<ViewCountsDto>;
}

/** How many tickets each view has, for one reader. */
@Injectable()
export class ViewCounts {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    unitOfWork: UnitOfWork,
  ) {
    // Whoever changes something sees it counted; what others change may wait a moment.
    unitOfWork.watchWith((events) => {
      for (const { origin } of events) if (origin.actorId !== null) this.remembered.delete(origin.actorId);
    });
  }

  /** Of all views that the reader has. Those who ask while they are counted get the same. */
  async of(reader: ActorFacts): Promise<ViewCountsDto> {
    const now = this.clock.now().getTime();
    const known = this.remembered.get(reader.id);
    if (known?.role === reader.role && now - known.at < REMEMBERED_FOR) return known.counts;
    const entry = { role: reader.role, at: now, counts: this.count(reader) };
    this.remember(reader.id, entry);
    try {
      return await entry.counts;
    } catch (error) {
      if (this.remembered.get(reader.id) === entry) this.remembered.delete(reader.id);
      throw error;
    }
  }

  private remember(readerId: string, entry: Remembered): void {
    this.remembered.delete(readerId);
    this.remembered.set(readerId, entry);
    const oldest = this.remembered.keys().next();
    if (this.remembered.size > MOST_READERS && !oldest.done) this.remembered.delete(oldest.value);
  }

  private async count(reader: ActorFacts): Promise<ViewCountsDto> {
    const { manager } = this.dataSource;
    const countedAt = this.clock.now().toISOString();
    const views = [...standingViewsFor(reader.role), ...(await readViews(manager, reader))];
    const lists = views.flatMap(({ id, filters }) => {
      const list = plainToInstance(TicketFilters, { ...filters });
      // What was saved before a filter changed its values must not harm the counts of the others.
      return validateSync(list).length === 0 ? [{ id, list }] : [];
    });
    const { text, parameters } = viewCountQuery(
      reader,
      lists.map(({ list }) => list),
    );
    const rows: ViewCountRow[] = await manager.query(text, parameters);
    const byPlace = new Map(rows.map((row) => [row.at, row]));
    return {
      items: lists.map(({ id }, at) => ({
        id,
        ...totalOf(byPlace.get(at) ?? { value: 0, cut: false }, VIEW_COUNT_LIMIT),
      })),
      countedAt,
    };
  }
}
