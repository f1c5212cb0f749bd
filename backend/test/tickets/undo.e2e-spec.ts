import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNDO_WINDOW } from '@deskhand/shared';
import { startApp, type TestApp } from '../app/app.js';
import {
  type Activity,
  aTicket,
  aUser,
  ifMatch,
  moved,
  type PageOf,
  type Problem,
  type Somebody,
  type Ticket,
} from '../app/builders.js';

describe('undo', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let mia: Somebody;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, liam, mia] = [await aUser(app), await aUser(app, 'agent', 'Liam'), await aUser(app, 'agent', 'Mia')];
    ada = await aUser(app, 'admin');
  });
  afterAll(() => app.close());

  const undo = (
    by: Somebody,
    { id }: { id: string },
  ): ReturnType<typeof by.api.post<Ticket & Omit<Problem, 'status'>>> => by.api.post(`/tickets/${id}/undo`);

  it('gives a taken ticket back, with the status that moved by itself, and says so on the trail', async () => {
    const ticket = await aTicket(emma);
    await liam.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId: liam.id }, ifMatch(ticket));
    const { status, body, headers } = await undo(liam, ticket);
    expect([status, body.status, body.assignee, body.version]).toEqual([200, 'submitted', null, 3]);
    expect(headers.get('etag')).toBe('"3"');
    const trail = await emma.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    expect(trail.body.items.at(-1)).toMatchObject({
      kind: 'ticket.change_undone',
      actor: { id: liam.id },
      payload: { fields: expect.arrayContaining(['assigneeId', 'status']) },
    });
    expect((await undo(liam, ticket)).status).toBe(409);
  });

  it('stands above the table of transitions: a cancelled or closed ticket is as it was', async () => {
    const ticket = await aTicket(emma);
    const resolved = await moved(liam, ticket, { status: 'resolved' });
    await moved(emma, ticket, { status: 'closed' });
    const back = await undo(emma, ticket);
    expect([back.body.status, back.body.closedAt, back.body.resolvedAt]).toEqual([
      'resolved',
      null,
      resolved.resolvedAt,
    ]);
    const other = await aTicket(emma);
    await moved(emma, other, { status: 'cancelled' });
    expect((await undo(emma, other)).body).toMatchObject({ status: 'submitted', closedAt: null });
  });

  it('gives edited texts, priority and category back', async () => {
    const ticket = await aTicket(emma);
    const change = { subject: 'Another subject', description: 'Another text.', priority: 'urgent' };
    await liam.api.patch(`/tickets/${ticket.id}`, change, ifMatch(ticket));
    const { body } = await undo(liam, ticket);
    expect(body).toMatchObject({ subject: ticket.subject, description: ticket.description, priority: 'normal' });
    const trail = await liam.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    expect(trail.body.items.at(-1)?.payload).toMatchObject({ before: { subject: 'Another subject' } });
  });

  it('takes one’s own deletion back, for agents and requesters, who may not restore', async () => {
    for (const person of [emma, liam]) {
      const ticket = await aTicket(emma);
      await person.api.delete(`/tickets/${ticket.id}`, ifMatch(ticket));
      expect((await undo(person === emma ? liam : emma, ticket)).status).toBe(404);
      const { status, body } = await undo(person, ticket);
      expect([status, body.deletedAt]).toEqual([200, null]);
    }
  });

  it('is for one’s own last change only, unless somebody changed the ticket since', async () => {
    const ticket = await aTicket(emma);
    expect((await undo(emma, ticket)).status).toBe(409);
    await moved(liam, ticket, { status: 'in_progress' });
    expect((await undo(mia, ticket)).status).toBe(409);
    expect((await undo(ada, ticket)).status).toBe(409);
    const now = (await mia.api.get<Ticket>(`/tickets/${ticket.id}`)).body;
    await mia.api.patch(`/tickets/${ticket.id}`, { priority: 'high' }, ifMatch(now));
    expect((await undo(liam, ticket)).status).toBe(409);
    expect((await undo(mia, ticket)).body).toMatchObject({ priority: 'normal', status: 'in_progress' });
    expect((await undo(await aUser(app), ticket)).status).toBe(404);
  });

  it('keeps what was written: the reply stays, the status comes back', async () => {
    const ticket = await aTicket(emma);
    await moved(liam, ticket, { status: 'waiting_requester', comment: 'Which floor?' });
    const { body } = await undo(liam, ticket);
    expect([body.status, body.firstReplyAt === null]).toEqual(['submitted', false]);
    const comments = await emma.api.get<PageOf<{ body: string }>>(`/tickets/${ticket.id}/comments`);
    expect(comments.body.items.map((comment) => comment.body)).toEqual(['Which floor?']);
  });

  it('does not give a ticket back to somebody who cannot work any more', async () => {
    const noa = await aUser(app, 'agent', 'Noa');
    const ticket = await aTicket(emma);
    const taken = await noa.api.post<Ticket>(`/tickets/${ticket.id}/assignee`, { assigneeId: noa.id }, ifMatch(ticket));
    await liam.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId: liam.id }, ifMatch(taken.body));
    await ada.api.patch(`/users/${noa.id}`, { disabled: true });
    expect((await undo(liam, ticket)).body.assignee).toBeNull();
  });

  it('happens once, however often it is asked for at the same moment', async () => {
    const ticket = await aTicket(emma);
    await moved(liam, ticket, { status: 'in_progress' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => undo(liam, ticket)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('holds for ten minutes', async () => {
    const [one, other] = [await aTicket(emma), await aTicket(emma)];
    for (const ticket of [one, other]) await moved(liam, ticket, { status: 'in_progress' });
    app.clock.advance(UNDO_WINDOW - 1_000);
    expect((await undo(liam, one)).status).toBe(200);
    app.clock.advance(2_000);
    expect((await undo(liam, other)).status).toBe(409);
  });
});
