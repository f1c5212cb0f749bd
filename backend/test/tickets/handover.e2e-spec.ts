import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import { aPerson, aTicket, aUser, ifMatch, moved, type Problem, type Somebody, type Ticket } from '../app/builders.js';

/** How often two people do at once what must not fall between them. */
const ROUNDS = 20;

describe('the open tickets of somebody who stops working on them', () => {
  let app: TestApp;
  let ada: Somebody;
  let emma: Somebody;
  let mia: Somebody;
  let leaver: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [ada, emma, mia] = [await aUser(app, 'admin', 'Ada'), await aUser(app), await aUser(app, 'agent', 'Mia')];
  });
  beforeEach(async () => {
    leaver = await aUser(app, 'agent');
  });
  afterAll(() => app.close());

  const assign = (ticket: Ticket, to: string | null, by = ada): ReturnType<typeof ada.api.post<Ticket & Problem>> =>
    by.api.post<Ticket & Problem>(`/tickets/${ticket.id}/assignee`, { assigneeId: to }, ifMatch(ticket));
  const given = async (by = emma): Promise<Ticket> => (await assign(await aTicket(by), leaver.id)).body;
  const read = async ({ id }: { id: string }): Promise<Ticket> => (await ada.api.get<Ticket>(`/tickets/${id}`)).body;
  const change = (to: object, requestId = newId()): Promise<{ status: number; body: Problem }> =>
    ada.api.patch<Problem>(`/users/${leaver.id}`, to, { 'X-Request-Id': requestId });

  async function openTicketsOf(id: string): Promise<number> {
    const { status, body } = await ada.api.get<{ openTickets: number }>(`/users/${id}`);
    expect(status).toBe(200);
    return body.openTickets;
  }

  async function entriesUnder(requestId: string): Promise<object[]> {
    return app.dataSource.query(
      `SELECT subject_id AS id, actor_id, payload FROM activity WHERE request_id = $1 AND kind = 'ticket.assigned'`,
      [requestId],
    );
  }

  /** One ticket in each phase that counts as open, and those that stay: resolved, cancelled and in the bin. */
  async function tenure(): Promise<{ open: Ticket[]; settled: Ticket[] }> {
    const [fresh, active, waiting, resolved, cancelled, deleted] = [
      await aTicket(emma),
      await given(),
      await moved(leaver, await given(), { status: 'on_hold', reason: 'A part is on its way.' }),
      await moved(leaver, await given(), { status: 'resolved' }),
      await moved(leaver, await given(), { status: 'cancelled' }),
      await given(),
    ];
    // Assigning begins the work, so a new ticket has an assignee only where it came so from elsewhere.
    await app.dataSource.query('UPDATE tickets SET assignee_id = $1 WHERE id = $2', [leaver.id, fresh.id]);
    await ada.api.delete(`/tickets/${deleted.id}`, ifMatch(deleted));
    return { open: [fresh, active, waiting], settled: [resolved, cancelled] };
  }

  it.each([{ role: 'employee' }, { disabled: true }])('go to whom the admin names, at %j', async (to) => {
    const { open, settled } = await tenure();
    expect(await openTicketsOf(leaver.id)).toBe(3);
    const requestId = newId();
    expect((await change({ ...to, handOverTo: mia.id }, requestId)).status).toBe(200);
    for (const ticket of open) {
      const { assignee, version, status } = await read(ticket);
      expect([assignee?.id, version, status]).toEqual([mia.id, ticket.version + 1, ticket.status]);
    }
    const entries = open.map(({ id }) => ({ id, actor_id: ada.id, payload: { from: leaver.id, to: mia.id } }));
    expect(await entriesUnder(requestId)).toHaveLength(3);
    expect(await entriesUnder(requestId)).toEqual(expect.arrayContaining(entries));
    for (const ticket of settled) expect(await read(ticket)).toMatchObject({ assignee: { id: leaver.id } });
    expect(await openTicketsOf(leaver.id)).toBe(0);
  });

  it.each([{ role: 'employee' }, { disabled: true }, { disabled: true, handOverTo: null }])(
    'go back to nobody where none is named, at %j',
    async (to) => {
      const ticket = await given();
      const requestId = newId();
      expect((await change(to, requestId)).status).toBe(200);
      expect(await read(ticket)).toMatchObject({ assignee: null, version: ticket.version + 1 });
      const payload = { from: leaver.id, to: null };
      expect(await entriesUnder(requestId)).toEqual([{ id: ticket.id, actor_id: ada.id, payload }]);
    },
  );

  it('go to nobody where their requester would get them', async () => {
    const [ofMia, ofEmma] = [await given(mia), await given()];
    const requestId = newId();
    expect((await change({ disabled: true, handOverTo: mia.id }, requestId)).status).toBe(200);
    expect([(await read(ofMia)).assignee, (await read(ofEmma)).assignee?.id]).toEqual([null, mia.id]);
    expect(await entriesUnder(requestId)).toHaveLength(2);
  });

  it('stay where they are when he stays staff, whoever is named', async () => {
    const ticket = await given();
    expect((await change({ role: 'admin', handOverTo: mia.id })).status).toBe(200);
    expect(await read(ticket)).toMatchObject({ assignee: { id: leaver.id }, version: ticket.version });
  });

  it('go to nobody who cannot work on them, and then nothing is changed', async () => {
    const ticket = await given();
    const disabled = await aPerson(app, 'agent');
    await app.dataSource.query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.id]);
    for (const handOverTo of [emma.id, disabled.id, leaver.id, newId(), 'somebody', 7]) {
      const { status, body } = await change({ disabled: true, handOverTo });
      expect([handOverTo, status, body.errors?.[0]?.pointer]).toEqual([handOverTo, 422, '/handOverTo']);
    }
    expect(await read(ticket)).toMatchObject({ assignee: { id: leaver.id }, version: ticket.version });
    expect((await leaver.api.get('/auth/me')).status).toBe(200);
  });

  it('cannot be taken back by an undo of the change before', async () => {
    const ticket = await given();
    await change({ disabled: true });
    expect((await ada.api.post(`/tickets/${ticket.id}/undo`)).status).toBe(409);
  });

  async function expectNothingLeftWith(ids: string[]): Promise<void> {
    const left: object[] = await app.dataSource.query(
      `SELECT t.id FROM tickets t JOIN users u ON u.id = t.assignee_id
       WHERE u.id = ANY ($1) AND u.disabled_at IS NOT NULL AND t.closed_at IS NULL`,
      [ids],
    );
    expect(left).toEqual([]);
  }

  it('are none that somebody assigns to him in the same moment', async () => {
    const answers = new Set<number>();
    await Promise.all(
      Array.from({ length: ROUNDS }, async () => {
        const [victim, ticket] = [await aUser(app, 'agent'), await aTicket(emma)];
        const [assigned, disabled] = await Promise.all([
          assign(ticket, victim.id, mia),
          ada.api.patch(`/users/${victim.id}`, { disabled: true }),
        ]);
        expect(disabled.status).toBe(200);
        answers.add(assigned.status);
        await expectNothingLeftWith([victim.id]);
      }),
    );
    expect([...answers].filter((status) => ![200, 422].includes(status))).toEqual([]);
  });

  it('are none that come to him from another who leaves in the same moment, whichever is first', async () => {
    const others = await Promise.all(['Ben', 'Cid', 'Dan'].map((name) => aUser(app, 'admin', name)));
    await Promise.all(
      Array.from({ length: ROUNDS }, async () => {
        const [one, other] = [await aUser(app, 'agent'), await aUser(app, 'agent')];
        const ticket = (await assign(await aTicket(emma), one.id)).body;
        const answers = await Promise.all([
          others[0]!.api.patch(`/users/${one.id}`, { disabled: true, handOverTo: other.id }),
          others[1]!.api.patch(`/users/${other.id}`, { disabled: true, handOverTo: one.id }),
          assign(ticket, others[2]!.id, mia),
        ]);
        expect(answers.filter(({ status }) => ![200, 412, 422].includes(status))).toEqual([]);
        await expectNothingLeftWith([one.id, other.id]);
      }),
    );
  });
});
