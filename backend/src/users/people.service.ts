import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../auth/access/access.js';
import { OneTimeTokens } from '../auth/accounts/one-time-tokens.service.js';
import { Settings } from '../platform/config/settings.js';
import { isId } from '../platform/ids.js';
import { Conflict, NotFound } from '../platform/problems.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { checkHeir, handOver } from './hand-over.js';
import { PeopleSearch } from './people-search.js';
import { resetLinkMade } from './people.events.js';
import { changeRole, disable, enable, lockAsAdmin } from './person-change.js';
import type { OneTimeLinkDto, PersonDto, UpdatePersonDto } from './user.dto.js';
import { User } from './user.entity.js';

/** What admins do with people. */
@Injectable()
export class People {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly search: PeopleSearch,
    private readonly tokens: OneTimeTokens,
    private readonly settings: Settings,
    private readonly dataSource: DataSource,
  ) {}

  /** Changes a role, disables or enables. @throws NotFound, Conflict `last_admin`, Conflict for whoever was erased */
  async update(actor: Actor, id: string, change: UpdatePersonDto): Promise<PersonDto> {
    await checkHeir(this.dataSource.manager, id, change.handOverTo);
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const person = await lockAsAdmin(transaction.manager, actor, id, { losesAdmin: losesAdmin(change) });
      if (person.erasedAt) throw new Conflict('This person was erased; the account cannot come back.');
      if (change.role && change.role !== person.role) await changeRole(transaction, person, change.role);
      if (change.disabled !== undefined && change.disabled !== (person.disabledAt !== null)) {
        await (change.disabled ? disable(transaction, id) : enable(transaction, id));
      }
      if (stopsWorking(change)) await handOver(transaction, id, change.handOverTo);
    });
    return this.search.one(id);
  }

  /** A one-time link that sets a new password; earlier ones become worthless. @throws NotFound, Conflict when disabled or only invited */
  async makeResetLink(actor: Actor, id: string): Promise<OneTimeLinkDto> {
    const person = isId(id) ? await this.dataSource.manager.findOneBy(User, { id }) : null;
    if (!person) throw new NotFound('person');
    if (person.disabledAt) throw new Conflict('This account is disabled. Enable it first.');
    if (!person.passwordHash) {
      throw new Conflict(`${person.name} has not accepted the invitation yet: make a new one.`);
    }
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      await this.tokens.revoke(transaction, 'reset', id);
      const { secret, expiresAt } = await this.tokens.issue(transaction, { purpose: 'reset', userId: id });
      await transaction.record(resetLinkMade(id));
      return {
        url: `${this.settings.publicUrl}/reset-password#token=${secret}`,
        expiresAt: expiresAt.toISOString(),
      };
    });
  }
}

function losesAdmin({ role, disabled }: UpdatePersonDto): boolean {
  return disabled === true || (role !== undefined && role !== 'admin');
}

function stopsWorking({ role, disabled }: UpdatePersonDto): boolean {
  return disabled === true || role === 'employee';
}
