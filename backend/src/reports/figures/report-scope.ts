import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problems.js';
import { NOTHING } from '../rollups/measures.js';
import type { ReportCourseDto, ReportFiltersDto, ReportRangeDto } from '../report-query.dto.js';
import { addDays, type Bucket, bucketsIn, datesIn, type Interval, localDate } from './calendar.js';
import type { ReportFilters } from './figures-query.js';

/** Parts of one report; more could neither be drawn nor be counted in time. */
const MOST_PARTS = 400;
/** Days up to which parts of that length are taken where none is asked for. */
const DAYS_BY_DAY = 92;
const DAYS_BY_WEEK = 366;

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Days {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

export interface Course extends Days {
  readonly interval: Interval;
  readonly buckets: readonly Bucket[];
}

/** What a question is about, in the reader's calendar. */
@Injectable()
export class ReportScope {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The zone asked for, or the reader's own, or that of the settings. */
  async timeZone(reader: Actor, { timeZone }: ReportFiltersDto): Promise<string> {
    if (timeZone !== undefined) return timeZone;
    const rows: { timeZone: string }[] = await this.dataSource.query(
      `SELECT coalesce((SELECT time_zone FROM users WHERE id = $1), time_zone) AS "timeZone" FROM settings`,
      [reader.id],
    );
    return rows[0]?.timeZone ?? 'UTC';
  }

  async today(reader: Actor, query: ReportFiltersDto): Promise<{ today: string; timeZone: string }> {
    const timeZone = await this.timeZone(reader, query);
    return { today: localDate(this.clock.now(), timeZone), timeZone };
  }

  /** @throws Problem where the range ends before it begins */
  async days(reader: Actor, query: ReportRangeDto): Promise<Days> {
    const { today, timeZone } = await this.today(reader, query);
    const to = query.to ?? today;
    const from = query.from ?? addDays(to, 1 - query.days);
    if (from > to) throw unfit('/from', 'wrong_order', 'from takes a day that is not after to.');
    return { from, to, timeZone };
  }

  /** The same in parts. @throws Problem where the range has too many of them as well */
  async course(reader: Actor, query: ReportCourseDto): Promise<Course> {
    const days = await this.days(reader, query);
    const interval = query.interval ?? intervalFor(days);
    const dates = datesIn(days.from, days.to, interval);
    if (dates.length > MOST_PARTS) {
      throw unfit('/interval', 'too_many', `Take longer parts or fewer days: at most ${MOST_PARTS} parts are counted.`);
    }
    return { ...days, interval, buckets: bucketsIn(dates, days.timeZone) };
  }
}

/** As the roll-ups name them. */
export function filtersOf(reader: Actor, { priority, category, assignee }: ReportFiltersDto): ReportFilters {
  const id = (value: string): string => (value === 'me' ? reader.id : value === 'none' ? NOTHING : value);
  return { priority, category, assignee: assignee?.map(id) };
}

function intervalFor({ from, to }: Days): Interval {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days <= DAYS_BY_DAY) return 'day';
  return days <= DAYS_BY_WEEK ? 'week' : 'month';
}

function unfit(pointer: string, code: string, detail: string): Problem {
  return new Problem('invalid_query', 'Some parameters of the address cannot be taken.', {
    errors: [{ pointer, code, detail }],
  });
}
