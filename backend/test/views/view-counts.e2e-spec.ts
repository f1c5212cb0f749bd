import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PRIORITIES, SIDES, STATUS_CODES, VIEW_COUNT_LIMIT } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { plainToInstance } from 'class-transformer';
import { newId } from '../../src/platform/ids.js';
import { TicketFilters } from '../../src/tickets/lists/ticket-query.dto.js';
import { viewCountQuery, type ViewCountRow } from '../../src/tickets/views/view-count-query.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, type PageOf, type Somebody, type Ticket } from '../app/builders.js';
import { DESCRIPTION } from '../app/description.js';
import { countStatements } from '../app/statements.js';

type Counts = components['schemas']['ViewCountsDto'];
type View = components['schemas']['ViewDto'];

const FILE = `INSERT INTO tickets (id, subject, description, status, priority, category_id, requester_id, creator_id, assignee_id,
    created_at, updated_at, version)
  SELECT gen_random_uuid(), 'Made', 'Up', ($1::text[])[1 + n % 7], n / 7 % 4,
    CASE WHEN n % 3 = 0 THEN $2::uuid END, $3, $3, CASE WHEN n % 2 = 0 THEN $4::uuid END, now(), now(), 1
  FROM generate_series(0, $5 - 1) n`;

describe('the counts of views', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let category: string;

  beforeAll(async () => {
    app = await startApp();
    [emma, otto] = [await aUser(app, 'employee', 'Emma'), await aUser(app, 'employee', 'Otto')];
    liam = await aUser(app, 'agent', 'Liam');
    const rows: { id: string }[] = await app.dataSource.query('SELECT id FROM categories LIMIT 1');
    category = rows[0]!.id;
    await app.dataSource.query(FILE, [STATUS_CODES, category, emma.id, liam.id, 200]);
  });
  afterAll(() => app.close());

  /** Counted anew, whatever was remembered. */
  async function countsOf(reader: Somebody): Promise<Counts> {
    app.clock.advance(20_000);
    return (await reader.api.get<Counts>('/views/counts')).body;
  }

  async function totalOf(reader: Somebody, filters: Readonly<Record<string, unknown>>): Promise<unknown> {
    const given = Object.entries(filters).map(([name, value]) => [name, String(value)] as const);
    const parameters = new URLSearchParams(Object.fromEntries(given));
    const answer = await reader.api.get<PageOf<Ticket>>(`/tickets?limit=1&total=true&${parameters.toString()}`);
    if (answer.status !== 200) throw new Error(`${parameters.toString()}: ${answer.text}`);
    return answer.body.total;
  }

  /** A value for each filter that the list has, as its description gives it. */
  function samples(): [string, readonly unknown[]][] {
    const { properties = {} } = DESCRIPTION.components.schemas.ViewFiltersDto ?? {};
    const known: Record<string, readonly unknown[]> = {
      status: STATUS_CODES.map((code) => [code]),
      phase: [['new'], ['active', 'waiting'], ['done']],
      priority: PRIORITIES.map((code) => [code]),
      category: [[category], [newId()]],
      assignee: ['me', 'none', liam.id],
      requester: ['me', emma.id, newId()],
      number: ['7', '999999'],
      turn: SIDES,
    };
    return Object.entries(properties).map(([name, { type, example }]) => [
      name,
      known[name] ?? [type === 'boolean' ? true : example],
    ]);
  }

  it('are those of the list, for every filter and for any of them together', async () => {
    const each = samples().flatMap(([name, values]) => values.map((value) => ({ [name]: value })));
    const some = Array.from({ length: 30 }, (_, at) => {
      const chosen = samples().filter(([name]) => (at * 7 + name.length * 5) % 3 === 0);
      return Object.fromEntries(chosen.map(([name, values]) => [name, values[at % values.length]]));
    });
    const lists = [{}, ...each, ...some];
    expect(lists.filter((list) => Object.keys(list).length > 1).length).toBeGreaterThan(15);
    for (const reader of [liam, emma, otto]) {
      const filters = lists.map((list) => plainToInstance(TicketFilters, list));
      const { text, parameters } = viewCountQuery(reader, filters);
      const rows: ViewCountRow[] = await app.dataSource.query(text, parameters);
      for (const { at, value, cut } of rows) {
        const { value: total } = (await totalOf(reader, lists[at]!)) as { value: number };
        expect([reader.name, lists[at], value, cut]).toEqual([reader.name, lists[at], total, false]);
      }
    }
  });

  it('go with the views: the standing ones, and for staff the saved ones', async () => {
    const saved = await liam.api.post<View>('/views', { name: 'High', filters: { priority: ['high'] } });
    const { standing } = (await liam.api.get<components['schemas']['ViewListDto']>('/views')).body;
    const { items } = await countsOf(liam);
    expect(items.map(({ id }) => id)).toEqual([...standing.map(({ id }) => id), saved.body.id]);
    for (const { id, filters } of [...standing, saved.body]) {
      const total = (await totalOf(liam, { ...filters })) as object;
      expect(items.find((item) => item.id === id)).toEqual({ id, ...total });
    }
  });

  it('leave out a view whose filters mean nothing any more, and count the others', async () => {
    const mia = await aUser(app, 'agent', 'Mia');
    const { body } = await mia.api.post<View>('/views', { name: 'Old', filters: {} });
    await app.dataSource.query(`UPDATE saved_views SET filters = '{"turn":"cook"}' WHERE id = $1`, [body.id]);
    const ids = (await countsOf(mia)).items.map(({ id }) => id);
    expect([ids.includes(body.id), ids.includes('my-open')]).toEqual([false, true]);
    await mia.api.delete(`/views/${body.id}`);
  });

  it('count what the reader sees and nothing else', async () => {
    const ticket = await aTicket(otto);
    await otto.api.post(`/tickets/${ticket.id}/watchers`, { email: emma.email });
    const own = await aTicket(otto);
    await otto.api.delete(`/tickets/${own.id}`, ifMatch(own));
    expect((await countsOf(otto)).items).toEqual([
      { id: 'mine', value: 1, relation: 'eq' },
      { id: 'watching', value: 0, relation: 'eq' },
    ]);
    expect((await countsOf(emma)).items).toContainEqual({ id: 'watching', value: 1, relation: 'eq' });
  });

  it('take three statements, the check of the session included, and one where they are remembered', async () => {
    app.clock.advance(20_000);
    expect(await countStatements(app, () => liam.api.get('/views/counts'))).toBe(3);
    expect(await countStatements(app, () => liam.api.get('/views/counts'))).toBe(1);
    expect(await countStatements(app, () => liam.api.get('/views'))).toBe(2);
    app.clock.advance(20_000);
    const tabs = Array.from({ length: 10 }, () => () => liam.api.get('/views/counts'));
    const statements = await countStatements(app, () => Promise.all(tabs.map((ask) => ask())));
    expect(statements).toBe(10 + 2);
  });

  it('tell of an own change at once, and of those of others after some seconds', async () => {
    const unassigned = async (): Promise<number> => {
      const { body } = await liam.api.get<Counts>('/views/counts');
      return body.items.find(({ id }) => id === 'unassigned')!.value;
    };
    app.clock.advance(20_000);
    const before = await unassigned();
    const ticket = await aTicket(emma);
    expect(await unassigned()).toBe(before);
    app.clock.advance(20_000);
    expect(await unassigned()).toBe(before + 1);
    await liam.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId: liam.id }, ifMatch(ticket));
    expect(await unassigned()).toBe(before);
  });

  it('end at the limit, and where there is too much to look at', async () => {
    await app.dataSource.query(FILE, [STATUS_CODES, category, otto.id, liam.id, 3_000]);
    const of = async (list: object, scan?: number): Promise<ViewCountRow> => {
      const filters = Object.assign(new TicketFilters(), list);
      const { text, parameters } = viewCountQuery(liam, [filters], scan);
      const rows: ViewCountRow[] = await app.dataSource.query(text, parameters);
      return rows[0]!;
    };
    const mine = { category: [category], priority: ['low'] };
    expect((await countsOf(liam)).items.find(({ id }) => id === 'all')).toEqual({
      ...{ id: 'all', value: VIEW_COUNT_LIMIT, relation: 'gte' },
    });
    const { value: exact } = (await totalOf(liam, mine)) as { value: number };
    expect(await of(mine)).toEqual({ at: 0, value: exact, cut: false });
    const cut = await of(mine, 100);
    expect([cut.value > 0, cut.value < 100, cut.cut]).toEqual([true, true, true]);
    const { value: all } = (await totalOf(liam, { category: [category] })) as { value: number };
    expect(await of(mine, all)).toEqual({ at: 0, value: exact, cut: false });
    expect((await of(mine, all - 1)).cut).toBe(true);
  });
});
