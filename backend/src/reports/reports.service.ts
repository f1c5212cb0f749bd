import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/access/access.js';
import { type Bucket, bucketsIn, quarterAt } from './figures/calendar.js';
import { type FigureRow, figuresQuery, type FiguresQuery } from './figures/figures-query.js';
import { durationsOf, type Histogram, merged, RELATIVE_ERROR } from './figures/histogram.js';
import { type OpenRow, openQuery } from './figures/open-query.js';
import { ageStarts, toOpenReport } from './figures/open-report.js';
import { filtersOf, ReportScope } from './figures/report-scope.js';
import type {
  DurationsReportDto,
  OpenReportDto,
  OverviewReportDto,
  ReportPartDto,
  VolumeReportDto,
} from './report.dto.js';
import type { ReportCourseDto, ReportFiltersDto, ReportRangeDto } from './report-query.dto.js';

/** What staff want to know of many tickets at once: figures, and no text of any ticket. */
@Injectable()
export class Reports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scope: ReportScope,
  ) {}

  /** @throws Problem where the days are no range */
  async overview(reader: Actor, query: ReportRangeDto): Promise<OverviewReportDto> {
    const days = await this.scope.days(reader, query);
    const all = bucketsIn([days], days.timeZone);
    const wanted = [
      'open',
      { measure: 'created', bins: false },
      { measure: 'replied', bins: true },
      { measure: 'resolved', bins: true },
    ] as const;
    const figures = new Figures(await this.ask(figuresQuery(wanted, stretchesOf(all), filtersOf(reader, query))));
    const resolution = durationsOf(figures.histogram('resolved', 0));
    return {
      ...days,
      open: figures.count('open', 0),
      created: figures.count('created', 0),
      resolved: resolution.count,
      firstReply: durationsOf(figures.histogram('replied', 0)),
      resolution,
      relativeError: RELATIVE_ERROR,
    };
  }

  /** @throws Problem where the days are no range, or one of too many parts */
  async volume(reader: Actor, query: ReportCourseDto): Promise<VolumeReportDto> {
    const { buckets, ...course } = await this.scope.course(reader, query);
    const wanted = [
      { measure: 'created', bins: false },
      { measure: 'resolved', bins: false },
    ] as const;
    const figures = new Figures(await this.ask(figuresQuery(wanted, stretchesOf(buckets), filtersOf(reader, query))));
    const parts = buckets.map((bucket, at) => ({
      ...toPart(bucket),
      created: figures.count('created', at),
      resolved: figures.count('resolved', at),
    }));
    return { ...course, parts };
  }

  /** @throws Problem where the days are no range, or one of too many parts */
  async durations(reader: Actor, measure: 'replied' | 'resolved', query: ReportCourseDto): Promise<DurationsReportDto> {
    const { buckets, ...course } = await this.scope.course(reader, query);
    const wanted = [{ measure, bins: true }];
    const figures = new Figures(await this.ask(figuresQuery(wanted, stretchesOf(buckets), filtersOf(reader, query))));
    const histograms = buckets.map((bucket, at) => ({ bucket, histogram: figures.histogram(measure, at) }));
    return {
      ...course,
      relativeError: RELATIVE_ERROR,
      durations: durationsOf(merged(histograms.map(({ histogram }) => histogram))),
      parts: histograms.map(({ bucket, histogram }) => ({ ...toPart(bucket), durations: durationsOf(histogram) })),
    };
  }

  /** Now, whatever the days are. */
  async open(reader: Actor, query: ReportFiltersDto): Promise<OpenReportDto> {
    const { today, timeZone } = await this.scope.today(reader, query);
    const starts = ageStarts(today, timeZone);
    const rows = await this.ask<OpenRow>(openQuery(filtersOf(reader, query), starts));
    return { timeZone, ...toOpenReport(rows, starts) };
  }

  private ask<Row = FigureRow>({ text, parameters }: FiguresQuery): Promise<Row[]> {
    return this.dataSource.query(text, parameters);
  }
}

/** The rows of an answer, by measure and place. */
class Figures {
  private readonly rows: ReadonlyMap<string, readonly FigureRow[]>;

  constructor(rows: readonly FigureRow[]) {
    this.rows = Map.groupBy(rows, ({ measure, place }) => `${measure} ${place}`);
  }

  count(measure: FigureRow['measure'], at: number): number {
    return this.of(measure, at).reduce((sum, { count }) => sum + Number(count), 0);
  }

  histogram(measure: FigureRow['measure'], at: number): Histogram {
    return new Map(this.of(measure, at).map(({ bin, count }) => [bin, Number(count)]));
  }

  private of(measure: FigureRow['measure'], at: number): readonly FigureRow[] {
    return this.rows.get(`${measure} ${at + 1}`) ?? [];
  }
}

function stretchesOf(buckets: readonly Bucket[]): { from: number; to: number }[] {
  return buckets.map(({ startsAt, endsAt }) => ({ from: quarterAt(startsAt), to: quarterAt(endsAt) }));
}

function toPart({ from, to, startsAt, endsAt }: Bucket): ReportPartDto {
  return { from, to, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
