import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  aPerson,
  aTicket,
  aUser,
  ifMatch,
  type PageOf,
  type Problem,
  type Somebody,
  type Ticket,
} from '../app/builders.js';
import { checksum } from '../app/checksum.js';

describe('S03 ids in bodies and queries', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let mia: Somebody;
  let disabled: { id: string };
  let retired: { id: string };

  beforeAll(async () => {
    app = await startApp();
    [emma, otto] = [await aUser(app, 'employee', 'Emma'), await aUser(app, 'employee', 'Otto')];
    [liam, mia] = [await aUser(app, 'agent', 'Liam'), await aUser(app, 'agent', 'Mia')];
    disabled = await aPerson(app, 'agent', 'Dora');
    await app.dataSource.query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.id]);
    const query = "UPDATE categories SET active = false WHERE name = 'Other' RETURNING id";
    const [rows]: [{ id: string }[], number] = await app.dataSource.query(query);
    retired = rows[0]!;
  });
  afterAll(() => app.close());

  /** The answer, and whether the tables are what they were before. */
  async function harmless(call: () => Promise<{ status: number; body: Problem }>): Promise<[number, string, string]> {
    const before = await checksum(app);
    const { status, body } = await call();
    return [status, body.errors?.[0]?.pointer ?? body.code, (await checksum(app)) === before ? 'unchanged' : 'changed'];
  }

  it('S03 refuses assignees who cannot work on the ticket, and changes nothing', async () => {
    const ticket = await aTicket(emma);
    const ofLiam = await aTicket(liam);
    const assign = (to: unknown, of = ticket): ReturnType<typeof harmless> =>
      harmless(() => mia.api.post<Problem>(`/tickets/${of.id}/assignee`, { assigneeId: to }, ifMatch(of)));
    for (const id of [otto.id, disabled.id, newId(), 'nobody', '', 7, [liam.id], { id: liam.id }]) {
      expect([id, ...(await assign(id))]).toEqual([id, 422, '/assigneeId', 'unchanged']);
    }
    expect(await assign(liam.id, ofLiam)).toEqual([422, '/assigneeId', 'unchanged']);
    const unversioned = await mia.api.post<Problem>(`/tickets/${ofLiam.id}/assignee`, { assigneeId: liam.id });
    expect(unversioned.status).toBe(422);
  });

  it('S03 lets employees name no requester, be it themselves, a colleague or nobody', async () => {
    for (const id of [emma.id, otto.id, disabled.id, newId()]) {
      const call = (): Promise<{ status: number; body: Problem }> =>
        emma.api.post<Problem>('/tickets', { subject: 'For whom', description: 'Who asks?', requesterId: id });
      expect(await harmless(call)).toEqual([403, 'not_allowed', 'unchanged']);
    }
  });

  it('S03 refuses requesters who are not there or disabled, and categories that cannot be chosen', async () => {
    const file = (more: object): ReturnType<typeof harmless> =>
      harmless(() => liam.api.post<Problem>('/tickets', { subject: 'For whom', description: 'Who asks?', ...more }));
    for (const requesterId of [disabled.id, newId(), 'emma', [emma.id]]) {
      expect(await file({ requesterId })).toEqual([422, '/requesterId', 'unchanged']);
    }
    for (const categoryId of [retired.id, newId(), emma.id, 'Other', { id: retired.id }]) {
      expect(await file({ categoryId })).toEqual([422, '/categoryId', 'unchanged']);
    }
  });

  it('S03 gives an employee an empty list for filters that name what he may not see', async () => {
    const ticket = await aTicket(emma, { subject: 'Seen by Emma' });
    await liam.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId: liam.id }, ifMatch(ticket));
    const filters = [`requester=${emma.id}`, `number=${ticket.number}`, `assignee=${liam.id}`, `category=${newId()}`];
    for (const filter of [...filters, `requester=${newId()}`]) {
      const { status, body } = await otto.api.get<PageOf<Ticket>>(`/tickets?total=true&${filter}`);
      expect([filter, status, body.items, body.total]).toEqual([filter, 200, [], { value: 0, relation: 'eq' }]);
    }
  });

  it("S03 refuses another person's cursor, whatever list it was made for", async () => {
    const tickets = [await aTicket(emma), await aTicket(emma), await aTicket(otto), await aTicket(otto)];
    const path = `/tickets/${tickets[0]!.id}`;
    for (const body of ['One.', 'Two.', 'Three.']) await liam.api.post(`${path}/comments`, { body });
    for (const list of ['/tickets', '/tickets?sort=priority', `${path}/comments`, `${path}/activity`, '/users']) {
      const page = `${list}${list.includes('?') ? '&' : '?'}limit=1`;
      const ofStaff = await liam.api.get<PageOf<object>>(page);
      const cursor = ofStaff.body.nextCursor!;
      expect([list, typeof cursor]).toEqual([list, 'string']);
      for (const [person, other] of [
        [emma, page],
        [otto, '/tickets?limit=1'],
        [liam, '/tickets?limit=1&status=closed'],
      ] as const) {
        const { status } = await person.api.get(`${other}&cursor=${cursor}`);
        expect([list, person.name, status]).toEqual([
          list,
          person.name,
          list === '/users' && person === emma ? 403 : 400,
        ]);
      }
    }
    const ofEmma = await emma.api.get<PageOf<Ticket>>('/tickets?limit=1');
    const stolen = await otto.api.get<Problem>(`/tickets?limit=1&cursor=${ofEmma.body.nextCursor}`);
    expect([stolen.status, stolen.body.errors?.[0]?.pointer]).toEqual([400, '/cursor']);
  });

  it('S03 adds and removes watchers of no ticket that one does not see, and takes nobody else off', async () => {
    const ticket = await aTicket(emma);
    const path = `/tickets/${ticket.id}/watchers`;
    const change = (by: Somebody, method: string, email: string): ReturnType<typeof harmless> =>
      harmless(() => by.api.call<Problem>(method, path, { body: { email } }));
    for (const method of ['POST', 'DELETE']) {
      for (const email of [otto.email, emma.email, liam.email]) {
        expect(await change(otto, method, email)).toEqual([404, 'not_found', 'unchanged']);
      }
    }
    for (const { email } of [otto, liam]) await emma.api.post(path, { email });
    for (const email of [liam.email, emma.email, mia.email]) {
      expect(await change(otto, 'DELETE', email)).toEqual([403, 'not_allowed', 'unchanged']);
    }
    for (const email of ['', 'Otto', '*', otto.id, [otto.email], { email: otto.email }, null]) {
      expect(await change(emma, 'POST', email as string)).toEqual([422, '/email', 'unchanged']);
    }
  });

  it("S03 ends nobody else's session", async () => {
    const sessions = await emma.api.get<{ items: { id: string }[] }>('/auth/sessions');
    for (const id of [sessions.body.items[0]!.id, newId(), 'mine', '%00']) {
      for (const thief of [otto, liam]) {
        expect(await harmless(() => thief.api.delete<Problem>(`/auth/sessions/${id}`))).toEqual([
          404,
          'not_found',
          'unchanged',
        ]);
      }
    }
    expect((await emma.api.get('/auth/me')).status).toBe(200);
  });
});
