import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type PageOf, type Somebody, type Ticket } from '../app/builders.js';

const TICKETS = 26_000;
/** More than are walked lie after the first of these; the words of each are told by its place. */
const TEXT = `'please'
  || CASE WHEN i <= 150 THEN ' bygone' ELSE '' END || CASE WHEN i % 5000 = 0 THEN ' seldom' ELSE '' END
  || CASE WHEN i % 2 = 0 THEN ' even' ELSE ' odd' END`;

describe('paging through what was found', () => {
  let app: TestApp;
  let liam: Somebody;
  let emma: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [liam, emma] = [await aUser(app, 'agent'), await aUser(app)];
    await app.dataSource.query(
      `INSERT INTO tickets (id, number, subject, description, status, priority, requester_id, creator_id, created_at, updated_at, version)
       SELECT gen_random_uuid(), i, 'Ticket', ${TEXT}, CASE WHEN i <= 120 THEN 'on_hold' ELSE 'submitted' END, i % 4, $2, $2,
         '2025-01-01'::timestamptz + i / 3 * interval '1 minute', '2026-01-01'::timestamptz - i * interval '1 minute', 1
       FROM generate_series(1, $1::int) AS i`,
      [TICKETS, emma.id],
    );
    await app.dataSource.query('INSERT INTO ticket_search SELECT * FROM searchable_tickets');
    await app.dataSource.query('ANALYZE tickets, ticket_search');
  });
  afterAll(() => app.close());

  const numbersOf = ({ items }: PageOf<Ticket>): number[] => items.map(({ number }) => number);

  async function page(by: Somebody, query: string, cursor: string | null): Promise<PageOf<Ticket>> {
    const { status, body } = await by.api.get<PageOf<Ticket>>(`/tickets?${query}${cursor ? `&cursor=${cursor}` : ''}`);
    expect(status).toBe(200);
    return body;
  }

  const byAge = (a: number, b: number): number => Math.floor(b / 3) - Math.floor(a / 3) || b - a;
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

  /** Words by which each step of the finder is taken: hits of the walk, hits of the index, and what lies beyond both. */
  it.each([
    [
      'q=seldom',
      upTo(TICKETS)
        .filter((i) => i % 5000 === 0)
        .sort(byAge),
    ],
    ['q=bygone', upTo(150).sort(byAge)],
    [
      'q=bygone even&priority=high',
      upTo(150)
        .filter((i) => i % 4 === 2)
        .sort(byAge),
    ],
    ['q=please&status=on_hold', upTo(120).sort(byAge)],
    [
      'q=please&status=on_hold&sort=createdAt',
      upTo(120).sort((a, b) => -byAge(Math.floor(a / 3) * 3, Math.floor(b / 3) * 3) || b - a),
    ],
    ['q=bygone&sort=number', upTo(150)],
    ['q=bygone&sort=-updatedAt', upTo(150)],
    ['q=bygone&sort=updatedAt', upTo(150).reverse()],
    ['q=bygone&sort=-priority', upTo(150).sort((a, b) => (b % 4) - (a % 4) || b - a)],
    ['q=even odd', []],
  ])('finds each once, forwards and backwards: %s', async (query, expected) => {
    for (const by of [liam, emma]) {
      const there: number[] = [];
      let at = await page(by, `${query}&limit=17`, null);
      for (; at.nextCursor; at = await page(by, `${query}&limit=17`, at.nextCursor)) there.push(...numbersOf(at));
      expect([...there, ...numbersOf(at)]).toEqual(expected);
      const back: number[] = numbersOf(at);
      while (at.previousCursor) {
        at = await page(by, `${query}&limit=17`, at.previousCursor);
        back.unshift(...numbersOf(at));
      }
      expect(back).toEqual(expected);
    }
  });

  it('goes on where a page of a common word ends', async () => {
    const first = await page(liam, 'q=please&limit=100', null);
    const second = await page(liam, 'q=please&limit=100', first.nextCursor);
    const newest = upTo(TICKETS).sort(byAge).slice(0, 200);
    expect([...numbersOf(first), ...numbersOf(second)]).toEqual(newest);
    expect(numbersOf(await page(liam, 'q=please&limit=100', second.previousCursor))).toEqual(newest.slice(0, 100));
  });

  it('counts as far as it may, and says so', async () => {
    const total = async (query: string): Promise<unknown> => (await page(liam, `${query}&total=true`, null)).total;
    expect(await total('q=please')).toEqual({ value: 10_000, relation: 'gte' });
    expect(await total('q=bygone')).toEqual({ value: 150, relation: 'eq' });
    expect(await total('q=bygone&status=on_hold')).toEqual({ value: 120, relation: 'eq' });
    expect(await total('q=please&priority=normal')).toMatchObject({ relation: 'gte' });
  });

  it('P02 does not ask the index where the page is full', async () => {
    const statements: { query: string; parameters: unknown[] }[] = [];
    const { logger } = app.dataSource;
    app.dataSource.setOptions({ logging: ['query'] });
    app.dataSource.logger = Object.assign(Object.create(logger) as typeof logger, {
      logQuery: (query: string, parameters: unknown[] = []) => void statements.push({ query, parameters }),
    });
    for (const query of ['q=please', 'q=please&status=submitted', 'q=please&sort=-updatedAt'])
      await page(liam, query, null);
    app.dataSource.logger = logger;
    const searches = statements.filter(({ query }) => query.includes('search_query'));
    expect(searches).toHaveLength(3);
    for (const { query, parameters } of searches) {
      const plan: { 'QUERY PLAN': string }[] = await app.dataSource.query(
        `EXPLAIN (ANALYZE, COSTS OFF) ${query}`,
        parameters,
      );
      const lines = plan.map((row) => row['QUERY PLAN']);
      const hits = lines.slice(lines.findIndex((line) => line.includes('CTE hits')));
      expect(
        lines.filter(
          (line) => line.includes('Bitmap Index Scan on ticket_search_words') && !line.includes('never executed'),
        ),
      ).toEqual([]);
      expect(hits[1]).toMatch(/never executed/);
      expect(lines.join()).toMatch(/Subquery Scan on beyond.*never executed|Result.*never executed/);
    }
  });
});
