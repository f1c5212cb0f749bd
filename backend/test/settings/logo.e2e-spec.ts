import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, PASSWORD, type Problem, type Somebody } from '../app/builders.js';
import { readAnswer } from '../app/api.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describe('the logo of the organisation', () => {
  let app: TestApp;
  let admin: Somebody;
  let authorization: string;

  beforeAll(async () => {
    app = await startApp();
    admin = await aUser(app, 'admin');
    const credentials = { email: admin.email, password: PASSWORD };
    const { body } = await admin.api.post<{ accessToken: string }>('/auth/token', credentials);
    authorization = `Bearer ${body.accessToken}`;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await admin.api.delete('/settings/logo');
  });

  async function put(
    bytes: Buffer,
    type = 'image/png',
  ): Promise<{ status: number; body: Problem & { logoUrl: string } }> {
    const headers = { authorization, 'content-type': type };
    const response = await fetch(`${app.url}/api/v1/settings/logo`, {
      method: 'PUT',
      headers,
      body: new Uint8Array(bytes),
    });
    return readAnswer('PUT', response);
  }

  async function told(): Promise<number> {
    const rows: { count: string }[] = await app.dataSource.query(
      `SELECT count(*) FROM activity WHERE kind = 'settings.changed' AND payload = '{"fields": ["logo"]}'`,
    );
    return Number(rows[0]!.count);
  }

  it.each([
    ['image/png', PNG],
    ['image/jpeg', JPEG],
  ])('is shown to everybody as the %s that it is, kept for ever, and may do nothing', async (type, bytes) => {
    const { status, body } = await put(bytes, 'image/webp');
    expect(status).toBe(200);
    const response = await fetch(`${app.url}${body.logoUrl}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });

  it('has another address after a change, and the former one is kept by nobody', async () => {
    const first = await put(PNG);
    app.clock.advance(1);
    const second = await put(JPEG);
    expect(second.body.logoUrl).not.toBe(first.body.logoUrl);
    const former = await fetch(`${app.url}${first.body.logoUrl}`);
    expect(former.headers.get('cache-control')).toBe('no-cache');
    expect((await admin.api.get<{ logoUrl: string }>('/organisation')).body.logoUrl).toBe(second.body.logoUrl);
  });

  it.each([
    ['an SVG that calls itself one', SVG, 'image/svg+xml', 415, 'unsupported_media_type'],
    ['an SVG that calls itself a PNG', SVG, 'image/png', 415, 'unsupported_media_type'],
    ['a page', Buffer.from('<html></html>'), 'text/html', 415, 'unsupported_media_type'],
    ['no picture at all', Buffer.alloc(0), 'image/png', 422, 'invalid_body'],
    ['one that is too large', Buffer.concat([PNG, Buffer.alloc(512 * 1024)]), 'image/png', 413, 'too_large'],
  ])('is not %s', async (_, bytes, type, status, code) => {
    const before = await told();
    const answer = await put(bytes, type);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await admin.api.get<{ logoUrl: null }>('/organisation')).body.logoUrl).toBeNull();
    expect(await told()).toBe(before);
  });

  it('is told of when it changes, and not when the same one is sent again or none is taken away', async () => {
    const before = await told();
    await put(PNG);
    await put(PNG);
    expect(await told()).toBe(before + 1);
    expect((await admin.api.delete('/settings/logo')).status).toBe(204);
    expect((await admin.api.delete('/settings/logo')).status).toBe(204);
    expect(await told()).toBe(before + 2);
    expect((await admin.api.get('/organisation/logo')).status).toBe(404);
  });
});
