import { type ActorFacts, roleMay } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { planPage } from '../../platform/database/keyset.js';
import { keysQuery } from '../../platform/database/page-query.js';
import { filteredTickets } from '../lists/ticket-filters.js';
import type { TicketFilters } from '../lists/ticket-query.dto.js';
import { sightOf } from '../ticket/ticket-visibility.js';
import type { SuggestionDto } from './suggestion.dto.js';
import { askedBy } from './word-search.js';

/** Words like an unknown one that are tried, the most similar first. */
const TRIES = 3;
/** Unknown words are looked at in so many pieces of a search. */
const MOST_PIECES = 40;
/** An employee's newest tickets, of which the words are his dictionary. */
const OWN_TICKETS = 500;

/**
 * What may have been meant by a search that found nothing: unknown words replaced by similar ones, if this reader finds
 * something by them with the same filters. The words of employees are those of their own tickets without notes, so that
 * neither a word nor its absence tells of anything else.
 */
export async function suggest(
  manager: EntityManager,
  reader: ActorFacts,
  q: string,
  query: TicketFilters,
): Promise<SuggestionDto | null> {
  const pieces = q.match(/[\p{L}\p{N}\u0300-\u036f]+|[^\p{L}\p{N}\u0300-\u036f]+/gu) ?? [];
  if (pieces.length > MOST_PIECES) return null;
  const parameters: unknown[] = [pieces];
  const found = filteredTickets(reader, query, parameters, askedBy(reader, 'tries.query'));
  const hit = keysQuery(found, planPage(found.sort, null, 1), 1);
  const rows: SuggestionDto[] = await manager.query(
    `WITH ${dictionary(reader, parameters)}, ${tries('$1')}
     SELECT q, words FROM tries WHERE EXISTS (${hit}) ORDER BY rank LIMIT 1`,
    parameters,
  );
  return rows[0] ?? null;
}

/** `dictionary`: the words that this reader may know of. */
function dictionary(reader: ActorFacts, parameters: unknown[]): string {
  if (roleMay(reader.role, 'ticket.read-all')) return 'dictionary AS NOT MATERIALIZED (SELECT word FROM ticket_words)';
  const sight = sightOf(reader, parameters);
  const own = sight.branches.map(
    (branch) => `(SELECT s.public_words FROM tickets t JOIN ticket_search s ON s.ticket_id = t.id
      WHERE ${[branch, ...sight.where].join(' AND ')} ORDER BY t.created_at DESC, t.number DESC LIMIT ${OWN_TICKETS})`,
  );
  return `dictionary AS MATERIALIZED (
    SELECT DISTINCT word COLLATE "C" AS word FROM (${own.join(' UNION ALL ')}) AS own, unnest(tsvector_to_array(public_words)) AS word
    WHERE search_is_plain(word))`;
}

/** `tries`: the search with all its unknown words replaced, in a few ways. The last word may be a beginning. */
function tries(pieces: string): string {
  return `pieces AS MATERIALIZED (
      SELECT place, piece, (tsvector_to_array(search_letters(piece)))[1] AS lexeme
      FROM unnest(${pieces}::text[]) WITH ORDINALITY AS given (piece, place)
    ), unknown AS MATERIALIZED (
      SELECT place, piece, lexeme FROM pieces
      WHERE search_is_plain(lexeme) AND NOT EXISTS (SELECT FROM dictionary d WHERE d.word = lexeme)
        AND NOT (place = (SELECT max(place) FROM pieces) AND coalesce(starts_with(
          (SELECT d.word FROM dictionary d WHERE d.word >= lexeme ORDER BY d.word LIMIT 1), lexeme), false))
    ), offers AS MATERIALIZED (
      SELECT place, piece AS word, alike.word AS instead, alike.rank FROM unknown CROSS JOIN LATERAL (
        SELECT d.word, row_number() OVER (ORDER BY similarity(d.word, lexeme) DESC, d.word) AS rank
        FROM dictionary d WHERE d.word % lexeme ORDER BY rank LIMIT ${TRIES}) AS alike
    ), tries AS MATERIALIZED (
      SELECT rank, string_agg(coalesce(instead, piece), '' ORDER BY place) AS q,
        search_query(string_agg(coalesce(instead, piece), '' ORDER BY place)) AS query,
        json_agg(json_build_object('word', word, 'instead', instead) ORDER BY place) FILTER (WHERE word IS NOT NULL) AS words
      FROM generate_series(1, ${TRIES}) AS rank CROSS JOIN pieces LEFT JOIN offers USING (place, rank)
      GROUP BY rank HAVING count(word) > 0 AND count(word) = (SELECT count(*) FROM unknown)
    )`;
}
