import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aBrowser, aPerson, aUser, PASSWORD, type Somebody } from '../app/builders.js';
import { Browser } from '../app/browser.js';
import { Postbox, sendTo } from '../mail/postbox.js';
import { kindsTo, mailedTo } from './mailed.js';

const NEW_PASSWORD = 'nine green bottles on a wall';

describe('mails about an account', () => {
  let app: TestApp;
  let anybody: Api;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    anybody = new Api(app.url);
    ada = await aUser(app, 'admin');
    await ada.api.patch('/settings', { organisationName: 'Harbour & Sons', timeZone: 'Europe/Berlin' });
  });
  afterAll(() => app.close());

  it('tell of a password that was changed, by whichever way, in the reader’s time', async () => {
    const emma = await aUser(app);
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    await emma.api.post('/auth/change-password', change);
    const [mail] = await mailedTo(app, emma.email);
    expect(mail).toMatchObject({ kind: 'password_changed', subject: 'Your password at Harbour & Sons was changed' });
    expect(mail?.text).toMatch(/CES?T/);
    expect(mail?.text).not.toContain(NEW_PASSWORD);
    expect(mail?.html).toContain('Harbour &amp; Sons');
    const { body } = await ada.api.post<{ url: string }>(`/users/${emma.id}/reset-link`);
    await anybody.post('/auth/reset-password', { token: body.url.split('#token=')[1], password: PASSWORD });
    expect(await kindsTo(app, emma.email)).toEqual(['password_changed', 'password_changed']);
  });

  it('tell of a sign-in on a new device, but not of the first one, nor of one that is known', async () => {
    const emma = await aPerson(app);
    const first = await aBrowser(app, emma);
    await first.post('/auth/logout');
    await first.post('/auth/login', { email: emma.email, password: PASSWORD });
    expect(await kindsTo(app, emma.email)).toEqual([]);
    await aBrowser(app, emma);
    expect(await kindsTo(app, emma.email)).toEqual(['new_device']);
    const script = (): ReturnType<Api['post']> =>
      anybody.post('/auth/token', { email: emma.email, password: PASSWORD });
    await script();
    await script();
    const mails = await mailedTo(app, emma.email);
    expect(mails.map(({ kind }) => kind)).toEqual(['new_device', 'new_device']);
    expect(mails[1]?.text).toContain('127.0.0.1');
  });

  it('do not tell of new devices to whoever wants none of that', async () => {
    const emma = await aUser(app);
    await app.dataSource.query(
      "INSERT INTO mail_preferences (user_id, choice, wanted) VALUES ($1, 'new_device', false)",
      [emma.id],
    );
    await aBrowser(app, emma);
    await aBrowser(app, emma);
    expect(await kindsTo(app, emma.email)).toEqual([]);
  });

  it('greet whoever registers, and not whoever sets the house up or is known from before', async () => {
    const email = `${newId()}@example.org`;
    await new Browser(app.url.replace('127.0.0.1', 'localhost')).post('/auth/register', {
      ...{ name: 'Visit evil.example now', email, password: PASSWORD },
    });
    const [mail] = await mailedTo(app, email);
    expect(mail?.kind).toBe('welcome');
    // Whoever registers with somebody else's address must not have us carry his words there.
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain('evil.example');
    expect(mail?.secrets).toHaveLength(1);
  });

  it('go out as they are, and are kept without what opens the account', async () => {
    const postbox = await Postbox.open();
    const sender = await sendTo(app, postbox);
    const emma = await aPerson(app);
    await anybody.post('/auth/forgot-password', { email: emma.email });
    await sender.look();
    await postbox.until(1);
    await expectKept(emma.id, 'sent');
    const [mail] = await postbox.read(emma.email);
    const [, token] = /\/reset-password#token=([\w-]{43})\b/.exec(mail?.text ?? '') ?? [];
    expect([mail?.subject, token?.length]).toEqual(['Choose a new password at Harbour & Sons', 43]);
    expect(mail?.html).toContain(token);
    expect(await expectKept(emma.id, 'sent')).not.toContain(token);
    expect((await anybody.post('/auth/reset-password', { token, password: NEW_PASSWORD })).status).toBe(204);
    await postbox.close();
  });

  /** Waits for that state, and gives what is kept of the mail. */
  async function expectKept(recipientId: string, state: string): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const rows: { row: string }[] = await app.dataSource.query(
        'SELECT m::text AS row FROM mails m WHERE recipient_id = $1 AND state = $2',
        [recipientId, state],
      );
      if (rows[0]) return rows[0].row;
      await pause(20);
    }
    throw new Error(`no mail is ${state}`);
  }

  it('reach nobody who is disabled, also when that happens while they wait', async () => {
    const emma = await aUser(app);
    await anybody.post('/auth/forgot-password', { email: emma.email });
    expect(await kindsTo(app, emma.email)).toEqual(['password_reset']);
    await ada.api.patch(`/users/${emma.id}`, { disabled: true });
    expect(await kindsTo(app, emma.email)).toEqual([]);
    await anybody.post('/auth/forgot-password', { email: emma.email });
    const rows: unknown[] = await app.dataSource.query('SELECT FROM mails WHERE address = $1', [emma.email]);
    expect(rows).toHaveLength(1);
  });
});
