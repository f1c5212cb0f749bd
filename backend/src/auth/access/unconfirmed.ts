import { isStaffRole, type Role, type UnconfirmedMay } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';

/** The same as `unconfirmedMayOf` in a statement in which `u` are the people. */
export const UNCONFIRMED_MAY = `CASE WHEN u.email_confirmed_at IS NULL AND u.role = 'employee'
  THEN (SELECT unconfirmed_may FROM settings) END`;

/**
 * Whoever registered with an address and has not shown that it is his, in a statement in which `u` are the people. Those who
 * were invited or came with imported tickets, and staff, are vouched for.
 */
export const IS_UNPROVED = `(u.email_confirmed_at IS NULL AND u.role = 'employee' AND u.password_hash IS NOT NULL)`;

interface Owner {
  readonly role: Role;
  readonly emailConfirmedAt: Date | null;
}

/** What is left to this person until the address is confirmed; null for whoever need not confirm it. */
export async function unconfirmedMayOf(manager: EntityManager, owner: Owner): Promise<UnconfirmedMay | null> {
  if (owner.emailConfirmedAt !== null || isStaffRole(owner.role)) return null;
  const { unconfirmedMay } = await readInstallationSettings(manager);
  return unconfirmedMay;
}
