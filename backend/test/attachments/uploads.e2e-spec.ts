import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Readable } from 'node:stream';
import { FileStore } from '../../src/platform/files/file-store.js';
import { startApp, type TestApp } from '../app/app.js';
import { readAnswer } from '../app/api.js';
import { aUser, PASSWORD, type Problem, type Somebody } from '../app/builders.js';
import { anUpload, formWith, PNG, send } from '../app/uploads.js';

const MEGABYTE = 1_048_576;

describe('uploading a file', () => {
  let app: TestApp;
  let emma: Somebody;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    emma = await aUser(app);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => app.close());

  const rows = (): Promise<unknown[]> =>
    app.dataSource.query('SELECT id FROM attachments WHERE uploader_id = $1', [emma.id]);

  /** A form written by hand, as no browser would. */
  async function sendText(body: string, type = 'multipart/form-data; boundary=x'): Promise<[number, string]> {
    const { status, body: problem } = await emma.api.call<Problem>('POST', '/attachments', {
      raw: body,
      headers: { 'content-type': type },
    });
    return [status, problem.errors?.[0]?.pointer ?? problem.code];
  }

  /** Sends a form piece by piece, without saying how large it is. */
  async function stream(body: unknown, signal?: AbortSignal): Promise<Response> {
    const { email } = emma;
    const token = await emma.api.post<{ accessToken: string }>('/auth/token', { email, password: PASSWORD });
    const authorization = `Bearer ${token.body.accessToken}`;
    const headers = { authorization, 'content-type': 'multipart/form-data; boundary=x' };
    const options = { method: 'POST', headers, body, duplex: 'half', signal };
    return fetch(`${app.url}/api/v1/attachments`, options as RequestInit);
  }

  it('gives it back as it was', async () => {
    const uploaded = await anUpload(emma, PNG, 'Screenshot from Monday.png');
    expect(uploaded).toMatchObject({ name: 'Screenshot from Monday.png', type: 'image/png', size: PNG.length });
    expect([uploaded.width, uploaded.height]).toEqual([2, 1]);
    const response = await emma.api.send('GET', `/attachments/${uploaded.id}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
  });

  it.each([
    ['a picture that says it is a page', PNG, 'page.html', 'text/html', 'image/png'],
    ['a page that says it is a picture', '<html><script>alert(1)</script>', 'cat.png', 'image/png', 'text/plain'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
      'image/svg+xml',
      'text/plain',
    ],
    ['a text', 'Öl läuft aus.\n', 'log', 'application/x-msdownload', 'text/plain'],
    ['a document', '%PDF-1.7\n', 'a.txt', 'text/plain', 'application/pdf'],
    ['bytes', Buffer.from([0, 1, 2, 255]), 'a.txt', 'text/plain', 'application/octet-stream'],
    ['nothing', '', 'empty.txt', 'text/plain', 'application/octet-stream'],
  ])('tells %s by its content', async (_, content, name, claimed, type) => {
    const { body } = await send(emma, formWith(content, name, claimed));
    expect(body).toMatchObject({ name, type });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\emma\\Desktop\\log.txt', 'log.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\u0007.png', 'ab.png'],
    ['..', 'file'],
    ['   ', 'file'],
    ['/', 'file'],
    ['"quoted" & <b>.txt', '"quoted" & <b>.txt'],
    ['Übersicht – 漢字 😀.png', 'Übersicht – 漢字 😀.png'],
    [`${'x'.repeat(300)}.tar.gz`, `${'x'.repeat(197)}.gz`],
    ['😀'.repeat(150), '😀'.repeat(100)],
    ['a\r\nContent-Type: text/html\r\n\r\n.txt', 'html%0D%0A%0D%0A.txt'],
    ['CON', 'CON'],
    ['__proto__', '__proto__'],
  ])('S20 calls %j %j', async (name, kept) => {
    const { id } = await anUpload(emma, 'x', name);
    const found: { name: string }[] = await app.dataSource.query('SELECT name FROM attachments WHERE id = $1', [id]);
    expect(found[0]!.name).toBe(kept);
    const answer = await emma.api.get(`/attachments/${id}`);
    expect([answer.status, answer.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, true]);
  });

  it('S24 takes a file that just fits and refuses one that does not, and keeps nothing of it', async () => {
    expect((await anUpload(emma, Buffer.alloc(10 * MEGABYTE, 1))).size).toBe(10 * MEGABYTE);
    const { status, body } = await send(emma, formWith(Buffer.alloc(10 * MEGABYTE + 1, 1)));
    expect([status, body.code]).toEqual([413, 'too_large']);
    expect(body.detail).toContain('10 MB');
    expect(await rows()).toHaveLength(1);
  });

  it('S24 stops where a file that did not say how large it is grows too large', async () => {
    const part = 'content-disposition: form-data; name="file"; filename="a.bin"';
    const endless = Readable.from(
      (function* () {
        yield `--x\r\n${part}\r\n\r\n`;
        for (let count = 0; count < 12; count += 1) yield Buffer.alloc(MEGABYTE, 1);
      })(),
    );
    const response = await stream(Readable.toWeb(endless));
    expect((await readAnswer('POST', response)).status).toBe(413);
    expect(await rows()).toEqual([]);
  });

  it('obeys the setting', async () => {
    await app.dataSource.query('UPDATE settings SET attachment_megabytes = 1');
    try {
      expect((await send(emma, formWith(Buffer.alloc(MEGABYTE + 1, 1)))).status).toBe(413);
      expect((await send(emma, formWith(Buffer.alloc(MEGABYTE, 1)))).status).toBe(201);
    } finally {
      await app.dataSource.query('UPDATE settings SET attachment_megabytes = 10');
    }
  });

  it('S20 refuses what is no form with one file, and keeps nothing of it', async () => {
    const part = (head: string, content = 'x'): string =>
      `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
    const file = part('name="file"; filename="a.txt"');
    expect(await sendText('{}', 'application/json')).toEqual([415, 'unsupported_media_type']);
    expect(await sendText('x', 'text/plain')).toEqual([415, 'unsupported_media_type']);
    expect(await sendText('x', 'multipart/form-data')).toEqual([400, 'malformed_request']);
    expect(await sendText('')).toEqual([400, 'malformed_request']);
    expect(await sendText('--x--\r\n')).toEqual([422, '/file']);
    expect(await sendText(`${part('name="file"')}--x--`)).toEqual([422, '/file']);
    expect(await sendText(`${part('name="other"; filename="a.txt"')}--x--`)).toEqual([400, '/other']);
    expect(await sendText(`${file}${part('name="role"', 'admin')}--x--`)).toEqual([400, '/role']);
    expect(await sendText(`${file}${file}--x--`)).toEqual([422, '/file']);
    expect(await sendText(file)).toEqual([400, 'malformed_request']);
    expect(await sendText('nothing like a form')).toEqual([400, 'malformed_request']);
    expect(await sendText(`--x\r\n${'a'.repeat(100_000)}: b\r\n\r\nx\r\n--x--`)).toEqual([422, '/file']);
    expect((await emma.api.post<Problem>('/attachments')).status).toBe(422);
    expect(await rows()).toEqual([]);
    expect(await sendText(`${file}--x--`)).toEqual([201, undefined]);
  });

  it('says so where files cannot be kept, and leaves no row behind', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    jest.spyOn(app.nest.get(FileStore), 'write').mockRejectedValue(full);
    const { status, body, headers } = await send(emma, formWith(Buffer.alloc(MEGABYTE)));
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '60']);
    expect(body.detail).toContain('kept');
    expect(await rows()).toEqual([]);
  });

  it('a connection that breaks off in the middle leaves nothing', async () => {
    const stop = new AbortController();
    const half = new ReadableStream({
      start: (controller) => {
        controller.enqueue(Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf'));
      },
    });
    const sent = stream(half, stop.signal);
    while ((await rows()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    await expect(sent).rejects.toThrow();
    while ((await rows()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('does not let anybody fill the disk with files that come with nothing', async () => {
    await app.dataSource.query(
      `INSERT INTO attachments (id, uploader_id, name, type, size, created_at)
       SELECT gen_random_uuid(), $1, 'x', 'x', 1, now() FROM generate_series(1, 200)`,
      [emma.id],
    );
    const { status, headers } = await send(emma, formWith('one more'));
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});
