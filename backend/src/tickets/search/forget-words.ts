import type { EntityManager } from 'typeorm';

/**
 * Removes those of the words that no ticket has any more. Most are in one of the newest tickets; only the others are looked
 * up one by one, and those are rare.
 */
const FORGET = `WITH common AS (
    SELECT DISTINCT unnest(tsvector_to_array(staff_words)) AS word
    FROM (SELECT staff_words FROM ticket_search ORDER BY created_at DESC, number DESC LIMIT 500) AS newest
  ), rare AS MATERIALIZED (
    SELECT word FROM unnest($1::text[]) AS word WHERE word NOT IN (SELECT word FROM common)
  ), lost AS MATERIALIZED (
    SELECT word FROM rare WHERE NOT EXISTS (SELECT FROM ticket_search s WHERE s.staff_words @@ word::tsquery)
  )
  DELETE FROM ticket_words WHERE word IN (SELECT word FROM lost)`;

/** @param words of letters only, which a change took out of tickets */
export async function forgetWords(manager: EntityManager, words: readonly string[]): Promise<void> {
  if (words.length > 0) await manager.query(FORGET, [words]);
}

/** Removes the search rows of tickets that are about to go, and the words that only they had. */
export async function forgetWordsOf(manager: EntityManager, ticketIds: readonly string[]): Promise<void> {
  const rows: { word: string }[] = await manager.query(
    `WITH removed AS (DELETE FROM ticket_search WHERE ticket_id = ANY ($1) RETURNING staff_words)
     SELECT DISTINCT word FROM removed, unnest(tsvector_to_array(staff_words)) AS word WHERE search_is_plain(word)`,
    [ticketIds],
  );
  await forgetWords(
    manager,
    rows.map(({ word }) => word),
  );
}
