import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from 'bcrypt';
import { startApp, type TestApp } from '../app/app.js';
import { Api } from '../app/api.js';
import { aPerson, type Problem } from '../app/builders.js';

/** High enough that a missing comparison of hashes would show, low enough for a test. */
const COST = 9;
const ROUNDS = 25;

describe('S10 nobody learns whether an address has an account', () => {
  let app: TestApp;
  let known: string;
  /** Of somebody who was invited and has no password yet. */
  let invited: string;
  let address = 0;

  beforeAll(async () => {
    app = await startApp({ TRUST_PROXY: '1', BCRYPT_COST: COST });
    const emma = await aPerson(app);
    known = emma.email;
    invited = (await aPerson(app)).email;
    await app.dataSource.query('UPDATE users SET password_hash = NULL WHERE email = $1', [invited]);
    const passwordHash = await hash('lantern over the sea', COST);
    await app.dataSource.query('UPDATE users SET password_hash = $1 WHERE email = $2', [passwordHash, known]);
  });
  afterAll(() => app.close());

  const attempt = (path: string, email: string): ReturnType<Api['post']> =>
    new Api(app.url).post(
      path,
      { email, password: 'a wrong guess' },
      { 'X-Forwarded-For': `198.51.100.${++address % 250}` },
    );

  const unknown = (): string => `nobody-${++address}-and-some-letters-more@example.org`;

  it.each(['/auth/login', '/auth/token'])('S10 %s answers all the same, in status, body and headers', async (path) => {
    const answers = await Promise.all(
      [known, unknown(), invited, known, unknown()].map((email) => attempt(path, email)),
    );
    const told = answers.map(({ status, body, headers }) => {
      const { requestId, ...problem } = body as Problem;
      const rest = [...headers].filter(([name]) => !['date', 'x-request-id', 'x-ratelimit-remaining'].includes(name));
      return { status, problem, rest, hasId: requestId === headers.get('x-request-id') };
    });
    for (const each of told) expect(each).toEqual(told[0]);
    expect(told[0]).toMatchObject({ status: 401, hasId: true, problem: { code: 'wrong_credentials' } });
  });

  it('S10 all run out of their budget alike', async () => {
    const guess = async (email: string): Promise<unknown[]> => {
      const answers = [];
      for (let time = 0; time < 12; time += 1) {
        const headers = { 'X-Forwarded-For': '203.0.113.77' };
        const { status, body } = await new Api(app.url).post<Problem>(
          '/auth/login',
          { email, password: 'no' },
          headers,
        );
        answers.push([status, body.code, body.detail]);
      }
      return answers;
    };
    const ofNobody = await guess(unknown());
    expect([ofNobody, ofNobody]).toEqual([await guess(known), await guess(invited)]);
  });

  const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!;

  /** Adds the milliseconds of attempts in turn, with a password and without: there is no account, or it is only invited. */
  async function measure(withAccount: number[], without: number[]): Promise<void> {
    app.clock.advance(16 * 60_000);
    for (let round = 0; round < 2 * ROUNDS; round += 1) {
      const isKnown = round % 2 === 0;
      const email = isKnown ? known : round % 4 === 1 ? unknown() : invited;
      const start = performance.now();
      await attempt('/auth/login', email);
      (isKnown ? withAccount : without).push(performance.now() - start);
    }
  }

  it('S10 both take as long: the medians of interleaved attempts are within 10 % or 5 ms', async () => {
    const [withAccount, without]: [number[], number[]] = [[], []];
    const isTold = (): boolean => {
      const [one, other] = [median(withAccount), median(without)];
      return Math.abs(one - other) > Math.max(5, 0.1 * Math.max(one, other));
    };
    await measure(withAccount, without);
    // A busy machine blurs a few measurements; a difference that an attacker could use stays in many.
    for (let more = 0; more < 5 && isTold(); more += 1) await measure(withAccount, without);
    expect([median(withAccount), median(without), isTold()]).toEqual([median(withAccount), median(without), false]);
  }, 120_000);
});
