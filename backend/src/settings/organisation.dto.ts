import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IfGiven } from '../platform/http/fields.js';
import { type InstallationSettings, REGISTRATION_MODES, type RegistrationMode } from './settings.entity.js';

/** What everybody may know of the organisation, signed in or not. */
export class OrganisationDto {
  @ApiProperty({ example: 'Harbour & Sons' })
  name!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'Monday to Friday, 8:00 to 17:00' })
  supportHours!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: '+49 30 1234, helpdesk@example.org' })
  supportContact!: string | null;

  @ApiProperty({ enum: REGISTRATION_MODES, enumName: 'RegistrationMode' })
  registration!: RegistrationMode;

  @ApiProperty({ type: 'string', isArray: true, example: ['example.org'] })
  registrationDomains!: string[];

  /** Changes with the logo, so that it can be kept for ever. */
  @ApiProperty({ type: 'string', nullable: true, example: '/api/v1/organisation/logo?v=1772443800000' })
  logoUrl!: string | null;

  @ApiProperty({ type: 'integer', example: 10 })
  attachmentMegabytes!: number;

  @ApiProperty({ type: 'integer', example: 10 })
  attachmentsPerComment!: number;

  @ApiProperty({ type: 'integer', example: 7 })
  closingDays!: number;

  @ApiProperty({ example: 'en' })
  language!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;

  static of(settings: InstallationSettings, logoUrl: string | null): OrganisationDto {
    const { supportHours, supportContact, registration, registrationDomains, language, timeZone } = settings;
    const { attachmentMegabytes, attachmentsPerComment, closingDays } = settings;
    return {
      name: settings.organisationName,
      ...{ supportHours, supportContact, registration, registrationDomains, logoUrl },
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
