import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { MailChoice } from '@deskhand/shared';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsObject, ValidateNested } from 'class-validator';
import { IfGiven } from '../../platform/http/fields.js';

function Choice(): PropertyDecorator {
  const message = 'Send true where such mails are wanted, or false.';
  return applyDecorators(ApiProperty({ type: Boolean, required: false }), IfGiven(), IsBoolean({ message }));
}

/** Which mails a person wants, by their kinds. What keeps an account safe is always sent and is not among them. */
export class MailChoicesDto implements Partial<Record<MailChoice, boolean>> {
  /** A ticket of mine has arrived. */
  @Choice()
  ticket_received?: boolean;

  /** Somebody replied in a ticket of mine, that I watch or that I work on. */
  @Choice()
  ticket_replied?: boolean;

  /** The status of such a ticket changed. */
  @Choice()
  ticket_status?: boolean;

  /** A ticket of mine, or that I watch, is resolved. */
  @Choice()
  ticket_resolved?: boolean;

  /** A resolved ticket of mine closes soon. */
  @Choice()
  ticket_closing?: boolean;

  /** Anybody filed a ticket: for staff, and only for those who ask for it. */
  @Choice()
  ticket_new?: boolean;

  /** A ticket was assigned to me: for staff. */
  @Choice()
  ticket_assigned?: boolean;

  /** A note mentions me: for staff. */
  @Choice()
  ticket_mention?: boolean;

  /** Somebody signed in to my account on a device that it does not know. */
  @Choice()
  new_device?: boolean;
}

export class MailPreferencesDto {
  /** All that this person's role has. */
  choices!: MailChoicesDto;
}

export class UpdateMailPreferencesDto {
  /** Any of them; what is left out stays as it is. */
  @IsDefined({ message: 'Say which mails are wanted.' })
  @IsObject({ message: 'Say which mails are wanted.' })
  @ValidateNested()
  @Type(() => MailChoicesDto)
  choices!: MailChoicesDto;
}
