import type { Transaction } from '../../platform/unit-of-work.js';

/**
 * Puts into effect what waited for this address. For the moment in which a person proves that it is his: by an invitation,
 * or by mail; whoever merely registers with it has proved nothing.
 */
export async function claimWaitingWatches({ manager }: Transaction, userId: string, email: string): Promise<void> {
  await manager.query('UPDATE ticket_watchers SET user_id = $1 WHERE user_id IS NULL AND email = $2', [userId, email]);
}
