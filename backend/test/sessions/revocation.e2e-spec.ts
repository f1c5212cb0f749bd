import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aBrowser, aUser, PASSWORD, signedIn, type Somebody } from '../app/builders.js';

const NEW_PASSWORD = 'nine green bottles on a wall';

/** Each takes effect on the next request: nothing is waited for. */
describe('S07 an end takes effect on the next request', () => {
  let app: TestApp;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    ada = await aUser(app, 'admin', 'Ada');
  });
  afterAll(() => app.close());

  const reads = async (...callers: { get(path: string): Promise<{ status: number }> }[]): Promise<number[]> =>
    Promise.all(callers.map(async (caller) => (await caller.get('/auth/me')).status));

  it('S07 signing out ends that session, its cookies and its refresh token, and no other session', async () => {
    const emma = await aUser(app);
    const browser = await aBrowser(app, emma);
    const thief = browser.copy();
    expect((await browser.post('/auth/logout')).status).toBe(204);
    expect(browser.cookies.size).toBe(1);
    expect(browser.cookie('device')).toBeDefined();
    expect(await reads(thief, emma.api)).toEqual([401, 200]);
    expect((await thief.post('/auth/refresh')).status).toBe(401);
  });

  it('S07 ending a session elsewhere, or all others, ends them there', async () => {
    const emma = await aUser(app);
    const [one, other] = [await aBrowser(app, emma), await aBrowser(app, emma)];
    const { body } = await one.get<{ items: { id: string; current: boolean }[] }>('/auth/sessions');
    expect(body.items).toHaveLength(3);
    const current = body.items.find((session) => session.current)!;
    expect((await other.call('DELETE', `/auth/sessions/${current.id}`)).status).toBe(204);
    expect(await reads(one, other, emma.api)).toEqual([401, 200, 200]);
    expect((await one.post('/auth/refresh')).status).toBe(401);
    expect((await other.call('DELETE', '/auth/sessions')).status).toBe(204);
    expect(await reads(other, emma.api)).toEqual([200, 401]);
  });

  it('S07 disabling ends every session, and enabling brings none back', async () => {
    const liam = await aUser(app, 'agent');
    const browser = await aBrowser(app, liam);
    expect((await ada.api.patch(`/users/${liam.id}`, { disabled: true })).status).toBe(200);
    expect(await reads(browser, liam.api)).toEqual([401, 401]);
    const copy = browser.copy();
    expect((await copy.post('/auth/refresh')).status).toBe(401);
    expect((await browser.post('/auth/login', { email: liam.email, password: PASSWORD })).status).toBe(403);
    expect((await ada.api.patch(`/users/${liam.id}`, { disabled: false })).status).toBe(200);
    expect(await reads(browser, liam.api)).toEqual([401, 401]);
    expect(await reads(await signedIn(app, liam))).toEqual([200]);
  });

  it('S07 a role change counts in the session that is open', async () => {
    const liam = await aUser(app, 'employee');
    expect((await liam.api.get('/users')).status).toBe(403);
    await ada.api.patch(`/users/${liam.id}`, { role: 'agent' });
    expect((await liam.api.get('/users')).status).toBe(200);
    await ada.api.patch(`/users/${liam.id}`, { role: 'employee' });
    expect((await liam.api.get('/users')).status).toBe(403);
    const me = await liam.api.get<{ role: string; permissions: string[] }>('/auth/me');
    expect([me.body.role, me.body.permissions.includes('people.list')]).toEqual(['employee', false]);
  });

  it('S07 a new password ends all other sessions, and the old one fits no more', async () => {
    const emma = await aUser(app);
    const [one, other] = [await aBrowser(app, emma), await aBrowser(app, emma)];
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await one.post('/auth/change-password', change)).status).toBe(204);
    expect(await reads(one, other, emma.api)).toEqual([200, 401, 401]);
    expect((await one.post('/auth/refresh')).status).toBe(200);
    expect((await other.post('/auth/refresh')).status).toBe(401);
    expect((await other.post('/auth/login', { email: emma.email, password: PASSWORD })).status).toBe(401);
    expect((await other.post('/auth/login', { email: emma.email, password: NEW_PASSWORD })).status).toBe(200);
  });

  it('S07 a password set by a reset link ends every session', async () => {
    const emma = await aUser(app);
    const browser = await aBrowser(app, emma);
    const link = await ada.api.post<{ url: string }>(`/users/${emma.id}/reset-link`);
    const token = link.body.url.split('#token=')[1];
    expect((await browser.copy().post('/auth/reset-password', { token, password: NEW_PASSWORD })).status).toBe(204);
    expect(await reads(browser, emma.api)).toEqual([401, 401]);
  });

  it('S07 a session ends after 14 days unused and after 90 days in all, however often it is used', async () => {
    const [idle, busy] = [await aBrowser(app, await aUser(app)), await aBrowser(app, await aUser(app))];
    const DAY = 24 * 60 * 60_000;
    for (let day = 0; day < 84; day += 12) {
      app.clock.advance(12 * DAY);
      expect((await busy.post('/auth/refresh')).status).toBe(200);
    }
    expect((await idle.post('/auth/refresh')).status).toBe(401);
    app.clock.advance(5 * DAY);
    expect((await busy.post('/auth/refresh')).status).toBe(200);
    app.clock.advance(2 * DAY);
    expect((await busy.post('/auth/refresh')).status).toBe(401);
  });
});
