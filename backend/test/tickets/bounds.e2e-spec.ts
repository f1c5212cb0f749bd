import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aPerson, aUser, type Person, type Somebody } from '../app/builders.js';
import { recordStatements, rowsRead } from '../app/plans.js';

const TICKETS = 200_000;
/** As many as one statement makes well within its time. */
const BATCH = 20_000;
const OPEN = 'phase=new,active,waiting';

/**
 * Two years of an IT department: nearly everything closed, what is open mostly new, a few old tickets on hold, agents of
 * whom some do more than others. The newest are at the end of the series.
 */
const FILL = `
  INSERT INTO tickets (id, subject, description, status, priority, category_id, requester_id, creator_id, assignee_id,
    created_at, updated_at, last_reply_by, version)
  SELECT gen_random_uuid(), 'Printer ' || nth, 'It jams.',
    CASE WHEN nth > $1::int * 0.98 AND nth % 9 < 4
           THEN (ARRAY['submitted', 'in_progress', 'in_progress', 'waiting_requester'])[1 + nth % 4]
         WHEN nth % 997 = 0 THEN 'on_hold'
         WHEN nth > $1::int * 0.993 THEN 'resolved'
         WHEN nth % 20 = 0 THEN 'cancelled' ELSE 'closed' END,
    CASE nth % 40 WHEN 0 THEN 3 WHEN 1 THEN 2 WHEN 2 THEN 2 WHEN 3 THEN 0 ELSE 1 END,
    (ARRAY(SELECT id FROM categories ORDER BY position))[1 + (nth * 7 % 61) % 8],
    ($2::uuid[])[1 + nth % 500], ($2::uuid[])[1 + nth % 500],
    CASE WHEN nth > $1::int * 0.99 AND nth % 2 = 0 OR nth % 90 = 0 THEN NULL
         ELSE ($3::uuid[])[1 + (nth * 13 % 101) % 10] END,
    created_at, created_at + (nth * 37 % 480) * interval '1 hour',
    (ARRAY['staff', 'staff', 'requester', NULL])[1 + nth % 4], 1
  FROM generate_series($5::int, $6::int) AS nth,
    LATERAL (SELECT $4::timestamptz - ($1::int - nth) * interval '5 minutes' - interval '21 days' AS created_at) AS time`;

describe('P03 lists of two hundred thousand tickets', () => {
  let app: TestApp;
  let agent: Somebody;
  let employee: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [agent, employee] = await Promise.all([aUser(app, 'agent'), aUser(app)]);
    const people = (role: Person['role'], count: number): Promise<{ id: string }[]> =>
      Promise.all(Array.from({ length: count }, () => aPerson(app, role)));
    const requesters = [employee, ...(await people('employee', 499))].map(({ id }) => id);
    const agents = [agent, ...(await people('agent', 9))].map(({ id }) => id);
    for (let first = 1; first <= TICKETS; first += BATCH) {
      const values = [TICKETS, requesters, agents, app.clock.now(), first, first + BATCH - 1];
      await app.dataSource.query(FILL, values);
    }
    for (const [table, ticket] of [
      [
        'ticket_watchers (email, created_at, user_id, ticket_id)',
        "'a' || number || '@example.org', now(), $1::uuid, id",
      ],
      ['unread_tickets (since, user_id, ticket_id)', 'now(), $1::uuid, id'],
    ] as const) {
      await app.dataSource.query(
        `INSERT INTO ${table} SELECT ${ticket} FROM tickets WHERE number % 10007 = 0 OR number > ${TICKETS} + 700`,
        [table.startsWith('unread') ? agent.id : employee.id],
      );
    }
    await app.dataSource.query('VACUUM ANALYZE tickets, ticket_watchers, unread_tickets, users, statuses, categories');
  }, 180_000);
  afterAll(() => app.close());

  async function mostRowsOf(by: Somebody, query: string): Promise<number> {
    const statements = await recordStatements(app, async () => {
      expect((await by.api.get(`/tickets?${query}`)).status).toBe(200);
    });
    const rows: number[] = [];
    for (const statement of statements) rows.push(await rowsRead(app, statement));
    return Math.max(...rows);
  }

  const category = async (): Promise<string> =>
    (await agent.api.get<{ items: { id: string }[] }>('/categories')).body.items[2]!.id;

  it.each([
    ['the newest', ''],
    ['the oldest', 'sort=createdAt'],
    ['the last changed', 'sort=-updatedAt'],
    ['the most urgent', 'sort=-priority'],
    ['the least urgent', 'sort=priority'],
    ['two priorities, the least urgent first', 'priority=low,high&sort=priority'],
    ['by number', 'sort=number'],
    ['my open ones', `assignee=me&${OPEN}`],
    ['the unassigned', `assignee=none&${OPEN}`],
    ['all open ones', OPEN],
    ['the waiting', 'phase=waiting'],
    ['the recently resolved', 'status=resolved&sort=-updatedAt'],
    ['one status', 'status=cancelled'],
    ['a rare status', 'status=on_hold'],
    ['one priority', 'priority=urgent'],
    ['two priorities', 'priority=low,high'],
    ['mine', 'assignee=me'],
    ['those of nobody', 'assignee=none'],
    ['what I have not read', 'unread=true'],
    ['what waits for staff', 'turn=staff'],
    ['what waits for requesters', 'turn=requester'],
    ['of one number', 'number=120000'],
    ['created this year', 'createdFrom=2026-01-01'],
    ['created long ago', 'createdTo=2025-06-01'],
    ['changed lately', `updatedFrom=${new Date(Date.now() - 40 * 86_400_000).toISOString()}`],
    ['not changed for long', 'updatedTo=2025-06-01'],
    ['nothing at all', 'createdTo=2001-01-01'],
  ])('reads at most 5,000 rows for %s', async (_what, query) => {
    expect(await mostRowsOf(agent, query)).toBeLessThanOrEqual(5_000);
  });

  it('reads at most 5,000 rows for one category and for one requester', async () => {
    expect(await mostRowsOf(agent, `category=${await category()}`)).toBeLessThanOrEqual(5_000);
    expect(await mostRowsOf(agent, `requester=${employee.id}`)).toBeLessThanOrEqual(5_000);
  });

  it.each(['', 'watching=true', 'phase=done', 'sort=-updatedAt', 'sort=priority', 'sort=-number'])(
    'reads at most 5,000 rows for what an employee filed and watches: %s',
    async (query) => {
      expect(await mostRowsOf(employee, query)).toBeLessThanOrEqual(5_000);
    },
  );

  it('reads as little for a page far away', async () => {
    const middle = new Date(app.clock.now().getTime() - (TICKETS / 2) * 300_000).toISOString();
    const { body } = await agent.api.get<{ nextCursor: string }>(`/tickets?createdTo=${middle}&sort=-createdAt`);
    const next = `createdTo=${middle}&cursor=${body.nextCursor}`;
    expect(await mostRowsOf(agent, next)).toBeLessThanOrEqual(5_000);
  });

  it.each(['', OPEN, 'assignee=me', 'status=closed&priority=urgent', `turn=staff&priority=low&sort=updatedAt`])(
    'looks at no more than 50,000 rows for a total: %s',
    async (query) => {
      const total = await mostRowsOf(agent, `${query}&limit=1&total=true`);
      expect(total).toBeLessThanOrEqual(50_000);
    },
  );

  it('looks at few rows for the counts of standing views, and at no more than 50,000 for each saved one', async () => {
    const ofCounts = async (): Promise<number> => {
      app.clock.advance(20_000);
      const statements = await recordStatements(app, () => agent.api.get('/views/counts'));
      expect(statements).toHaveLength(3);
      return rowsRead(app, statements.at(-1)!);
    };
    expect(await ofCounts()).toBeLessThanOrEqual(8 * 2_000);
    const expensive = [
      { status: ['closed'], priority: ['urgent'] },
      { turn: 'staff', priority: ['low'] },
      { updatedTo: '2026-01-01', phase: ['done'] },
    ];
    for (const filters of expensive) await agent.api.post('/views', { name: 'Slow', filters });
    expect(await ofCounts()).toBeLessThanOrEqual(expensive.length * 50_001 + 8 * 2_000);
  });
});
