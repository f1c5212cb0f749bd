import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  LIMITS,
  PHASES,
  type Phase,
  PRIORITIES,
  type Priority,
  type Side,
  SIDES,
  STATUS_CODES,
  type StatusCode,
} from '@deskhand/shared';
import { IsBoolean, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { IdsParameter, WordsParameter } from '../../platform/http/choice-parameters.js';
import { Flag } from '../../platform/http/fields.js';
import { PageQueryDto } from '../../platform/http/page.dto.js';
import { TimeParameter } from '../../platform/http/time-parameter.js';
import { idOr } from '../../platform/ids.js';

export const TICKET_SORTS = [
  '-createdAt',
  'createdAt',
  '-updatedAt',
  'updatedAt',
  '-priority',
  'priority',
  '-number',
  'number',
] as const;
export type TicketOrder = (typeof TICKET_SORTS)[number];
export type TicketSort = TicketOrder | 'relevance';

/** The filters and the order of a list of tickets. All filters must fit; of the values of one filter, one must. */
export class TicketQueryDto extends PageQueryDto {
  @WordsParameter('status', STATUS_CODES, 'StatusCode')
  status?: StatusCode[];

  @WordsParameter('phase', PHASES, 'Phase')
  phase?: Phase[];

  @WordsParameter('priority', PRIORITIES, 'Priority')
  priority?: Priority[];

  /** Ids of categories. */
  @IdsParameter('category', 'categories')
  category?: string[];

  /** An agent's id, `me`, or `none`. */
  @IsOptional()
  @Matches(idOr('me', 'none'), { message: 'assignee takes an id, me or none.' })
  @ApiProperty({ required: false, example: 'me' })
  assignee?: string;

  /** A person's id, or `me`. */
  @IsOptional()
  @Matches(idOr('me'), { message: 'requester takes an id or me.' })
  @ApiProperty({ required: false, example: 'me' })
  requester?: string;

  /** The number that people say aloud. */
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: 'number takes digits, such as 1042.' })
  @ApiProperty({ required: false, example: '1042' })
  number?: string;

  /** `true` for those that the reader watches. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @Flag()
  @IsBoolean({ message: 'watching takes true or false.' })
  watching = false;

  /** `true` for those in which something was done that the reader has not looked at. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @Flag()
  @IsBoolean({ message: 'unread takes true or false.' })
  unread = false;

  /** Whose turn it is: that of whoever did not write the last reply. */
  @IsOptional()
  @IsIn(SIDES, { message: `turn takes one of ${SIDES.join(', ')}.` })
  @ApiProperty({ enum: SIDES, enumName: 'Side', required: false })
  turn?: Side;

  @TimeParameter('createdFrom', 'from')
  createdFrom?: Date;

  @TimeParameter('createdTo', 'to')
  createdTo?: Date;

  @TimeParameter('updatedFrom', 'from')
  updatedFrom?: Date;

  @TimeParameter('updatedTo', 'to')
  updatedTo?: Date;

  /** `true` for the bin instead: for admins. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @Flag()
  @IsBoolean({ message: 'deleted takes true or false.' })
  deleted = false;

  /**
   * Words that must each occur somewhere in the ticket: in its number, subject, description or replies, for staff also in
   * notes. Case and accents do not matter; the last word may be a beginning.
   */
  @IsOptional()
  @MaxLength(LIMITS.search.max, { message: `Search for at most ${LIMITS.search.max} characters.` })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: 'Leave control characters out.' })
  @ApiProperty({ required: false, example: 'printer floor 3' })
  q?: string;

  /** `relevance` only with `q`: of the newest 1,000 that fit, the best first, on one page. */
  @IsIn([...TICKET_SORTS, 'relevance'], {
    message: `sort takes one of ${TICKET_SORTS.join(', ')}, and relevance with q.`,
  })
  @ApiProperty({ enum: [...TICKET_SORTS, 'relevance'], required: false, default: '-createdAt' })
  sort: TicketSort = '-createdAt';
}

/** A list without its pages. */
export class TicketFilters extends OmitType(TicketQueryDto, ['limit', 'cursor', 'total']) {}
