import { ApiProperty } from '@nestjs/swagger';
import { type ActorFacts, isStaffRole } from '@deskhand/shared';
import { EmailField } from '../../platform/http/fields.js';
import { PersonRefDto } from '../ticket/person-ref.dto.js';
import { personRef } from '../ticket/ticket-row.js';

export class WatcherAddressDto {
  @EmailField()
  email!: string;
}

/** Employees see the address that was typed and no more, so that nobody learns whose account it is, or if there is one. */
export class WatcherDto {
  @ApiProperty({ example: 'emma@example.org' })
  email!: string;

  @ApiProperty({ format: 'date-time' })
  addedAt!: string;

  /** Whose account it is; only for staff. */
  @ApiProperty({ type: PersonRefDto, nullable: true, required: false })
  person?: PersonRefDto | null;

  /** Whether it waits for an account that confirms the address; only for staff. */
  @ApiProperty({ type: 'boolean', required: false })
  waiting?: boolean;

  static of(row: WatcherRow, reader: ActorFacts): WatcherDto {
    const seen = { email: row.email, addedAt: row.created_at.toISOString() };
    if (!isStaffRole(reader.role)) return seen;
    const { user_id: id, name, user_email } = row;
    const person = id === null ? null : personRef(reader, id, name ?? '', user_email ?? '');
    return { ...seen, person, waiting: id === null };
  }
}

/** Those who were added first come first. */
export class WatchersDto {
  @ApiProperty({ type: [WatcherDto] })
  items!: WatcherDto[];
}

export interface WatcherRow {
  readonly email: string;
  readonly created_at: Date;
  readonly user_id: string | null;
  readonly name: string | null;
  readonly user_email: string | null;
}
