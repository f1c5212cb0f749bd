import { Injectable } from '@nestjs/common';
import type { Role } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Page, readPage } from '../platform/database/read-page.js';
import { isId } from '../platform/ids.js';
import { NotFound } from '../platform/problems.js';
import { countOpenTickets } from '../tickets/work/handover.js';
import type { PeopleQueryDto, PersonDto, PersonWithWorkDto } from './user.dto.js';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly phone: string | null;
  readonly place: string | null;
  readonly disabled: boolean;
  readonly invited: boolean;
  readonly erased: boolean;
  readonly created_at: Date;
  readonly last_seen_at: Date | null;
}

/** Nobody has a password who was erased, and nobody waits for him. */
const IS_INVITED = '(u.password_hash IS NULL AND u.erased_at IS NULL)';

const COLUMNS = `u.id, u.name, u.email, u.role, u.phone, u.place, u.disabled_at IS NOT NULL AS disabled, ${IS_INVITED} AS invited,
  u.erased_at IS NOT NULL AS erased, u.created_at,
  (SELECT max(s.last_used_at) FROM sessions s WHERE s.user_id = u.id) AS last_seen_at`;

/** The read side of people. */
@Injectable()
export class PeopleSearch {
  constructor(private readonly dataSource: DataSource) {}

  /** People in the order of their names. */
  async list(query: PeopleQueryDto): Promise<Page<PersonDto>> {
    const parameters: unknown[] = [];
    const where = conditionsOf(query, parameters);
    const page = await readPage<PersonRow>(
      this.dataSource.manager,
      'people',
      {
        select: COLUMNS,
        from: 'users u',
        where,
        parameters,
        sort: {
          column: 'u.name',
          type: 'text',
          descending: false,
          tie: { column: 'u.id', type: 'uuid', descending: false },
        },
      },
      query,
    );
    return { ...page, items: page.items.map(toPerson) };
  }

  /** @throws NotFound */
  async one(id: string): Promise<PersonDto> {
    const rows: PersonRow[] = isId(id)
      ? await this.dataSource.query(`SELECT ${COLUMNS} FROM users u WHERE u.id = $1`, [id])
      : [];
    const row = rows[0];
    if (!row) throw new NotFound('person');
    return toPerson(row);
  }

  /** @throws NotFound */
  async withWork(id: string): Promise<PersonWithWorkDto> {
    const person = await this.one(id);
    return { ...person, openTickets: await countOpenTickets(this.dataSource.manager, id) };
  }
}

function conditionsOf({ q, role, disabled, invited, erased = false }: PeopleQueryDto, parameters: unknown[]): string[] {
  const conditions: string[] = [];
  if (q?.trim()) {
    // What is typed is text: the signs that LIKE knows find themselves.
    const pattern = `$${parameters.push(`%${q.trim().replace(/[\\%_]/g, '\\$&')}%`)}`;
    conditions.push(`u.name ILIKE ${pattern} OR u.email ILIKE ${pattern}`);
  }
  if (role) conditions.push(`u.role = ANY ($${parameters.push(role)})`);
  if (disabled !== undefined) conditions.push(`(u.disabled_at IS NOT NULL) = $${parameters.push(disabled)}`);
  if (invited !== undefined) conditions.push(`${IS_INVITED} = $${parameters.push(invited)}`);
  conditions.push(erased ? 'u.erased_at IS NOT NULL' : 'u.erased_at IS NULL');
  return conditions;
}

function toPerson(row: PersonRow): PersonDto {
  const { id, name, email, role, phone, place, disabled, invited, erased } = row;
  const lastSeenAt = row.last_seen_at?.toISOString() ?? null;
  const createdAt = row.created_at.toISOString();
  return { id, name, email, role, phone, place, disabled, invited, erased, createdAt, lastSeenAt };
}
