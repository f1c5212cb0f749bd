import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isStaffRole, phaseOf, PHASES, PRIORITIES, SIDES, STATUS_CODES } from '@deskhand/shared';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, moved, type PageOf, type Somebody, type Ticket } from '../app/builders.js';

type Filters = Readonly<Record<string, string>>;
type Fit = (ticket: Ticket, reader: Somebody) => boolean;

const SORTS = ['createdAt', 'updatedAt', 'priority', 'number'].flatMap((key) => [key, `-${key}`]);
const ROUNDS = 100;

/** Numbers that look like chance and are the same in every run, so that what fails fails again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('lists of tickets, whatever they are filtered and sorted by', () => {
  let app: TestApp;
  let readers: readonly Somebody[];
  let everything: Ticket[];
  let unread: Map<string, ReadonlySet<string>>;
  let watched: Map<string, ReadonlySet<string>>;
  const pick = chance(20_261_123);
  const one = <T>(of: readonly T[]): T => of[pick(of.length)]!;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => pick(3) === 0);

  beforeAll(async () => {
    app = await startApp();
    const emma = await aUser(app, 'employee', 'Emma');
    const otto = await aUser(app, 'employee', 'Otto');
    const liam = await aUser(app, 'agent', 'Liam');
    const mia = await aUser(app, 'agent', 'Mia');
    readers = [emma, otto, liam, mia];
    const { body: categories } = await liam.api.get<PageOf<{ id: string }>>('/categories');
    for (let nth = 0; nth < 60; nth += 1) {
      const by = one([emma, emma, otto, liam]);
      const other = by === emma ? otto : emma;
      const ticket = await aTicket(by, {
        subject: `Ticket ${nth}`,
        priority: one(['low', 'normal', 'high']),
        ...(pick(2) ? { categoryId: one(categories.items.slice(0, 3)).id } : {}),
      });
      if (pick(4) === 0) await by.api.post(`/tickets/${ticket.id}/watchers`, { email: other.email });
      const staff = by === liam ? mia : one([liam, mia]);
      if (pick(2))
        await staff.api.post(`/tickets/${ticket.id}/comments`, { body: 'Is it on?', internal: pick(3) === 0 });
      if (pick(2)) await by.api.post(`/tickets/${ticket.id}/comments`, { body: 'It is.' });
      const isResolved = pick(2) === 0;
      if (isResolved) await moved(staff, ticket, { status: 'resolved' });
      if (pick(3) === 0) await by.api.put(`/tickets/${ticket.id}/read`);
      if (isResolved && pick(8) === 0) await moved(by, ticket, { status: 'in_progress' });
    }
    // Whole hours make ties. Nothing is changed before it is created.
    await app.dataSource.query(`UPDATE tickets SET
      created_at = date_trunc('hour', created_at) - (number * 37 % 50) * interval '7 hours',
      updated_at = date_trunc('hour', created_at) - (number * 37 % 50) * interval '7 hours' + (number * 11 % 9) * interval '20 hours'`);
    const { body } = await liam.api.get<PageOf<Ticket>>('/tickets?limit=100&sort=number');
    everything = body.items;
    const idsOf = async (table: string): Promise<Map<string, ReadonlySet<string>>> => {
      const rows: { user_id: string; ids: string[] }[] = await app.dataSource.query(
        `SELECT user_id, array_agg(ticket_id) AS ids FROM ${table} GROUP BY user_id`,
      );
      return new Map(rows.map(({ user_id, ids }) => [user_id, new Set(ids)]));
    };
    unread = await idsOf('unread_tickets');
    watched = await idsOf('ticket_watchers');
  }, 120_000);
  afterAll(() => app.close());

  /** A few filters, and which tickets fit them. */
  function someFilters(): { filters: Filters; fits: Fit } {
    const chosen: (readonly [string, string, Fit])[] = [];
    const add = (name: string, value: string, holds: Fit): void => {
      if (value !== '') chosen.push([name, value, holds]);
    };
    const time = one(everything);
    const person = one(readers).id;
    const status = some(STATUS_CODES);
    const phase = some(PHASES);
    const priority = some(PRIORITIES);
    const category = some([...new Set(everything.flatMap((ticket) => ticket.category?.id ?? []))]);
    const turn = one(SIDES);
    const candidates = [
      () => add('status', status.join(','), (ticket) => status.includes(ticket.status)),
      () => add('phase', phase.join(','), (ticket) => phase.includes(phaseOf(ticket.status))),
      () => add('priority', priority.join(','), (ticket) => priority.includes(ticket.priority)),
      () => add('category', category.join(','), (ticket) => category.includes(ticket.category?.id ?? '')),
      () => add('assignee', 'none', (ticket) => ticket.assignee === null),
      () => add('assignee', person, (ticket) => ticket.assignee?.id === person),
      () => add('assignee', 'me', (ticket, reader) => ticket.assignee?.id === reader.id),
      () => add('requester', person, (ticket) => ticket.requester.id === person),
      () => add('watching', 'true', ({ id }, reader) => watched.get(reader.id)?.has(id) ?? false),
      () => add('unread', 'true', ({ id }, reader) => unread.get(reader.id)?.has(id) ?? false),
      () => add('turn', turn, (ticket) => ticket.turn === turn),
      () => add('createdFrom', time.createdAt, (ticket) => ticket.createdAt >= time.createdAt),
      () => add('createdTo', time.createdAt, (ticket) => ticket.createdAt < time.createdAt),
      () => add('updatedFrom', time.updatedAt, (ticket) => ticket.updatedAt >= time.updatedAt),
      () => add('updatedTo', time.updatedAt, (ticket) => ticket.updatedAt < time.updatedAt),
    ];
    for (let nth = pick(4); nth > 0; nth -= 1) one(candidates)();
    const last = new Map(chosen.map(([name, ...rest]) => [name, rest] as const));
    return {
      filters: Object.fromEntries([...last].map(([name, [value]]) => [name, value])),
      fits: (ticket, reader) => [...last.values()].every(([, holds]) => holds(ticket, reader)),
    };
  }

  function visible(reader: Somebody): Ticket[] {
    const sees = (ticket: Ticket): boolean =>
      isStaffRole(reader.role) ||
      ticket.requester.id === reader.id ||
      (watched.get(reader.id)?.has(ticket.id) ?? false);
    return everything.filter(sees);
  }

  /** Every page from the first to the last, and back again. */
  async function allPages(reader: Somebody, query: string): Promise<{ forwards: Ticket[]; backwards: Ticket[] }> {
    const page = async (cursor: string | null): Promise<PageOf<Ticket>> => {
      const answer = await reader.api.get<PageOf<Ticket>>(`/tickets?${query}${cursor ? `&cursor=${cursor}` : ''}`);
      expect(answer.status).toBe(200);
      return answer.body;
    };
    let at = await page(null);
    const forwards = [...at.items];
    while (at.nextCursor) forwards.push(...(at = await page(at.nextCursor)).items);
    const backwards = [...at.items];
    while (at.previousCursor) backwards.unshift(...(at = await page(at.previousCursor)).items);
    return { forwards, backwards };
  }

  it('give those that fit, in their order, each once, forwards and backwards, and count them', async () => {
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      const { filters, fits } = someFilters();
      const reader = one(readers);
      const sort = one(SORTS);
      const situation = `${reader.name}: ${JSON.stringify(filters)} by ${sort}`;
      const expected = visible(reader).filter((ticket) => fits(ticket, reader));
      expected.sort(inOrder(sort));
      const query = new URLSearchParams({ ...filters, sort, limit: '7' }).toString();
      const { forwards, backwards } = await allPages(reader, query);
      const numbers = (tickets: readonly Ticket[]): number[] => tickets.map(({ number }) => number);
      expect([situation, numbers(forwards)]).toEqual([situation, numbers(expected)]);
      expect([situation, numbers(backwards)]).toEqual([situation, numbers(expected)]);
      const { body } = await reader.api.get<PageOf<Ticket>>(`/tickets?${query}&total=true`);
      expect([situation, body.total]).toEqual([situation, { value: expected.length, relation: 'eq' }]);
    }
  }, 120_000);

  it('repeat and miss nothing of what was there while others file tickets', async () => {
    const [, otto, liam] = readers as [Somebody, Somebody, Somebody];
    for (const filters of ['', 'turn=staff&priority=normal,high', 'phase=new,active,waiting', 'assignee=none']) {
      const before = await allPages(liam, `${filters}&limit=7`);
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const { body }: { body: PageOf<Ticket> } = await liam.api.get<PageOf<Ticket>>(
          `/tickets?${filters}&limit=7${cursor ? `&cursor=${cursor}` : ''}`,
        );
        seen.push(...body.items.map(({ number }) => number));
        cursor = body.nextCursor;
        await aTicket(otto, { subject: 'Filed in between' });
      } while (cursor);
      expect(seen).toEqual(before.forwards.map(({ number }) => number));
    }
  });
});

function inOrder(sort: string): (one: Ticket, other: Ticket) => number {
  const key = sort.replace('-', '');
  const direction = sort.startsWith('-') ? -1 : 1;
  const value = (ticket: Ticket): string | number =>
    key === 'priority'
      ? PRIORITIES.indexOf(ticket.priority)
      : key === 'number'
        ? ticket.number
        : key === 'createdAt'
          ? ticket.createdAt
          : ticket.updatedAt;
  return (one, other) => {
    const [left, right] = [value(one), value(other)];
    if (left === right) return other.number - one.number;
    return left < right ? -direction : direction;
  };
}
