import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnswer } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser } from '../app/builders.js';

/** An address of each kind of answer: API, faults, documentation, files and pages of the client. */
const ANSWERS: readonly (readonly [string, string, number])[] = [
  ['the API', 'GET /api/v1/setup', 200],
  ['health', 'GET /api/health/live', 200],
  ['nobody signed in', 'GET /api/v1/tickets', 401],
  ['a fault of the request', 'POST /api/v1/auth/login', 422],
  ['another site', 'POST /api/v1/auth/logout', 403],
  ['no such address', 'GET /api/v1/nothing', 404],
  ['an address that cannot be read', 'GET /api/v1/tickets/%E0%A4%A', 400],
  ['no such address beside the API', 'GET /nothing.js', 404],
  ['a method that nobody takes', 'PUT /api/v1/setup', 404],
  ['a question for methods', 'OPTIONS /api/v1/setup', 404],
  ['the documentation', 'GET /api/docs', 200],
  ['its script', 'GET /api/docs/swagger-ui-init.js', 200],
  ['the description', 'GET /api/openapi.json', 200],
  ['the first page', 'GET /', 200],
  ['another page', 'GET /tickets/1042', 200],
  ['a file of the client', 'GET /en/main-ABCDEFGH.js', 200],
  ['a folder of the client', 'GET /en/media', 200],
  ['only the head', 'HEAD /', 200],
];

describe('S23 the headers of every answer', () => {
  let plain: Record<string, Headers>;
  let secure: Record<string, Headers>;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-client-'));
    const browser = join(folder, 'browser/en');
    await mkdir(join(browser, 'media'), { recursive: true });
    await writeFile(join(browser, 'index.html'), '<!doctype html><title>Deskhand</title>');
    await writeFile(join(browser, 'main-ABCDEFGH.js'), 'void 0;');
    plain = await headersOf(await startApp({}, folder));
    secure = await headersOf(await startApp({ PUBLIC_URL: 'https://tickets.acme.example' }, folder));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function headersOf(app: TestApp): Promise<Record<string, Headers>> {
    await aUser(app);
    const found: Record<string, Headers> = {};
    for (const [name, request, status] of ANSWERS) {
      const [method = '', path = ''] = request.split(' ');
      const origin = name === 'another site' ? { origin: 'https://evil.example' } : {};
      const response = await fetch(`${app.url}${path}`, { method, headers: origin, redirect: 'manual' });
      expect([name, response.status]).toEqual([name, status]);
      found[name] = (await readAnswer(method, response)).headers;
    }
    await app.close();
    return found;
  }

  const policyOf = (headers: Headers): Map<string, string[]> => {
    const directives = (headers.get('content-security-policy') ?? '')
      .split(';')
      .map((each) => each.trim().split(/\s+/));
    return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
  };

  it.each(ANSWERS.map(([name]) => [name]))('S23 %s', (name) => {
    for (const headers of [plain[name]!, secure[name]!]) {
      const policy = policyOf(headers);
      expect(policy.get('default-src')).toEqual(["'self'"]);
      expect(policy.get('script-src')).toEqual(["'self'"]);
      expect(policy.get('script-src-attr')).toEqual(["'none'"]);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
      expect(policy.get('object-src')).toEqual(["'none'"]);
      expect(policy.get('base-uri')).toEqual(["'self'"]);
      expect(policy.get('form-action')).toEqual(["'self'"]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
    expect(plain[name]!.get('strict-transport-security')).toBeNull();
    expect(secure[name]!.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('S23 a missing file is told as a problem too', () => {
    expect(plain['no such address beside the API']!.get('content-type')).toMatch('application/problem+json');
  });

  it('S23 nothing of the API is kept by a browser or a proxy, and files of the client are, as long as they may', () => {
    const kept = (name: string): string | null => plain[name]!.get('cache-control');
    for (const [name, request] of ANSWERS.filter(([, each]) => each.includes('/api/'))) {
      expect([request, kept(name)]).toEqual([request, 'no-store']);
    }
    expect(kept('a file of the client')).toBe('public, max-age=31536000, immutable');
    expect([kept('the first page'), kept('another page')]).toEqual(['no-cache', 'no-cache']);
  });

  it('S23 by https the cookies are Secure', async () => {
    const app = await startApp({ PUBLIC_URL: 'https://tickets.acme.example' });
    const account = { name: 'Emma', email: 'emma@example.org', password: 'lampshade over the river' };
    const response = await fetch(`${app.url}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://tickets.acme.example' },
      body: JSON.stringify(account),
    });
    const cookies = (await readAnswer('POST', response)).headers.getSetCookie();
    await app.close();
    expect(cookies).toHaveLength(4);
    expect(cookies.filter((cookie) => !cookie.includes('; Secure'))).toEqual([]);
  });
});
