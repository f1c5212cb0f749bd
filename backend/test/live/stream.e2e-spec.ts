import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, moved, type Somebody, type Ticket } from '../app/builders.js';
import { schemaFaultsBy } from '../app/schema-faults.js';
import { DESCRIPTION } from '../app/description.js';
import { Listener } from './listener.js';

type LiveEvent = components['schemas']['LiveEventDto'];

const schemaFaults = schemaFaultsBy(DESCRIPTION.components.schemas);

describe('the live stream', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let ada: Somebody;
  const open: Listener[] = [];

  beforeAll(async () => {
    app = await startApp();
    [emma, otto] = [await aUser(app, 'employee', 'Emma'), await aUser(app, 'employee', 'Otto')];
    [liam, ada] = [await aUser(app, 'agent', 'Liam'), await aUser(app, 'admin', 'Ada')];
  });
  afterEach(async () => {
    for (const listener of open.splice(0)) await listener.close();
  });
  afterAll(() => app.close());

  async function listen(by: Somebody, options?: { token?: string; query?: string }): Promise<Listener> {
    const listener = await Listener.open(by.api, options);
    open.push(listener);
    return listener;
  }

  const allOf = ({ heard }: Listener, { id }: { id: string }): Listener['heard'] =>
    heard.filter(({ data }) => (data.subject as { id?: string } | undefined)?.id === id);
  const ofTicket = (listener: Listener, ticket: { id: string }): string[] =>
    allOf(listener, ticket).map(({ name }) => name);

  it('tells staff and the requester what happens, as the trail tells it, and others nothing', async () => {
    const [staff, requester, stranger] = [await listen(liam), await listen(emma), await listen(otto)];
    const ticket = await aTicket(emma);
    const filed = await staff.first<LiveEvent>('ticket.created', ({ subject }) => subject.id === ticket.id);
    expect(schemaFaults(filed.data, { $ref: '#/components/schemas/LiveEventDto' })).toEqual([]);
    expect(filed.data.ticket).toEqual({
      ...{ id: ticket.id, number: ticket.number, subject: ticket.subject },
      ...{ version: 1, status: 'submitted', assigneeId: null },
    });
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'Between us.', internal: true });
    await moved(liam, ticket, { status: 'on_hold', reason: 'Waiting for parts' });
    await requester.first<LiveEvent>('ticket.status_changed', ({ payload }) => payload.to === 'on_hold');
    const trail = await emma.api.get<{ items: LiveEvent[] }>(`/tickets/${ticket.id}/activity`);
    const told = allOf(requester, ticket).map(({ data }) => data);
    expect(told).toEqual(trail.body.items.map((entry) => expect.objectContaining(entry)));
    await staff.first('ticket.status_changed');
    expect(ofTicket(staff, ticket)).toContain('comment.added');
    expect(ofTicket(requester, ticket)).not.toContain('comment.added');
    expect(ofTicket(stranger, ticket)).toEqual([]);
  });

  it('is not kept, not compressed and not gathered by proxies', async () => {
    const { headers } = (await listen(liam)).response;
    expect(headers.get('content-type')).toBe('text/event-stream');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
  });

  it('tells watchers from when they are added until they are removed, and those who saw it of a deletion', async () => {
    const [watcher, requester, staff] = [await listen(otto), await listen(emma), await listen(liam)];
    const ticket = await aTicket(emma);
    const watchers = `/tickets/${ticket.id}/watchers`;
    // Who may hear of it is settled when it is told.
    await staff.first<LiveEvent>('ticket.created');
    await emma.api.post(watchers, { email: otto.email });
    const added = await watcher.first<LiveEvent>('watcher.added');
    expect([added.data.payload, added.data.ticket?.id]).toEqual([{}, ticket.id]);
    await emma.api.call('DELETE', watchers, { body: { email: otto.email } });
    const removed = await watcher.first<LiveEvent>('watcher.removed');
    expect([removed.data.payload, removed.data.ticket]).toEqual([{}, null]);
    await emma.api.post(`/tickets/${ticket.id}/comments`, { body: 'Still there?' });
    const { body } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    await liam.api.delete(`/tickets/${ticket.id}`, ifMatch(body));
    for (const reader of [requester, staff]) {
      const { data } = await reader.first<LiveEvent>('ticket.deleted');
      expect([data.subject.id, data.payload, data.ticket]).toEqual([ticket.id, {}, null]);
    }
    await ada.api.post(`/tickets/${ticket.id}/restore`);
    expect((await requester.first<LiveEvent>('ticket.restored')).data.ticket?.id).toBe(ticket.id);
    expect(ofTicket(watcher, ticket)).toEqual(['watcher.added', 'watcher.removed']);
  });

  it('tells administration to admins, people of themselves, and everybody that labels are other ones', async () => {
    const [admin, agent, employee] = [await listen(ada), await listen(liam), await listen(emma)];
    await ada.api.patch('/settings', { supportHours: 'Nine to five' });
    await emma.api.patch('/auth/me', { phone: '+49 30 99' });
    await Promise.all([admin, employee].map((reader) => reader.first('person.profile_changed')));
    expect((await admin.first<LiveEvent>('settings.changed')).data.actor?.name).toBe('Ada');
    for (const reader of [agent, employee]) {
      const { data } = await reader.first<LiveEvent>('settings.changed');
      expect([data.actor, data.payload]).toEqual([null, {}]);
    }
    expect(agent.names).not.toContain('person.profile_changed');
  });

  it('goes on where it was cut off, by header or by query, and the header wins', async () => {
    const first = await listen(liam);
    const tickets: Ticket[] = [await aTicket(emma)];
    const { id } = await first.first<LiveEvent>('ticket.created', ({ subject }) => subject.id === tickets[0]!.id);
    await first.close();
    for (let count = 0; count < 3; count += 1) tickets.push(await aTicket(emma));
    const missed = tickets.slice(1).map((ticket) => ticket.id);
    for (const options of [{ token: id! }, { query: `?lastEventId=${id}` }, { token: id!, query: '?lastEventId=x' }]) {
      const next = await listen(liam, options);
      await next.until(() => next.heard.length > missed.length, 'what was missed');
      expect(next.heard.slice(1).map(({ data }) => (data as unknown as LiveEvent).subject.id)).toEqual(missed);
    }
  });
});
