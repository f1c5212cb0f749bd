import { ApiProperty } from '@nestjs/swagger';
import { STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { IsOptional, IsString } from 'class-validator';
import { ActivityDto, SubjectDto } from '../activity/activity.dto.js';
import { TicketRefDto } from '../tickets/ticket/ticket-ref.dto.js';

export class EventsQueryDto {
  /** As the header `Last-Event-ID`, which a browser cannot send when it connects for the first time. The header wins. */
  @IsOptional()
  @IsString()
  lastEventId?: string;
}

/** What lists show of a ticket first, as it is now. */
export class LiveTicketDto extends TicketRefDto {
  @ApiProperty({ type: 'integer', example: 3 })
  version!: number;

  @ApiProperty({ enum: STATUS_CODES, enumName: 'StatusCode', example: 'in_progress' })
  status!: StatusCode;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  assigneeId!: string | null;
}

/** The data of an event that is named by a kind of activity. */
export class LiveEventDto extends ActivityDto {
  subject!: SubjectDto;

  /** Only while the reader may see it. */
  @ApiProperty({ type: LiveTicketDto, nullable: true })
  ticket!: LiveTicketDto | null;
}
