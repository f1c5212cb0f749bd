import { ApiProperty } from '@nestjs/swagger';
import { PRIORITIES, type Priority, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { type Interval, INTERVALS } from './figures/calendar.js';
import { type Age, AGES } from './figures/open-query.js';
import { RELATIVE_ERROR } from './figures/histogram.js';

/** Whose calendar the days belong to. */
class ReportCalendarDto {
  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;
}

class ReportDaysDto extends ReportCalendarDto {
  /** The first day. */
  @ApiProperty({ format: 'date', example: '2026-03-01' })
  from!: string;

  /** The last day. */
  @ApiProperty({ format: 'date', example: '2026-03-31' })
  to!: string;
}

class ReportPartsDto extends ReportDaysDto {
  @ApiProperty({ enum: INTERVALS, enumName: 'Interval' })
  interval!: Interval;
}

/** How long something took. */
export class DurationsDto {
  /** How often it happened. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 412 })
  count!: number;

  /** Seconds; null where nothing happened. */
  @ApiProperty({ type: 'number', nullable: true, example: 2712 })
  median!: number | null;

  /** Seconds that nine of ten did not exceed. */
  @ApiProperty({ type: 'number', nullable: true, example: 30120 })
  percentile90!: number | null;
}

/** One part of the time, which is cut where the range begins and ends. */
export class ReportPartDto {
  /** The first day. */
  @ApiProperty({ format: 'date', example: '2026-03-02' })
  from!: string;

  /** The last day. */
  @ApiProperty({ format: 'date', example: '2026-03-08' })
  to!: string;

  @ApiProperty({ format: 'date-time' })
  startsAt!: string;

  /** Does not belong to it. */
  @ApiProperty({ format: 'date-time' })
  endsAt!: string;
}

export class VolumePartDto extends ReportPartDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 37 })
  created!: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 35 })
  resolved!: number;
}

/** How many tickets were created and resolved, over time. One that was reopened is not resolved. */
export class VolumeReportDto extends ReportPartsDto {
  @ApiProperty({ type: [VolumePartDto] })
  parts!: VolumePartDto[];
}

export class DurationsPartDto extends ReportPartDto {
  @ApiProperty({ type: DurationsDto })
  durations!: DurationsDto;
}

/** How long something took, over time; it counts when it was reached. */
export class DurationsReportDto extends ReportPartsDto {
  /** By how much medians and percentiles may be wrong, as part of themselves: they come from a histogram. */
  @ApiProperty({ type: 'number', example: RELATIVE_ERROR })
  relativeError!: number;

  /** Of all parts together. */
  @ApiProperty({ type: DurationsDto })
  durations!: DurationsDto;

  @ApiProperty({ type: [DurationsPartDto] })
  parts!: DurationsPartDto[];
}

/** The figures that stand above the others. */
export class OverviewReportDto extends ReportDaysDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 980 })
  created!: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 955 })
  resolved!: number;

  /** Now, whatever the days are. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 64 })
  open!: number;

  @ApiProperty({ type: DurationsDto })
  firstReply!: DurationsDto;

  @ApiProperty({ type: DurationsDto })
  resolution!: DurationsDto;

  /** By how much medians and percentiles may be wrong, as part of themselves: they come from a histogram. */
  @ApiProperty({ type: 'number', example: RELATIVE_ERROR })
  relativeError!: number;
}

class CountDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 12 })
  count!: number;
}

export class OpenInStatusDto extends CountDto {
  @ApiProperty({ enum: STATUS_CODES, enumName: 'StatusCode' })
  status!: StatusCode;
}

export class OpenOfPriorityDto extends CountDto {
  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority' })
  priority!: Priority;
}

/** Something with a name that tickets are counted by. */
class NamedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Hardware' })
  name!: string;
}

export class OpenInCategoryDto extends CountDto {
  /** Null where they have none. */
  @ApiProperty({ type: NamedDto, nullable: true })
  category!: NamedDto | null;
}

export class OpenOfAssigneeDto extends CountDto {
  /** Null where they have none. */
  @ApiProperty({ type: NamedDto, nullable: true })
  assignee!: NamedDto | null;
}

export class OpenOfAgeDto extends CountDto {
  /** In local days before today: up to 3, up to 7, up to 30, or more. */
  @ApiProperty({ enum: AGES, enumName: 'TicketAge' })
  age!: Age;

  /** Null for the oldest. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  createdFrom!: string | null;

  /** Does not belong to it; null for the youngest. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  createdTo!: string | null;
}

/** How many tickets are open now, by five of their sides. */
export class OpenReportDto extends ReportCalendarDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 64 })
  total!: number;

  @ApiProperty({ type: [OpenInStatusDto] })
  statuses!: OpenInStatusDto[];

  @ApiProperty({ type: [OpenOfPriorityDto] })
  priorities!: OpenOfPriorityDto[];

  /** Those that have open tickets, the most first. */
  @ApiProperty({ type: [OpenInCategoryDto] })
  categories!: OpenInCategoryDto[];

  /** Those that have open tickets, the most first. */
  @ApiProperty({ type: [OpenOfAssigneeDto] })
  assignees!: OpenOfAssigneeDto[];

  @ApiProperty({ type: [OpenOfAgeDto] })
  ages!: OpenOfAgeDto[];
}
