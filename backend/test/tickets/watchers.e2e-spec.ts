import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { newId } from '../../src/platform/ids.js';
import { UnitOfWork } from '../../src/platform/unit-of-work.js';
import { claimWaitingWatches } from '../../src/tickets/watchers/waiting-watches.js';
import { type Answer } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  type Activity,
  aPerson,
  aTicket,
  aUser,
  ifMatch,
  moved,
  type PageOf,
  PASSWORD,
  type Problem,
  signedIn,
  type Somebody,
  type Ticket,
} from '../app/builders.js';
import { checksum } from '../app/checksum.js';

type Watcher = components['schemas']['WatcherDto'];

describe('watchers', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, otto] = [await aUser(app, 'employee', 'Emma'), await aUser(app, 'employee', 'Otto')];
    [liam, ada] = [await aUser(app, 'agent', 'Liam'), await aUser(app, 'admin', 'Ada')];
  });
  afterAll(() => app.close());

  const pathOf = ({ id }: Ticket): string => `/tickets/${id}/watchers`;
  const unknown = (): string => `nobody-${newId()}@example.org`;
  const add = <T = Watcher>(by: Somebody, ticket: Ticket, email: string): Promise<Answer<T>> =>
    by.api.post<T>(pathOf(ticket), { email });
  const remove = (by: Somebody, ticket: Ticket, email: string): Promise<Answer<Problem>> =>
    by.api.call<Problem>('DELETE', pathOf(ticket), { body: { email } });
  const listed = async (by: Somebody, ticket: Ticket): Promise<Watcher[]> =>
    (await by.api.get<{ items: Watcher[] }>(pathOf(ticket))).body.items;
  const kindsOf = async (by: Somebody, ticket: Ticket): Promise<[string, unknown][]> =>
    (await by.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`)).body.items
      .filter(({ kind }) => kind.startsWith('watcher.'))
      .map(({ kind, payload }) => [kind, payload]);

  it('see the ticket, its replies and its public trail, reply, and change nothing of it', async () => {
    const ticket = await aTicket(emma);
    const path = `/tickets/${ticket.id}`;
    expect((await otto.api.get(path)).status).toBe(404);
    expect((await add(emma, ticket, otto.email)).status).toBe(201);
    await liam.api.post(`${path}/comments`, { body: 'Only for us.', internal: true });
    const seen = await otto.api.get<Ticket>(path);
    expect(seen.body).toMatchObject({ id: ticket.id, watching: true, requester: { name: 'Emma' } });
    expect((await otto.api.post(`${path}/comments`, { body: 'Me too.' })).status).toBe(201);
    expect((await otto.api.get<PageOf<unknown>>(`${path}/comments`)).body.items).toHaveLength(1);
    const tries = [
      otto.api.post(`${path}/status`, { status: 'cancelled' }, ifMatch(ticket)),
      otto.api.patch(path, { subject: 'Mine now' }, ifMatch(ticket)),
      otto.api.delete(path, ifMatch(ticket)),
      otto.api.post(`${path}/comments`, { body: 'Psst.', internal: true }),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  it('move the ticket from waiting by a reply, but do not reopen it', async () => {
    const ticket = await aTicket(emma);
    await add(emma, ticket, otto.email);
    await moved(liam, ticket, { status: 'waiting_requester', comment: 'Which floor?' });
    const reply = (body: string): Promise<Answer<{ ticketStatus: string }>> =>
      otto.api.post(`/tickets/${ticket.id}/comments`, { body });
    expect((await reply('The third.')).body.ticketStatus).toBe('in_progress');
    await moved(liam, ticket, { status: 'resolved' });
    expect((await reply('It jams still.')).body.ticketStatus).toBe('resolved');
  });

  it('are people for staff, and to everybody else the address that was typed', async () => {
    const ticket = await aTicket(emma);
    const waiting = unknown();
    await add(emma, ticket, ` ${otto.email.toUpperCase()} `);
    const byStaff = await add(liam, ticket, waiting);
    expect(byStaff.body).toMatchObject({ email: waiting, person: null, waiting: true });
    const person = { id: otto.id, name: 'Otto', email: otto.email };
    for (const reader of [liam, ada]) {
      expect(await listed(reader, ticket)).toMatchObject([
        { email: otto.email, person, waiting: false },
        { email: waiting, person: null, waiting: true },
      ]);
    }
    for (const reader of [emma, otto]) {
      const items = await listed(reader, ticket);
      expect(items.map(({ email }) => email)).toEqual([otto.email, waiting]);
      expect(items.map((item) => Object.keys(item).sort())).toEqual(Array(2).fill(['addedAt', 'email']));
    }
  });

  it('stand on the trail by name for staff; others learn of no person and no account', async () => {
    const ticket = await aTicket(emma);
    const nobody = unknown();
    for (const email of [otto.email, nobody]) await add(emma, ticket, email);
    for (const email of [otto.email, nobody]) await remove(emma, ticket, email);
    const whom = [{ watcher: { id: otto.id, name: 'Otto' } }, { watcher: null }];
    const kinds = ['watcher.added', 'watcher.added', 'watcher.removed', 'watcher.removed'];
    expect(await kindsOf(liam, ticket)).toEqual(kinds.map((kind, at) => [kind, whom[at % 2]]));
    expect(await kindsOf(emma, ticket)).toEqual(kinds.map((kind) => [kind, {}]));
    const rows: { payload: object }[] = await app.dataSource.query('SELECT payload FROM activity WHERE kind ~ $1', [
      '^watcher',
    ]);
    expect(rows.filter(({ payload }) => JSON.stringify(payload).includes('@'))).toEqual([]);
  });

  it('move the time of change and not the version; adding one who is there changes nothing', async () => {
    const ticket = await aTicket(emma);
    app.clock.advance(1000);
    const first = await add(emma, ticket, otto.email);
    const { body } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect([body.version, body.updatedAt > ticket.updatedAt]).toEqual([ticket.version, true]);
    app.clock.advance(1000);
    const before = await checksum(app);
    const again = await add(emma, ticket, otto.email.toUpperCase());
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await checksum(app)).toBe(before);
  });

  it('are neither the requester nor more than fifty', async () => {
    const ticket = await aTicket(emma);
    for (const by of [emma, liam]) {
      const { status, body } = await add<Problem>(by, ticket, emma.email);
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/email']);
      expect(body.errors?.[0]?.detail).toContain('follows this ticket already');
    }
    const insert = `INSERT INTO ticket_watchers (ticket_id, email, created_at)
      SELECT $1, 'many-' || n || '@example.org', now() FROM generate_series(1, 50) n`;
    await app.dataSource.query(insert, [ticket.id]);
    const full = await add<Problem>(liam, ticket, otto.email);
    expect([full.status, full.body.errors?.[0]]).toMatchObject([422, { pointer: '/email', code: 'too_many' }]);
    expect((await add(liam, ticket, 'many-7@example.org')).status).toBe(201);
  });

  it('leave by themselves, and take nobody else off', async () => {
    const ticket = await aTicket(emma);
    const other = unknown();
    for (const email of [otto.email, other]) await add(emma, ticket, email);
    for (const email of [other, unknown(), emma.email]) expect((await remove(otto, ticket, email)).status).toBe(403);
    expect((await add<Problem>(otto, ticket, unknown())).status).toBe(403);
    expect((await add<Problem>(otto, ticket, emma.email)).status).toBe(403);
    expect((await remove(otto, ticket, otto.email)).status).toBe(204);
    expect((await otto.api.get(`/tickets/${ticket.id}`)).status).toBe(404);
    expect((await remove(otto, ticket, otto.email)).status).toBe(404);
    for (const by of [emma, liam]) expect((await remove(by, ticket, otto.email)).status).toBe(404);
    expect((await remove(emma, ticket, other)).status).toBe(204);
    expect(await listed(emma, ticket)).toEqual([]);
  });

  it('stay as they are on a ticket that is closed or in the bin', async () => {
    const ticket = await aTicket(emma);
    await add(emma, ticket, otto.email);
    const closed = await moved(emma, ticket, { status: 'cancelled' });
    for (const by of [emma, otto, liam]) {
      expect((await add<Problem>(by, ticket, unknown())).status).toBe(409);
      expect((await remove(by, ticket, otto.email)).status).toBe(409);
    }
    await ada.api.delete(`/tickets/${ticket.id}`, ifMatch(closed));
    expect((await add<Problem>(ada, ticket, unknown())).status).toBe(409);
    expect((await otto.api.get(`/tickets/${ticket.id}`)).status).toBe(404);
    expect((await add<Problem>(emma, ticket, unknown())).status).toBe(404);
  });

  it('wait for an account that confirms the address; one that merely registers with it sees nothing', async () => {
    const ticket = await aTicket(emma);
    const email = unknown();
    await add(emma, ticket, email);
    const account = { name: 'Nora New', email, password: PASSWORD };
    expect((await emma.api.post('/auth/register', account)).status).toBe(201);
    const nora = await signedIn(app, { email });
    expect((await nora.get(`/tickets/${ticket.id}`)).status).toBe(404);
    const { body } = await nora.get<{ id: string }>('/auth/me');
    await app.nest
      .get(UnitOfWork)
      .run({ actorId: body.id, requestId: null }, (transaction) => claimWaitingWatches(transaction, body.id, email));
    expect((await nora.get(`/tickets/${ticket.id}`)).status).toBe(200);
    expect(await listed(liam, ticket)).toMatchObject([{ person: { name: 'Nora New' }, waiting: false }]);
  });

  it('keep their place while an account is disabled, and see nothing meanwhile', async () => {
    const ticket = await aTicket(emma);
    const dora = await aUser(app, 'employee', 'Dora');
    await add(emma, ticket, dora.email);
    await ada.api.patch(`/users/${dora.id}`, { disabled: true });
    expect((await dora.api.get(`/tickets/${ticket.id}`)).status).toBe(401);
    await ada.api.patch(`/users/${dora.id}`, { disabled: false });
    expect((await (await signedIn(app, dora)).get(`/tickets/${ticket.id}`)).status).toBe(200);
  });

  it('are not added by the hundred: an employee has thirty addresses an hour, taken off again or not', async () => {
    const greta = await aUser(app, 'employee', 'Greta');
    const tickets = [await aTicket(greta), await aTicket(greta)];
    for (let nth = 0; nth < 30; nth += 1) {
      const email = nth % 3 === 0 ? (await aPerson(app)).email : unknown();
      const ticket = tickets[nth % 2]!;
      expect((await add(greta, ticket, email)).status).toBe(201);
      if (nth < 10) await remove(greta, ticket, email);
    }
    const refused = await add<Problem>(greta, tickets[0]!, unknown());
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect((await add(liam, tickets[0]!, unknown())).status).toBe(201);
    app.clock.advance(61 * 60_000);
    const later = { ...greta, api: await signedIn(app, greta) };
    expect((await add(later, tickets[0]!, unknown())).status).toBe(201);
  });
});
