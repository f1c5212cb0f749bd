import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { Browser } from '../app/browser.js';
import type { Problem } from '../app/builders.js';
import { aHelpDesk, aWatchedTicket, HARDWARE, type HelpDesk, reply } from './help-desk.js';
import { contentOf, forgetMails, theMailTo, writtenMails } from './written.js';

interface Unsubscription {
  readonly choices: string[];
  readonly wanted: boolean;
}

const ONE_CLICK = { 'content-type': 'application/x-www-form-urlencoded' };

describe('leaving by the link in a mail', () => {
  let app: TestApp;
  let desk: HelpDesk;
  let nobody: Api;
  let path: string;

  beforeAll(async () => {
    app = await startApp();
    desk = await aHelpDesk(app);
    nobody = new Api(app.url);
  });
  beforeEach(async () => {
    await app.dataSource.query('DELETE FROM mail_preferences');
    await reply(desk.liam, await aWatchedTicket(desk, { assigned: 'liam' }));
    const { headers = {} } = await theMailTo(app, desk.emma);
    path = headers['List-Unsubscribe']!.slice(1, -1).replace(app.settings.publicUrl, '');
  });
  afterAll(() => app.close());

  const choicesOf = async (): Promise<Record<string, boolean>> =>
    (await desk.emma.api.get<{ choices: Record<string, boolean> }>('/auth/me/mail')).body.choices;
  const oneClick = (address = path): ReturnType<typeof nobody.call<Unsubscription & Problem>> =>
    nobody.call('POST', address, { raw: 'List-Unsubscribe=One-Click', headers: ONE_CLICK });

  it('takes one step, without cookies, of whoever has the mail (RFC 8058)', async () => {
    expect(await choicesOf()).toMatchObject({ ticket_replied: true });
    const { status, body } = await oneClick();
    expect([status, body]).toEqual([200, { choices: ['ticket_replied'], wanted: false }]);
    expect(await choicesOf()).toMatchObject({ ticket_replied: false, ticket_resolved: true });
    await forgetMails(app);
    await reply(desk.liam, await aWatchedTicket(desk, { assigned: 'liam' }));
    expect(await writtenMails(app, desk.emma.email)).toEqual([]);
  });

  it('may come twice, and be taken back', async () => {
    await oneClick();
    expect((await oneClick()).status).toBe(200);
    const { body } = await nobody.delete<Unsubscription>(path);
    expect(body).toEqual({ choices: ['ticket_replied'], wanted: true });
    expect(await choicesOf()).toMatchObject({ ticket_replied: true });
    expect(await app.dataSource.query('SELECT * FROM mail_preferences')).toEqual([]);
  });

  it('does nothing when the address is merely opened; a browser is led to the page that asks', async () => {
    expect((await nobody.get<Unsubscription>(path)).body).toEqual({ choices: ['ticket_replied'], wanted: true });
    const page = await fetch(app.url + path, { redirect: 'manual', headers: { accept: 'text/html,*/*;q=0.8' } });
    const token = path.split('=')[1];
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      `${app.settings.publicUrl}/unsubscribe?token=${token}`,
    ]);
    expect(await choicesOf()).toMatchObject({ ticket_replied: true });
  });

  it('works from our own page too, signed in or not', async () => {
    const browser = new Browser(app.url.replace('127.0.0.1', 'localhost'));
    const { status } = await browser.call('POST', path.replace('/api/v1', ''));
    expect(status).toBe(200);
  });

  it('is refused with any other token', async () => {
    const [, mine = ''] = path.split('token=');
    const [id = '', secret = ''] = mine.split('.');
    const [other] = await writtenMails(app, desk.wanda.email);
    const odd = [
      `${id}.${'A'.repeat(43)}`,
      `${other!.id}.${secret}`,
      `${id}.${secret}x`,
      `${id}.`,
      secret,
      `${mine}.x`,
    ];
    for (const token of [
      ...odd,
      `x.${secret}`,
      `${id}${secret}`,
      `%00${mine}`,
      encodeURIComponent(`' OR 1=1 --${secret}`),
    ]) {
      const { status, body } = await oneClick(`/mail/unsubscribe?token=${token}`);
      expect([token, status, body.code]).toEqual([token, 422, 'invalid_token']);
    }
    expect((await oneClick('/mail/unsubscribe')).status).toBe(400);
    expect(await choicesOf()).toMatchObject({ ticket_replied: true });
  });

  it('is not offered to an address that is no person’s', async () => {
    await reply(desk.emma, await aWatchedTicket(desk));
    const [mail] = await writtenMails(app, HARDWARE);
    const { headers, text } = (await contentOf(app, mail!))!;
    expect(Object.keys(headers ?? {})).not.toContain('List-Unsubscribe');
    expect(text).toContain('This address is told of tickets of this category.');
  });
});

describe('which mails a person wants', () => {
  let app: TestApp;
  let desk: HelpDesk;

  beforeAll(async () => {
    app = await startApp();
    desk = await aHelpDesk(app);
  });
  afterAll(() => app.close());

  const put = (by: Api, choices: unknown): ReturnType<typeof by.call<{ choices: object } & Problem>> =>
    by.call('PUT', '/auth/me/mail', { body: { choices } });

  it('is asked of staff for more than of employees', async () => {
    const usual = { ticket_received: true, ticket_replied: true, ticket_status: true, ticket_resolved: true };
    const everybody = { ...usual, ticket_closing: true, new_device: true };
    expect((await desk.emma.api.get<object>('/auth/me/mail')).body).toEqual({ choices: everybody });
    const staff = { ...everybody, ticket_new: false, ticket_assigned: true, ticket_mention: true };
    expect((await desk.liam.api.get<object>('/auth/me/mail')).body).toEqual({ choices: staff });
  });

  it('is kept for each kind, and only where it is not what is usual', async () => {
    const { body } = await put(desk.liam.api, { ticket_new: true, ticket_status: false, ticket_replied: true });
    expect(body.choices).toMatchObject({ ticket_new: true, ticket_status: false, ticket_replied: true });
    const kept = 'SELECT choice, wanted FROM mail_preferences WHERE user_id = $1 ORDER BY choice';
    expect(await app.dataSource.query(kept, [desk.liam.id])).toEqual([
      { choice: 'ticket_new', wanted: true },
      { choice: 'ticket_status', wanted: false },
    ]);
    await put(desk.liam.api, { ticket_new: false, ticket_status: true });
    expect(await app.dataSource.query(kept, [desk.liam.id])).toEqual([]);
  });

  it('is true or false, of kinds that there are', async () => {
    for (const [choices, status] of [
      [{ ticket_status: 'no' }, 422],
      [{ ticket_status: null }, 422],
      [{ password_changed: false }, 400],
      [null, 422],
      ['ticket_status', 422],
    ] as const) {
      expect([choices, (await put(desk.emma.api, choices)).status]).toEqual([choices, status]);
    }
  });
});
