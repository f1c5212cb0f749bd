import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  aBrowser,
  aTicket,
  aUser,
  PASSWORD,
  type Problem,
  signedIn,
  type Somebody,
  unconfirm,
} from '../app/builders.js';
import { kindsTo, mailedTo, tokenTo } from './mailed.js';

interface Me {
  readonly email: string;
  readonly newEmail: string | null;
  readonly emailConfirmed: boolean;
}

describe('the address of an account', () => {
  let app: TestApp;
  let anybody: Api;

  beforeAll(async () => {
    app = await startApp();
    anybody = new Api(app.url);
  });
  afterAll(() => app.close());

  const someAddress = (): string => `${newId()}@example.org`;
  const confirm = (token: string): ReturnType<Api['post']> => anybody.post('/auth/verify-email', { token });
  const me = async ({ api }: { api: Api }): Promise<Me> => (await api.get<Me>('/auth/me')).body;
  const change = (
    by: Somebody,
    email: string,
    currentPassword = PASSWORD,
  ): Promise<{ status: number; body: Problem }> =>
    by.api.post<Problem>('/auth/change-address', { email, currentPassword });

  it('is confirmed by the link that comes after registering, and what waited for it takes effect', async () => {
    const email = someAddress();
    const emma = await aUser(app);
    const ticket = await aTicket(emma);
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email });
    await anybody.post('/auth/register', { name: 'Nora New', email, password: PASSWORD });
    const nora = { api: await signedIn(app, { email }) };
    expect(await me(nora)).toMatchObject({ emailConfirmed: false });
    expect((await nora.api.get(`/tickets/${ticket.id}`)).status).toBe(404);
    const answer = await confirm(await tokenTo(app, email));
    expect([answer.status, answer.body]).toEqual([200, { email }]);
    expect(await me(nora)).toMatchObject({ emailConfirmed: true });
    expect((await nora.api.get(`/tickets/${ticket.id}`)).status).toBe(200);
  });

  it('gets its link again, three times in an hour and no more; confirmed, it needs none', async () => {
    const emma = await aUser(app);
    await unconfirm(app, emma);
    const ask = async (): Promise<number> => (await emma.api.post('/auth/verify-email/request')).status;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([202, 202, 202, 429]);
    expect(await kindsTo(app, emma.email)).toEqual(['confirmation', 'confirmation', 'confirmation']);
    const refused = await emma.api.post('/auth/verify-email/request');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    await confirm(await tokenTo(app, emma.email));
    expect(await mailedTo(app, emma.email)).toEqual([]);
    expect(await ask()).toBe(409);
  });

  it('S07 changes with the present password once the new one is confirmed: from then on it alone signs in', async () => {
    const emma = await aUser(app);
    const browser = await aBrowser(app, emma);
    const [old, next] = [emma.email, someAddress()];
    await anybody.post('/auth/forgot-password', { email: old });
    const resetBefore = await tokenTo(app, old);
    expect((await change(emma, next)).status).toBe(202);
    expect(await me(emma)).toMatchObject({ email: old, newEmail: next });
    const before = await Promise.all([signIn(old), signIn(next)]);
    const moved = await confirm(await tokenTo(app, next));
    expect([moved.status, moved.body]).toEqual([200, { email: next }]);
    expect([before, await Promise.all([signIn(old), signIn(next)])]).toEqual([
      [200, 401],
      [401, 200],
    ]);
    expect(await me(emma)).toMatchObject({ email: next, newEmail: null, emailConfirmed: true });
    expect((await browser.get<Me>('/auth/me')).body.email).toBe(next);
    const late = await anybody.post<Problem>('/auth/reset-password', { token: resetBefore, password: PASSWORD });
    expect(late.body.code).toBe('invalid_token');
    expect([(await kindsTo(app, old)).at(-1), await kindsTo(app, next)]).toEqual([
      'address_changed',
      ['address_changed'],
    ]);
    expect((await mailedTo(app, old)).at(-1)?.text).not.toContain(next);
  });

  const signIn = async (email: string): Promise<number> =>
    (await anybody.post('/auth/token', { email, password: PASSWORD })).status;

  it('puts into effect what waited for the new one', async () => {
    const [emma, otto] = [await aUser(app), await aUser(app)];
    const email = someAddress();
    const ticket = await aTicket(emma);
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email });
    await change(otto, email);
    expect((await otto.api.get(`/tickets/${ticket.id}`)).status).toBe(404);
    await confirm(await tokenTo(app, email));
    expect((await otto.api.get(`/tickets/${ticket.id}`)).status).toBe(200);
  });

  it('stays without the password, with the same address, and with one of a foreign domain', async () => {
    const emma = await aUser(app);
    const fault = async (email: string, password?: string): Promise<unknown> => {
      const { status, body } = await change(emma, email, password);
      return [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];
    };
    expect(await fault(someAddress(), 'a wrong guess')).toEqual([422, '/currentPassword', 'wrong']);
    expect(await fault(emma.email.toUpperCase())).toEqual([422, '/email', 'same']);
    await app.dataSource.query("UPDATE settings SET registration = 'domains', registration_domains = '{acme.example}'");
    expect(await fault(someAddress())).toEqual([422, '/email', 'foreign_domain']);
    expect((await change(emma, `${newId()}@acme.example`)).status).toBe(202);
    await app.dataSource.query("UPDATE settings SET registration = 'open'");
  });

  it('can be given up while it waits; the newest alone counts', async () => {
    const emma = await aUser(app);
    const [one, other] = [someAddress(), someAddress()];
    await change(emma, one);
    const early = await tokenTo(app, one);
    await change(emma, other);
    expect(await mailedTo(app, one)).toEqual([]);
    expect((await confirm(early)).status).toBe(422);
    const token = await tokenTo(app, other);
    expect((await emma.api.delete('/auth/change-address')).status).toBe(204);
    expect([await me(emma), (await confirm(token)).status]).toMatchObject([{ newEmail: null, email: emma.email }, 422]);
  });

  it('S10 that is somebody’s is answered alike; its owner is told, and nobody gets it', async () => {
    const [emma, otto] = [await aUser(app), await aUser(app)];
    const [taken, free] = [await change(emma, otto.email), await change(emma, someAddress())];
    expect([taken.status, taken.body]).toEqual([free.status, free.body]);
    const [told] = await mailedTo(app, otto.email);
    expect([told?.kind, told?.text.includes('#token='), told?.text.includes(emma.name)]).toEqual([
      'confirmation',
      false,
      false,
    ]);
  });

  it('goes to whoever confirms it first', async () => {
    const [emma, otto] = [await aUser(app), await aUser(app)];
    const email = someAddress();
    await change(emma, email);
    await change(otto, email);
    const answers = await Promise.all(
      (await mailedTo(app, email)).map(({ text }) => confirm(/#token=([\w-]{43})/.exec(text)![1]!)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const owners: unknown[] = await app.dataSource.query('SELECT FROM users WHERE email = $1', [email]);
    expect(owners).toHaveLength(1);
  });

  it('nobody floods a mailbox, whichever way he asks, nor many of them', async () => {
    const [email, emma] = [someAddress(), await aUser(app)];
    await anybody.post('/auth/register', { name: 'Nora New', email, password: PASSWORD });
    for (let count = 0; count < 5; count += 1) {
      expect((await anybody.post('/auth/forgot-password', { email })).status).toBe(202);
    }
    expect((await kindsTo(app, email)).filter((kind) => kind === 'password_reset')).toHaveLength(3);
    expect((await change(emma, email)).status).toBe(429);
    const others = [];
    for (let count = 0; count < 5; count += 1) others.push((await change(emma, someAddress())).status);
    expect(others).toEqual([202, 202, 202, 202, 429]);
    app.clock.advance(61 * MINUTE);
    await anybody.post('/auth/forgot-password', { email });
    expect((await kindsTo(app, email)).filter((kind) => kind === 'password_reset')).toHaveLength(4);
  });
});
