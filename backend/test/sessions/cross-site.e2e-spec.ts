import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAnswer } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { Browser } from '../app/browser.js';
import { aBrowser, aUser, type Problem } from '../app/builders.js';
import { goodCall } from '../app/calls.js';
import type { Call, Scene } from '../app/scene.js';
import { checksum } from '../app/checksum.js';
import { OPERATIONS } from '../app/operations.js';

const WRITES = OPERATIONS.filter(({ isUnsafe }) => isUnsafe);

/** What other sites can make a browser send without asking first, and what they cannot. */
const CONTENT_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
const ALL_TYPES = [...CONTENT_TYPES, 'application/json', 'application/octet-stream', 'text/json', ''];

/** The one read that is told of on the trail, and changes nothing besides. */
const RECORDED = ['GET /tickets/export', 'GET /activity/export'];

describe('S13 cross-site requests change nothing', () => {
  let app: TestApp;
  let scene: Scene;
  let browser: Browser;
  let ours: string;

  beforeAll(async () => {
    app = await startApp();
    ours = app.url.replace('127.0.0.1', 'localhost');
    const admin = await aUser(app, 'admin');
    scene = { app, requester: await aUser(app), agent: await aUser(app, 'agent'), admin, caller: admin };
    browser = await aBrowser(app, admin);
  });
  afterAll(() => app.close());

  /** Sends the call with the cookies of a signed-in admin, and the headers as another site would have them. */
  async function send(method: string, call: Call, headers: Record<string, string>): Promise<[number, string]> {
    const { status, body } = await new Browser(ours, new Map(browser.cookies)).call<Problem | undefined>(
      method,
      call.path,
      call.body ?? {},
      { ...call.headers, ...headers },
    );
    return [status, body?.code ?? ''];
  }

  const EVIL: readonly (readonly [string, Record<string, string>])[] = [
    ['of another site', { origin: 'https://evil.example' }],
    ['of a page without an origin', { origin: 'null' }],
    ['that begins like ours', { origin: 'http://localhost.evil.example' }],
    ['of another port', { origin: 'http://localhost:1' }],
    ['of another scheme', { origin: 'ftp://localhost' }],
  ];

  it.each(WRITES.map(({ name, method }) => [name, method] as const))(
    'S13 %s is refused with a foreign origin or without the proof, whatever the content type',
    async (name, method) => {
      const call = await goodCall(name, scene);
      const before = await checksum(app);
      for (const type of ALL_TYPES) {
        for (const [, headers] of EVIL) {
          const answer = await send(method, call, { ...headers, 'content-type': type });
          expect([type, headers, ...answer]).toEqual([type, headers, 403, 'cross_site']);
        }
        for (const proof of ['', 'x', 'undefined', browser.proofs().slice(1), `x${browser.proofs()}`]) {
          const answer = await send(method, call, { 'x-xsrf-token': proof, 'content-type': type });
          expect([type, proof, ...answer]).toEqual([type, proof, 403, 'cross_site']);
        }
      }
      expect(await checksum(app)).toBe(before);
    },
  );

  it.each(WRITES.map(({ name, method, takes }) => [name, method, takes] as const))(
    'S13 %s with both right is refused for a content type that it does not take',
    async (name, method, takes) => {
      const call = await goodCall(name, scene);
      const before = await checksum(app);
      for (const type of ALL_TYPES.filter((each) => !takes.includes(each.split(';')[0]!))) {
        expect([type, ...(await send(method, call, { 'content-type': type }))]).toEqual([
          type,
          415,
          'unsupported_media_type',
        ]);
      }
      expect(await checksum(app)).toBe(before);
    },
  );

  it("S13 nobody's proof but that of this session is one", async () => {
    const other = await aBrowser(app, scene.requester);
    const call = { path: '/auth/me', body: { place: 'Room 1' } };
    expect(await send('PATCH', call, { 'x-xsrf-token': other.proofs() })).toEqual([403, 'cross_site']);
    expect(await send('PATCH', call, { 'x-xsrf-token': `${other.proofs()}, ${browser.proofs()}` })).toEqual([200, '']);
  });

  it('S13 an unsafe request without cookies is refused with a foreign origin, and needs no proof', async () => {
    const body = { email: scene.caller.email, password: 'a wrong guess' };
    const stranger = (): Browser => new Browser(ours);
    const login = (headers: Record<string, string>): Promise<{ status: number }> =>
      stranger().post('/auth/login', body, headers);
    for (const [, headers] of EVIL) expect((await login(headers)).status).toBe(403);
    expect((await login({})).status).toBe(401);
  });

  it('S13 no answer lets another site read it, nor send headers of its own', async () => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const response = await fetch(`${app.url}/api/v1/tickets`, {
        method,
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-xsrf-token',
        },
      });
      const { headers } = await readAnswer(method, response);
      const cors = [...headers.keys()].filter((header) => header.startsWith('access-control'));
      expect([method, cors]).toEqual([method, []]);
    }
  });

  it('S13 the cookies are HttpOnly, SameSite=Lax and only the proof can be read', async () => {
    const response = await fetch(`${app.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: scene.caller.email, password: 'lampshade over the river' }),
    });
    const { headers } = await readAnswer('POST', response);
    const kinds = headers.getSetCookie().map((line) => {
      const kind = /^deskhand-(\w+)-/.exec(line)?.[1];
      return [kind, line.includes('HttpOnly'), line.includes('SameSite=Lax'), /Path=([^;]+)/.exec(line)?.[1]];
    });
    expect(kinds).toEqual([
      ['access', true, true, '/'],
      ['refresh', true, true, '/api/v1'],
      ['xsrf', false, true, '/'],
      ['device', true, true, '/api/v1/auth'],
    ]);
  });

  it('S13 no GET and no HEAD changes anything, whoever asks and however', async () => {
    const calls = [];
    const reads = OPERATIONS.filter(({ method, name }) => method === 'GET' && !RECORDED.includes(name));
    for (const { name } of reads) calls.push(await goodCall(name, scene));
    const people = [browser, new Browser(ours), await aBrowser(app, scene.requester)];
    const before = await checksum(app);
    for (const { path } of calls) {
      for (const person of people) {
        await person.get(path.replace(/^\/api\/health/, '/../health'));
        await person.call('HEAD', path);
        await person.get(`${path}${path.includes('?') ? '&' : '?'}status=closed&_method=DELETE`);
        await person.call('GET', path, undefined, {
          'X-HTTP-Method-Override': 'DELETE',
          origin: 'https://evil.example',
        });
      }
    }
    expect(await checksum(app)).toBe(before);
  });

  it.each(RECORDED)('S13 %s writes an entry on the trail, and nothing else', async (recorded) => {
    const { path } = await goodCall(recorded, scene);
    const [whole, rest] = [await checksum(app), await checksum(app, ['activity%'])];
    expect((await browser.get(path)).status).toBe(200);
    expect(await checksum(app)).not.toBe(whole);
    expect(await checksum(app, ['activity%'])).toBe(rest);
  });
});
