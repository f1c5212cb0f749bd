import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from '../app/api.js';
import { Browser } from '../app/browser.js';
import { type AppProcess, query, startProcess } from '../app/process.js';

const SETUP_TOKEN = 'Zr7-canary-of-setup-k9XvB2pV2xQ9mKd4LhT6';
const PASSWORD = 'canary-password-one';
const SUBJECT = 'canary-subject';
const REPLY = 'canary-reply';
const SEARCH = 'canary-search';

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

describe('S27 the log at its most talkative', () => {
  let app: AppProcess;
  let admin: Browser;
  const secrets = new Set<string>();

  beforeAll(async () => {
    app = await startProcess({ LOG_LEVEL: 'trace', SETUP_TOKEN });
    admin = new Browser(app.url);
    const account = { name: 'Canary Name', email: 'ada@example.org', password: PASSWORD };
    const made = await admin.post('/setup', { ...account, token: SETUP_TOKEN });
    expect(made.status).toBe(201);
  });
  afterAll(() => app.stop());

  /** The lines of the log; the greeting before them tells the link of setting up, on purpose. */
  const log = (): string[] =>
    app
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));

  async function toldOf(part: string): Promise<string[]> {
    for (let tries = 0; tries < 100 && !log().some((line) => line.includes(part)); tries += 1) await pause(50);
    return log().filter((line) => line.includes(part));
  }

  async function work(): Promise<void> {
    for (const cookie of admin.cookies.values()) secrets.add(cookie);
    const sent = { email: 'ada@example.org', password: PASSWORD };
    const { body } = await new Api(app.url).post<Tokens>('/auth/token', sent);
    for (const token of [body.accessToken, body.refreshToken]) secrets.add(token);
    await new Api(app.url).post('/auth/token', { ...sent, password: 'canary-password-wrong' });
    await new Api(app.url).post('/auth/token', { refreshToken: body.refreshToken });
    await new Api(app.url, `${body.accessToken}x`).get('/auth/me');
    await admin.post('/auth/refresh');
    for (const cookie of admin.cookies.values()) secrets.add(cookie);
    await admin.post('/auth/change-password', { currentPassword: PASSWORD, newPassword: 'canary-password-two' });
    await admin.get(`/users?q=${SEARCH}`);
    await admin.get(`/users?nonsense=${SEARCH}`);
    await admin.post('/auth/reset-password', { token: 'canary-token-that-is-none', password: 'canary-password-three' });
  }

  it('S27 tells each request with its id, its path and its status', async () => {
    const answer = await admin.get('/categories?');
    const lines = await toldOf(answer.headers.get('x-request-id')!);
    expect(lines.join()).toContain('"path":"/api/v1/categories"');
    expect(lines.join()).toContain('"statusCode":200');
  });

  it('S27 holds no password, no token, no cookie and no text that somebody wrote', async () => {
    await work();
    const filed = await admin.post<{ id: string }>('/tickets', { subject: SUBJECT, description: 'canary-description' });
    await admin.post(`/tickets/${filed.body.id}/comments`, { body: REPLY });
    const last = await admin.get('/setup');
    await toldOf(last.headers.get('x-request-id')!);
    const told = log().join('\n');
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(told.match(/canary[\w-]*/gi) ?? []).toEqual([]);
    expect(told).not.toMatch(/ada@example|Bearer|deskhand-(access|refresh|xsrf|device)/);
  });

  it('S27 a fault of ours is told, with what is needed to mend it, and still without what was written', async () => {
    const filed = await admin.post<{ id: string }>('/tickets', { subject: 'Before it breaks', description: 'Fine.' });
    await query(
      app.databaseUrl,
      "ALTER TABLE comments ADD CONSTRAINT broken CHECK (body NOT LIKE '%canary%') NOT VALID",
    );
    await query(app.databaseUrl, 'ALTER TABLE categories RENAME COLUMN active TO inactive');
    const path = `/tickets/${filed.body.id}/comments`;
    const refused = await admin.send('POST', path, { body: `${REPLY}-two` });
    const lost = await admin.send('GET', '/categories');
    expect([refused.status, lost.status]).toEqual([500, 500]);
    for (const response of [refused, lost]) {
      expect(await response.text()).not.toMatch(/canary|broken|column|constraint|INSERT|SELECT|categories|comments/i);
    }
    expect(await toldOf('"constraint":"broken"')).toHaveLength(1);
    expect(await toldOf('42703')).not.toEqual([]);
    const told = log().join('\n');
    expect(told.match(/canary[\w-]*/gi) ?? []).toEqual([]);
    for (const cookie of admin.cookies.values()) expect(told).not.toContain(cookie);
  });
});
