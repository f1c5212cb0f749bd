import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS, PRIORITIES, type Priority, STATUS_CODES, type StatusCode, statusNeeds } from '@deskhand/shared';
import { IsIn, ValidateIf } from 'class-validator';
import { AttachmentIdsField, ComesWithComment } from '../attachments/attachment.dto.js';
import { IdField, IfGiven, TextField } from '../../platform/http/fields.js';

/** A field that is left out stays as it is. */
export class EditTicketDto {
  @TextField({ name: 'a subject', ...LIMITS.subject, optional: true, example: 'Printer on floor 3 jams' })
  subject?: string;

  /** Markdown, kept as it was typed. */
  @TextField({
    name: 'a description',
    ...LIMITS.description,
    lines: true,
    optional: true,
    example: 'Every second page since Monday.',
  })
  description?: string;

  /** Null for none. */
  @IdField({ name: 'a category', optional: true, nullable: true })
  categoryId?: string | null;

  /** Only for staff. */
  @IfGiven()
  @IsIn(PRIORITIES, { message: `Choose one of ${PRIORITIES.join(', ')}.` })
  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority', required: false })
  priority?: Priority;
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

  /** Own uploads that come with the comment. */
  @AttachmentIdsField()
  @ComesWithComment()
  attachmentIds?: string[];
}

export class AssignDto {
  /** An agent or admin, or null for nobody. */
  @IdField({ name: 'an agent', nullable: true })
  assigneeId!: string | null;
}
