import { type ActorFacts, maySeeInternal } from '@deskhand/shared';
import type { ListQuery } from '../../platform/database/list-query.js';
import { wordFinder } from './word-finder.js';

/** What is searched for, as SQL. */
export interface Asked {
  /** The `tsquery`. */
  readonly query: string;
  /** The words that this reader may know of: a column of `ticket_search`. */
  readonly words: 'public_words' | 'staff_words';
}

/** Blanks ask for nothing. */
export function isAsked(q: string | undefined): q is string {
  return q !== undefined && q.trim() !== '';
}

/** @param parameters takes the text */
export function askedFor(reader: ActorFacts, q: string, parameters: unknown[]): Asked {
  return askedBy(reader, `search_query($${parameters.push(q)})`);
}

export function askedBy(reader: ActorFacts, query: string): Asked {
  return { query, words: maySeeInternal(reader) ? 'staff_words' : 'public_words' };
}

/**
 * How those of a list are found that have all the words. Where few tickets come into question (one's own, those in the bin,
 * those of a requester) each is looked up; else the words lead, see `wordFinder`.
 */
export function searching(
  list: Omit<ListQuery, 'select' | 'from'>,
  { query, words }: Asked,
  isNarrow: boolean,
): Pick<ListQuery, 'where' | 'finder'> {
  const has = `(SELECT s.${words} @@ ${query} FROM ticket_search s WHERE s.ticket_id = t.id)`;
  if (isNarrow) return { where: [...list.where, has] };
  return { where: list.where, finder: wordFinder(list, { query, has }) };
}
