import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { ENTITIES } from '../../src/entities.js';
import { DAY } from '../../src/platform/clock.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import type { TestApp } from '../app/app.js';
import { Api } from '../app/api.js';
import { aTicket, aUser, moved, PASSWORD, signedIn, type Somebody, type Ticket } from '../app/builders.js';
import { type AppProcess, startProcesses } from '../app/process.js';
import { TestClock } from '../app/test-clock.js';
import { Listener } from './listener.js';

type Side = Pick<TestApp, 'url' | 'dataSource' | 'clock'> & TestApp;

const SOON = 1_000;
const STOP_LIMIT = 10_000;

describe('R11 two processes on one database', () => {
  let processes: AppProcess[];
  let [here, there]: Side[] = [];
  let dataSource: TestApp['dataSource'];
  let liam: Somebody;
  let ada: Somebody;

  beforeAll(async () => {
    processes = await startProcesses(2, { RATE_LIMIT: '1000000' });
    dataSource = await createDataSource(processes[0]!.databaseUrl, ENTITIES).initialize();
    [here, there] = processes.map(({ url }) => ({ url, dataSource, clock: new TestClock() }) as Side);
    [liam, ada] = [await aUser(here!, 'agent', 'Liam'), await aUser(there!, 'admin', 'Ada')];
  }, 60_000);
  afterAll(async () => {
    await dataSource.destroy();
    await processes[0]!.stop();
  });

  /** Milliseconds until it holds, by the events that came; fails after three seconds. */
  async function within(listener: Listener, name: string, id: string): Promise<number> {
    const begun = performance.now();
    const isMeant = ({ name: told, data }: { name: string; data: Record<string, unknown> }): boolean =>
      told === name && ((data.subject as { id?: string } | undefined)?.id === id || data.ticketId === id);
    await listener.until(() => listener.heard.some(isMeant), `${name} of ${id}`, 3 * SOON);
    return performance.now() - begun;
  }

  it('R11 tells in each what happens in the other, and who is at a ticket', async () => {
    const nora = await aUser(there!, 'agent', 'Nora');
    const [one, other] = [await Listener.open(liam.api), await Listener.open(nora.api)];
    for (const by of [liam, nora]) {
      const ticket = await aTicket(by);
      const times = await Promise.all([one, other].map((listener) => within(listener, 'ticket.created', ticket.id)));
      expect(Math.max(...times)).toBeLessThan(SOON);
      await by.api.call('PUT', `/tickets/${ticket.id}/presence`, { body: { state: 'answering' } });
      const seen = await Promise.all([one, other].map((listener) => within(listener, 'presence', ticket.id)));
      expect(Math.max(...seen)).toBeLessThan(2 * SOON);
    }
    await Promise.all([one.close(), other.close()]);
  });

  it('S07 R11 ends the streams of one for what is done in the other, within a second', async () => {
    const changes: readonly (readonly [string, (emma: Somebody, thereToo: Api) => Promise<{ status: number }>])[] = [
      ['sign-out', (_, thereToo) => thereToo.post('/auth/logout')],
      ['disabling', ({ id }) => ada.api.patch(`/users/${id}`, { disabled: true })],
      ['a change of role', ({ id }) => ada.api.patch(`/users/${id}`, { role: 'agent' })],
      [
        'a change of password',
        (_, thereToo) =>
          thereToo.post('/auth/change-password', {
            currentPassword: PASSWORD,
            newPassword: 'nine green bottles on a wall',
          }),
      ],
    ];
    for (const [name, change] of changes) {
      const emma = await aUser(here!, 'employee');
      // The same session, at the other process.
      const { body } = await new Api(here!.url).post<{ accessToken: string }>('/auth/token', {
        email: emma.email,
        password: PASSWORD,
      });
      const listener = await Listener.open(new Api(here!.url, body.accessToken));
      expect([name, (await change(emma, new Api(there!.url, body.accessToken))).status < 300]).toEqual([name, true]);
      const ended = await Promise.race([listener.ended.then(() => true), pause(SOON, false)]);
      expect([name, ended]).toEqual([name, true]);
    }
  });

  it('R11 has one budget for wrong passwords, and sessions that are good in both', async () => {
    const emma = await aUser(here!);
    const token = await signedIn(there!, emma);
    expect((await token.get('/auth/me')).status).toBe(200);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const at = new Api((attempt % 2 === 0 ? here! : there!).url);
      statuses.push((await at.post('/auth/token', { email: emma.email, password: 'not his password' })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });

  it('R11 does timed work once, and tells it in both', async () => {
    const ticket = await aTicket(await aUser(here!));
    await moved(liam, await moved(liam, ticket, { status: 'in_progress' }), { status: 'resolved' });
    const streams = [await Listener.open(liam.api), await Listener.open(ada.api)];
    await dataSource.query('UPDATE tickets SET resolved_at = $1 WHERE id = $2', [
      new Date(Date.now() - 8 * DAY),
      ticket.id,
    ]);
    const boss = new PgBoss({ connectionString: processes[0]!.databaseUrl, supervise: false, schedule: false });
    await boss.start();
    for (let times = 0; times < 3; times += 1) await boss.send('close-resolved-tickets');
    await boss.stop();
    const isClosed = ({ name, data }: Listener['heard'][number]): boolean =>
      name === 'ticket.status_changed' &&
      (data.ticket as Ticket).id === ticket.id &&
      (data.payload as { to: string }).to === 'closed';
    for (const stream of streams) await stream.until(() => stream.heard.some(isClosed), 'the closing', 20_000);
    const entries: object[] = await dataSource.query(
      "SELECT FROM activity WHERE subject_id = $1 AND payload->>'to' = 'closed'",
      [ticket.id],
    );
    expect([entries.length, ...streams.map(({ heard }) => heard.filter(isClosed).length)]).toEqual([1, 1, 1]);
    await Promise.all(streams.map((stream) => stream.close()));
  }, 60_000);

  it('R10 ends in time with code 0 although streams are open, and their readers go on at the other process', async () => {
    const stream = await Listener.open(liam.api);
    const begun = performance.now();
    expect(await processes[0]!.terminate()).toEqual({ code: 0, signal: null });
    expect(performance.now() - begun).toBeLessThan(STOP_LIMIT);
    await stream.ended;
    const atTheOther = await signedIn(there!, liam);
    const ticket = await aTicket({ ...liam, api: atTheOther });
    const next = await Listener.open(atTheOther, { token: stream.lastId });
    await within(next, 'ticket.created', ticket.id);
    await next.close();
  });
});
