import { ApiProperty } from '@nestjs/swagger';
import { LIMITS, type Role, ROLES } from '@deskhand/shared';
import { ChoiceField, EmailField, TextField } from '../platform/http/fields.js';
import { PersonDto } from './user.dto.js';

export class InviteDto {
  @EmailField()
  email!: string;

  /** Without it the part of the address before the @ stands in; whoever accepts may write another. */
  @TextField({ name: 'a name', max: LIMITS.name.max, optional: true, example: 'Emma Thorn' })
  name?: string;

  /** Without it a new account is that of an employee, and one that is there stays what it is. */
  @ChoiceField({ of: ROLES, enumName: 'Role', optional: true, example: 'employee' })
  role?: Role;
}

/** Somebody who may now choose a password, by a link that is told once and works once. */
export class InvitationDto {
  person!: PersonDto;

  @ApiProperty({ example: 'https://tickets.example.org/accept-invitation#token=…' })
  url!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
