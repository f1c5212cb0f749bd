import { Injectable } from '@nestjs/common';
import type { Role } from '@deskhand/shared';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { type Actor, originOf } from '../auth/access/access.js';
import { OneTimeTokens } from '../auth/accounts/one-time-tokens.service.js';
import { endSessions } from '../auth/sessions/sessions.service.js';
import { DAY } from '../platform/clock.js';
import { Settings } from '../platform/config/settings.js';
import { isId } from '../platform/ids.js';
import { Conflict, NotAllowed, NotFound } from '../platform/problems.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work.js';
import { handOverOpenTickets } from '../tickets/work/handover.js';
import { checkAssignee } from '../tickets/work/references.js';
import { badAssignee } from '../tickets/work/steps.js';
import { PeopleSearch } from './people-search.js';
import { personDisabled, personEnabled, resetLinkMade, roleChanged } from './people.events.js';
import type { OneTimeLinkDto, PersonDto, UpdatePersonDto } from './user.dto.js';
import { User } from './user.entity.js';

/** Milliseconds. */
const RESET_LINK_LIFETIME = DAY;

/** Whoever files a ticket or signs in refers to people, and need not wait for this. */
const FOR_CHANGE = { mode: 'for_no_key_update' } as const;

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

  /** Changes a role, disables or enables. @throws NotFound, Conflict `last_admin` */
  async update(actor: Actor, id: string, change: UpdatePersonDto): Promise<PersonDto> {
    await checkAssignee(this.dataSource.manager, change.handOverTo, '/handOverTo');
    if (change.handOverTo === id) throw badAssignee('Choose somebody else.', '/handOverTo');
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const admins = await lockActiveAdmins(transaction.manager);
      const person = await lockPerson(transaction.manager, id);
      if (!admins.includes(actor.id)) throw new NotAllowed('You are no admin any more.');
      if (admins.length === 1 && admins[0] === id && losesAdmin(change)) {
        throw new Conflict('This is the last active admin. Make somebody else an admin first.', 'last_admin');
      }
      if (change.role && change.role !== person.role) await changeRole(transaction, person, change.role);
      if (change.disabled !== undefined && change.disabled !== (person.disabledAt !== null)) {
        await (change.disabled ? disable(transaction, id) : enable(transaction, id));
      }
      if (stopsWorking(change)) await handOverOpenTickets(transaction, id, change.handOverTo ?? null);
    });
    return this.search.one(id);
  }

  /** A one-time link that sets a new password; earlier ones become worthless. @throws NotFound, Conflict when disabled */
  async makeResetLink(actor: Actor, id: string): Promise<OneTimeLinkDto> {
    const person = isId(id) ? await this.dataSource.manager.findOneBy(User, { id }) : null;
    if (!person) throw new NotFound('person');
    if (person.disabledAt) throw new Conflict('This account is disabled. Enable it first.');
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      await this.tokens.revoke(transaction, 'reset', id);
      const token = { purpose: 'reset', userId: id, lifetime: RESET_LINK_LIFETIME } as const;
      const { secret, expiresAt } = await this.tokens.issue(transaction, token);
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

/** Locked in one order, so that two admins who demote each other come one after the other. */
async function lockActiveAdmins(manager: EntityManager): Promise<string[]> {
  const admins = await manager.find(User, {
    select: { id: true },
    where: { role: 'admin', disabledAt: IsNull() },
    order: { id: 'ASC' },
    lock: FOR_CHANGE,
  });
  return admins.map(({ id }) => id);
}

async function lockPerson(manager: EntityManager, id: string): Promise<User> {
  const person = isId(id) ? await manager.findOne(User, { where: { id }, lock: FOR_CHANGE }) : null;
  if (!person) throw new NotFound('person');
  return person;
}

async function changeRole(transaction: Transaction, person: User, role: Role): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(User, { id: person.id }, { role, updatedAt: now });
  await transaction.record(roleChanged(person.id, person.role, role));
}

async function disable(transaction: Transaction, id: string): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(User, { id }, { disabledAt: now, updatedAt: now });
  await transaction.record(personDisabled(id));
  await endSessions(transaction, id, 'disabled');
}

async function enable(transaction: Transaction, id: string): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(User, { id }, { disabledAt: null, updatedAt: now });
  await transaction.record(personEnabled(id));
}
