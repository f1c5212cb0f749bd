import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { kept } from '../platform/kept';
import { EmptyState } from '../ui/empty-state';
import { Failure } from '../ui/failure';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { ChartCard } from './charts/chart-card';
import { durationsChart, volumeChart } from './charts/course-charts';
import { openCharts } from './charts/open-charts';
import { Figures } from './figures';
import { ReportFilters } from './filters/report-filters';
import { filterParams, paramsOf, queryFrom, type ReportQuery, reportParams } from './filters/report-query';
import {
  type DurationsCourse,
  type OpenNow,
  type Overview,
  type ReportName,
  reportUrl,
  type Volume,
} from './reports-api';

/** What happened in some days and what is open now. The days and the filters are the address. */
@Component({
  selector: 'dh-reports-page',
  imports: [ChartCard, EmptyState, Failure, Figures, MatButton, PageHeader, ReportFilters, Skeleton],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.scss',
})
export class ReportsPage {
  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);
  private readonly address = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });

  protected readonly query = computed(() => queryFrom(this.address()));

  protected readonly overview = this.report<Overview>('overview');
  protected readonly volume = this.report<Volume>('volume');
  protected readonly firstReplies = this.report<DurationsCourse>('first-replies');
  protected readonly resolutions = this.report<DurationsCourse>('resolutions');
  protected readonly openNow = this.report<OpenNow>('open');

  protected readonly figures = kept(this.overview);
  private readonly shownVolume = kept(this.volume);
  private readonly shownFirstReplies = kept(this.firstReplies);
  private readonly shownResolutions = kept(this.resolutions);
  private readonly shownOpen = kept(this.openNow);

  protected readonly volumeChart = computed(() => {
    const report = this.shownVolume();
    return report && volumeChart(report, this.query(), this.locale);
  });
  protected readonly firstReplyChart = computed(() => {
    const report = this.shownFirstReplies();
    return report && durationsChart(report, this.locale);
  });
  protected readonly resolutionChart = computed(() => {
    const report = this.shownResolutions();
    return report && durationsChart(report, this.locale);
  });
  protected readonly openCharts = computed(() => {
    const report = this.shownOpen();
    return report && openCharts(report, this.query(), this.locale);
  });

  /** The first failure of those that belong to the days. */
  protected readonly failed = computed(() =>
    [this.overview, this.volume, this.firstReplies, this.resolutions].find((report) => report.error() !== undefined),
  );
  protected readonly isEmpty = computed(() => {
    const figures = this.figures();
    return figures !== undefined && [figures.created, figures.resolved, figures.firstReply.count].every((n) => n === 0);
  });
  protected readonly error = computed(() =>
    new Intl.NumberFormat(this.locale, { style: 'percent' }).format(this.figures()?.relativeError ?? 0),
  );

  protected readonly status = computed(() => {
    const { created = 0, resolved = 0 } = this.figures() ?? {};
    return $localize`${created}:created: created, ${resolved}:resolved: resolved`;
  });

  protected narrow(query: ReportQuery): void {
    void this.router.navigate([], { queryParams: paramsOf(query), replaceUrl: true });
  }

  protected showLongest(): void {
    this.narrow({ ...this.query(), days: '365', from: '', to: '' });
  }

  protected retry(): void {
    for (const report of [this.overview, this.volume, this.firstReplies, this.resolutions]) {
      if (report.error() !== undefined) report.reload();
    }
  }

  protected file(name: ReportName): string {
    return `${reportUrl(name)}?${new URLSearchParams({ ...this.paramsFor(name), format: 'csv' }).toString()}`;
  }

  private report<Report>(name: ReportName): HttpResourceRef<Report | undefined> {
    return httpResource<Report>(() => ({ url: reportUrl(name), params: this.paramsFor(name) }));
  }

  private paramsFor(name: ReportName): Record<string, string> {
    return name === 'open' ? filterParams(this.query()) : reportParams(this.query());
  }
}
