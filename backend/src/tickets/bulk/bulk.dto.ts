import { ApiProperty } from '@nestjs/swagger';
import { LIMITS, STATUS_CODES, type StatusCode, PRIORITIES, type Priority } from '@deskhand/shared';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsDefined,
  IsObject,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { ChoiceField, IdField, IfGiven } from '../../platform/http/fields.js';
import { ProblemDto } from '../../platform/http/problem.dto.js';
import { ReasonField, StatusCommentField } from '../work/status-fields.js';

/** What is done to each ticket; at least one of them. */
export class BulkChangeFieldsDto {
  @ChoiceField({ of: STATUS_CODES, enumName: 'StatusCode', optional: true, example: 'resolved' })
  status?: StatusCode;

  /** With `status`: each requester reads it; `on_hold` needs one. */
  @ReasonField()
  reason?: string;

  /** Becomes a reply to each; `waiting_requester` needs one. */
  @StatusCommentField({ example: 'The mail server is up again.' })
  comment?: string;

  /** An agent or admin, or null for nobody. */
  @IdField({ name: 'an agent', optional: true, nullable: true })
  assigneeId?: string | null;

  @ChoiceField({ of: PRIORITIES, enumName: 'Priority', optional: true })
  priority?: Priority;

  /** Null for none. */
  @IdField({ name: 'a category', optional: true, nullable: true })
  categoryId?: string | null;

  /** Puts them into the bin; alone. */
  @IfGiven()
  @Equals(true, { message: 'delete takes true.' })
  @ApiProperty({ type: Boolean, required: false, example: false })
  delete?: boolean;
}

export class BulkChangeDto {
  /** Of 1 to 200 tickets, each once. */
  @ArrayMinSize(1, { message: 'Choose at least one ticket.' })
  @ArrayMaxSize(LIMITS.bulk.max, { message: `Choose at most ${LIMITS.bulk.max} tickets.` })
  @ArrayUnique({ message: 'Name each ticket once.' })
  @IsUUID('all', { each: true, message: 'Send the ids of tickets.' })
  @ApiProperty({ type: [String], example: ['0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55'] })
  ids!: string[];

  @IsDefined({ message: 'Say what to change.' })
  @IsObject({ message: 'Say what to change.' })
  @ValidateNested()
  @Type(() => BulkChangeFieldsDto)
  change!: BulkChangeFieldsDto;
}

/** What became of one ticket. */
export class BulkResultDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** As if it had been changed alone: 200, or the status of the problem. */
  @ApiProperty({ type: 'integer', example: 200 })
  status!: number;

  @ApiProperty({ type: ProblemDto, required: false })
  problem?: ProblemDto;
}

export class BulkAnswerDto {
  /** Common to all entries of the trail; with it the whole change can be undone. */
  @ApiProperty({ format: 'uuid' })
  bulkId!: string;

  /** In the order in which the tickets were named. */
  results!: BulkResultDto[];
}
