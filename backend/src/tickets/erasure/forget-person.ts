import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/unit-of-work.js';
import { categoryChanged } from '../categories/category.events.js';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly newEmail: string | null;
}

/** What stands where the person stood. */
interface Nobody {
  readonly name: string;
  readonly email: string;
}

/** Own views, snippets, marks and what could be undone; what is shared stays with staff. */
const OWN_THINGS = [
  'DELETE FROM saved_views WHERE owner_id = $1 AND NOT shared',
  'DELETE FROM snippets WHERE owner_id = $1 AND NOT shared',
  'DELETE FROM unread_tickets WHERE user_id = $1',
  'DELETE FROM undoable_changes WHERE actor_id = $1',
  'DELETE FROM idempotent_answers WHERE user_id = $1',
];

/** Takes a person out of what is kept beside tickets, comments and the trail. */
export async function forgetPerson(transaction: Transaction, person: Person, nobody: Nobody): Promise<void> {
  const { manager } = transaction;
  for (const statement of OWN_THINGS) await manager.query(statement, [person.id]);
  const addresses = [person.email, person.newEmail].filter((address) => address !== null);
  // Also what waits for the address: the person never comes.
  await manager.query('DELETE FROM ticket_watchers WHERE user_id = $1 OR (user_id IS NULL AND email = ANY ($2))', [
    person.id,
    addresses,
  ]);
  await stopNotifying(transaction, addresses);
  await rewriteAnswers(manager, person.id, nobody);
}

/** Categories that told this address of new tickets. */
async function stopNotifying(transaction: Transaction, addresses: readonly string[]): Promise<void> {
  const [changed]: [{ id: string }[], number] = await transaction.manager.query(
    'UPDATE categories SET notify_email = NULL WHERE lower(notify_email) = ANY ($1) RETURNING id',
    [addresses],
  );
  await transaction.record(...changed.map(({ id }) => categoryChanged(id, ['notifyEmail'])));
}

interface StoredAnswer {
  readonly user_id: string;
  readonly key: string;
  readonly body: string;
}

/** Answers that are given again to other people name the person as the page does now. They are of the last day. */
async function rewriteAnswers(manager: EntityManager, personId: string, nobody: Nobody): Promise<void> {
  const answers: StoredAnswer[] = await manager.query(
    'SELECT user_id, key, body FROM idempotent_answers WHERE position($1 IN body) > 0',
    [personId],
  );
  for (const { user_id, key, body } of answers) {
    const rewritten = JSON.stringify(JSON.parse(body, (_, value: unknown) => withoutPerson(value, personId, nobody)));
    const values = [user_id, key, rewritten];
    await manager.query('UPDATE idempotent_answers SET body = $3 WHERE user_id = $1 AND key = $2', values);
  }
}

/** What of a person stands beside the id, as far as it is there. */
function withoutPerson(value: unknown, id: string, { name, email }: Nobody): unknown {
  if (typeof value !== 'object' || value === null || !('id' in value) || value.id !== id) return value;
  const blank: Record<string, unknown> = { name, email, phone: null, place: null };
  return Object.fromEntries(Object.entries(value).map(([key, old]) => [key, key in blank ? blank[key] : old]));
}
