import type { SummaryRow } from '../ticket/ticket-row.js';
import type { Asked } from './word-search.js';

export interface HitRow extends SummaryRow {
  readonly found_text: string | null;
}

/** Comments of a ticket that are looked through for an excerpt. */
const COMMENTS = 50;

/**
 * The text in which something is found that was asked for, as a column of `tickets t`: the description, or the first
 * comment that this reader may see. Null where only the number or the subject has it, and where nothing is asked for.
 */
export function foundText(asked: Asked | null): string {
  if (!asked) return 'NULL AS found_text';
  const { query, words } = asked;
  // Lexemes hold no blanks, so this changes nothing but the operators.
  const any = `replace(${query}::text, ' & ', ' | ')::tsquery`;
  const seen = words === 'staff_words' ? '' : 'AND NOT m.internal';
  return `(SELECT x.text FROM (
      SELECT t.description AS text UNION ALL (SELECT m.body FROM comments m WHERE m.ticket_id = t.id ${seen}
        ORDER BY m.created_at, m.id LIMIT ${COMMENTS})
    ) AS x WHERE search_vector(x.text) @@ ${any} LIMIT 1) AS found_text`;
}
