import { ApiProperty } from '@nestjs/swagger';
import { PRIORITIES, type Priority } from '@deskhand/shared';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDateString, IsIn, IsInt, IsOptional, IsTimeZone, Matches, Max, Min } from 'class-validator';
import { IdsParameter, WordsParameter } from '../platform/http/choice-parameters.js';
import { ListParameter } from '../platform/http/fields.js';
import { idOr } from '../platform/ids.js';
import { type Interval, INTERVALS } from './figures/calendar.js';

const MOST_PEOPLE = 50;

/** The days that a report can be about. */
const DATE = /^2[01]\d\d-\d\d-\d\d$/;
const DATE_TEXT = 'takes a date from 2000 to 2199, such as 2026-03-31.';

/** Ten years. */
const MOST_DAYS = 3_653;
const DAYS_TEXT = `days takes a whole number from 1 to ${MOST_DAYS}.`;

const ZONE_TEXT = 'timeZone takes a name such as Europe/Berlin.';

const FORMATS = ['json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

/** Whose tickets count. All filters must fit; of the values of one filter, one must. */
export class ReportFiltersDto {
  @WordsParameter('priority', PRIORITIES, 'Priority')
  priority?: Priority[];

  /** Ids of categories. */
  @IdsParameter('category', 'categories')
  category?: string[];

  /** Ids of agents, `me` or `none`, some of them. */
  @IsOptional()
  @ListParameter()
  @ArrayMaxSize(MOST_PEOPLE, { message: `Name at most ${MOST_PEOPLE} people.` })
  @Matches(idOr('me', 'none'), { each: true, message: 'assignee takes ids, me and none.' })
  @ApiProperty({ type: [String], required: false })
  assignee?: string[];

  /** Whose calendar it is, as an IANA name; the reader's own where it is left out, else that of the settings. */
  @IsOptional()
  @Matches(/^[A-Za-z]/, { message: ZONE_TEXT })
  @IsTimeZone({ message: ZONE_TEXT })
  @ApiProperty({ type: 'string', required: false, example: 'Europe/Berlin' })
  timeZone?: string;

  /** `csv` gives the figures as a file. */
  @IsIn(FORMATS, { message: 'format takes json or csv.' })
  @ApiProperty({ enum: FORMATS, required: false, default: 'json' })
  format: Format = 'json';
}

/** Also which days. */
export class ReportRangeDto extends ReportFiltersDto {
  /** The first day; where it is left out, `days` tells. */
  @IsOptional()
  @Matches(DATE, { message: `from ${DATE_TEXT}` })
  @IsDateString({ strict: true }, { message: `from ${DATE_TEXT}` })
  @ApiProperty({ type: 'string', format: 'date', required: false, example: '2026-03-01' })
  from?: string;

  /** So many days up to the last one; of no weight where the first one is named. */
  @ApiProperty({ type: 'integer', required: false, default: 30, minimum: 1, maximum: MOST_DAYS, example: 90 })
  @Type(() => Number)
  @IsInt({ message: DAYS_TEXT })
  @Min(1, { message: DAYS_TEXT })
  @Max(MOST_DAYS, { message: DAYS_TEXT })
  days = 30;

  /** The last day, which belongs to it; today where it is left out. */
  @IsOptional()
  @Matches(DATE, { message: `to ${DATE_TEXT}` })
  @IsDateString({ strict: true }, { message: `to ${DATE_TEXT}` })
  @ApiProperty({ type: 'string', format: 'date', required: false, example: '2026-03-31' })
  to?: string;
}

/** Also how fine. */
export class ReportCourseDto extends ReportRangeDto {
  /** Of what length the parts are; by the length of the range where it is left out. */
  @IsOptional()
  @IsIn(INTERVALS, { message: `interval takes one of ${INTERVALS.join(', ')}.` })
  @ApiProperty({ enum: INTERVALS, enumName: 'Interval', required: false })
  interval?: Interval;
}
