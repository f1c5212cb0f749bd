import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  LIMITS,
  type Phase,
  PHASES,
  PRIORITIES,
  type Priority,
  STATUS_CODES,
  type StatusCode,
  statusNeeds,
} from '@deskhand/shared';
import { IsIn, ValidateIf } from 'class-validator';
import { IdField, IfGiven, TextField } from '../../platform/http/fields.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { CategoryRefDto, PersonRefDto } from './person-ref.dto.js';

export class CreateTicketDto {
  @TextField({ name: 'a subject', ...LIMITS.subject, example: 'Printer on floor 3 jams' })
  subject!: string;

  /** Markdown, kept as it was typed. */
  @TextField({ name: 'a description', ...LIMITS.description, lines: true, example: 'Every second page since Monday.' })
  description!: string;

  @IdField({ name: 'a category', optional: true, nullable: true })
  categoryId?: string | null;

  /** `urgent` only for staff. */
  @IfGiven()
  @IsIn(PRIORITIES, { message: `Choose one of ${PRIORITIES.join(', ')}.` })
  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority', required: false, default: 'normal', example: 'normal' })
  priority?: Priority;

  /** On whose behalf it is filed; only for staff. */
  @IdField({ name: 'the requester', optional: true })
  requesterId?: string;
}

export class ChangeStatusDto {
  @IsIn(STATUS_CODES, { message: `Choose one of ${STATUS_CODES.join(', ')}.` })
  @ApiProperty({ enum: STATUS_CODES, enumName: 'StatusCode', example: 'in_progress' })
  status!: StatusCode;

  /** The requester reads it; `on_hold` needs one. */
  @ApiPropertyOptional()
  @ValidateIf(({ status, reason }: ChangeStatusDto) => reason !== undefined || statusNeeds(status) === 'reason')
  @TextField({ name: 'a reason', ...LIMITS.reason, lines: true, example: 'We wait for a spare part.' })
  reason?: string;

  /** Becomes a reply; `waiting_requester` needs one. */
  @ApiPropertyOptional()
  @ValidateIf(({ status, comment }: ChangeStatusDto) => comment !== undefined || statusNeeds(status) === 'comment')
  @TextField({ name: 'a comment', ...LIMITS.comment, lines: true, example: 'Which floor is it?' })
  comment?: string;
}

export class AssignDto {
  /** An agent or admin, or null for nobody. */
  @IdField({ name: 'an agent', nullable: true })
  assigneeId!: string | null;
}

/** What a list and a ticket's own page both show. */
class TicketFactsDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** What people say aloud. */
  @ApiProperty({ type: 'integer', example: 1042 })
  number!: number;

  @ApiProperty({ example: 'Printer on floor 3 jams' })
  subject!: string;

  @ApiProperty({ enum: STATUS_CODES, enumName: 'StatusCode', example: 'in_progress' })
  status!: StatusCode;

  @ApiProperty({ enum: PHASES, enumName: 'Phase', example: 'active' })
  phase!: Phase;

  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority', example: 'normal' })
  priority!: Priority;

  @ApiProperty({ type: CategoryRefDto, nullable: true })
  category!: CategoryRefDto | null;

  @ApiProperty({ type: PersonRefDto, nullable: true })
  assignee!: PersonRefDto | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  /** Grows with each change; send it as `If-Match`. */
  @ApiProperty({ type: 'integer', example: 1 })
  version!: number;
}

/** A ticket as lists show it. */
export class TicketSummaryDto extends TicketFactsDto {
  requester!: PersonRefDto;
}

/** The requester, with what staff need to reach him. */
export class RequesterDto extends PersonRefDto {
  /** Only for staff. */
  @ApiProperty({ type: 'string', nullable: true, required: false, example: '+49 30 1234' })
  phone?: string | null;

  /** Only for staff. */
  @ApiProperty({ type: 'string', nullable: true, required: false, example: 'Room 3.14' })
  place?: string | null;
}

export class TicketDto extends TicketFactsDto {
  /** Markdown, as it was typed. */
  @ApiProperty({ example: 'Every second page since Monday.' })
  description!: string;

  requester!: RequesterDto;

  /** Who filed it; differs from the requester when filed on behalf. */
  creator!: PersonRefDto;

  /** Why the work rests, while it is on hold. */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  statusReason!: string | null;

  /** The first reply by staff. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  firstReplyAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  resolvedAt!: string | null;

  /** When it was closed or cancelled. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  closedAt!: string | null;
}

export class TicketPageDto extends PageDto {
  items!: TicketSummaryDto[];
}
