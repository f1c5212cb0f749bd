import type { EntityManager } from 'typeorm';
import { Mention } from './mention.entity.js';

/** Somebody who can be mentioned. */
interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Keeps whom an internal note mentions, in place of whom it mentioned before, and gives their ids.
 *
 * @param commentId of a note that is there
 */
export async function keepMentions(manager: EntityManager, commentId: string, text: string): Promise<string[]> {
  await manager.delete(Mention, { commentId });
  if (!text.includes('@')) return [];
  const staff: Person[] = await manager.query(
    `SELECT id, name FROM users WHERE role <> 'employee' AND disabled_at IS NULL ORDER BY id`,
  );
  const ids = mentionedIn(text, staff);
  if (ids.length > 0) {
    await manager.insert(
      Mention,
      ids.map((userId) => ({ commentId, userId })),
    );
  }
  return ids;
}

/**
 * Who is named as `@Full Name` outside of words, in whatever case. Of names that begin alike the longest counts; all who
 * have that name are meant, for nobody can tell which.
 */
function mentionedIn(text: string, people: readonly Person[]): string[] {
  const names = people.map(({ name }) => name).sort((one, other) => other.length - one.length);
  if (names.length === 0) return [];
  const either = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  const mention = new RegExp(`(?<![\\p{L}\\p{N}_])@(${either})(?![\\p{L}\\p{N}_])`, 'giu');
  const named = new Set([...text.matchAll(mention)].map(([, name = '']) => name.toLowerCase()));
  return people.filter(({ name }) => named.has(name.toLowerCase())).map(({ id }) => id);
}
