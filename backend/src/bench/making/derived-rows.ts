import type { Client } from 'pg';

/** A table that the product keeps beside the tickets, and what fills it. */
interface DerivedRows {
  readonly what: string;
  /** @param part a condition on the column `number`, for the share of one connection */
  readonly statement: (part: string) => string;
}

/** One after the other; the product's own views and functions say what stands in them. */
const DERIVED: readonly DerivedRows[] = [
  {
    what: 'search',
    statement: (part) => `INSERT INTO ticket_search SELECT * FROM searchable_tickets WHERE ${part}`,
  },
  {
    what: 'words',
    statement: (part) => `INSERT INTO ticket_words
      SELECT word FROM ts_stat('SELECT staff_words FROM ticket_search WHERE ${part}') WHERE search_is_plain(word)
      ORDER BY word ON CONFLICT DO NOTHING`,
  },
];

/** @param onDone told what was filled */
export async function fillDerived(clients: readonly Client[], onDone: (what: string) => void): Promise<void> {
  for (const { what, statement } of DERIVED) {
    await Promise.all(clients.map((client, index) => client.query(statement(`number % ${clients.length} = ${index}`))));
    onDone(what);
  }
}
