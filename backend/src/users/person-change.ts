import type { Role } from '@deskhand/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import type { Actor } from '../auth/access/access.js';
import { endSessions } from '../auth/sessions/sessions.service.js';
import { Installation } from '../platform/database/installation.entity.js';
import { isId } from '../platform/ids.js';
import { Conflict, NotAllowed, NotFound } from '../platform/problems.js';
import type { Transaction } from '../platform/unit-of-work.js';
import { personDisabled, personEnabled, roleChanged } from './people.events.js';
import { User } from './user.entity.js';

/** Whoever files a ticket or signs in refers to people, and need not wait for this. */
export const FOR_CHANGE = { mode: 'for_no_key_update' } as const;

/**
 * The admins who can sign in, one change of people at a time: two admins who demote each other come one after the other.
 * The lock is of the installation, for a lock of the admins would wait for a ticket that is just assigned to one of them,
 * while that one waits for the lock.
 */
async function activeAdmins(manager: EntityManager): Promise<string[]> {
  await manager.findOneOrFail(Installation, { where: { onlyRow: true }, lock: { mode: 'pessimistic_write' } });
  const working = { role: 'admin', disabledAt: IsNull(), passwordHash: Not(IsNull()) } as const;
  const admins = await manager.find(User, { select: { id: true }, where: working });
  return admins.map(({ id }) => id);
}

/**
 * Whom an admin is about to change.
 *
 * @throws NotFound, NotAllowed for whoever is no admin any more, Conflict `last_admin` where no other would be left
 */
export async function lockAsAdmin(
  manager: EntityManager,
  actor: Actor,
  id: string,
  { losesAdmin }: { losesAdmin: boolean },
): Promise<User> {
  const admins = await activeAdmins(manager);
  const person = await lockPerson(manager, id);
  if (!admins.includes(actor.id)) throw new NotAllowed('You are no admin any more.');
  if (losesAdmin && admins.length === 1 && admins[0] === id) {
    throw new Conflict('This is the last active admin. Make somebody else an admin first.', 'last_admin');
  }
  return person;
}

async function lockPerson(manager: EntityManager, id: string): Promise<User> {
  const person = isId(id) ? await manager.findOne(User, { where: { id }, lock: FOR_CHANGE }) : null;
  if (!person) throw new NotFound('person');
  return person;
}

export async function changeRole(transaction: Transaction, person: User, role: Role): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(User, { id: person.id }, { role, updatedAt: now });
  await transaction.record(roleChanged(person.id, person.role, role));
}

export async function disable(transaction: Transaction, id: string): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(User, { id }, { disabledAt: now, updatedAt: now });
  await transaction.record(personDisabled(id));
  await endSessions(transaction, id, 'disabled');
}

export async function enable(transaction: Transaction, id: string): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(User, { id }, { disabledAt: null, updatedAt: now });
  await transaction.record(personEnabled(id));
}
