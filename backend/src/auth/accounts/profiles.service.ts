import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import { type Actor, originOf } from '../access/access.js';
import { unconfirmedMayOf } from '../access/unconfirmed.js';
import { MeDto } from '../auth.dto.js';
import { profileChanged } from '../auth.events.js';
import { PreferencesDto, type UpdatePreferencesDto } from './preferences.dto.js';

const FIELDS = ['name', 'phone', 'place', 'language', 'timeZone'] as const;
export type ProfileChange = Partial<Pick<User, (typeof FIELDS)[number]>>;

const PREFER = `UPDATE users SET preferences = preferences || $2::jsonb WHERE id = $1 RETURNING preferences`;

/** What people say of themselves, and how they like to work. */
@Injectable()
export class Profiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async of(actor: Pick<Actor, 'id'>): Promise<MeDto> {
    const { manager } = this.dataSource;
    const user = await manager.findOneByOrFail(User, { id: actor.id });
    return MeDto.of(user, await unconfirmedMayOf(manager, user));
  }

  /** Writes what differs; the trail names the fields, never their content. */
  async update(actor: Actor, change: ProfileChange): Promise<MeDto> {
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      const user = await manager.findOneOrFail(User, { where: { id: actor.id }, lock: { mode: 'pessimistic_write' } });
      const fields = FIELDS.filter((field) => change[field] !== undefined && change[field] !== user[field]);
      if (fields.length === 0) return;
      const changed = Object.fromEntries(fields.map((field) => [field, change[field]]));
      await manager.update(User, { id: actor.id }, { ...changed, updatedAt: now });
      await transaction.record(profileChanged(actor.id, fields));
    });
    return this.of(actor);
  }

  /** Nothing of it is on the trail: nobody else sees any of it. */
  async prefer(actor: Actor, change: UpdatePreferencesDto): Promise<PreferencesDto> {
    const parameters = [actor.id, JSON.stringify(change)];
    const [[user]] = await this.dataSource.query<[[Pick<User, 'preferences'>], number]>(PREFER, parameters);
    return PreferencesDto.of(user);
  }
}
