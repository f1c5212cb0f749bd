import { ApiProperty, OmitType } from '@nestjs/swagger';
import { ACTIVITY_KINDS, type ActivityKind } from '@deskhand/shared';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { WordsParameter } from '../../platform/http/choice-parameters.js';
import { PageQueryDto } from '../../platform/http/page.dto.js';
import { TimeParameter } from '../../platform/http/time-parameter.js';
import { idOr } from '../../platform/ids.js';

/** Which entries of the trail. All filters must fit; of the values of one filter, one must. */
export class TrailQueryDto extends PageQueryDto {
  /** Who did it: a person's id, `me`, or `system` for what nobody did. */
  @IsOptional()
  @Matches(idOr('me', 'system'), { message: 'actor takes an id, me or system.' })
  @ApiProperty({ required: false, example: 'system' })
  actor?: string;

  /** The id of what it was done to: a ticket, a person, a category, a view or the installation. */
  @IsOptional()
  @IsUUID('all', { message: 'subject takes an id.' })
  @ApiProperty({ type: 'string', format: 'uuid', required: false })
  subject?: string;

  /** A ticket's number. One that was purged is found by its id as `subject`. */
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: 'ticket takes the digits of a number, such as 1042.' })
  @ApiProperty({ required: false, example: '1042' })
  ticket?: string;

  @WordsParameter('kind', ACTIVITY_KINDS, 'ActivityKind')
  kind?: ActivityKind[];

  /**
   * Without it: everything of a named subject or ticket, else the 30 days before `to` or now. Together with `bulkId`,
   * `requestId`, `address`, `actor=system`, kinds about tickets, or an actor and kinds, at most 93 days are looked through.
   */
  @TimeParameter('from', 'from')
  from?: Date;

  @TimeParameter('to', 'to')
  to?: Date;

  /** Everything of one bulk change. */
  @IsOptional()
  @IsUUID('all', { message: 'bulkId takes an id.' })
  @ApiProperty({ type: 'string', format: 'uuid', required: false })
  bulkId?: string;

  /** Everything of one request. */
  @IsOptional()
  @Matches(/^[\w.:-]{8,128}$/, { message: 'requestId takes the id of a request.' })
  @ApiProperty({ required: false, example: '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55' })
  requestId?: string;

  /** Sign-ins, and refused ones, from this network address. */
  @IsOptional()
  @Matches(/^[\da-fA-F.:]{2,45}$/, { message: 'address takes a network address, such as 192.0.2.7.' })
  @ApiProperty({ required: false, example: '192.0.2.7' })
  address?: string;
}

/** The same without its pages. */
export class TrailFilters extends OmitType(TrailQueryDto, ['limit', 'cursor', 'total']) {}
