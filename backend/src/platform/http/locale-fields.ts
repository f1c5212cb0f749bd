import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsLocale, IsTimeZone, Length, ValidateIf } from 'class-validator';
import { IfGiven } from './fields.js';

interface LocaleOptions {
  /** May be null, which clears it. */
  readonly nullable?: boolean;
}

/** The language that somebody reads, as a BCP 47 tag; may be left out. */
export function LanguageField({ nullable }: LocaleOptions = {}): PropertyDecorator {
  const [minLength, maxLength] = [2, 35];
  const message = `Send a language tag, such as en or de-AT${nullable ? ', or null' : ''}.`;
  return applyDecorators(
    ApiProperty({ type: 'string', minLength, maxLength, nullable, required: false, example: 'en' }),
    Length(minLength, maxLength, { message }),
    IsLocale({ message }),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    IfGiven(),
  );
}

/** The time zone that somebody lives in; may be left out. */
export function TimeZoneField({ nullable }: LocaleOptions = {}): PropertyDecorator {
  const message = `Send a time zone, such as Europe/Berlin${nullable ? ', or null' : ''}.`;
  return applyDecorators(
    ApiProperty({ type: 'string', nullable, required: false, example: 'Europe/Berlin' }),
    IsTimeZone({ message }),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    IfGiven(),
  );
}
