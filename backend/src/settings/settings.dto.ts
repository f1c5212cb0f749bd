import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { LIMITS, SETTING_RANGES, UNCONFIRMED_MAY, type UnconfirmedMay } from '@deskhand/shared';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsFQDN, IsInt, Matches, Max, MaxLength, Min } from 'class-validator';
import { ChoiceField, IfGiven, TextField } from '../platform/http/fields.js';
import { LanguageField, TimeZoneField } from '../platform/http/locale-fields.js';
import { type InstallationSettings, REGISTRATION_MODES, type RegistrationMode } from './settings.entity.js';

/** A whole number within the range that `shared` names for it. */
function NumberField(name: keyof typeof SETTING_RANGES, example: number): PropertyDecorator {
  const { min, max } = SETTING_RANGES[name];
  const message = `Enter a whole number from ${min} to ${max}.`;
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: min, maximum: max, required: false, example }),
    IfGiven(),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** However it is typed, `@Example.org` is the domain `example.org`; what is named twice is meant once. */
function bareDomains({ value }: { value: unknown }): unknown {
  if (!Array.isArray(value)) return value;
  const bare = value.map((item: unknown) =>
    typeof item === 'string' ? item.trim().toLowerCase().replace(/^@/, '') : item,
  );
  return [...new Set(bare)];
}

function DomainsField(): PropertyDecorator {
  const { max } = LIMITS.registrationDomains;
  const message = 'Enter domains as they stand after the @, such as example.org.';
  return applyDecorators(
    ApiProperty({ type: 'string', isArray: true, maxItems: max, required: false, example: ['example.org'] }),
    Transform(bareDomains),
    IfGiven(),
    IsArray({ message }),
    ArrayMaxSize(max, { message: `Enter at most ${max} domains.` }),
    IsFQDN({}, { each: true, message }),
    Matches(/^[\p{L}\p{M}\p{N}.-]+$/u, { each: true, message }),
    MaxLength(LIMITS.email.max, { each: true, message }),
  );
}

/** Any of them; what is left out stays as it is, and null clears. */
export class UpdateSettingsDto {
  @TextField({ name: 'a name', max: LIMITS.organisation.name.max, optional: true, example: 'Harbour & Sons' })
  organisationName?: string;

  /** When somebody answers, in words; shown to employees. */
  @TextField({
    name: 'the support hours',
    max: LIMITS.organisation.supportHours.max,
    optional: true,
    nullable: true,
    example: 'Monday to Friday, 8:00 to 17:00',
  })
  supportHours?: string | null;

  /** How else to reach somebody, in words; shown to employees. */
  @TextField({
    name: 'a contact',
    max: LIMITS.organisation.supportContact.max,
    optional: true,
    nullable: true,
    example: '+49 30 1234, helpdesk@example.org',
  })
  supportContact?: string | null;

  /** Who may make an account: everybody, people of the named mail domains, or only who was invited. */
  @ChoiceField({ of: REGISTRATION_MODES, enumName: 'RegistrationMode', optional: true })
  registration?: RegistrationMode;

  /** At least one where registration is for `domains`; subdomains count only where they are named. */
  @DomainsField()
  registrationDomains?: string[];

  /**
   * What employees may do who have not confirmed their mail address: everything, filing tickets and reading their own, or
   * nothing. With `nothing`, registering does not tell whether an address has an account.
   */
  @ChoiceField({ of: UNCONFIRMED_MAY, enumName: 'UnconfirmedMay', optional: true })
  unconfirmedMay?: UnconfirmedMay;

  /** A session ends after so many days unused; at most `sessionDays`. */
  @NumberField('sessionIdleDays', 14)
  sessionIdleDays?: number;

  /** A session ends after so many days in all; sessions that run already keep their end. */
  @NumberField('sessionDays', 90)
  sessionDays?: number;

  /** Largest attachment, in units of 1,048,576 bytes. */
  @NumberField('attachmentMegabytes', 10)
  attachmentMegabytes?: number;

  @NumberField('attachmentsPerComment', 10)
  attachmentsPerComment?: number;

  /** A resolved ticket closes by itself after so many days. */
  @NumberField('closingDays', 7)
  closingDays?: number;

  /** A ticket in the bin is purged after so many days. */
  @NumberField('binDays', 30)
  binDays?: number;

  /** Whether admins get a mail each day with where the trail's chains end: heads that the database's owner cannot change. */
  @IfGiven()
  @IsBoolean({ message: 'trailHeadsDaily takes true or false.' })
  trailHeadsDaily?: boolean;

  /** For people who chose none. */
  @LanguageField()
  language?: string;

  /** For people who chose none. */
  @TimeZoneField()
  @Matches(/^[A-Za-z][\w+/-]*$/, { message: 'Send a time zone by its name, such as Europe/Berlin.' })
  timeZone?: string;
}

/** What an admin may change while the app runs. */
export class SettingsDto {
  @ApiProperty({ example: 'Harbour & Sons' })
  organisationName!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'Monday to Friday, 8:00 to 17:00' })
  supportHours!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: '+49 30 1234, helpdesk@example.org' })
  supportContact!: string | null;

  @ApiProperty({ enum: REGISTRATION_MODES, enumName: 'RegistrationMode' })
  registration!: RegistrationMode;

  @ApiProperty({ type: 'string', isArray: true, example: ['example.org'] })
  registrationDomains!: string[];

  @ApiProperty({ enum: UNCONFIRMED_MAY, enumName: 'UnconfirmedMay' })
  unconfirmedMay!: UnconfirmedMay;

  @ApiProperty({ type: 'integer', example: 14 })
  sessionIdleDays!: number;

  @ApiProperty({ type: 'integer', example: 90 })
  sessionDays!: number;

  @ApiProperty({ type: 'integer', example: 10 })
  attachmentMegabytes!: number;

  @ApiProperty({ type: 'integer', example: 10 })
  attachmentsPerComment!: number;

  @ApiProperty({ type: 'integer', example: 7 })
  closingDays!: number;

  @ApiProperty({ type: 'integer', example: 30 })
  binDays!: number;

  trailHeadsDaily!: boolean;

  @ApiProperty({ example: 'en' })
  language!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;

  /** Changes with the logo, so that it can be kept for ever. */
  @ApiProperty({ type: 'string', nullable: true, example: '/api/v1/organisation/logo?v=1772443800000' })
  logoUrl!: string | null;

  /** Null while everything is as it came. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  updatedAt!: string | null;

  static of(settings: InstallationSettings, logoUrl: string | null): SettingsDto {
    const { organisationName, supportHours, supportContact, registration, registrationDomains } = settings;
    const { unconfirmedMay, sessionIdleDays, sessionDays, attachmentMegabytes, attachmentsPerComment } = settings;
    const { closingDays, binDays, trailHeadsDaily, language, timeZone, updatedAt } = settings;
    return {
      ...{ organisationName, supportHours, supportContact, registration, registrationDomains },
      ...{ unconfirmedMay, sessionIdleDays, sessionDays, attachmentMegabytes, attachmentsPerComment },
      ...{ closingDays, binDays, trailHeadsDaily, language, timeZone, logoUrl },
      updatedAt: updatedAt?.toISOString() ?? null,
    };
  }
}
