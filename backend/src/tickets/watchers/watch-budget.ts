import type { ActorFacts } from '@deskhand/shared';
import { monthOf } from '../../activity/chain/month-of.js';
import { MINUTE, SECOND } from '../../platform/clock.js';
import { TooManyRequests } from '../../platform/problems.js';
import type { Transaction } from '../../platform/unit-of-work.js';

/** Milliseconds. */
const HOUR = 60 * MINUTE;
/** Addresses that one employee may add in an hour, so that nobody has us write to strangers. */
const ADDRESSES_AN_HOUR = 30;

/**
 * Counted on the trail, where those that were taken off again count too. An employee adds to his own tickets only, and
 * adding moves their time of change, so few have to be looked at.
 *
 * @throws TooManyRequests
 */
export async function checkWatchBudget({ manager, now }: Transaction, actor: ActorFacts): Promise<void> {
  const since = new Date(now.getTime() - HOUR);
  const rows: { added: number; first: Date | null }[] = await manager.query(
    `SELECT count(*)::int AS added, min(e.at) AS first
     FROM tickets t JOIN activity e ON e.subject_id = t.id AND e.kind = 'watcher.added'
     WHERE t.requester_id = $1 AND t.updated_at > $2 AND e.actor_id = $1 AND e.at > $2 AND e.month >= ${monthOf('$2')}`,
    [actor.id, since],
  );
  const { added = 0, first = null } = rows[0] ?? {};
  if (added < ADDRESSES_AN_HOUR) return;
  const seconds = Math.ceil(((first ?? now).getTime() - since.getTime()) / SECOND);
  throw new TooManyRequests(Math.max(1, seconds), 'You have added many people within an hour. Add the others later.');
}
