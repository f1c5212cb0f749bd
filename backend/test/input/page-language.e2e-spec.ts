import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@deskhand/shared';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startApp, type TestApp } from '../app/app.js';

/** What a browser sends, and the language of the page that it gets. */
const READERS: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [{ 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }, 'de'],
  [{ 'accept-language': 'en-US,en;q=0.9' }, 'en'],
  [{ 'accept-language': 'fr,de;q=0.4,en;q=0.3' }, 'de'],
  [{ 'accept-language': 'de', cookie: 'deskhand-language=en' }, 'en'],
  [{ 'accept-language': 'en', cookie: 'a=b; deskhand-language=de; c=d' }, 'de'],
  [{ 'accept-language': 'de', cookie: 'deskhand-language=../../etc' }, 'de'],
  [{ 'accept-language': 'de', cookie: 'deskhand-language=' }, 'de'],
  [{ 'accept-language': 'ja' }, 'de'],
  [{ 'accept-language': ';;;,%' }, 'de'],
  [{}, 'de'],
];

describe('The language of a page', () => {
  let folder: string;
  let app: TestApp;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-client-'));
    for (const language of LANGUAGES) {
      await mkdir(join(folder, 'browser', language), { recursive: true });
      await writeFile(join(folder, 'browser', language, 'index.html'), `<!doctype html><html lang="${language}">`);
    }
    app = await startApp({}, folder);
    await app.dataSource.query(`UPDATE settings SET language = 'de-CH'`);
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  /** As it is sent, and nothing else: `fetch` would accept any language by itself. */
  async function page(headers: Readonly<Record<string, string>>): Promise<string> {
    const [answer] = (await once(request(`${app.url}/tickets/1042`, { headers }).end(), 'response')) as [
      IncomingMessage,
    ];
    return text(answer);
  }

  it.each(READERS)('%j gets %s', async (headers, language) => {
    expect(await page(headers)).toContain(`lang="${language}"`);
  });

  it('nothing between may take the page of one reader for that of another', async () => {
    const { headers } = await fetch(`${app.url}/tickets`);
    expect(headers.get('vary')).toMatch(/Cookie, Accept-Language/);
    expect(headers.get('cache-control')).toBe('no-cache');
  });
});
