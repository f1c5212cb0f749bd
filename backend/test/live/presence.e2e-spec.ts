import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { startApp, type TestApp } from '../app/app.js';
import { aBrowser, aTicket, aUser, ifMatch, type Somebody, type Ticket } from '../app/builders.js';
import { Listener } from './listener.js';

type Present = components['schemas']['PresenceDto'];
type PresenceEvent = components['schemas']['PresenceEventDto'];

const SECOND = 1_000;

describe('who is at a ticket', () => {
  let app: TestApp;
  let emma: Somebody;
  let nora: Somebody;
  let liam: Somebody;
  let ticket: Ticket;

  beforeAll(async () => {
    app = await startApp();
    [emma, nora, liam] = [
      await aUser(app, 'employee', 'Emma'),
      await aUser(app, 'agent', 'Nora'),
      await aUser(app, 'agent', 'Liam'),
    ];
  });
  beforeEach(async () => {
    ticket = await aTicket(emma);
  });
  afterAll(() => app.close());

  async function put(by: Pick<Somebody, 'api'>, state: string, id = ticket.id): Promise<string[]> {
    const { body } = await by.api.call<Present>('PUT', `/tickets/${id}/presence`, { body: { state } });
    return body.people.map((person) => `${person.name} ${person.state}`);
  }

  /** Waits for an event that says just this, for as long as is promised. */
  async function told(listener: Listener, ...people: string[]): Promise<void> {
    const said = ({ data }: { data: unknown }): string[] =>
      (data as PresenceEvent).people.map(({ name, state }) => `${name} ${state}`);
    const isTold = (): boolean => {
      const last = listener.heard.findLast(({ name, data }) => name === 'presence' && data.ticketId === ticket.id);
      return last !== undefined && said(last).join() === people.join();
    };
    await listener.until(isTold, `presence of ${people.join()}`, 2 * SECOND);
  }

  it('is told to staff, in the answer and on the stream, and to nobody else', async () => {
    const [staff, requester] = [await Listener.open(nora.api), await Listener.open(emma.api)];
    expect(await put(liam, 'looking')).toEqual([]);
    await told(staff, 'Liam looking');
    expect(await put(nora, 'looking')).toEqual(['Liam looking']);
    expect(await put(emma, 'answering')).toEqual([]);
    await told(staff, 'Emma answering', 'Liam looking', 'Nora looking');
    await put(liam, 'answering');
    await told(staff, 'Emma answering', 'Liam answering', 'Nora looking');
    for (const one of [liam, emma, nora]) await put(one, 'gone');
    await told(staff);
    expect(requester.names).not.toContain('presence');
    expect(staff.heard.filter(({ name, id }) => name === 'presence' && id !== null)).toEqual([]);
    await Promise.all([staff.close(), requester.close()]);
  });

  it('is not told of watchers, nor at tickets in the bin', async () => {
    const wanda = await aUser(app, 'employee', 'Wanda');
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email: wanda.email });
    expect(await put(wanda, 'answering')).toEqual([]);
    expect(await put(liam, 'looking')).toEqual([]);
    await put(liam, 'gone');
    const ada = await aUser(app, 'admin');
    await ada.api.delete(`/tickets/${ticket.id}`, ifMatch(ticket));
    await put(ada, 'looking');
    expect(await put(await aUser(app, 'admin'), 'looking')).toEqual([]);
  });

  it('names a person in two places once, and as answering if he answers in one', async () => {
    const other = await aBrowser(app, liam);
    const look = { state: 'looking' };
    await put(liam, 'answering');
    await other.call('PUT', `/tickets/${ticket.id}/presence`, look);
    expect(await put(nora, 'looking')).toEqual(['Liam answering']);
    await put(liam, 'gone');
    expect(await put(nora, 'looking')).toEqual(['Liam looking']);
    await other.post('/auth/logout');
    expect(await put(nora, 'gone')).toEqual([]);
  });

  it('ends soon after the stream of its session, and at once with the session', async () => {
    const staff = await Listener.open(nora.api);
    const adam = await aUser(app, 'agent', 'Adam');
    const cut = await Listener.open(adam.api);
    await put(adam, 'answering');
    await told(staff, 'Adam answering');
    await cut.close();
    const back = await Listener.open(adam.api);
    await put(adam, 'looking');
    await told(staff, 'Adam looking');
    await back.close();
    await staff.until(() => JSON.stringify(staff.heard.at(-1)!.data.people) === '[]', 'gone', 3 * SECOND);
    await put(adam, 'looking');
    await told(staff, 'Adam looking');
    await adam.api.post('/auth/logout');
    await told(staff);
    await staff.close();
  });

  it('is forgotten after 40 seconds without a word', async () => {
    const staff = await Listener.open(nora.api);
    await put(liam, 'looking');
    await told(staff, 'Liam looking');
    app.clock.advance(39 * SECOND);
    expect(await put(nora, 'gone')).toEqual(['Liam looking']);
    app.clock.advance(2 * SECOND);
    await told(staff);
    await staff.close();
  });
});
