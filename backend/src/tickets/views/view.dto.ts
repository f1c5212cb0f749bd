import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { DEFAULT_COLUMNS, LIMITS, STANDING_VIEW_IDS, type StandingViewId } from '@deskhand/shared';
import { VIEW_COLUMNS, type ViewColumn } from '@deskhand/shared';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsDefined, IsIn, IsObject, ValidateNested } from 'class-validator';
import { ChoiceField, IfGiven, TextField } from '../../platform/http/fields.js';
import { TICKET_SORTS, TicketFilters, type TicketSort } from '../lists/ticket-query.dto.js';

/** The filters of a list of tickets, by the same names and rules. `me` is whoever reads. The bin is no view. */
export class ViewFiltersDto extends OmitType(TicketFilters, ['sort', 'deleted']) {}

/** A person who keeps a view. */
export class ViewOwnerDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Liam Novak' })
  name!: string;
}

/** A view that somebody saved. */
export class ViewDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Urgent hardware' })
  name!: string;

  /** Whether all staff have it. */
  shared!: boolean;

  owner!: ViewOwnerDto;

  /** Whether it is the reader's own. */
  mine!: boolean;

  /** Those that are set. */
  filters!: ViewFiltersDto;

  @ApiProperty({ enum: TICKET_SORTS, enumName: 'TicketSort' })
  sort!: TicketSort;

  @ApiProperty({ enum: VIEW_COLUMNS, enumName: 'ViewColumn', isArray: true, example: DEFAULT_COLUMNS })
  columns!: ViewColumn[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

/** A view that everybody of the reader's role has. */
export class StandingViewDto {
  @ApiProperty({ enum: STANDING_VIEW_IDS, enumName: 'StandingViewId', example: 'unassigned' })
  id!: StandingViewId;

  @ApiProperty({ example: 'Unassigned' })
  name!: string;

  filters!: ViewFiltersDto;

  @ApiProperty({ enum: TICKET_SORTS, enumName: 'TicketSort' })
  sort!: TicketSort;
}

export class ViewListDto {
  standing!: StandingViewDto[];

  /** The reader's own views and those that are shared, by name. */
  items!: ViewDto[];
}

/** How many tickets a view has for this reader. */
export class ViewCountDto {
  /** Of a standing or a saved view. */
  @ApiProperty({ example: 'unassigned' })
  id!: string;

  @ApiProperty({ type: 'integer', minimum: 0, example: 17 })
  value!: number;

  /** At least that many (`gte`) where there are more than 1,000, or where counting on would have cost too much. */
  @ApiProperty({ enum: ['eq', 'gte'] })
  relation!: 'eq' | 'gte';
}

export class ViewCountsDto {
  items!: ViewCountDto[];

  @ApiProperty({ format: 'date-time' })
  countedAt!: string;
}

function FiltersField(): PropertyDecorator {
  const message = 'Send the filters as an object, which may be empty.';
  return applyDecorators(
    IsDefined({ message }),
    IsObject({ message }),
    ValidateNested(),
    Type(() => ViewFiltersDto),
  );
}

function ColumnsField(): PropertyDecorator {
  const message = `columns takes some of ${VIEW_COLUMNS.join(', ')}.`;
  return applyDecorators(
    ApiProperty({
      enum: VIEW_COLUMNS,
      enumName: 'ViewColumn',
      isArray: true,
      required: false,
      example: DEFAULT_COLUMNS,
    }),
    IfGiven(),
    IsArray({ message }),
    ArrayMaxSize(VIEW_COLUMNS.length, { message: 'Name each column once.' }),
    IsIn(VIEW_COLUMNS, { each: true, message }),
  );
}

const SORT = { of: TICKET_SORTS, enumName: 'TicketSort', optional: true } as const;

export class CreateViewDto {
  @TextField({ name: 'a name', ...LIMITS.view.name, example: 'Urgent hardware' })
  name!: string;

  /** Whether all staff have it; else only you. */
  @IfGiven()
  @IsBoolean({ message: 'shared takes true or false.' })
  shared?: boolean;

  @FiltersField()
  filters!: ViewFiltersDto;

  @ChoiceField({ ...SORT, default: '-createdAt' })
  sort?: TicketSort;

  /** What the table shows; the subject is always there. */
  @ColumnsField()
  columns?: ViewColumn[];
}

/** Any of them; what is left out stays as it is. Filters are replaced as a whole. */
export class UpdateViewDto {
  @TextField({ name: 'a name', ...LIMITS.view.name, optional: true, example: 'Urgent hardware' })
  name?: string;

  /** Whether all staff have it; else only its owner. */
  @IfGiven()
  @IsBoolean({ message: 'shared takes true or false.' })
  shared?: boolean;

  @ApiPropertyOptional()
  @IfGiven()
  @FiltersField()
  filters?: ViewFiltersDto;

  @ChoiceField(SORT)
  sort?: TicketSort;

  /** What the table shows; the subject is always there. */
  @ColumnsField()
  columns?: ViewColumn[];
}
