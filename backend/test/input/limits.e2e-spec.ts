import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { startApp, type TestApp } from '../app/app.js';
import { Api, readAnswer } from '../app/api.js';
import { aTicket, aUser, type PageOf, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { goodCall } from '../app/calls.js';
import type { Scene } from '../app/scene.js';
import { OPERATIONS } from '../app/operations.js';

const NESTED = 1_000;
/** Bodies that are no JSON have limits of their own. */
const WRITES = OPERATIONS.filter(({ isUnsafe, takesJson }) => isUnsafe && takesJson);

describe('S24 limits', () => {
  let app: TestApp;
  let scene: Scene;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    admin = await aUser(app, 'admin');
    scene = { app, requester: await aUser(app), agent: await aUser(app, 'agent'), admin, caller: admin };
  });
  afterAll(() => app.close());

  it.each(WRITES.map(({ name, method }) => [name, method] as const))(
    'S24 %s refuses 2 MB with 413, and depth and breadth with 400',
    async (name, method) => {
      const call = await goodCall(name, scene);
      const send = async (body: string): Promise<[number, string]> => {
        const answer = await admin.api.call<Problem>(method, call.path, { body, headers: call.headers });
        return [answer.status, answer.body.code];
      };
      expect(await send(JSON.stringify({ ...call.body, more: 'x'.repeat(2_000_000) }))).toEqual([413, 'too_large']);
      expect(await send(`${'{"a":'.repeat(NESTED)}1${'}'.repeat(NESTED)}`)).toEqual([400, 'malformed_request']);
      expect(await send(`{"a":${'['.repeat(NESTED)}${']'.repeat(NESTED)}}`)).toEqual([400, 'malformed_request']);
      expect(await send('['.repeat(100_000))).toEqual([400, 'malformed_request']);
      const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field${at}`, at]));
      expect(await send(JSON.stringify(many))).toEqual([400, 'unknown_parameter']);
    },
  );

  it('S24 a small body that unpacks to a large one is refused', async () => {
    const body = gzipSync(JSON.stringify({ subject: 'x'.repeat(50_000_000), description: 'x' }));
    expect(body.length).toBeLessThan(100_000);
    const response = await fetch(`${app.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body,
    });
    expect((await readAnswer('POST', response)).status).toBe(413);
  });

  const LISTS = OPERATIONS.filter(({ parameters }) => parameters.some(({ name }) => name === 'limit'));

  it.each(LISTS.map(({ name }) => [name]))('S24 %s gives 1 to 100 at a time, and no more', async (name) => {
    const path = (await goodCall(name, scene)).path.split('?')[0]!;
    for (const limit of ['1e9', '1000000000', '101', '0', '-1', '1.5', 'NaN', 'Infinity', '', 'x', '9'.repeat(30)]) {
      const { status, body } = await admin.api.get<Problem>(`${path}?limit=${limit}`);
      expect([limit, status, body.errors?.[0]?.pointer]).toEqual([limit, 400, '/limit']);
    }
    const { status, body } = await admin.api.get<PageOf<object>>(`${path}?limit=1`);
    expect([status, body.items.length <= 1]).toEqual([200, true]);
  });

  it('S24 texts may be as long as they say, counted as a browser counts, and no longer', async () => {
    const file = async (subject: string, description = 'x'): Promise<number> =>
      (await admin.api.post<Ticket>('/tickets', { subject, description })).status;
    expect([await file('x'.repeat(150)), await file('x'.repeat(151))]).toEqual([201, 422]);
    expect([await file('😀'.repeat(75)), await file('😀'.repeat(76))]).toEqual([201, 422]);
    expect([await file('x\ufe0f'.repeat(75)), await file('x\ufe0f'.repeat(76))]).toEqual([201, 422]);
    expect([await file('xyz'), await file(' xy '), await file('😀x')]).toEqual([201, 422, 422]);
    expect([await file('xyz', 'x'.repeat(20_000)), await file('xyz', 'x'.repeat(20_001))]).toEqual([201, 422]);
    const kept = await aTicket(admin, { subject: '😀'.repeat(75), description: '漢'.repeat(20_000) });
    expect([kept.subject.length, kept.description.length]).toEqual([150, 20_000]);
  });
});

describe('S24 the general limit', () => {
  let app: TestApp;
  let limited: Scene;
  const RATE_LIMIT = 30;

  beforeAll(async () => {
    app = await startApp({ RATE_LIMIT, TRUST_PROXY: '1' });
    const [one, other, admin] = [await aUser(app), await aUser(app), await aUser(app, 'admin')];
    limited = { app, requester: one, agent: other, admin, caller: one };
  });
  afterAll(() => app.close());

  const isLimited = ({ name }: { name: string }): boolean => !name.includes('/health/');

  async function spend(api: Api, path: string, from: string): Promise<Set<number>> {
    const tries = Array.from({ length: RATE_LIMIT }, () => api.get(path, { 'X-Forwarded-For': from }));
    return new Set((await Promise.all(tries)).map(({ status }) => status));
  }

  it('S24 counts for each session, on all routes together, and says when to come again', async () => {
    const { requester, agent } = limited;
    expect(await spend(requester.api, '/tickets', '192.0.2.1')).toEqual(new Set([200]));
    for (const path of ['/tickets', '/auth/me', '/categories', '/users']) {
      const { status, body, headers } = await requester.api.get<Problem>(path, { 'X-Forwarded-For': '192.0.2.2' });
      expect([path, status, body.code]).toEqual([path, 429, 'too_many_requests']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    }
    expect((await agent.api.get('/tickets', { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(200);
  });

  it('S24 counts for each address where nobody is signed in, on every route but the health of the process', async () => {
    const nobody = new Api(app.url);
    expect(await spend(nobody, '/tickets', '192.0.2.9')).toEqual(new Set([401]));
    for (const { name, method, path } of OPERATIONS) {
      const { status } = await nobody.call(method, path, { headers: { 'X-Forwarded-For': '192.0.2.9' } });
      expect([name, status]).toEqual([name, isLimited({ name }) ? 429 : 200]);
    }
    expect((await nobody.get('/setup', { 'X-Forwarded-For': '192.0.2.10' })).status).toBe(200);
  });
});
