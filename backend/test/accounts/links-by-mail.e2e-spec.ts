import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aPerson, aUser, PASSWORD, type Problem, type Somebody } from '../app/builders.js';
import { oddValues } from '../sessions/odd-values.js';
import { mailedTo, tokenTo } from './mailed.js';

const PUBLIC_URL = 'https://tickets.acme.example';
const NEW_PASSWORD = 'nine green bottles on a wall';

type Use = (token: unknown) => Promise<string>;

/** A link that comes by mail: how it is asked for, what it is good for, and for how long. */
interface Link {
  readonly purpose: string;
  /** Milliseconds. */
  readonly lifetime: number;
  readonly page: string;
  readonly use: Use;
  /** Has it mailed, and gives the address. */
  readonly ask: () => Promise<string>;
}

describe('S14 links that come by mail', () => {
  let app: TestApp;
  let anybody: Api;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL });
    anybody = new Api(app.url);
    ada = await aUser(app, 'admin');
  });
  afterAll(() => app.close());

  const using =
    (path: string, more: object = {}): Use =>
    async (token) => {
      const { status, body } = await anybody.post<Problem>(path, { token, ...more });
      return status < 300 ? 'done' : body.code;
    };
  const verify = using('/auth/verify-email');
  const reset = using('/auth/reset-password', { password: NEW_PASSWORD });
  const accept = using('/auth/accept-invitation', { password: NEW_PASSWORD });

  const LINKS: readonly Link[] = [
    {
      ...{ purpose: 'confirmation', lifetime: 7 * DAY, page: 'confirm-address', use: verify },
      ask: async () => {
        const email = `${newId()}@example.org`;
        await anybody.post('/auth/register', { name: 'Nora New', email, password: PASSWORD });
        return email;
      },
    },
    {
      ...{ purpose: 'address', lifetime: DAY, page: 'confirm-address', use: verify },
      ask: async () => {
        const [emma, email] = [await aUser(app), `${newId()}@example.org`];
        await emma.api.post('/auth/change-address', { email, currentPassword: PASSWORD });
        return email;
      },
    },
    {
      ...{ purpose: 'reset', lifetime: DAY, page: 'reset-password', use: reset },
      ask: async () => {
        const { email } = await aPerson(app);
        await anybody.post('/auth/forgot-password', { email });
        return email;
      },
    },
    {
      ...{ purpose: 'invitation', lifetime: 7 * DAY, page: 'accept-invitation', use: accept },
      ask: async () => {
        const email = `${newId()}@example.org`;
        await ada.api.post('/users/invitations', { email });
        return email;
      },
    },
  ];

  it.each(LINKS.map((link) => [link.purpose, link] as const))(
    'S14 S15 for %s: hashed at rest, on our own page, good once and for its purpose, for some time; no odd value matches',
    async (_, { ask, use, page, lifetime }) => {
      const email = await ask();
      const token = await tokenTo(app, email);
      expect((await mailedTo(app, email))[0]?.text).toContain(`${PUBLIC_URL}/${page}#token=${token}`);
      expect(await everyRow()).not.toContain(token);
      expect(await everyRow()).toContain(createHash('sha256').update(token).digest('hex'));
      for (const odd of oddValues(token)) {
        expect([odd, ['invalid_token', 'invalid_body'].includes(await use(odd))]).toEqual([odd, true]);
      }
      const others = [verify, reset, accept].filter((each) => each !== use);
      expect(await Promise.all(others.map((each) => each(token)))).toEqual(others.map(() => 'invalid_token'));
      const answers = await Promise.all(Array.from({ length: 4 }, () => use(token)));
      expect(answers.toSorted()).toEqual(['done', ...Array<string>(3).fill('invalid_token')]);
      const late = await tokenTo(app, await ask());
      app.clock.advance(lifetime);
      expect(await use(late)).toBe('invalid_token');
      ada = await aUser(app, 'admin');
    },
    30_000,
  );

  it('S14 a mail whose link was used or is too old is not sent any more', async () => {
    const email = await LINKS[2]!.ask();
    expect(await mailedTo(app, email)).toHaveLength(1);
    app.clock.advance(DAY);
    expect(await mailedTo(app, email)).toEqual([]);
    ada = await aUser(app, 'admin');
  });

  it('a reset that came by mail proves the address too; one that an admin handed over does not', async () => {
    const confirmed = async (email: string): Promise<unknown> =>
      app.dataSource.query('SELECT email_confirmed_at IS NOT NULL AS confirmed FROM users WHERE email = $1', [email]);
    const [byMail, byHand] = [await LINKS[2]!.ask(), await aPerson(app)];
    for (const email of [byMail, byHand.email]) {
      await app.dataSource.query('UPDATE users SET email_confirmed_at = NULL WHERE email = $1', [email]);
    }
    expect(await reset(await tokenTo(app, byMail))).toBe('done');
    const { body } = await ada.api.post<{ url: string }>(`/users/${byHand.id}/reset-link`);
    expect(await reset(body.url.split('#token=')[1])).toBe('done');
    expect([await confirmed(byMail), await confirmed(byHand.email)]).toEqual([
      [{ confirmed: true }],
      [{ confirmed: false }],
    ]);
  });

  it('of the two links of an invitation the first that is used makes the other worthless', async () => {
    const email = `${newId()}@example.org`;
    const { body } = await ada.api.post<{ url: string }>('/users/invitations', { email });
    const mailed = await tokenTo(app, email);
    expect(await accept(body.url.split('#token=')[1])).toBe('done');
    expect([await accept(mailed), await mailedTo(app, email)]).toEqual(['invalid_token', []]);
  });

  /** Everything that the database holds, as text. */
  async function everyRow(): Promise<string> {
    const rows: { text: string }[] = await app.dataSource.query(
      'SELECT t::text AS text FROM one_time_tokens t UNION ALL SELECT m::text FROM mails m UNION ALL SELECT a::text FROM activity a',
    );
    return rows.map(({ text }) => text).join();
  }
});
