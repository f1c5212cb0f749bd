import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { type Answer, Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aPerson, PASSWORD, type Problem } from '../app/builders.js';
import { kindsTo, tokenTo } from './mailed.js';

const ROUNDS = 16;
const OTHER_PASSWORD = 'nine green bottles on a wall';

describe('S10 neither a forgotten password nor registering tells whether an address has an account', () => {
  let app: TestApp;
  let address = 0;
  let disabled: string;
  let invited: string;

  beforeAll(async () => {
    app = await startApp({ TRUST_PROXY: '1' });
    await app.dataSource.query("UPDATE settings SET unconfirmed_may = 'nothing'");
    disabled = (await aPerson(app)).email;
    await app.dataSource.query('UPDATE users SET disabled_at = now() WHERE email = $1', [disabled]);
    invited = (await aPerson(app)).email;
    await app.dataSource.query('UPDATE users SET password_hash = NULL WHERE email = $1', [invited]);
  });
  afterAll(() => app.close());

  const known = async (): Promise<string> => (await aPerson(app)).email;
  const unknown = (): string => `person-${newId()}@example.org`;
  const post = (path: string, body: object): Promise<Answer<unknown>> =>
    new Api(app.url).post(path, body, { 'X-Forwarded-For': `198.51.100.${++address % 250}` });
  const forgot = (email: string): Promise<Answer<unknown>> => post('/auth/forgot-password', { email });
  const register = (email: string, name = 'Nora New', password = PASSWORD): Promise<Answer<unknown>> =>
    post('/auth/register', { name, email, password });
  const signIn = async (email: string, password = PASSWORD): Promise<Problem & { status: number }> => {
    const { status, body } = await post('/auth/token', { email, password });
    return { ...(body as Problem), status };
  };

  const told = ({ status, body, headers }: Answer<unknown>): unknown[] => [
    ...[status, body],
    [...headers].filter(([name]) => !['date', 'x-request-id', 'x-ratelimit-remaining'].includes(name)),
  ];

  it.each([
    ['a forgotten password', forgot, 202],
    ['registering', register, 201],
  ])(
    'S10 %s is answered all the same, in status, body and headers, also when it is asked for too often',
    async (_, ask, status) => {
      const fourTimes = async (email: string): Promise<unknown[][]> => {
        const answers = [];
        for (let count = 0; count < 4; count += 1) answers.push(told(await ask(email)));
        return answers;
      };
      const emails = [await known(), unknown(), disabled, invited];
      const answers = (await Promise.all(emails.map(fourTimes))).flat();
      for (const each of answers) expect(each).toEqual(answers[0]);
      expect(answers[0]?.[0]).toBe(status);
    },
  );

  it('S10 nobody learns by signing in whether the address that he registered with had an account before', async () => {
    const [there, fresh] = [await known(), unknown()];
    await Promise.all([register(there, 'Eve', OTHER_PASSWORD), register(fresh, 'Eve', OTHER_PASSWORD)]);
    const [one, other] = [await signIn(there, OTHER_PASSWORD), await signIn(fresh, OTHER_PASSWORD)];
    expect([one.status, one.code, one.detail]).toEqual([other.status, other.code, other.detail]);
    expect(one).toMatchObject({ status: 401, code: 'wrong_credentials' });
    expect(one.detail).toContain('not confirmed yet');
  });

  it('the owner is told by mail what he may do', async () => {
    const [there, fresh] = [await aPerson(app), unknown()];
    await Promise.all([register(there.email), register(fresh), register(disabled)]);
    app.clock.advance(61 * 60_000);
    await register(invited);
    expect([await kindsTo(app, there.email), await kindsTo(app, fresh)]).toEqual([['welcome'], ['welcome']]);
    expect([await kindsTo(app, disabled), new Set(await kindsTo(app, invited))]).toEqual([[], new Set(['invitation'])]);
    await expect(tokenTo(app, there.email)).rejects.toThrow('no link');
    expect((await signIn(fresh)).status).toBe(401);
    expect((await post('/auth/verify-email', { token: await tokenTo(app, fresh) })).status).toBe(200);
    expect((await signIn(fresh)).status).toBe(200);
  });

  it('of an account that nobody confirmed yet the newest registration counts, and its link alone', async () => {
    const email = unknown();
    await register(email, 'Eve', OTHER_PASSWORD);
    const first = await tokenTo(app, email);
    await register(email, 'Nora New', PASSWORD);
    expect((await post('/auth/verify-email', { token: first })).status).toBe(422);
    expect((await post('/auth/verify-email', { token: await tokenTo(app, email) })).status).toBe(200);
    expect([(await signIn(email, OTHER_PASSWORD)).status, (await signIn(email)).status]).toEqual([401, 200]);
    await register(email, 'Eve', OTHER_PASSWORD);
    expect([(await signIn(email, OTHER_PASSWORD)).status, (await signIn(email)).status]).toEqual([401, 200]);
  });

  it('a network address that asks for very many is refused, whatever it asks for', async () => {
    const ask = (email: string): Promise<Answer<unknown>> =>
      new Api(app.url).post('/auth/forgot-password', { email }, { 'X-Forwarded-For': '203.0.113.9' });
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(unknown())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const refused = [await ask(unknown()), await ask(await known())];
    expect(refused.map(({ status }) => status)).toEqual([429, 429]);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!;

  it.each([
    ['a forgotten password', forgot],
    ['registering', register],
  ])(
    'S10 %s takes as long either way: the medians of interleaved calls are within 10 %% or 5 ms',
    async (_, ask) => {
      const [withAccount, without]: [number[], number[]] = [[], []];
      const isTold = (): boolean => {
        const [one, other] = [median(withAccount), median(without)];
        return Math.abs(one - other) > Math.max(5, 0.1 * Math.max(one, other));
      };
      const measure = async (): Promise<void> => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const isKnown = round % 2 === 0;
          const email = isKnown ? await known() : unknown();
          const start = performance.now();
          await ask(email);
          (isKnown ? withAccount : without).push(performance.now() - start);
        }
      };
      await measure();
      // A busy machine blurs a few measurements; a difference that could be used stays in many.
      for (let more = 0; more < 3 && isTold(); more += 1) await measure();
      expect([median(withAccount), median(without), isTold()]).toEqual([median(withAccount), median(without), false]);
    },
    60_000,
  );
});
