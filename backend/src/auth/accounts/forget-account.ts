import type { Transaction } from '../../platform/unit-of-work.js';
import type { User } from '../../users/user.entity.js';

/** What of an account is not needed any more once nobody may come in by it. Refresh tokens go with their sessions. */
const TRACES = ['sessions', 'known_devices', 'one_time_tokens', 'sign_in_budgets'] as const;

/** Takes out from where, on what and by which links somebody came in, and his address where others wanted it for theirs. */
export async function forgetAccount(
  { manager }: Transaction,
  { id, email, newEmail }: Pick<User, 'id' | 'email' | 'newEmail'>,
): Promise<void> {
  for (const table of TRACES) await manager.query(`DELETE FROM ${table} WHERE user_id = $1`, [id]);
  const addresses = [email, newEmail].filter((address) => address !== null);
  await manager.query('DELETE FROM one_time_tokens WHERE address = ANY ($1)', [addresses]);
  await manager.query('UPDATE users SET new_email = NULL WHERE new_email = ANY ($1)', [addresses]);
}
