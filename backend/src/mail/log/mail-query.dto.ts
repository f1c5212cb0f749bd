import { ApiProperty } from '@nestjs/swagger';
import { LIMITS, MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@deskhand/shared';
import { IsBoolean, IsOptional, Matches, MaxLength } from 'class-validator';
import { WordsParameter } from '../../platform/http/choice-parameters.js';
import { Flag } from '../../platform/http/fields.js';
import { PageQueryDto } from '../../platform/http/page.dto.js';
import { TimeParameter } from '../../platform/http/time-parameter.js';

/** Which mails. All filters must fit; of the values of one filter, one must. */
export class MailQueryDto extends PageQueryDto {
  @WordsParameter('state', MAIL_STATES, 'MailState')
  state?: MailState[];

  @WordsParameter('kind', MAIL_KINDS, 'MailKind')
  kind?: MailKind[];

  /** Part of the address that it goes to. */
  @IsOptional()
  @MaxLength(LIMITS.email.max, { message: `Search for at most ${LIMITS.email.max} characters.` })
  @Matches(/^\P{Cc}*$/u, { message: 'Leave control characters out.' })
  @ApiProperty({ required: false, example: 'emma@' })
  address?: string;

  /** The number of a ticket. */
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: 'ticket takes the digits of a number, such as 1042.' })
  @ApiProperty({ required: false, example: '1042' })
  ticket?: string;

  @TimeParameter('from', 'from')
  from?: Date;

  @TimeParameter('to', 'to')
  to?: Date;

  /** `true` for those only that have waited for more than a quarter of an hour. */
  @IsOptional()
  @Flag()
  @IsBoolean({ message: 'stuck takes true or false.' })
  @ApiProperty({ type: Boolean, required: false })
  stuck?: boolean;
}
