import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Heartbeat } from '../../src/live/stream/heartbeat.js';
import { LiveHub } from '../../src/live/stream/live-hub.js';
import { startApp, type TestApp } from '../app/app.js';
import { aBrowser, aTicket, aUser, PASSWORD, type Problem, signedIn, type Somebody } from '../app/builders.js';
import { Listener } from './listener.js';
import { append, appendMany } from './out-of-order.js';

const NEW_PASSWORD = 'nine green bottles on a wall';
const SOON = 1_000;
const DAY = 24 * 60 * 60_000;

describe('a live stream ends', () => {
  let app: TestApp;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    ada = await aUser(app, 'admin', 'Ada');
  });
  afterAll(() => app.close());

  /** Milliseconds from when the change was answered until each of them had ended. */
  async function endOf(listeners: readonly Listener[], change: () => Promise<{ status: number }>): Promise<number> {
    expect((await change()).status).toBeLessThan(300);
    const begun = performance.now();
    await Promise.race([Promise.all(listeners.map(({ ended }) => ended)), pause(3 * SOON)]);
    return performance.now() - begun;
  }

  it('S07 within a second of a sign-out, and no other stream', async () => {
    const emma = await aUser(app);
    const browser = await aBrowser(app, emma);
    const [ending, other] = [await Listener.open(browser), await Listener.open(emma.api)];
    expect(await endOf([ending], () => browser.post('/auth/logout'))).toBeLessThan(SOON);
    expect(other.hasEnded).toBe(false);
    const rest = await endOf([other], () => emma.api.post('/auth/logout'));
    expect(rest).toBeLessThan(SOON);
  });

  it.each([
    ['being disabled', { disabled: true }],
    ['a change of role', { role: 'agent' }],
  ])('S07 within a second of %s, also while a stranger holds a transaction open', async (_, change) => {
    const emma = await aUser(app);
    const ticket = await aTicket(ada);
    const streams = [await Listener.open(emma.api), await Listener.open(await signedIn(app, emma))];
    const held = app.dataSource.createQueryRunner();
    await held.startTransaction();
    await append(held.manager, ticket.id);
    const lasted = await endOf(streams, () => ada.api.patch(`/users/${emma.id}`, change));
    await held.rollbackTransaction();
    await held.release();
    expect(lasted).toBeLessThan(SOON);
  });

  it('S07 within a second of a change of password; the session that made it may come again', async () => {
    const emma = await aUser(app);
    const one = await signedIn(app, emma);
    const streams = [await Listener.open(emma.api), await Listener.open(one)];
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect(await endOf(streams, () => one.post('/auth/change-password', change))).toBeLessThan(SOON);
    expect((await emma.api.get('/events')).status).toBe(401);
    await (await Listener.open(one)).close();
  });

  it('S07 with its session, when that has been unused for too long', async () => {
    const emma = await aUser(app);
    const [listener, of] = [await Listener.open(emma.api), app.nest.get(Heartbeat)];
    await of.beat();
    await listener.until(() => listener.text.includes(': heartbeat\nid: '), 'a heartbeat');
    app.clock.advance(15 * DAY);
    await of.beat();
    await listener.ended;
    ada = await aUser(app, 'admin');
  });

  it('and beats on while its first reader is still let in', async () => {
    const emma = await aUser(app);
    const [hub, heartbeat] = [app.nest.get(LiveHub), app.nest.get(Heartbeat)];
    while (hub.streams.size > 0) await pause(10);
    const held = app.dataSource.createQueryRunner();
    await held.startTransaction();
    await held.query('LOCK TABLE activity IN ACCESS EXCLUSIVE MODE');
    const opening = Listener.open(emma.api);
    while (hub.streams.size === 0) await pause(10);
    await expect(heartbeat.beat()).resolves.toBeUndefined();
    await held.rollbackTransaction();
    await held.release();
    await (await opening).close();
  });

  it('with a reset where its reader takes nothing, which harms nobody else', async () => {
    const [liam, other] = [await aUser(app, 'agent'), await aUser(app, 'agent')];
    const ticket = await aTicket(liam);
    const hub = app.nest.get(LiveHub);
    const quick = await Listener.open(other.api);
    const token = await tokenOfSession(liam);
    const socket = connect(app.settings.PORT, '127.0.0.1');
    socket.write(`GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    socket.once('data', () => socket.pause());
    const isOpen = (): boolean => [...hub.streams].some(({ reader }) => reader.id === liam.id);
    while (!isOpen()) await pause(10);
    let told = 0;
    while (isOpen()) {
      told += (await appendMany(app.dataSource.manager, ticket.id, 300, { long: 'x'.repeat(10_000) })).length;
      hub.wake();
      await quick.until(() => quick.heard.length > told, 'what the slow one does not take');
      if (told > 6_000) throw new Error('the slow reader was kept');
    }
    let rest = '';
    socket.on('data', (part) => (rest += part.toString()));
    socket.resume();
    const END_OF_ANSWER = '\r\n0\r\n\r\n';
    while (!rest.endsWith(END_OF_ANSWER)) await pause(10);
    socket.destroy();
    expect(rest).toContain('event: reset');
    await quick.close();
  });

  it('before it begins where a session has ten of them', async () => {
    const emma = await aUser(app);
    const streams = [];
    for (let count = 0; count < 10; count += 1) streams.push(await Listener.open(emma.api));
    const { status, body, headers } = await emma.api.get<Problem>('/events');
    expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'too_many_requests', '15']);
    await streams[0]!.close();
    while ((await emma.api.get('/events')).status !== 200) await pause(20);
    for (const stream of streams) await stream.close();
  });

  async function tokenOfSession({ email }: Somebody): Promise<string> {
    const answer = await ada.api.post<{ accessToken: string }>('/auth/token', { email, password: PASSWORD });
    return answer.body.accessToken;
  }
});
