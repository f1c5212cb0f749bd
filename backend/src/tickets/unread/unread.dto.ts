import { ApiProperty } from '@nestjs/swagger';
import { LIMITS } from '@deskhand/shared';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { ActivityDto } from '../../activity/activity.dto.js';
import { TotalDto } from '../../platform/http/page.dto.js';
import { TimeParameter } from '../../platform/http/time-parameter.js';
import { TicketSummaryDto } from '../ticket/ticket.dto.js';

const LIMIT_TEXT = `limit takes a whole number from 1 to ${LIMITS.page.max}.`;

export class UnreadQueryDto {
  /** How many tickets, 1 to 100; all of them are `GET /tickets?unread=true`. */
  @ApiProperty({ required: false, type: 'integer', default: 10, minimum: 1, maximum: LIMITS.page.max })
  @Type(() => Number)
  @IsInt({ message: LIMIT_TEXT })
  @Min(1, { message: LIMIT_TEXT })
  @Max(LIMITS.page.max, { message: LIMIT_TEXT })
  limit = 10;
}

export class LookAtAllDto {
  /** What happened later stays unread: `asOf` of what was shown. */
  @TimeParameter('until', 'to')
  until?: Date;
}

export class UnreadTicketDto {
  ticket!: TicketSummaryDto;

  /** What somebody else did in it last; null where the reader only set it aside. */
  @ApiProperty({ type: ActivityDto, nullable: true })
  last!: ActivityDto | null;
}

export class UnreadTicketsDto {
  items!: UnreadTicketDto[];

  /** Of all that are unread, counted up to 10,000. */
  total!: TotalDto;

  /** When this was so. */
  @ApiProperty({ format: 'date-time' })
  asOf!: string;
}
