import type { Transaction } from '../../platform/unit-of-work.js';
import { claimWaitingWatches } from '../../tickets/watchers/waiting-watches.js';
import { User } from '../../users/user.entity.js';
import { addressConfirmed } from '../auth.events.js';

/** Somebody proved that the address of the account is his: what waited for that takes effect. */
export async function confirmAddress(
  transaction: Transaction,
  { id, email }: Pick<User, 'id' | 'email'>,
): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(User, { id }, { emailConfirmedAt: now, updatedAt: now });
  await transaction.record(addressConfirmed(id));
  await claimWaitingWatches(transaction, id, email);
}
