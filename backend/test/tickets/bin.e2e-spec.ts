import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '../../src/platform/clock.js';
import { Bin } from '../../src/tickets/bin/bin.service.js';
import { Closing } from '../../src/tickets/work/closing.service.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  type Activity,
  aTicket,
  aUser,
  ifMatch,
  moved,
  type PageOf,
  type Problem,
  signedIn,
  type Somebody,
  type Ticket,
} from '../app/builders.js';

const CANARY = 'violet-heron-4471';

describe('the bin', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, liam, ada] = [await aUser(app), await aUser(app, 'agent'), await aUser(app, 'admin')];
  });
  afterAll(() => app.close());

  const remove = (by: Somebody, ticket: Ticket, query = ''): ReturnType<typeof by.api.delete<Problem>> =>
    by.api.delete(`/tickets/${ticket.id}${query}`, ifMatch(ticket));

  async function read(by: Somebody, { id }: { id: string }): Promise<Ticket> {
    return (await by.api.get<Ticket>(`/tickets/${id}`)).body;
  }

  it('takes a ticket out of everybody’s sight but the admins’', async () => {
    const ticket = await aTicket(emma);
    expect((await remove(liam, ticket)).status).toBe(204);
    for (const person of [emma, liam]) {
      for (const path of ['', '/comments', '/activity']) {
        expect((await person.api.get(`/tickets/${ticket.id}${path}`)).status).toBe(404);
      }
      const { body } = await person.api.get<PageOf<Ticket>>(`/tickets?number=${ticket.number}&total=true`);
      expect([body.items, body.total?.value]).toEqual([[], 0]);
      expect((await person.api.get('/tickets?deleted=true')).status).toBe(403);
    }
    expect((await read(ada, ticket)).deletedAt).toMatch(/Z$/);
    expect((await ada.api.get<PageOf<Ticket>>(`/tickets?number=${ticket.number}`)).body.items).toEqual([]);
    const bin = await ada.api.get<PageOf<Ticket>>(`/tickets?deleted=true&number=${ticket.number}`);
    expect(bin.body.items.map(({ id }) => id)).toEqual([ticket.id]);
  });

  it('is the requester’s way too, until somebody has answered', async () => {
    const [untouched, answered] = [await aTicket(emma), await aTicket(emma)];
    await liam.api.post(`/tickets/${answered.id}/comments`, { body: 'We look into it.' });
    expect((await remove(emma, untouched)).status).toBe(204);
    expect((await remove(emma, await read(emma, answered))).status).toBe(403);
    expect((await emma.api.delete(`/tickets/${answered.id}`)).status).toBe(403);
    expect((await liam.api.delete(`/tickets/${answered.id}`)).status).toBe(428);
    expect((await remove(liam, { ...answered, version: 77 })).status).toBe(412);
  });

  it('gives a ticket back as it was, to admins only', async () => {
    const ticket = await aTicket(emma);
    await remove(liam, ticket);
    expect((await liam.api.post(`/tickets/${ticket.id}/restore`)).status).toBe(403);
    const { status, body } = await ada.api.post<Ticket>(`/tickets/${ticket.id}/restore`);
    expect([status, body.deletedAt, body.version]).toEqual([200, null, 3]);
    expect((await read(emma, ticket)).subject).toBe(ticket.subject);
    expect((await ada.api.post(`/tickets/${ticket.id}/restore`)).status).toBe(409);
  });

  it('gives a ticket back to nobody when its assignee left meanwhile', async () => {
    const noa = await aUser(app, 'agent', 'Noa');
    const ticket = await aTicket(emma);
    const taken = await noa.api.post<Ticket>(`/tickets/${ticket.id}/assignee`, { assigneeId: noa.id }, ifMatch(ticket));
    await remove(liam, taken.body);
    await ada.api.patch(`/users/${noa.id}`, { role: 'employee' });
    const { body } = await ada.api.post<Ticket>(`/tickets/${ticket.id}/restore`);
    expect([body.status, body.assignee]).toEqual(['in_progress', null]);
  });

  it('lets nothing be changed in it', async () => {
    const ticket = await aTicket(emma);
    await remove(ada, ticket);
    const now = await read(ada, ticket);
    const path = `/tickets/${ticket.id}`;
    const calls = [
      ada.api.patch<Problem>(path, { subject: 'Changed in the bin' }, ifMatch(now)),
      ada.api.post<Problem>(`${path}/status`, { status: 'in_progress' }, ifMatch(now)),
      ada.api.post<Problem>(`${path}/assignee`, { assigneeId: liam.id }, ifMatch(now)),
      ada.api.post<Problem>(`${path}/comments`, { body: 'A reply.' }),
      ada.api.post<Problem>(`${path}/comments`, { body: 'A note.', internal: true }),
      remove(ada, now),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(calls.map(() => 409));
  });

  it('is emptied for good by admins only, and then no table holds a word of the ticket', async () => {
    const ticket = await aTicket(emma, { subject: `About ${CANARY}`, description: `It says ${CANARY}.` });
    const edited = await liam.api.patch<Ticket>(`/tickets/${ticket.id}`, { subject: 'Something' }, ifMatch(ticket));
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body: `Which ${CANARY}?` });
    const held = await moved(liam, ticket, { status: 'on_hold', reason: `No ${CANARY} in stock.` });
    expect(edited.status).toBe(200);
    expect((await remove(ada, held, '?purge=true')).status).toBe(409);
    await remove(liam, held);
    const lying = await read(ada, ticket);
    expect((await remove(liam, lying, '?purge=true')).status).toBe(403);
    expect((await ada.api.delete(`/tickets/${ticket.id}?purge=true`)).status).toBe(428);
    expect((await remove(ada, lying, '?purge=true')).status).toBe(204);
    expect((await ada.api.get(`/tickets/${ticket.id}`)).status).toBe(404);
    expect(await tablesWith(CANARY)).toEqual([]);
    const last: { kind: string; payload: object }[] = await app.dataSource.query(
      'SELECT kind, payload FROM activity WHERE subject_id = $1 ORDER BY position DESC LIMIT 1',
      [ticket.id],
    );
    expect(last).toEqual([{ kind: 'ticket.purged', payload: { number: ticket.number } }]);
  });

  async function tablesWith(text: string): Promise<string[]> {
    const tables: { name: string }[] = await app.dataSource.query(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows: unknown[] = await app.dataSource.query(`SELECT FROM ${name} t WHERE t::text LIKE $1`, [`%${text}%`]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  it('is emptied by the clock after thirty days, and not before', async () => {
    const ticket = await aTicket(emma);
    await remove(liam, ticket);
    const bin = app.nest.get(Bin);
    app.clock.advance(30 * DAY - 60_000);
    await bin.purgeOld();
    expect((await (await signedIn(app, ada)).get(`/tickets/${ticket.id}`)).status).toBe(200);
    app.clock.advance(120_000);
    await Promise.all([bin.purgeOld(), bin.purgeOld()]);
    expect((await (await signedIn(app, ada)).get(`/tickets/${ticket.id}`)).status).toBe(404);
    const entries: { actor_id: string | null }[] = await app.dataSource.query(
      "SELECT actor_id FROM activity WHERE subject_id = $1 AND kind = 'ticket.purged'",
      [ticket.id],
    );
    expect(entries).toEqual([{ actor_id: null }]);
  });
});

describe('closing by itself', () => {
  it('happens once, seven days after a ticket was resolved, unless it was reopened', async () => {
    const app = await startApp();
    const [emma, liam] = [await aUser(app), await aUser(app, 'agent')];
    const [resolved, reopened, deleted] = [await aTicket(emma), await aTicket(emma), await aTicket(emma)];
    for (const ticket of [resolved, reopened, deleted]) await moved(liam, ticket, { status: 'resolved' });
    await moved(emma, reopened, { status: 'in_progress' });
    await liam.api.delete(`/tickets/${deleted.id}`, { 'If-Match': '*' });
    const closing = app.nest.get(Closing);
    app.clock.advance(7 * DAY - 60_000);
    await closing.closeResolved();
    const api = await signedIn(app, emma);
    expect((await api.get<Ticket>(`/tickets/${resolved.id}`)).body.status).toBe('resolved');
    app.clock.advance(120_000);
    await Promise.all([closing.closeResolved(), closing.closeResolved(), closing.closeResolved()]);
    const again = await signedIn(app, emma);
    const closed = (await again.get<Ticket>(`/tickets/${resolved.id}`)).body;
    expect([closed.status, closed.closedAt! > resolved.createdAt]).toEqual(['closed', true]);
    expect((await again.get<Ticket>(`/tickets/${reopened.id}`)).body.status).toBe('in_progress');
    const { body } = await again.get<PageOf<Activity>>(`/tickets/${resolved.id}/activity`);
    const closings = body.items.filter(({ payload }) => payload.to === 'closed');
    expect(closings).toMatchObject([{ actor: null, payload: { from: 'resolved', automatic: true } }]);
    await app.close();
  });
});
