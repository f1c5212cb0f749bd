import type { EntityManager } from 'typeorm';
import { planPage } from '../../platform/database/keyset.js';
import type { ListQuery, ListTable } from '../../platform/database/list-query.js';
import { keysQuery } from '../../platform/database/page-query.js';
import { type Page, type PageRequest, totalOfPage } from '../../platform/database/read-page.js';
import { Problem } from '../../platform/problems.js';
import type { Asked } from './word-search.js';

/** The newest hits that are ranked. */
const RANKED = 1_000;

type RankedList = ListQuery & { readonly table: ListTable; readonly asked: Asked | null };

/**
 * The best of the newest hits as one page: words of the subject count most, then the newest first.
 *
 * @throws Problem `invalid_query` where no words are asked for, and for a cursor: there is no next page
 */
export async function readBest<Row>(manager: EntityManager, list: RankedList, page: PageRequest): Promise<Page<Row>> {
  if (!list.asked) throw unfit('/sort', 'relevance needs q: name the words that it goes by.');
  if (page.cursor !== undefined) throw unfit('/cursor', 'The best hits are one page; leave the cursor out.');
  const values = [...list.parameters, ...(list.shown ?? [])];
  const items: Row[] = await manager.query(bestQuery(list, list.asked, page.limit), values);
  const total = page.total ? { total: await totalOfPage(manager, list, items.length < page.limit ? items : null) } : {};
  return { items, nextCursor: null, previousCursor: null, ...total };
}

function bestQuery(list: RankedList, { query, words }: Asked, limit: number): string {
  const newest = keysQuery(list, planPage(list.sort, null, 1), RANKED);
  return `WITH newest AS MATERIALIZED (${newest}), best AS MATERIALIZED (
      SELECT ticket_id, created_at, number, ts_rank(ranked.${words}, ${query}) AS rank
      FROM newest CROSS JOIN LATERAL (SELECT * FROM ticket_search s WHERE s.ticket_id = newest.key OFFSET 0) AS ranked
      ORDER BY rank DESC, created_at DESC, number DESC LIMIT ${limit}
    )
    SELECT ${list.select} FROM ${list.from} JOIN best ON best.ticket_id = t.id
    WHERE t.id = ANY (ARRAY(SELECT ticket_id FROM best))
    ORDER BY best.rank DESC, best.created_at DESC, best.number DESC`;
}

function unfit(pointer: string, detail: string): Problem {
  return new Problem('invalid_query', detail, { errors: [{ pointer, code: 'relevance', detail }] });
}
