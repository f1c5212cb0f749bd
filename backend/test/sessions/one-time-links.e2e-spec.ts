import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Setup } from '../../src/auth/accounts/setup.service.js';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aPerson, aUser, PASSWORD, type Problem, type Somebody } from '../app/builders.js';
import { oddValues } from './odd-values.js';

const DAY = 24 * 60 * 60_000;
const NEW_PASSWORD = 'nine green bottles on a wall';
const PUBLIC_URL = 'https://tickets.acme.example';

describe('S14 the tokens of links', () => {
  let app: TestApp;
  let anybody: Api;

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL });
    anybody = new Api(app.url);
  });
  afterAll(() => app.close());

  async function stored(): Promise<string> {
    const rows: { text: string }[] = await app.dataSource.query('SELECT t::text AS text FROM one_time_tokens t');
    return rows.map(({ text }) => text).join();
  }

  async function expectHashed(token: string): Promise<void> {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await stored();
    expect(rows).not.toContain(token);
    expect(rows).toContain(createHash('sha256').update(token).digest('hex'));
  }

  const tokenIn = (url: string): string => new URL(url).hash.replace('#token=', '');

  describe('of setting up, before there is an admin', () => {
    const account = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
    const setUp = async (token: unknown): Promise<string> => {
      const { status, body } = await anybody.post<Problem>('/setup', { ...account, token });
      return status === 201 ? 'done' : body.code;
    };
    const newLink = async (): Promise<string> => tokenIn(await app.nest.get(Setup).issueLink());

    it('S14 is refused when odd, expired or made for something else; good once; nobody comes after the first', async () => {
      const early = await newLink();
      await expectHashed(early);
      for (const odd of oddValues(early)) {
        expect([odd, ['invalid_token', 'invalid_body'].includes(await setUp(odd))]).toEqual([odd, true]);
      }
      app.clock.advance(7 * DAY + 1_000);
      expect(await setUp(early)).toBe('invalid_token');
      const [one, other] = [await newLink(), await newLink()];
      const reset = await anybody.post<Problem>('/auth/reset-password', { token: one, password: NEW_PASSWORD });
      expect(reset.body.code).toBe('invalid_token');
      const answers = await Promise.all([one, other, one].map(setUp));
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      expect(await setUp(one)).toBe('already_set_up');
      expect(await setUp(await newLink())).toBe('already_set_up');
      const admins: object[] = await app.dataSource.query("SELECT FROM users WHERE role = 'admin'");
      expect(admins).toHaveLength(1);
    });
  });

  describe('of resetting a password', () => {
    let ada: Somebody;
    let emma: { id: string; email: string };

    beforeAll(async () => {
      ada = await aUser(app, 'admin', 'Ada');
    });
    beforeEach(async () => {
      emma = await aPerson(app);
    });

    const newLink = async (id = emma.id): Promise<string> => {
      const { body } = await ada.api.post<{ url: string; expiresAt: string }>(`/users/${id}/reset-link`);
      return tokenIn(body.url);
    };
    const reset = async (token: unknown, password = NEW_PASSWORD): Promise<string> => {
      const { status, body } = await anybody.post<Problem>('/auth/reset-password', { token, password });
      return status === 204 ? 'done' : body.code;
    };
    const signsIn = async (password: string): Promise<boolean> =>
      (await anybody.post('/auth/token', { email: emma.email, password })).status === 200;

    it('S14 is good once, also when it is used many times at once', async () => {
      const token = await newLink();
      await expectHashed(token);
      const answers = await Promise.all(Array.from({ length: 5 }, () => reset(token)));
      expect(answers.toSorted()).toEqual(['done', ...Array<string>(4).fill('invalid_token')]);
      expect(await reset(token)).toBe('invalid_token');
      expect([await signsIn(NEW_PASSWORD), await signsIn(PASSWORD)]).toEqual([true, false]);
    });

    it('S14 is not used up by a password that is refused', async () => {
      const token = await newLink();
      expect(await reset(token, 'password')).toBe('invalid_body');
      expect(await reset(token)).toBe('done');
    });

    it('S14 expires after a day, and a newer one makes it worthless', async () => {
      const expired = await newLink();
      app.clock.advance(DAY);
      expect(await reset(expired)).toBe('invalid_token');
      ada = await aUser(app, 'admin', 'Ada');
      const [older, newer] = [await newLink(), await newLink()];
      expect(await reset(older)).toBe('invalid_token');
      expect(await reset(newer)).toBe('done');
    });

    it('S14 is bound to its purpose and its person', async () => {
      const token = await newLink();
      await app.dataSource.query("UPDATE users SET role = 'agent' WHERE role = 'admin'");
      const account = { name: 'Eve', email: 'eve@example.org', password: PASSWORD };
      expect((await anybody.post<Problem>('/setup', { ...account, token })).body.code).toBe('invalid_token');
      await app.dataSource.query("UPDATE users SET role = 'admin' WHERE id = $1", [ada.id]);
      const asRefresh = await anybody.post<Problem>('/auth/token', { refreshToken: token });
      expect(asRefresh.body.code).toBe('session_ended');
      expect(await reset(token)).toBe('done');
      expect((await ada.api.get('/auth/me')).status).toBe(200);
    });

    it('S14 no odd value ever matches', async () => {
      const token = await newLink();
      for (const odd of oddValues(token)) {
        expect([odd, ['invalid_token', 'invalid_body'].includes(await reset(odd))]).toEqual([odd, true]);
      }
      expect([await signsIn(PASSWORD), await reset(token)]).toEqual([true, 'done']);
    });

    it('S14 lets nobody in whose account is disabled', async () => {
      const token = await newLink();
      await ada.api.patch(`/users/${emma.id}`, { disabled: true });
      await reset(token);
      expect([await signsIn(NEW_PASSWORD), await signsIn(PASSWORD)]).toEqual([false, false]);
      expect((await ada.api.post<Problem>(`/users/${emma.id}/reset-link`)).status).toBe(409);
    });

    it('S14 of inviting is hashed, good once and for a week, bound to its purpose; no odd value matches', async () => {
      const invite = async (): Promise<string> => {
        const email = `${newId()}@example.org`;
        return tokenIn((await ada.api.post<{ url: string }>('/users/invitations', { email })).body.url);
      };
      const accept = async (token: unknown, password = PASSWORD): Promise<string> => {
        const { status, body } = await anybody.post<Problem>('/auth/accept-invitation', { token, password });
        return status === 201 ? 'done' : body.code;
      };
      const [token, late] = [await invite(), await invite()];
      await expectHashed(token);
      for (const odd of oddValues(token)) {
        expect([odd, ['invalid_token', 'invalid_body'].includes(await accept(odd))]).toEqual([odd, true]);
      }
      expect([await reset(token), await accept(await newLink())]).toEqual(['invalid_token', 'invalid_token']);
      expect(await accept(token, 'password')).toBe('invalid_body');
      const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
      expect(answers.toSorted()).toEqual(['done', ...Array<string>(4).fill('invalid_token')]);
      expect(await accept(token)).toBe('invalid_token');
      app.clock.advance(7 * DAY);
      expect(await accept(late)).toBe('invalid_token');
      ada = await aUser(app, 'admin', 'Ada');
    });

    it('S15 links come from the public URL, whatever the request says of its host', async () => {
      const poisons: Record<string, string>[] = [
        { host: 'evil.example' },
        { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' },
        { host: 'evil.example:80', 'x-forwarded-server': 'evil.example', 'x-original-host': 'evil.example' },
        { host: `${new URL(PUBLIC_URL).host}@evil.example` },
      ];
      for (const headers of poisons) {
        const answer = await poisoned(`/users/${emma.id}/reset-link`, headers);
        expect(answer).toContain(`"${PUBLIC_URL}/reset-password#token=`);
        expect(answer).not.toContain('evil');
      }
      expect(await app.nest.get(Setup).issueLink()).toMatch(`${PUBLIC_URL}/setup#token=`);
    });

    /** `fetch` sets the Host itself, so this goes below it. */
    async function poisoned(path: string, headers: Record<string, string>): Promise<string> {
      const { body } = await anybody.post<{ accessToken: string }>('/auth/token', {
        email: ada.email,
        password: PASSWORD,
      });
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const sent = request(
        `${app.url}/api/v1${path}`,
        { method: 'POST', headers: { authorization: `Bearer ${body.accessToken}`, ...headers } },
        (response) => {
          let text = JSON.stringify(response.headers);
          response.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text));
        },
      );
      sent.on('error', reject).end();
      return promise;
    }
  });
});
