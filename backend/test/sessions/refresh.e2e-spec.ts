import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { Api } from '../app/api.js';
import { Browser } from '../app/browser.js';
import { aBrowser, aUser, PASSWORD, type Problem, type Somebody } from '../app/builders.js';
import { startProcess } from '../app/process.js';

const SECOND = 1_000;

describe('S08 refresh tokens', () => {
  let app: TestApp;
  let emma: Somebody;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    emma = await aUser(app);
    browser = await aBrowser(app, emma);
  });

  const refresh = async (by: Browser): Promise<number> => (await by.post('/auth/refresh')).status;
  const reads = async (by: Browser): Promise<number> => (await by.get('/auth/me')).status;

  async function kindsOnTrail(): Promise<string[]> {
    const query = "SELECT kind FROM activity WHERE subject_id = $1 AND kind <> 'session.started' ORDER BY position";
    const entries: { kind: string }[] = await app.dataSource.query(query, [emma.id]);
    return entries.map(({ kind }) => kind);
  }

  it('S08 rotate: each refresh gives a new one, and new cookies that work', async () => {
    const seen = new Set([browser.cookie('refresh')]);
    for (let round = 0; round < 5; round += 1) {
      app.clock.advance(16 * 60 * SECOND);
      expect(await reads(browser)).toBe(401);
      expect(await refresh(browser)).toBe(200);
      expect(await reads(browser)).toBe(200);
      seen.add(browser.cookie('refresh'));
    }
    expect(seen.size).toBe(6);
    expect(await kindsOnTrail()).toEqual([]);
  });

  it('S08 are 256 random bits, of which the table has only hashes', async () => {
    const token = browser.cookie('refresh')!;
    expect(Buffer.from(token.split('.')[1]!, 'base64url')).toHaveLength(32);
    const rows: { text: string }[] = await app.dataSource.query(
      'SELECT t::text AS text FROM refresh_tokens t UNION ALL SELECT s::text FROM sessions s',
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(token.split('.')[1]);
  });

  it('S08 the predecessor is good for 30 seconds, for a fresh access token only', async () => {
    const predecessor = browser.copy();
    expect(await refresh(browser)).toBe(200);
    const before = predecessor.cookie('refresh');
    app.clock.advance(29 * SECOND);
    const answer = await predecessor.post('/auth/refresh');
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith('deskhand-refresh'))).toBe(false);
    expect(predecessor.cookie('refresh')).toBe(before);
    expect(await reads(predecessor)).toBe(200);
    const asConsumer = await new Api(app.url).post<object>('/auth/token', { refreshToken: before });
    expect(Object.keys(asConsumer.body).toSorted()).toEqual(['accessToken', 'expiresIn', 'user']);
  });

  it('S08 ten tabs that refresh at once all stay signed in, with one new token between them', async () => {
    const tabs = Array.from({ length: 10 }, () => browser.copy());
    expect(await Promise.all(tabs.map(refresh))).toEqual(Array(10).fill(200));
    expect(await Promise.all(tabs.map(reads))).toEqual(Array(10).fill(200));
    const tokens = new Set(tabs.map((tab) => tab.cookie('refresh')));
    expect(tokens.size).toBe(2);
    const winner = tabs.find((tab) => tab.cookie('refresh') !== browser.cookie('refresh'))!;
    app.clock.advance(20 * 60 * SECOND);
    expect(await refresh(winner)).toBe(200);
    expect(await kindsOnTrail()).toEqual([]);
  });

  it('S08 a lost answer does no harm: the old one rotates again as long as its successor was never used', async () => {
    const lost = browser.copy();
    expect(await refresh(lost)).toBe(200);
    app.clock.advance(10 * 60 * SECOND);
    expect(await refresh(browser)).toBe(200);
    expect(browser.cookie('refresh')).not.toBe(lost.cookie('refresh'));
    app.clock.advance(10 * 60 * SECOND);
    expect(await refresh(browser)).toBe(200);
    expect(await reads(browser)).toBe(200);
    expect(await kindsOnTrail()).toEqual([]);
    expect(await refresh(lost)).toBe(401);
    expect(await kindsOnTrail()).toEqual(['session.token_reused', 'session.ended']);
  });

  it('S08 a stolen one that is used later ends the whole family, and the trail tells it', async () => {
    const thief = browser.copy();
    expect(await refresh(browser)).toBe(200);
    app.clock.advance(31 * SECOND);
    expect(await refresh(browser)).toBe(200);
    const answer = await thief.post<Problem>('/auth/refresh');
    expect([answer.status, answer.body.code]).toEqual([401, 'session_ended']);
    expect([...thief.cookies.keys()].filter((name) => !name.includes('device'))).toEqual([]);
    expect(await reads(browser)).toBe(401);
    expect(await refresh(browser)).toBe(401);
    expect((await emma.api.get('/auth/me')).status).toBe(200);
    expect(await kindsOnTrail()).toEqual(['session.token_reused', 'session.ended']);
    const ended: { payload: object }[] = await app.dataSource.query(
      "SELECT payload FROM activity WHERE subject_id = $1 AND kind = 'session.ended'",
      [emma.id],
    );
    expect(ended[0]!.payload).toMatchObject({ reason: 'token_reused' });
  });

  it('S08 the thief who comes first is found out when the owner comes', async () => {
    const thief = browser.copy();
    expect(await refresh(thief)).toBe(200);
    app.clock.advance(16 * 60 * SECOND);
    expect(await refresh(thief)).toBe(200);
    expect(await refresh(browser)).toBe(401);
    expect(await refresh(thief)).toBe(401);
    expect(await kindsOnTrail()).toEqual(['session.token_reused', 'session.ended']);
  });

  it('S08 what was never one is refused, and ends nothing', async () => {
    const token = browser.cookie('refresh')!;
    const [session, secret] = token.split('.') as [string, string];
    const forged = [
      `${session}.${secret.slice(1)}x`,
      session,
      `.${secret}`,
      secret.padEnd(80, 'x'),
      `${token}.`,
      'x'.repeat(40),
    ];
    for (const refreshToken of forged) {
      const { status } = await new Api(app.url).post('/auth/token', { refreshToken });
      expect([refreshToken, [401, 422].includes(status)]).toEqual([refreshToken, true]);
    }
    expect(await reads(browser)).toBe(200);
    expect(await kindsOnTrail()).toEqual([]);
  });

  it('S08 a bearer makes cookies ignored, and a header of a proxy does not', async () => {
    expect((await browser.post('/auth/refresh', undefined, { authorization: 'Bearer x' })).status).toBe(401);
    expect((await browser.call('GET', '/auth/me', undefined, { authorization: 'Bearer x' })).status).toBe(401);
    expect((await browser.call('GET', '/auth/me', undefined, { authorization: 'Basic eDp5' })).status).toBe(200);
    const crossSite = { authorization: 'Basic eDp5', origin: 'https://evil.example' };
    expect((await browser.post('/auth/logout', undefined, crossSite)).status).toBe(403);
    expect((await browser.post('/auth/refresh', undefined, crossSite)).status).toBe(403);
  });

  describe('with two installations on one host', () => {
    let other: Awaited<ReturnType<typeof startProcess>>;

    beforeEach(async () => {
      other = await startProcess();
    });
    afterEach(() => other.stop());

    it('S08 one browser stays signed in to both, and signing out of one leaves the other', async () => {
      const there = new Browser(other.url, browser.cookies);
      const account = { name: 'Emma', email: 'emma@example.org', password: PASSWORD };
      expect((await there.post('/auth/register', account)).status).toBe(201);
      expect([await reads(browser), await reads(there)]).toEqual([200, 200]);
      expect(browser.proofs().split(',')).toHaveLength(2);
      for (const each of [browser, there, browser, there]) expect(await refresh(each)).toBe(200);
      const call = (each: Browser): Promise<{ status: number }> => each.call('PATCH', '/auth/me', { place: 'Room 1' });
      expect([(await call(browser)).status, (await call(there)).status]).toEqual([200, 200]);
      expect((await there.post('/auth/logout')).status).toBe(204);
      expect([await reads(browser), await reads(there)]).toEqual([200, 401]);
      expect(await refresh(browser)).toBe(200);
    });
  });
});
