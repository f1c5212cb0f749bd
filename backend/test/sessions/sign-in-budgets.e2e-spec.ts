import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { SignInBudgets } from '../../src/auth/sign-in/sign-in-budgets.service.js';
import { startApp, type TestApp } from '../app/app.js';
import { Api } from '../app/api.js';
import { aBrowser, aPerson, PASSWORD, type Problem } from '../app/builders.js';
import { Browser } from '../app/browser.js';

const MINUTE = 60_000;
const BUDGET = 10;

describe('S09 guessing passwords', () => {
  let app: TestApp;
  let emma: { id: string; email: string };
  let lastAddress = 0;
  let office: string;

  beforeAll(async () => {
    app = await startApp({ TRUST_PROXY: '1' });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    emma = await aPerson(app);
    office = anAddress();
  });

  const anAddress = (): string => `192.0.2.${++lastAddress}`;

  async function tryFrom(
    address: string,
    password: string,
    email = emma.email,
  ): Promise<{ status: number; wait: number }> {
    const headers = { 'X-Forwarded-For': address };
    const { status, headers: got } = await new Api(app.url).post<Problem>('/auth/token', { email, password }, headers);
    return { status, wait: Number(got.get('retry-after')) };
  }

  const guess = async (address: string, email?: string): Promise<number> =>
    (await tryFrom(address, 'a wrong guess', email)).status;

  async function guesses(times: number, address: string): Promise<number[]> {
    const statuses = [];
    for (let time = 0; time < times; time += 1) statuses.push(await guess(address));
    return statuses;
  }

  async function refusals(id: string): Promise<object[]> {
    const entries: { payload: object }[] = await app.dataSource.query(
      "SELECT payload FROM activity WHERE kind = 'sign_in.refused' AND subject_id = $1 ORDER BY position",
      [id],
    );
    return entries.map(({ payload }) => payload);
  }

  it('S09 ten wrong ones are answered 401, then even the right one is 429 with Retry-After, until the window ends', async () => {
    expect(await guesses(BUDGET, office)).toEqual(Array(BUDGET).fill(401));
    const refused = await tryFrom(office, PASSWORD);
    expect(refused.status).toBe(429);
    expect(refused.wait).toBeGreaterThan(14 * 60);
    expect(refused.wait).toBeLessThanOrEqual(15 * 60);
    app.clock.advance(14 * MINUTE);
    expect((await tryFrom(office, PASSWORD)).status).toBe(429);
    app.clock.advance(MINUTE + 1_000);
    expect((await tryFrom(office, PASSWORD)).status).toBe(200);
  });

  it('S09 the trail gets one entry for the account and the address, with the count, when the window has ended', async () => {
    const elsewhere = anAddress();
    await guesses(BUDGET, office);
    await guesses(2, office);
    await guesses(3, elsewhere);
    await app.nest.get(SignInBudgets).sweep();
    expect(await refusals(emma.id)).toEqual([]);
    app.clock.advance(15 * MINUTE + 1_000);
    await Promise.all([1, 2, 3].map(() => app.nest.get(SignInBudgets).sweep()));
    expect(await refusals(emma.id)).toEqual(
      expect.arrayContaining([
        { address: office, count: 12 },
        { address: elsewhere, count: 3 },
      ]),
    );
    expect(await refusals(emma.id)).toHaveLength(2);
  });

  it('S09 the trail gets an entry for a disabled account too, whose owner is no guesser', async () => {
    const barred = await aPerson(app);
    await app.dataSource.query('UPDATE users SET disabled_at = now() WHERE id = $1', [barred.id]);
    for (let time = 0; time < BUDGET + 1; time += 1)
      expect((await tryFrom(office, PASSWORD, barred.email)).status).toBe(403);
    app.clock.advance(15 * MINUTE + 1_000);
    await app.nest.get(SignInBudgets).sweep();
    expect(await refusals(barred.id)).toEqual([{ address: office, count: BUDGET + 1 }]);
  });

  it('S09 successes cost nothing', async () => {
    for (let time = 0; time < BUDGET + 5; time += 1) expect((await tryFrom(office, PASSWORD)).status).toBe(200);
    expect(await guesses(BUDGET - 1, office)).toEqual(Array(BUDGET - 1).fill(401));
    expect((await tryFrom(office, PASSWORD)).status).toBe(200);
    expect(await guess(office)).toBe(401);
    expect(await guess(office)).toBe(429);
  });

  it('S09 fifty at once never get more tries than the budget has', async () => {
    const statuses = await Promise.all(Array.from({ length: 50 }, () => guess(office)));
    expect(statuses.filter((status) => status === 401)).toHaveLength(BUDGET);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
    const rows: { pending: number }[] = await app.dataSource.query('SELECT pending FROM sign_in_budgets');
    expect(rows.every(({ pending }) => pending === 0)).toBe(true);
  });

  it('S09 fifty right ones at once all get in, also from several addresses', async () => {
    const addresses = [office, anAddress(), anAddress()];
    const answers = Array.from({ length: 50 }, (_, at) => tryFrom(addresses[at % 3]!, PASSWORD));
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('S09 many accounts from many addresses at once are never answered with a fault of ours', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => aPerson(app)));
    const addresses = [1, 2, 3, 4].map(anAddress);
    const tries = Array.from({ length: 96 }, (_, at) => guess(addresses[at % 4]!, people[(at >> 2) % 4]!.email));
    expect(new Set(await Promise.all(tries))).toEqual(new Set([401]));
  });

  it('S09 another address still gets in, so that nobody can lock the owner out', async () => {
    await guesses(BUDGET + 1, office);
    expect((await tryFrom(anAddress(), PASSWORD)).status).toBe(200);
  });

  it('S09 a device that signed in before has a budget of its own, also when the account is guessed at from everywhere', async () => {
    const browser = await aBrowser(app, emma);
    const signIn = async (password: string): Promise<number> =>
      (await browser.post('/auth/login', { email: emma.email, password })).status;
    for (let time = 0; time < 110; time += 1) await guess(`198.51.100.${time % 11}`);
    expect(await guess(anAddress())).toBe(429);
    expect((await tryFrom(anAddress(), PASSWORD)).status).toBe(429);
    expect(await signIn(PASSWORD)).toBe(200);
    for (let time = 0; time < BUDGET; time += 1) expect(await signIn('a wrong guess')).toBe(401);
    expect(await signIn(PASSWORD)).toBe(429);
  });

  it("S09 a device's budget is for each account that knows it", async () => {
    const browser = await aBrowser(app, emma);
    const liam = await aPerson(app, 'agent');
    expect((await browser.post('/auth/login', { email: liam.email, password: PASSWORD })).status).toBe(200);
    for (let time = 0; time <= BUDGET; time += 1)
      await browser.post('/auth/login', { email: emma.email, password: 'no' });
    expect((await browser.post('/auth/login', { email: emma.email, password: PASSWORD })).status).toBe(429);
    expect((await browser.post('/auth/login', { email: liam.email, password: PASSWORD })).status).toBe(200);
  });

  it('S09 a device of somebody else, or one that was made up, is none', async () => {
    const stranger = await aBrowser(app, await aPerson(app));
    await guesses(BUDGET, office);
    const headers = { 'X-Forwarded-For': office };
    const sent = { email: emma.email, password: PASSWORD };
    expect((await stranger.post('/auth/login', sent, headers)).status).toBe(429);
    const made = new Browser(app.url, new Map([[`deskhand-device-${app.keys.cookieSuffix}`, 'x'.repeat(43)]]));
    expect((await made.call('POST', '/auth/login', sent, { ...headers, origin: app.url })).status).toBe(429);
  });

  it('S09 one address cannot go through all accounts', async () => {
    const statuses = [];
    for (let time = 0; time < 101; time += 1) statuses.push(await guess(office, `nobody-${time}@example.org`));
    expect(statuses.indexOf(429)).toBe(100);
    expect((await tryFrom(office, PASSWORD)).status).toBe(429);
  });

  it('S09 changing the password by guessing the present one is slowed too', async () => {
    const browser = await aBrowser(app, emma);
    const change = (currentPassword: string): Promise<{ status: number }> =>
      browser.post('/auth/change-password', { currentPassword, newPassword: 'nine green bottles' });
    for (let time = 0; time < BUDGET; time += 1) expect((await change('a wrong guess')).status).toBe(422);
    expect((await change(PASSWORD)).status).toBe(429);
  });

  it.each([
    '',
    'not an address',
    randomBytes(4_000).toString('hex'),
    '203.0.113.9:4711',
    '::ffff:203.0.113.7',
    "'; DROP TABLE users",
  ])('S09 a proxy that says %.20j instead of an address does no harm', async (said) => {
    expect(await guess(said)).toBe(401);
    expect((await tryFrom(said, PASSWORD)).status).toBe(200);
  });
});
