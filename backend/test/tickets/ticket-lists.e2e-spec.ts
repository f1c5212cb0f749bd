import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { maySee, PRIORITIES } from '@deskhand/shared';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, type PageOf, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { countStatements } from '../app/statements.js';

type Page = PageOf<Ticket>;

describe('lists of tickets', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  const filed: Ticket[] = [];

  beforeAll(async () => {
    app = await startApp();
    [emma, otto, liam] = await Promise.all([aUser(app), aUser(app), aUser(app, 'agent')]);
    for (let nth = 0; nth < 24; nth += 1) {
      const priority = PRIORITIES[nth % 3] ?? 'low';
      filed.push(await aTicket(nth % 4 === 0 ? otto : emma, { subject: `Ticket ${nth}`, priority }));
    }
    // Equal times make ties, which go by number.
    await app.dataSource.query("UPDATE tickets SET created_at = date_trunc('second', created_at)");
  });
  afterAll(() => app.close());

  async function walk(by: Somebody, query: string, between?: () => Promise<unknown>): Promise<Ticket[][]> {
    const pages: Ticket[][] = [];
    let cursor: string | null = null;
    do {
      const { status, body }: { status: number; body: Page } = await by.api.get<Page>(
        `/tickets?limit=5&${query}${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(status).toBe(200);
      pages.push(body.items);
      cursor = body.nextCursor;
      await between?.();
    } while (cursor);
    return pages;
  }

  it('show an employee his own tickets and staff all of them, as the rule says for each ticket', async () => {
    for (const reader of [emma, otto, liam]) {
      const seen = (await walk(reader, '')).flat().map(({ id }) => id);
      const allowed = filed.filter((ticket) =>
        maySee(reader, {
          requesterId: ticket.requester.id,
          status: ticket.status,
          watching: ticket.watching,
          answered: ticket.firstReplyAt !== null,
          deleted: ticket.deletedAt !== null,
        }),
      );
      expect(new Set(seen)).toEqual(new Set(allowed.map(({ id }) => id)));
      expect(seen).toHaveLength(allowed.length);
    }
  });

  it.each([
    ['-createdAt', (a: Ticket, b: Ticket) => b.createdAt.localeCompare(a.createdAt) || b.number - a.number],
    ['createdAt', (a: Ticket, b: Ticket) => a.createdAt.localeCompare(b.createdAt) || b.number - a.number],
    ['-updatedAt', (a: Ticket, b: Ticket) => b.updatedAt.localeCompare(a.updatedAt) || b.number - a.number],
    ['-priority', (a: Ticket, b: Ticket) => rank(b) - rank(a) || b.number - a.number],
    ['priority', (a: Ticket, b: Ticket) => rank(a) - rank(b) || b.number - a.number],
    ['-number', (a: Ticket, b: Ticket) => b.number - a.number],
    ['number', (a: Ticket, b: Ticket) => a.number - b.number],
  ] as const)('sort by %s, with ties by number, the same forwards and backwards', async (sort, compare) => {
    const pages = await walk(liam, `sort=${sort}`);
    const forwards = pages.flat();
    expect(forwards.map(({ number }) => number)).toEqual([...forwards].sort(compare).map(({ number }) => number));
    expect(new Set(forwards.map(({ id }) => id)).size).toBe(filed.length);
    let { body } = await liam.api.get<Page>(`/tickets?limit=5&sort=${sort}`);
    while (body.nextCursor)
      ({ body } = await liam.api.get<Page>(`/tickets?limit=5&sort=${sort}&cursor=${body.nextCursor}`));
    const backwards = [body.items];
    while (body.previousCursor) {
      ({ body } = await liam.api.get<Page>(`/tickets?limit=5&sort=${sort}&cursor=${body.previousCursor}`));
      backwards.unshift(body.items);
    }
    expect(backwards.flat()).toEqual(forwards);
  });

  it('repeat and miss nothing while others file tickets', async () => {
    const seen = (await walk(emma, '', () => aTicket(otto, { subject: 'Filed in between' }))).flat();
    const own = filed.filter(({ requester }) => requester.id === emma.id).map(({ id }) => id);
    expect(seen.map(({ id }) => id).sort()).toEqual(own.sort());
    const everything = (await walk(liam, '', () => aTicket(otto, { subject: 'Filed in between' }))).flat();
    const counts = new Map(everything.map(({ id }) => [id, everything.filter((other) => other.id === id).length]));
    for (const { id } of filed) expect(counts.get(id)).toBe(1);
  });

  it('filter by status, phase, priority, category, assignee, requester and number', async () => {
    const [ticket] = filed;
    if (!ticket) throw new Error('nothing was filed');
    const taken = await liam.api.post<Ticket>(
      `/tickets/${ticket.id}/assignee`,
      { assigneeId: liam.id },
      ifMatch(ticket),
    );
    const ids = async (query: string): Promise<string[]> => (await walk(liam, query)).flat().map(({ id }) => id);
    expect(await ids('status=in_progress')).toEqual([ticket.id]);
    expect(await ids('phase=active,done')).toEqual([ticket.id]);
    expect(await ids('assignee=me')).toEqual([ticket.id]);
    expect(await ids(`assignee=${liam.id}&requester=${ticket.requester.id}`)).toEqual([ticket.id]);
    expect(await ids(`number=${ticket.number}`)).toEqual([ticket.id]);
    expect(await ids('assignee=none')).not.toContain(ticket.id);
    expect(await ids(`priority=${taken.body.priority}&phase=active`)).toEqual([ticket.id]);
    expect(await ids('priority=urgent')).toEqual([]);
    expect(await ids('requester=me')).toEqual([]);
    expect(await ids(`category=${ticket.id}`)).toEqual([]);
  });

  it('count on request, and name invisible things without a word', async () => {
    const counted = await emma.api.get<Page>('/tickets?total=true&limit=1');
    expect(counted.body.total).toEqual({ value: 18, relation: 'eq' });
    expect((await emma.api.get<Page>('/tickets')).body.total).toBeUndefined();
    const foreign = await emma.api.get<Page>(`/tickets?requester=${otto.id}&total=true`);
    expect(foreign.body).toMatchObject({ items: [], nextCursor: null, total: { value: 0, relation: 'eq' } });
  });

  it('refuse cursors of other filters, sorts, people, and of nobody', async () => {
    const { body } = await emma.api.get<Page>('/tickets?limit=5');
    const cursor = body.nextCursor ?? '';
    const refused = [
      emma.api.get<Problem>(`/tickets?limit=5&sort=number&cursor=${cursor}`),
      emma.api.get<Problem>(`/tickets?limit=5&status=submitted&cursor=${cursor}`),
      otto.api.get<Problem>(`/tickets?limit=5&cursor=${cursor}`),
      emma.api.get<Problem>(`/tickets?cursor=${Buffer.from('["x",0,"1","1"]').toString('base64url')}`),
      emma.api.get<Problem>('/tickets?cursor=nonsense'),
    ];
    for (const answer of await Promise.all(refused)) {
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_query']);
    }
  });

  it('P04 take two statements, the check of the session included, and three with the total', async () => {
    const statements = await countStatements(app, () => liam.api.get('/tickets?limit=25'));
    expect(statements).toBe(2);
    expect(await countStatements(app, () => liam.api.get('/tickets?limit=1&total=true'))).toBe(3);
    // A first page that is the whole list is counted already.
    expect(await countStatements(app, () => liam.api.get('/tickets?limit=100&total=true'))).toBe(2);
    const id = filed[0]?.id ?? '';
    expect(await countStatements(app, () => liam.api.get(`/tickets/${id}`))).toBe(2);
    expect(await countStatements(app, () => emma.api.get(`/tickets/${id}/comments`))).toBeLessThanOrEqual(3);
    expect(await countStatements(app, () => liam.api.get(`/tickets/${id}/activity`))).toBe(3);
  });
});

function rank({ priority }: Ticket): number {
  return PRIORITIES.indexOf(priority);
}
