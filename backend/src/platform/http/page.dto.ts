import { ApiProperty } from '@nestjs/swagger';
import { LIMITS } from '@deskhand/shared';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { Flag } from './fields.js';

const LIMIT_TEXT = `limit takes a whole number from 1 to ${LIMITS.page.max}.`;

/** What every list takes. */
export class PageQueryDto {
  /** How many items, 1 to 100. */
  @ApiProperty({ required: false, type: 'integer', default: LIMITS.page.default, minimum: 1, maximum: LIMITS.page.max })
  @Type(() => Number)
  @IsInt({ message: LIMIT_TEXT })
  @Min(1, { message: LIMIT_TEXT })
  @Max(LIMITS.page.max, { message: LIMIT_TEXT })
  limit: number = LIMITS.page.default;

  /** `nextCursor` or `previousCursor` of an earlier answer with the same filters and sort. */
  @IsOptional()
  @MaxLength(1000, { message: 'This cursor was not made here.' })
  @Matches(/^[\w-]+$/, { message: 'This cursor was not made here.' })
  cursor?: string;

  /** `true` counts the matches too, up to 10,000. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @Flag()
  @IsBoolean({ message: 'total takes true or false.' })
  total = false;
}

/** How many there are: exactly (`eq`), or at least that many (`gte`). */
export class TotalDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 137 })
  value!: number;

  @ApiProperty({ enum: ['eq', 'gte'] })
  relation!: 'eq' | 'gte';
}

/** The frame of every list. */
export class PageDto {
  /** Null on the last page. */
  @ApiProperty({ type: 'string', nullable: true, example: 'WyJhOGYzIiwxLCIxMDQyIl0' })
  nextCursor!: string | null;

  /** Null on the first page. */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  previousCursor!: string | null;

  /** Only with `total=true`. */
  @ApiProperty({ type: TotalDto, required: false })
  total?: TotalDto;
}
