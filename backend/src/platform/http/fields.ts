import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { LIMITS } from '@deskhand/shared';
import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsString, IsUUID, Length, Matches, MaxLength, ValidateBy, ValidateIf } from 'class-validator';

interface TextOptions {
  /** How the field is called in a sentence, such as `a subject`. */
  readonly name: string;
  readonly min?: number;
  readonly max: number;
  readonly example?: string;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null, which clears it. */
  readonly nullable?: boolean;
  /** May hold line breaks. */
  readonly lines?: boolean;
}

/**
 * PostgreSQL's text cannot hold NUL or half of a surrogate pair, which would come back as something else; the other
 * control characters mean nothing to people.
 */
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

const trim = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** A text that a person types: trimmed, of bounded length, storable. */
export function TextField({ name, min = 1, max, example, optional, nullable, lines }: TextOptions): PropertyDecorator {
  const message = `Enter ${name} of ${min > 1 ? `${min} to ${max}` : `at most ${max}`} characters.`;
  return applyDecorators(
    ApiProperty({ type: 'string', minLength: min, maxLength: max, example, required: !optional, nullable }),
    Transform(trim),
    ...(optional ? [IfGiven()] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    IsString({ message }),
    Sized(min, max, message),
    Matches(lines ? LINES : ONE_LINE, { message: `Leave control characters out of ${name}.` }),
  );
}

/**
 * At least so many characters, and at most so many code units, as the browser counts. The checks of the tables count
 * characters, of which there are never more than code units.
 */
function Sized(min: number, max: number, message: string): PropertyDecorator {
  const isSized = (value: unknown): boolean =>
    typeof value === 'string' && value.length <= max && Array.from(value).length >= min;
  return ValidateBy({ name: 'isLength', validator: { validate: isSized, defaultMessage: () => message } });
}

/** `undefined` leaves a field as it is; unlike `IsOptional`, null is a value and must pass the other rules. */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** A mail address, kept in lower case so that it is one address whatever way it is typed. */
export function EmailField(): PropertyDecorator {
  const message = 'Enter a mail address, such as emma@example.org.';
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'email', maxLength: LIMITS.email.max, example: 'emma@example.org' }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    IsString({ message }),
    MaxLength(LIMITS.email.max, { message }),
    Matches(ONE_LINE, { message }),
    IsEmail({}, { message }),
  );
}

/** A password as it is typed for signing in: only its type and length are looked at. */
export function TypedPasswordField(): PropertyDecorator {
  const message = 'Enter your password.';
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'password', example: 'correct horse battery' }),
    IsString({ message }),
    Length(1, 1000, { message }),
  );
}

/** Several values in one parameter of the address, comma-separated, or the parameter several times. */
export function ListParameter(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : [value].flat().flatMap((part: unknown) => (typeof part === 'string' ? part.split(',') : [part])),
  );
}

/** A parameter of the address that is `true` or `false`. */
export function Flag(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
}

/** The id of something else. */
export function IdField({
  name,
  optional,
  nullable,
}: Pick<TextOptions, 'name' | 'optional' | 'nullable'>): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'string',
      format: 'uuid',
      example: '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55',
      required: !optional,
      nullable,
    }),
    ...(optional ? [IfGiven()] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    IsUUID('all', { message: `Send the id of ${name}${nullable ? ', or null' : ''}.` }),
  );
}

interface ChoiceOptions<T extends string> {
  readonly of: readonly T[];
  /** What the API's description calls them. */
  readonly enumName: string;
  /** May be left out. */
  readonly optional?: boolean;
  readonly default?: T;
  readonly example?: T;
}

/** One of a few words. */
export function ChoiceField<T extends string>({ of, optional, ...described }: ChoiceOptions<T>): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ enum: of, required: !optional, ...described }),
    IsIn(of, { message: `Choose one of ${of.join(', ')}.` }),
    ...(optional ? [IfGiven()] : []),
  );
}

/** A token out of a link. */
export function TokenField(): PropertyDecorator {
  const message = 'Use the whole link; this token is not complete.';
  return applyDecorators(
    ApiProperty({ type: 'string', example: 'pX3bq0V0c5mJr1m2dZl8qj4Wg6Kk7n9sT1u2v3w4x5Y' }),
    IsString({ message }),
    Length(20, 300, { message }),
  );
}
