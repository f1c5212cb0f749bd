import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aBrowser, aUser, type Problem, type Somebody } from '../app/builders.js';

const PASSWORD = 'nine green bottles on a wall';

describe('the settings at work', () => {
  let app: TestApp;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    admin = await aUser(app, 'admin');
  });
  afterAll(() => app.close());

  async function settle(settings: object): Promise<void> {
    expect((await admin.api.patch('/settings', settings)).status).toBe(200);
  }

  async function register(email: string): Promise<{ status: number; body: Problem }> {
    return new Api(app.url).post('/auth/register', { name: 'Nora New', email, password: PASSWORD });
  }

  it('by invitation only, nobody registers, and is told whom to ask', async () => {
    await settle({ registration: 'invitation', supportContact: null });
    const closed = await register('nora@example.org');
    expect([closed.status, closed.body.code]).toEqual([403, 'registration_closed']);
    expect(closed.body.detail).toContain('Ask an administrator');
    await settle({ supportContact: 'helpdesk@example.org' });
    expect((await register('nora@example.org')).body.detail).toContain('helpdesk@example.org');
    expect(await app.dataSource.query("SELECT 1 FROM users WHERE email = 'nora@example.org'")).toEqual([]);
  });

  it.each([
    'nora@example.com',
    'nora@it.example.org',
    'nora@example.org.evil.com',
    'nora@notexample.org',
    'nora@example.org.de',
    '"nora@example.org"@evil.com',
  ])('for one domain only, %s is refused next to its field', async (email) => {
    await settle({ registration: 'domains', registrationDomains: ['example.org', 'it.example.net'] });
    const { status, body } = await register(email);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/email']);
  });

  it.each(['nora@example.org', 'Nils@EXAMPLE.org', 'nina@it.example.net'])(
    'for some domains, %s registers',
    async (email) => {
      await settle({ registration: 'domains', registrationDomains: ['example.org', 'it.example.net'] });
      expect((await register(email)).status).toBe(201);
    },
  );

  it('opened again, everybody registers', async () => {
    await settle({ registration: 'open' });
    expect((await register(`${newId()}@anywhere.example`)).status).toBe(201);
  });

  it('a session ends after the days in all that were settled when it began', async () => {
    await settle({ sessionIdleDays: 3, sessionDays: 5 });
    const person = await aUser(app);
    const { body } = await person.api.get<{ items: { createdAt: string; expiresAt: string }[] }>('/auth/sessions');
    const [session] = body.items;
    expect(Date.parse(session!.expiresAt) - Date.parse(session!.createdAt)).toBe(5 * DAY);
    await settle({ sessionIdleDays: 14, sessionDays: 90 });
    const later = await person.api.get<typeof body>('/auth/sessions');
    expect(later.body.items[0]!.expiresAt).toBe(session!.expiresAt);
  });

  it('how long a session may stay unused is what is settled now', async () => {
    await settle({ sessionIdleDays: 14, sessionDays: 90 });
    const [early, late] = [await aBrowser(app, await aUser(app)), await aBrowser(app, await aUser(app))];
    app.clock.advance(4 * DAY);
    expect((await early.post('/auth/refresh')).status).toBe(200);
    await app.dataSource.query('UPDATE settings SET session_idle_days = 3');
    expect((await late.post('/auth/refresh')).status).toBe(401);
    expect((await early.post('/auth/refresh')).status).toBe(200);
  });
});
