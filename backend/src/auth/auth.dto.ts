import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  LIMITS,
  type Permission,
  PERMISSIONS,
  permissionsOf,
  type Role,
  ROLES,
  type UnconfirmedMay,
  unconfirmedMayDo,
} from '@deskhand/shared';
import { IsString, Length, ValidateIf } from 'class-validator';
import { EmailField, IfGiven, TextField, TokenField, TypedPasswordField } from '../platform/http/fields.js';
import { LanguageField, TimeZoneField } from '../platform/http/locale-fields.js';
import type { User } from '../users/user.entity.js';
import { PreferencesDto } from './accounts/preferences.dto.js';
import { Session, SESSION_KINDS, type SessionKind } from './sessions/session.entity.js';

/** A new password: 8 characters to 72 bytes; not a common one, and not made of the person's own name or address. */
function NewPasswordField(): PropertyDecorator {
  return TypedPasswordField();
}

export const REFRESH_TOKEN_EXAMPLE = '0193a7e26d0c7c3e9c396f3d2f1b8a55.pX3bq0V0c5mJr1m2dZl8qj4Wg6Kk7n9s';

export class LoginDto {
  @EmailField()
  email!: string;

  @TypedPasswordField()
  password!: string;
}

export class RegisterDto {
  @TextField({ name: 'your name', max: LIMITS.name.max, example: 'Emma Thorn' })
  name!: string;

  @EmailField()
  email!: string;

  @NewPasswordField()
  password!: string;

  /** Of pages and mails; without it they are in that of the browser and of the organisation. */
  @LanguageField()
  language?: string;
}

export class SetupDto extends RegisterDto {
  @TokenField()
  token!: string;
}

/** Either mail address and password, or a refresh token. */
export class TokenRequestDto {
  @ApiPropertyOptional()
  @ValidateIf(({ refreshToken }: TokenRequestDto) => refreshToken === undefined)
  @EmailField()
  email?: string;

  @ApiPropertyOptional()
  @ValidateIf(({ refreshToken }: TokenRequestDto) => refreshToken === undefined)
  @TypedPasswordField()
  password?: string;

  @IfGiven()
  @IsString({ message: 'Send the refresh token as a text.' })
  @Length(40, 200, { message: 'Send the whole refresh token.' })
  @ApiProperty({ required: false, example: REFRESH_TOKEN_EXAMPLE })
  refreshToken?: string;
}

export class ChangePasswordDto {
  @TypedPasswordField()
  currentPassword!: string;

  @NewPasswordField()
  newPassword!: string;
}

export class ResetPasswordDto {
  @TokenField()
  token!: string;

  @NewPasswordField()
  password!: string;
}

export class AcceptInvitationDto extends ResetPasswordDto {
  /** Without it the name that the invitation was written for stays. */
  @TextField({ name: 'your name', max: LIMITS.name.max, optional: true, example: 'Emma Thorn' })
  name?: string;

  /** Of pages and mails. */
  @LanguageField()
  language?: string;
}

export class UpdateMeDto {
  @TextField({ name: 'your name', max: LIMITS.name.max, optional: true, example: 'Emma Thorn' })
  name?: string;

  @TextField({ name: 'a phone number', max: LIMITS.phone.max, optional: true, nullable: true, example: '+49 30 1234' })
  phone?: string | null;

  @TextField({ name: 'a place', max: LIMITS.place.max, optional: true, nullable: true, example: 'Room 3.14' })
  place?: string | null;

  @LanguageField({ nullable: true })
  language?: string | null;

  @TimeZoneField({ nullable: true })
  timeZone?: string | null;
}

/** The signed-in person. */
export class MeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Emma Thorn' })
  name!: string;

  @ApiProperty({ example: 'emma@example.org' })
  email!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;

  /** Whether somebody proved that the address is his. */
  emailConfirmed!: boolean;

  /** Takes the place of the address once it is confirmed. */
  @ApiProperty({ type: 'string', nullable: true, example: 'emma.thorn@example.org' })
  newEmail!: string | null;

  /** What the role may ever do, without what has to wait until the address is confirmed. */
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions!: Permission[];

  @ApiProperty({ type: 'string', nullable: true, example: '+49 30 1234' })
  phone!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Room 3.14' })
  place!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'en' })
  language!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Europe/Berlin' })
  timeZone!: string | null;

  preferences!: PreferencesDto;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  /** @param unconfirmedMay what is left until the address is confirmed; null for whoever need not */
  static of(user: User, unconfirmedMay: UnconfirmedMay | null): MeDto {
    const { id, name, email, newEmail, role, phone, place, language, timeZone } = user;
    return {
      ...{ id, name, email, newEmail, role, phone, place, language, timeZone },
      emailConfirmed: user.emailConfirmedAt !== null,
      permissions: permissionsOf(role).filter((each) => unconfirmedMayDo(unconfirmedMay ?? 'everything', each)),
      preferences: PreferencesDto.of(user),
      createdAt: user.createdAt.toISOString(),
    };
  }
}

export class SignedInDto {
  user!: MeDto;
}

export class RegisteredDto {
  /** The new account, signed in; null where every address is to be confirmed first, whether or not it had an account. */
  @ApiProperty({ type: MeDto, nullable: true })
  user!: MeDto | null;
}

export class TokenDto {
  /** Send it as `Authorization: Bearer …`. */
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIwMTkzYTdlMiJ9.c2lnbmF0dXJl' })
  accessToken!: string;

  /** Seconds. */
  @ApiProperty({ type: 'integer', example: 900 })
  expiresIn!: number;

  /** Renews, and is replaced each time; missing where it was replaced a moment ago. */
  @ApiProperty({ required: false, example: REFRESH_TOKEN_EXAMPLE })
  refreshToken?: string;

  user!: MeDto;
}

export class SetupStateDto {
  /** Whether there is no admin yet. */
  needed!: boolean;
}

export class SessionDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** Whether this request was made in it. */
  @ApiProperty({ example: true })
  current!: boolean;

  @ApiProperty({ enum: SESSION_KINDS })
  kind!: SessionKind;

  @ApiProperty({ example: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' })
  userAgent!: string;

  @ApiProperty({ example: '192.0.2.7' })
  ip!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  /** Up to a quarter of an hour behind. */
  @ApiProperty({ format: 'date-time' })
  lastUsedAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  static of(session: Session, currentId: string): SessionDto {
    const { id, kind, userAgent, ip } = session;
    return {
      id,
      current: id === currentId,
      kind,
      userAgent,
      ip,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    };
  }
}

export class SessionListDto {
  items!: SessionDto[];
}
