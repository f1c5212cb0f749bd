import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/unit-of-work.js';
import { User } from './user.entity.js';

export interface NewPerson extends Pick<User, 'name' | 'email' | 'role' | 'passwordHash' | 'emailConfirmedAt'> {
  /** What he reads, where that is known. */
  readonly language?: string | null;
}

/** Adds a person and gives the id, or null where the address is taken; the transaction stays usable. */
export async function insertPerson({ manager, now }: Transaction, person: NewPerson): Promise<string | null> {
  const id = newId();
  const row = { ...person, id, createdAt: now, updatedAt: now };
  const added = await manager.createQueryBuilder().insert().into(User).values(row).orIgnore().returning('id').execute();
  return (added.raw as unknown[]).length > 0 ? id : null;
}
