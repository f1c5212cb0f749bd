import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startApp, type TestApp } from '../app/app.js';

const PAGE = '<!doctype html><title>Deskhand</title>';
const SCRIPT = 'console.log("the same words, the same words");';

describe('the files of the client', () => {
  let folder: string;
  let app: TestApp;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-client-'));
    await mkdir(join(folder, 'browser/en'), { recursive: true });
    await mkdir(join(folder, 'encoded/en'), { recursive: true });
    for (const [name, text] of [
      ['index.html', PAGE],
      ['main-aB3-_xYz.js', SCRIPT],
      ['first-paint.js', SCRIPT],
      ['plain-ABCDEFGH.woff2', 'a font'],
    ] as const) {
      await writeFile(join(folder, 'browser/en', name), text);
      if (name.endsWith('.woff2')) continue;
      await writeFile(join(folder, 'encoded/en', `${name}.br`), brotliCompressSync(text));
      await writeFile(join(folder, 'encoded/en', `${name}.gz`), gzipSync(text));
    }
    const ahead = {
      front: ['a.js'],
      'ways-in': ['b.js', 'a.js'],
      mine: ['c.js'],
      filing: ['d.js'],
      ticket: ['e.js'],
      queue: ['f.js'],
    };
    const asks = [
      { page: '^', asks: ['/api/v1/auth/me'] },
      { page: '^/tickets/(\\d+)$', asks: ['/api/v1/tickets/$1', '/api/v1/tickets/$1/comments'] },
    ];
    await writeFile(join(folder, 'ahead.json'), JSON.stringify({ scripts: { en: ahead }, asks }));
    app = await startApp({}, folder);
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const get = (path: string, encodings: string): Promise<Response> =>
    fetch(`${app.url}${path}`, { headers: { 'accept-encoding': encodings } });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['identity', null],
    ['br;q=0, gzip', 'gzip'],
    ['', null],
  ])('come to whoever takes "%s" encoded by %s, and always hold the same', async (encodings, encoding) => {
    for (const [path, text, type] of [
      ['/en/main-aB3-_xYz.js', SCRIPT, 'text/javascript; charset=utf-8'],
      ['/', PAGE, 'text/html; charset=utf-8'],
      ['/tickets/1042', PAGE, 'text/html; charset=utf-8'],
    ] as const) {
      const answer = await get(path, encodings);
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('vary')).toMatch(/Accept-Encoding/i);
      expect(await answer.text()).toBe(text);
    }
  });

  it('are kept for a year where their names carry a hash, and else asked for each time', async () => {
    const kept = async (path: string): Promise<string | null> => (await get(path, 'br')).headers.get('cache-control');
    expect(await kept('/en/main-aB3-_xYz.js')).toBe('public, max-age=31536000, immutable');
    expect(await kept('/en/plain-ABCDEFGH.woff2')).toBe('public, max-age=31536000, immutable');
    expect([await kept('/'), await kept('/en/first-paint.js')]).toEqual(['no-cache', 'no-cache']);
  });

  it.each([
    ['/', '', ['a.js'], []],
    ['/tickets', '', ['b.js', 'a.js'], []],
    ['/', 'deskhand-xsrf-1=x', ['c.js'], ['auth/me']],
    ['/queue', 'a=b; deskhand-xsrf-1=x', ['f.js'], ['auth/me']],
    ['/people', 'deskhand-xsrf-1=x', ['c.js'], ['auth/me']],
    ['/tickets/new', 'deskhand-xsrf-1=x', ['d.js'], ['auth/me']],
    ['/tickets/42', 'deskhand-xsrf-1=x', ['e.js'], ['auth/me', 'tickets/42', 'tickets/42/comments']],
    ['/tickets/42?do=resolve', 'deskhand-xsrf-1=x', ['e.js'], []],
  ])('that the page %s needs with the cookies “%s” are fetched ahead: %j, %j', async (path, cookie, files, asks) => {
    const answer = await fetch(`${app.url}${path}`, { headers: { cookie } });
    const links = [
      ...files.map((name) => `</en/${name}>; rel=modulepreload; fetchpriority=low`),
      ...asks.map((address) => `</api/v1/${address}>; rel=preload; as=fetch; crossorigin`),
    ];
    expect(answer.headers.get('link')).toBe(links.join(', '));
    expect((await fetch(`${app.url}/en/first-paint.js`, { headers: { cookie } })).headers.get('link')).toBeNull();
  });

  it('are not sent again to whoever has them', async () => {
    const tag = (await get('/', 'br')).headers.get('etag') ?? '';
    // `fetch` would add that nothing may be taken from a cache.
    const headers = { 'accept-encoding': 'br', 'if-none-match': tag, 'cache-control': 'max-age=0' };
    const again = await fetch(`${app.url}/`, { headers });
    expect(again.status).toBe(304);
  });

  it('have no address of their encodings, which would lack their type', async () => {
    expect((await get('/en/main-aB3-_xYz.js.br', 'br')).status).toBe(404);
  });

  it('come as they are where they were built anew while the app runs', async () => {
    await rm(join(folder, 'encoded/en', 'first-paint.js.br'));
    const answer = await get('/en/first-paint.js', 'br');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toBe(SCRIPT);
  });

  it('are named by each answer of the API, so that an open page knows when it is an old one', async () => {
    const named = async (url: string): Promise<string | null> =>
      (await fetch(`${url}/api/v1/setup`)).headers.get('deskhand-client');
    const first = await named(app.url);
    expect(first).toMatch(/^[\w-]{12}$/);
    expect(await named(app.url)).toBe(first);
    await writeFile(join(folder, 'browser/en', 'main-Another1.js'), SCRIPT);
    const upgraded = await startApp({}, folder);
    expect(await named(upgraded.url)).not.toBe(first);
    await upgraded.close();
  });
});
