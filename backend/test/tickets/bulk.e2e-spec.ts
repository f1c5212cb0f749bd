import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, moved, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { checksum } from '../app/checksum.js';

type Answer = components['schemas']['BulkAnswerDto'];

describe('bulk changes', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let mia: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, liam, mia] = [await aUser(app), await aUser(app, 'agent', 'Liam'), await aUser(app, 'agent', 'Mia')];
  });
  afterAll(() => app.close());

  const change = (
    by: Somebody,
    tickets: { id: string }[],
    what: object,
  ): ReturnType<typeof by.api.post<Answer & Problem>> =>
    by.api.post('/tickets/bulk', { ids: tickets.map(({ id }) => id), change: what });

  async function read({ id }: { id: string }): Promise<Ticket> {
    return (await mia.api.get<Ticket>(`/tickets/${id}`)).body;
  }

  it('changes each ticket for itself, with a result for each in the order of the call', async () => {
    const [open, closed, own] = [await aTicket(emma), await aTicket(emma), await aTicket(liam)];
    await moved(emma, closed, { status: 'cancelled' });
    const gone = { id: newId() };
    const { status, body } = await change(liam, [gone, open, closed, own], { assigneeId: mia.id, priority: 'high' });
    expect(status).toBe(200);
    expect(body.results.map(({ id, status: each }) => [id, each])).toEqual([
      [gone.id, 404],
      [open.id, 200],
      [closed.id, 409],
      [own.id, 403],
    ]);
    expect(body.results.map(({ problem }) => problem?.code)).toEqual([
      'not_found',
      undefined,
      'conflict',
      'not_allowed',
    ]);
    expect(await read(open)).toMatchObject({
      priority: 'high',
      assignee: { id: mia.id },
      status: 'in_progress',
      version: 2,
    });
    expect(await read(closed)).toMatchObject({ priority: 'normal', assignee: null });
  });

  it('writes one version and a common id into the trail, and moves nothing by itself where a status is named', async () => {
    const tickets = [await aTicket(emma), await aTicket(emma)];
    const what = {
      status: 'on_hold',
      reason: 'The vendor looks into it.',
      assigneeId: liam.id,
      comment: 'Please wait.',
    };
    const { body } = await change(liam, tickets, what);
    const entries: { kind: string; bulk_id: string }[] = await app.dataSource.query(
      'SELECT kind, bulk_id FROM activity WHERE bulk_id = $1 ORDER BY position',
      [body.bulkId],
    );
    const each = ['ticket.assigned', 'comment.added', 'ticket.status_changed'];
    expect(entries.map(({ kind }) => kind)).toEqual([...each, ...each]);
    for (const ticket of tickets) {
      expect(await read(ticket)).toMatchObject({ status: 'on_hold', statusReason: what.reason, version: 2 });
    }
  });

  it('is undone in one call, for those that nobody changed since', async () => {
    const [one, two, three] = [await aTicket(emma), await aTicket(emma), await aTicket(emma)];
    const { body } = await change(liam, [one, two, three], { delete: true });
    expect(body.results.map(({ status }) => status)).toEqual([200, 200, 200]);
    const ada = await aUser(app, 'admin');
    await ada.api.post(`/tickets/${two.id}/restore`);
    expect((await mia.api.post(`/tickets/bulk/${body.bulkId}/undo`)).status).toBe(409);
    const undone = await liam.api.post<Answer>(`/tickets/bulk/${body.bulkId}/undo`);
    expect(undone.body.results).toEqual([one, three].map(({ id }) => ({ id, status: 200 })));
    for (const ticket of [one, two, three]) expect((await read(ticket)).deletedAt).toBeNull();
    expect((await liam.api.post(`/tickets/bulk/${body.bulkId}/undo`)).status).toBe(409);
    expect((await liam.api.post('/tickets/bulk/none/undo')).status).toBe(409);
  });

  it('replies to many at once', async () => {
    const tickets = [await aTicket(emma), await aTicket(emma)];
    await change(liam, tickets, { comment: 'The mail server is up again.' });
    for (const ticket of tickets) expect(await read(ticket)).toMatchObject({ status: 'in_progress' });
  });

  it('writes nothing where nothing changes', async () => {
    const ticket = await aTicket(emma);
    const taken = await liam.api.post<Ticket>(
      `/tickets/${ticket.id}/assignee`,
      { assigneeId: liam.id },
      ifMatch(ticket),
    );
    const before = await checksum(app);
    const { body } = await change(liam, [ticket], { assigneeId: liam.id, priority: 'normal', categoryId: null });
    expect(body.results).toEqual([{ id: ticket.id, status: 200 }]);
    expect(await checksum(app)).toBe(before);
    expect(taken.body.version).toBe(2);
  });

  it('refuses what could be done to no ticket, and more than two hundred', async () => {
    const ticket = await aTicket(emma);
    const before = await checksum(app);
    const refused = async (body: object): Promise<[number, string | undefined]> => {
      const answer = await liam.api.post<Problem>('/tickets/bulk', body);
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };
    const ids = [ticket.id];
    const most = Array.from({ length: 201 }, () => newId());
    expect(await refused({ ids, change: {} })).toEqual([422, '/change']);
    expect(await refused({ ids, change: { delete: true, priority: 'low' } })).toEqual([422, '/change']);
    expect(await refused({ ids, change: { reason: 'Why?' } })).toEqual([422, '/change']);
    expect(await refused({ ids, change: { status: 'on_hold' } })).toEqual([422, '/change/reason']);
    expect(await refused({ ids, change: { status: 'waiting_requester' } })).toEqual([422, '/change/comment']);
    expect(await refused({ ids, change: { assigneeId: emma.id } })).toEqual([422, '/assigneeId']);
    expect(await refused({ ids, change: { categoryId: newId() } })).toEqual([422, '/categoryId']);
    expect(await refused({ ids, change: { version: 7 } })).toEqual([400, '/change/version']);
    expect(await refused({ ids: most, change: { priority: 'low' } })).toEqual([422, '/ids']);
    expect(await refused({ ids: [...ids, ...ids], change: { priority: 'low' } })).toEqual([422, '/ids']);
    expect(await refused({ ids: [], change: { priority: 'low' } })).toEqual([422, '/ids']);
    expect((await refused({ ids }))[0]).toBe(422);
    expect(await checksum(app)).toBe(before);
  });
});
