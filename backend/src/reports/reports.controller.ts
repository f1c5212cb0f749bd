import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../auth/access/access.js';
import { answered, AnswersReport } from './report-answer.js';
import { durationsCsv, openCsv, overviewCsv, volumeCsv } from './report-csv.js';
import { DurationsReportDto, OpenReportDto, OverviewReportDto, VolumeReportDto } from './report.dto.js';
import { ReportCourseDto, ReportFiltersDto, ReportRangeDto } from './report-query.dto.js';
import { Reports } from './reports.service.js';

@ApiTags('Reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  /** The figures of some days: created, resolved, open now, and how long first replies and resolutions took. */
  @Get('overview')
  @Requires('report.read')
  @AnswersReport(OverviewReportDto)
  async overview(
    @CurrentUser() actor: Actor,
    @Query() query: ReportRangeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OverviewReportDto | string> {
    const file = { name: 'overview', of: overviewCsv };
    return answered(await this.reports.overview(actor, query), query, response, file);
  }

  /** How many tickets were created and resolved over time. One that was reopened is not resolved, nor is a deleted one counted. */
  @Get('volume')
  @Requires('report.read')
  @AnswersReport(VolumeReportDto)
  async volume(
    @CurrentUser() actor: Actor,
    @Query() query: ReportCourseDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VolumeReportDto | string> {
    const file = { name: 'created-and-resolved', of: volumeCsv };
    return answered(await this.reports.volume(actor, query), query, response, file);
  }

  /** How long first replies took, over time, by when they were given. */
  @Get('first-replies')
  @Requires('report.read')
  @AnswersReport(DurationsReportDto)
  async firstReplies(
    @CurrentUser() actor: Actor,
    @Query() query: ReportCourseDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DurationsReportDto | string> {
    const file = { name: 'first-replies', of: durationsCsv };
    return answered(await this.reports.durations(actor, 'replied', query), query, response, file);
  }

  /** How long resolutions took, over time, by when they were reached. */
  @Get('resolutions')
  @Requires('report.read')
  @AnswersReport(DurationsReportDto)
  async resolutions(
    @CurrentUser() actor: Actor,
    @Query() query: ReportCourseDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DurationsReportDto | string> {
    const file = { name: 'resolutions', of: durationsCsv };
    return answered(await this.reports.durations(actor, 'resolved', query), query, response, file);
  }

  /** How many tickets are open now: by status, priority, category, assignee and age. */
  @Get('open')
  @Requires('report.read')
  @AnswersReport(OpenReportDto)
  async open(
    @CurrentUser() actor: Actor,
    @Query() query: ReportFiltersDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OpenReportDto | string> {
    return answered(await this.reports.open(actor, query), query, response, { name: 'open-tickets', of: openCsv });
  }
}
