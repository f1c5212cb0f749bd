import { ApiProperty } from '@nestjs/swagger';
import { MAIL_CHOICES, type MailChoice } from '@deskhand/shared';
import { TokenField } from '../../platform/http/fields.js';

export class UnsubscribeQueryDto {
  /** Out of the mail. */
  @TokenField()
  token!: string;
}

/** Which mails a link is about. */
export class UnsubscriptionDto {
  @ApiProperty({ enum: MAIL_CHOICES, enumName: 'MailChoice', isArray: true, example: ['ticket_replied'] })
  choices!: MailChoice[];

  /** Whether its reader still gets any of them. */
  wanted!: boolean;
}
