import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { checksum } from '../app/checksum.js';

describe('editing a ticket', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let categories: { id: string; name: string }[];

  beforeAll(async () => {
    app = await startApp();
    [emma, otto, liam] = [await aUser(app), await aUser(app), await aUser(app, 'agent', 'Liam')];
    categories = (await emma.api.get<{ items: { id: string; name: string }[] }>('/categories')).body.items;
  });
  afterAll(() => app.close());

  const edit = (
    by: Somebody,
    ticket: Ticket,
    change: object,
  ): ReturnType<typeof by.api.patch<Ticket & Omit<Problem, 'status'>>> =>
    by.api.patch(`/tickets/${ticket.id}`, change, ifMatch(ticket));

  async function trail(by: Somebody, ticket: Ticket): Promise<Activity[]> {
    const { body } = await by.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity?limit=100`);
    return body.items;
  }

  it('changes what is named, in one version, with an entry for each kind of change', async () => {
    const ticket = await aTicket(emma);
    const change = { subject: 'Printer on floor 4 jams', categoryId: categories[3]!.id, priority: 'urgent' };
    const { status, body, headers } = await edit(liam, ticket, change);
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      subject: 'Printer on floor 4 jams',
      description: ticket.description,
      category: { id: categories[3]!.id, name: 'Hardware' },
      priority: 'urgent',
      version: 2,
    });
    const told = (await trail(liam, ticket)).slice(1).map(({ kind, payload }) => [kind, payload]);
    expect(told).toEqual([
      ['ticket.edited', { fields: ['subject'], before: { subject: 'Printer on floor 3 jams' } }],
      ['ticket.category_changed', { from: null, to: { id: categories[3]!.id, name: 'Hardware' } }],
      ['ticket.priority_changed', { from: 'normal', to: 'urgent' }],
    ]);
    const toRequester = (await trail(emma, ticket)).map(({ kind }) => kind);
    expect(toRequester).toEqual(['ticket.created', 'ticket.category_changed', 'ticket.priority_changed']);
  });

  it('leaves no trace where nothing changes, and still wants the version', async () => {
    const ticket = await aTicket(emma, { categoryId: categories[0]!.id });
    const before = await checksum(app);
    const same = { subject: ticket.subject, description: ticket.description, categoryId: categories[0]!.id };
    for (const change of [{}, same, { priority: 'normal' }]) {
      const answer = await edit(liam, ticket, change);
      expect([answer.status, answer.body.version, answer.body.updatedAt]).toEqual([200, 1, ticket.updatedAt]);
    }
    expect((await liam.api.patch<Problem>(`/tickets/${ticket.id}`, same)).status).toBe(428);
    expect(await checksum(app)).toBe(before);
  });

  it('lets a requester edit until work begins, but never set the priority', async () => {
    const ticket = await aTicket(emma);
    expect((await edit(emma, ticket, { priority: 'low' })).body).toMatchObject({ code: 'not_allowed' });
    const edited = await edit(emma, ticket, { description: 'Every page.', categoryId: null });
    expect([edited.status, edited.body.description]).toEqual([200, 'Every page.']);
    const taken = await moved(liam, ticket, { status: 'in_progress' });
    expect((await edit(emma, taken, { subject: 'Too late' })).status).toBe(403);
    expect((await edit(otto, taken, { subject: 'Not mine' })).status).toBe(404);
    const cancelled = await moved(emma, ticket, { status: 'cancelled' });
    expect((await edit(liam, cancelled, { subject: 'Over' })).status).toBe(409);
  });

  it('answers a stale version with the present ticket, whatever is changed', async () => {
    const ticket = await aTicket(emma);
    await edit(liam, ticket, { priority: 'high' });
    const stale = await edit(liam, ticket, { subject: 'Mine is older' });
    expect([stale.status, stale.body.current]).toEqual([
      412,
      expect.objectContaining({ version: 2, priority: 'high' }),
    ]);
  });

  it('keeps an inactive category on its tickets and gives it to no other', async () => {
    const old = categories.find(({ name }) => name === 'Social media')!;
    const has = await aTicket(emma, { categoryId: old.id });
    const hasNot = await aTicket(emma);
    await app.dataSource.query('UPDATE categories SET active = false WHERE id = $1', [old.id]);
    expect((await edit(liam, has, { categoryId: old.id, subject: 'Still about posts' })).status).toBe(200);
    const refused = await edit(liam, hasNot, { categoryId: old.id });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/categoryId']);
  });

  it('links a new ticket to the closed one that it is about, for those who may see that', async () => {
    const ticket = await aTicket(emma);
    await moved(emma, ticket, { status: 'cancelled' });
    const again = await aTicket(emma, { subject: 'It jams again', followsId: ticket.id });
    expect(again.follows).toEqual({ id: ticket.id, number: ticket.number, subject: ticket.subject });
    const { body } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect(body.followedBy).toEqual([{ id: again.id, number: again.number, subject: 'It jams again' }]);
    const forOtto = await aTicket(liam, { requesterId: otto.id, followsId: ticket.id });
    expect(forOtto.follows?.id).toBe(ticket.id);
    expect((await otto.api.get<Ticket>(`/tickets/${forOtto.id}`)).body.follows).toBeNull();
    const refused = await otto.api.post<Problem>('/tickets', {
      ...{ subject: 'Whose is it', description: 'Not mine.', followsId: ticket.id },
    });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/followsId']);
  });

  it('gives a reopened ticket back to nobody when its assignee cannot work any more', async () => {
    const noa = await aUser(app, 'agent', 'Noa');
    const ticket = await aTicket(emma);
    const taken = await noa.api.post<Ticket>(`/tickets/${ticket.id}/assignee`, { assigneeId: noa.id }, ifMatch(ticket));
    expect(taken.status).toBe(200);
    await moved(noa, ticket, { status: 'resolved' });
    const admin = await aUser(app, 'admin');
    expect((await admin.api.patch(`/users/${noa.id}`, { disabled: true })).status).toBe(200);
    const reopened = await moved(emma, ticket, { status: 'in_progress' });
    expect([reopened.status, reopened.assignee]).toEqual(['in_progress', null]);
  });
});
