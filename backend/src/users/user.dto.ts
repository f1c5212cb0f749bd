import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES } from '@deskhand/shared';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { ChoiceField, Flag, IdField, IfGiven, ListParameter } from '../platform/http/fields.js';
import { PageDto, PageQueryDto } from '../platform/http/page.dto.js';

export class PeopleQueryDto extends PageQueryDto {
  /** Part of a name or mail address. */
  @IsOptional()
  @MaxLength(200, { message: 'Search for at most 200 characters.' })
  @Matches(/^\P{Cc}*$/u, { message: 'Leave control characters out.' })
  q?: string;

  @IsOptional()
  @ListParameter()
  @ArrayMaxSize(ROLES.length, { message: 'Name each role once.' })
  @IsIn(ROLES, { each: true, message: `role takes some of ${ROLES.join(', ')}.` })
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true, required: false })
  role?: Role[];

  /** `true` for disabled people only, `false` for the others only. */
  @IsOptional()
  @Flag()
  @IsBoolean({ message: 'disabled takes true or false.' })
  @ApiProperty({ type: Boolean, required: false })
  disabled?: boolean;

  /** `true` for people only who have not accepted their invitation yet, `false` for the others only. */
  @IsOptional()
  @Flag()
  @IsBoolean({ message: 'invited takes true or false.' })
  @ApiProperty({ type: Boolean, required: false })
  invited?: boolean;

  /** `true` for people only who were erased; else they are left out. */
  @IsOptional()
  @Flag()
  @IsBoolean({ message: 'erased takes true or false.' })
  @ApiProperty({ type: Boolean, required: false })
  erased?: boolean;
}

export class UpdatePersonDto {
  @ChoiceField({ of: ROLES, enumName: 'Role', optional: true, example: 'agent' })
  role?: Role;

  /** Disabled people cannot sign in, and their sessions end at once. */
  @IfGiven()
  @IsBoolean({ message: 'disabled takes true or false.' })
  disabled?: boolean;

  /** Who gets the open tickets of an agent who is disabled or made an employee; without it they go back to nobody. */
  @IdField({ name: 'an agent', optional: true, nullable: true })
  handOverTo?: string | null;
}

export class ErasePersonDto {
  /** Who gets the open tickets of an agent; without it they go back to nobody. */
  @IdField({ name: 'an agent', optional: true, nullable: true })
  handOverTo?: string | null;
}

/** A person, as staff see him. */
export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Emma Thorn' })
  name!: string;

  @ApiProperty({ example: 'emma@example.org' })
  email!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;

  @ApiProperty({ type: 'string', nullable: true, example: '+49 30 1234' })
  phone!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Room 3.14' })
  place!: string | null;

  disabled!: boolean;

  /** Whether he has no password yet: invited, or known from imported tickets only. */
  invited!: boolean;

  /** Whether name and address were taken out for good. */
  erased!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  /** Up to a quarter of an hour behind; null before the first sign-in. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastSeenAt!: string | null;
}

/** A person with what depends on him. */
export class PersonWithWorkDto extends PersonDto {
  /** Tickets that he is responsible for and that are not done. */
  @ApiProperty({ example: 3 })
  openTickets!: number;
}

export class PersonPageDto extends PageDto {
  items!: PersonDto[];
}

/** A link that is told once and works once. */
export class OneTimeLinkDto {
  @ApiProperty({ example: 'https://tickets.example.org/reset-password#token=…' })
  url!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
