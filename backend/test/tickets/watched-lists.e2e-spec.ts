import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PRIORITIES } from '@deskhand/shared';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, moved, type PageOf, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { countStatements } from '../app/statements.js';

type Page = PageOf<Ticket>;

const rank = ({ priority }: Ticket): number => PRIORITIES.indexOf(priority);
const newestFirst = (a: Ticket, b: Ticket): number => b.number - a.number;

describe('lists of own and watched tickets', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  /** What Emma may see: her own, and those of Otto that she watches. */
  let mine: Ticket[];
  let watched: Ticket[];

  beforeAll(async () => {
    app = await startApp();
    [emma, otto, liam] = await Promise.all([aUser(app), aUser(app), aUser(app, 'agent')]);
    for (let nth = 0; nth < 26; nth += 1) {
      const by = nth % 5 < 2 ? emma : otto;
      const ticket = await aTicket(by, { subject: `Ticket ${nth}`, priority: PRIORITIES[nth % 3] ?? 'low' });
      if (by === otto && nth % 2 === 0) await watch(otto, ticket, emma);
      // A colleague who watches the same tickets makes no row come twice.
      if (nth % 3 === 0) await watch(by, ticket, liam);
    }
    // Equal times make ties across both branches, which go by number.
    await app.dataSource.query(
      "UPDATE tickets SET created_at = date_trunc('second', created_at), updated_at = date_trunc('second', updated_at)",
    );
    const all = (await liam.api.get<Page>('/tickets?limit=100')).body.items;
    const ids: { ticket_id: string }[] = await app.dataSource.query(
      'SELECT ticket_id FROM ticket_watchers WHERE user_id = $1',
      [emma.id],
    );
    watched = all.filter(({ id }) => ids.some(({ ticket_id }) => ticket_id === id));
    mine = all.filter(({ requester }) => requester.id === emma.id);
  });
  afterAll(() => app.close());

  async function watch(by: Somebody, { id }: Ticket, who: Somebody): Promise<void> {
    const { status } = await by.api.post(`/tickets/${id}/watchers`, { email: who.email });
    if (status !== 201) throw new Error('could not add a watcher');
  }

  /** All pages forwards, then all of them backwards from the last one. */
  async function walk(by: Somebody, query: string): Promise<{ forwards: string[][]; backwards: string[][] }> {
    const read = async (cursor: string | null): Promise<Page> => {
      const { status, body } = await by.api.get<Page>(`/tickets?limit=4&${query}${cursor ? `&cursor=${cursor}` : ''}`);
      expect(status).toBe(200);
      return body;
    };
    const idsOf = ({ items }: Page): string[] => items.map(({ id }) => id);
    let page = await read(null);
    const forwards = [idsOf(page)];
    while (page.nextCursor) forwards.push(idsOf((page = await read(page.nextCursor))));
    const backwards = [idsOf(page)];
    while (page.previousCursor) backwards.unshift(idsOf((page = await read(page.previousCursor))));
    return { forwards, backwards };
  }

  it.each([
    ['-createdAt', (a: Ticket, b: Ticket) => b.createdAt.localeCompare(a.createdAt) || newestFirst(a, b)],
    ['createdAt', (a: Ticket, b: Ticket) => a.createdAt.localeCompare(b.createdAt) || newestFirst(a, b)],
    ['-updatedAt', (a: Ticket, b: Ticket) => b.updatedAt.localeCompare(a.updatedAt) || newestFirst(a, b)],
    ['updatedAt', (a: Ticket, b: Ticket) => a.updatedAt.localeCompare(b.updatedAt) || newestFirst(a, b)],
    ['-priority', (a: Ticket, b: Ticket) => rank(b) - rank(a) || newestFirst(a, b)],
    ['priority', (a: Ticket, b: Ticket) => rank(a) - rank(b) || newestFirst(a, b)],
    ['-number', newestFirst],
    ['number', (a: Ticket, b: Ticket) => a.number - b.number],
  ] as const)(
    'merge in the order of %s, none twice and none left out, forwards and backwards',
    async (sort, compare) => {
      const expected = [...mine, ...watched].sort(compare).map(({ id }) => id);
      const { forwards, backwards } = await walk(emma, `sort=${sort}`);
      expect(forwards.flat()).toEqual(expected);
      expect(backwards.flat()).toEqual(expected);
      expect(forwards.slice(0, -1).every((page) => page.length === 4)).toBe(true);
    },
  );

  it('count both, and each by itself', async () => {
    expect([mine.length, watched.length]).toEqual([11, 8]);
    const total = async (by: Somebody, query: string): Promise<unknown> =>
      (await by.api.get<Page>(`/tickets?limit=1&total=true&${query}`)).body.total;
    expect(await total(emma, '')).toEqual({ value: mine.length + watched.length, relation: 'eq' });
    expect(await total(emma, 'requester=me')).toEqual({ value: mine.length, relation: 'eq' });
    expect(await total(emma, 'watching=true')).toEqual({ value: watched.length, relation: 'eq' });
    expect(await total(emma, 'watching=true&requester=me')).toEqual({ value: 0, relation: 'eq' });
    expect(await total(emma, `requester=${otto.id}`)).toEqual({ value: watched.length, relation: 'eq' });
  });

  it('show with watching=true what each role watches, and nothing else', async () => {
    const ids = async (by: Somebody): Promise<string[]> => (await walk(by, 'watching=true')).forwards.flat();
    expect(await ids(emma)).toEqual(watched.map(({ id }) => id));
    expect(await ids(otto)).toEqual([]);
    const rows: { ticket_id: string }[] = await app.dataSource.query(
      'SELECT ticket_id FROM ticket_watchers WHERE user_id = $1',
      [liam.id],
    );
    expect(new Set(await ids(liam))).toEqual(new Set(rows.map(({ ticket_id }) => ticket_id)));
    const ada = await aUser(app, 'admin');
    expect(await ids(ada)).toEqual([]);
    await watch(liam, watched[0]!, ada);
    expect(await ids(ada)).toEqual([watched[0]!.id]);
  });

  it('filter both alike', async () => {
    const done = await moved(liam, watched.at(-1)!, { status: 'resolved' });
    const { forwards } = await walk(emma, 'status=resolved');
    expect(forwards).toEqual([[done.id]]);
    const high = [...mine, ...watched].filter(({ priority }) => priority === 'normal');
    expect((await walk(emma, 'priority=normal')).forwards.flat().sort()).toEqual(high.map(({ id }) => id).sort());
  });

  it('refuse a cursor of another person, of another choice, and of staff', async () => {
    const cursorOf = async (by: Somebody, query = ''): Promise<string> =>
      (await by.api.get<Page>(`/tickets?limit=1${query}`)).body.nextCursor ?? '';
    const refused = [
      emma.api.get<Problem>(`/tickets?limit=1&cursor=${await cursorOf(otto)}`),
      emma.api.get<Problem>(`/tickets?limit=1&cursor=${await cursorOf(liam)}`),
      emma.api.get<Problem>(`/tickets?limit=1&cursor=${await cursorOf(emma, '&watching=true')}`),
      emma.api.get<Problem>(`/tickets?limit=1&watching=true&cursor=${await cursorOf(liam, '&watching=true')}`),
      liam.api.get<Problem>(`/tickets?limit=1&watching=true&cursor=${await cursorOf(emma, '&watching=true')}`),
    ];
    for (const { status, body } of await Promise.all(refused)) {
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/cursor']);
    }
  });

  it('P04 take two statements with the check of the session, three with the total; so do the watchers of a ticket', async () => {
    expect(await countStatements(app, () => emma.api.get('/tickets?limit=25'))).toBe(2);
    expect(await countStatements(app, () => emma.api.get('/tickets?limit=2&total=true'))).toBe(3);
    expect(await countStatements(app, () => emma.api.get(`/tickets/${watched[0]!.id}`))).toBe(2);
    expect(await countStatements(app, () => emma.api.get(`/tickets/${watched[0]!.id}/watchers`))).toBe(3);
  });
});
