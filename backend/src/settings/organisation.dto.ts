import { ApiProperty, PickType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IfGiven } from '../platform/http/fields.js';
import { SettingsDto } from './settings.dto.js';
import type { InstallationSettings } from './settings.entity.js';

const PUBLIC_SETTINGS = [
  'supportHours',
  'supportContact',
  'registration',
  'registrationDomains',
  'logoUrl',
  'attachmentMegabytes',
  'attachmentsPerComment',
  'closingDays',
  'language',
  'timeZone',
] as const;

/** What everybody may know of the organisation, signed in or not. */
export class OrganisationDto extends PickType(SettingsDto, PUBLIC_SETTINGS) {
  @ApiProperty({ example: 'Harbour & Sons' })
  name!: string;

  /** Whether mails are sent, so that a forgotten password can be mended by one. */
  sendsMail!: boolean;

  static of(settings: InstallationSettings, logoUrl: string | null, sendsMail: boolean): OrganisationDto {
    const { supportHours, supportContact, registration, registrationDomains, language, timeZone } = settings;
    const { attachmentMegabytes, attachmentsPerComment, closingDays } = settings;
    return {
      name: settings.organisationName,
      ...{ supportHours, supportContact, registration, registrationDomains, logoUrl, sendsMail },
      ...{ attachmentMegabytes, attachmentsPerComment, closingDays, language, timeZone },
    };
  }
}

export class LogoQueryDto {
  /** The version from `logoUrl`; with it the answer may be kept for ever. */
  @IfGiven()
  @Matches(/^\d{1,16}$/, { message: 'v takes a number.' })
  @ApiProperty({ required: false, example: '1772443800000' })
  v?: string;
}
