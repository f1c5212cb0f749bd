import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { FileMissing, FileStore } from '../../src/platform/files/file-store.js';
import { Bin } from '../../src/tickets/bin/bin.service.js';
import { AttachmentSweep } from '../../src/tickets/attachments/attachment-sweep.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  type Activity,
  aTicket,
  aUser,
  type Comment,
  ifMatch,
  type PageOf,
  type Problem,
  type Somebody,
  type Ticket,
} from '../app/builders.js';
import { checksum } from '../app/checksum.js';
import { anUpload, PNG } from '../app/uploads.js';

const DAY = 24 * 60 * 60_000;

describe('what files belong to', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let ada: Somebody;
  let ticket: Ticket;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    [emma, otto] = [await aUser(app), await aUser(app)];
    [liam, ada] = [await aUser(app, 'agent'), await aUser(app, 'admin')];
    ticket = await aTicket(emma);
  });
  afterAll(() => app.close());

  const statusFor = async (people: readonly Somebody[], id: string): Promise<number[]> =>
    Promise.all(people.map(async ({ api }) => (await api.get(`/attachments/${id}`)).status));
  const comment = (by: Somebody, more: object): Promise<{ status: number; body: Comment & Problem }> =>
    by.api.post<Comment & Problem>(`/tickets/${ticket.id}/comments`, { body: 'See there.', ...more });
  const isKept = async (id: string): Promise<boolean> => {
    try {
      (await app.nest.get(FileStore).read(id)).destroy();
      return true;
    } catch (error) {
      if (error instanceof FileMissing) return false;
      throw error;
    }
  };
  const rowsOf = (id: string): Promise<unknown[]> =>
    app.dataSource.query('SELECT name, ticket_id FROM attachments WHERE id = $1', [id]);

  it('a description, a comment and the comment of a status show the files they came with', async () => {
    const files = [await anUpload(emma), await anUpload(emma, 'a log', 'log.txt')];
    const filed = await aTicket(emma, { attachmentIds: files.map(({ id }) => id) });
    expect(filed.attachments).toEqual(files);
    const of = await anUpload(liam);
    const added = await liam.api.post<Comment>(`/tickets/${filed.id}/comments`, {
      body: 'So?',
      attachmentIds: [of.id],
    });
    expect(added.body.attachments).toEqual([of]);
    const asked = await anUpload(liam, 'which one', 'which.txt');
    const { body: now } = await liam.api.get<Ticket>(`/tickets/${filed.id}`);
    const ask = { status: 'waiting_requester', comment: 'This one?', attachmentIds: [asked.id] };
    await liam.api.post(`/tickets/${filed.id}/status`, ask, ifMatch(now));
    const { body } = await emma.api.get<PageOf<Comment>>(`/tickets/${filed.id}/comments`);
    expect(body.items.map(({ attachments }) => attachments)).toEqual([[of], [asked]]);
    expect((await emma.api.get<Ticket>(`/tickets/${filed.id}`)).body.attachments).toEqual(files);
    const trail = await emma.api.get<PageOf<Activity>>(`/tickets/${filed.id}/activity`);
    const told = trail.body.items.filter(({ kind }) => kind === 'attachment.added').map(({ payload }) => payload);
    expect(told.slice(0, 3)).toEqual([
      { attachmentId: files[0]!.id, commentId: null },
      { attachmentId: files[1]!.id, commentId: null },
      { attachmentId: of.id, commentId: added.body.id },
    ]);
    expect(JSON.stringify(trail.body)).not.toContain('log.txt');
  });

  it('S03 nobody takes what is not his, not there, not whole, or used already, and learns nothing of it', async () => {
    const [foreign, used] = [await anUpload(otto), await anUpload(emma)];
    await comment(emma, { attachmentIds: [used.id] });
    const broken = await anUpload(emma);
    await app.dataSource.query('UPDATE attachments SET stored_at = NULL WHERE id = $1', [broken.id]);
    const good = await anUpload(emma);
    const before = await checksum(app);
    const details = new Set<string | undefined>();
    for (const id of [foreign.id, used.id, broken.id, newId()]) {
      for (const attachmentIds of [[id], [good.id, id]]) {
        const { body } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
        const answers = [
          await comment(emma, { attachmentIds }),
          await emma.api.post<Problem>('/tickets', { subject: 'Mine', description: 'x', attachmentIds }),
          await emma.api.post<Problem>(
            `/tickets/${ticket.id}/status`,
            { status: 'cancelled', comment: 'Done.', attachmentIds },
            ifMatch(body),
          ),
        ];
        for (const { status, body } of answers) {
          expect([status, body.errors?.[0]?.pointer, body.errors?.[0]?.code]).toEqual([
            422,
            '/attachmentIds',
            'unknown',
          ]);
          details.add(body.errors?.[0]?.detail);
        }
      }
    }
    expect(details.size).toBe(1);
    expect(await checksum(app)).toBe(before);
    expect(await statusFor([otto], foreign.id)).toEqual([200]);
  });

  it('refuses what is no list of different ids, too many, and files of a status without a comment', async () => {
    const { id } = await anUpload(emma);
    for (const attachmentIds of [
      'x',
      [1],
      ['x'],
      [id, id],
      [id, id.toUpperCase()],
      {},
      null,
      Array(101).fill(newId()),
    ]) {
      const { status, body } = await comment(emma, { attachmentIds });
      expect([attachmentIds, status, body.errors?.[0]?.pointer]).toEqual([attachmentIds, 422, '/attachmentIds']);
    }
    const many = await comment(emma, { attachmentIds: Array.from({ length: 11 }, newId) });
    expect(many.body.errors?.[0]).toMatchObject({ code: 'too_many', detail: 'Attach at most 10 files.' });
    const bare = { status: 'cancelled', attachmentIds: [id] };
    const { body } = await emma.api.post<Problem>(`/tickets/${ticket.id}/status`, bare, ifMatch(ticket));
    expect(body.errors?.[0]?.code).toBe('comesWithComment');
  });

  it('of two at once, one gets the file', async () => {
    const { id } = await anUpload(emma);
    const answers = await Promise.all(Array.from({ length: 6 }, () => comment(emma, { attachmentIds: [id] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422]);
  });

  it('a repeated request with the same key gets the first answer, with its file', async () => {
    const { id } = await anUpload(emma);
    const body = { body: 'Once.', attachmentIds: [id] };
    const key = { 'Idempotency-Key': newId() };
    const [first, second] = [
      await emma.api.post<Comment>(`/tickets/${ticket.id}/comments`, body, key),
      await emma.api.post<Comment>(`/tickets/${ticket.id}/comments`, body, key),
    ];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  });

  it('S02 a file is for those who see its ticket, and before that for its uploader alone', async () => {
    const { id } = await anUpload(emma);
    expect(await statusFor([emma, otto, liam, ada], id)).toEqual([200, 404, 404, 404]);
    await comment(emma, { attachmentIds: [id] });
    expect(await statusFor([emma, otto, liam, ada], id)).toEqual([200, 404, 200, 200]);
    await liam.api.post(`/tickets/${ticket.id}/watchers`, { email: otto.email });
    expect(await statusFor([otto], id)).toEqual([200]);
    const { body } = await liam.api.get<Ticket>(`/tickets/${ticket.id}`);
    await liam.api.delete(`/tickets/${ticket.id}`, ifMatch(body));
    expect(await statusFor([emma, otto, liam, ada], id)).toEqual([404, 404, 404, 200]);
  });

  it('S04 the file of a note is hidden like the note, and answered like one that is not there', async () => {
    const { id } = await anUpload(liam, 'secret', 'canary.txt');
    expect((await comment(liam, { internal: true, attachmentIds: [id] })).status).toBe(201);
    expect(await statusFor([emma, otto, liam, ada], id)).toEqual([404, 404, 200, 200]);
    const [hidden, absent] = [
      await emma.api.get<Problem>(`/attachments/${id}`),
      await emma.api.get<Problem>(`/attachments/${newId()}`),
    ];
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' });
    for (const path of [`/tickets/${ticket.id}`, `/tickets/${ticket.id}/comments`, `/tickets/${ticket.id}/activity`]) {
      const { text } = await emma.api.get(path);
      expect([path, text.includes(id), text.includes('canary')]).toEqual([path, false, false]);
    }
  });

  it('S23 what is downloaded runs nowhere: nothing but pictures is shown in place', async () => {
    const page = await anUpload(emma, '<script>alert(1)</script>', 'page.html');
    const pdf = await anUpload(emma, '%PDF-1.7\n', 'Übersicht.pdf');
    const picture = await anUpload(emma, PNG, 'page.html');
    for (const [id, type, disposition] of [
      [page.id, 'application/octet-stream', 'attachment; filename=page.html'],
      [
        pdf.id,
        'application/octet-stream',
        'attachment; filename="?bersicht.pdf"; filename*=UTF-8\'\'%C3%9Cbersicht.pdf',
      ],
      [picture.id, 'image/png', 'inline; filename=page.html'],
    ] as const) {
      const { headers } = await emma.api.get(`/attachments/${id}`);
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('content-disposition')).toBe(disposition);
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('private, max-age=3600, immutable');
      expect(headers.get('vary')).toContain('Cookie');
    }
  });

  it('answers a lost file as one that is not there, and a store that is away with 503', async () => {
    const { id } = await anUpload(emma);
    await app.nest.get(FileStore).remove(id);
    expect(await statusFor([emma], id)).toEqual([404]);
    const away = jest.spyOn(app.nest.get(FileStore), 'read').mockRejectedValue(new Error('EIO'));
    expect(await statusFor([emma], id)).toEqual([503]);
    away.mockRestore();
  });

  describe('the sweep', () => {
    const sweep = (): Promise<void> => app.nest.get(AttachmentSweep).sweep();

    it('removes after a day what came with nothing, also what a killed process left, and nothing else', async () => {
      const [lonely, used, half] = [await anUpload(emma), await anUpload(emma), await anUpload(emma)];
      await comment(emma, { attachmentIds: [used.id] });
      await app.dataSource.query('UPDATE attachments SET stored_at = NULL WHERE id = $1', [half.id]);
      await sweep();
      expect([await isKept(lonely.id), await isKept(half.id)]).toEqual([true, true]);
      app.clock.advance(DAY + 1000);
      await sweep();
      await sweep();
      expect([await isKept(lonely.id), await isKept(half.id), await isKept(used.id)]).toEqual([false, false, true]);
      expect([...(await rowsOf(lonely.id)), ...(await rowsOf(half.id))]).toEqual([]);
    });

    it('removes the files of a purged ticket and of an erased comment', async () => {
      const [first, second] = [await anUpload(emma), await anUpload(emma)];
      const filed = await aTicket(emma, { attachmentIds: [first.id] });
      const path = `/tickets/${filed.id}`;
      const added = await emma.api.post<Comment>(`${path}/comments`, { body: 'x', attachmentIds: [second.id] });
      await ada.api.post(`${path}/comments/${added.body.id}/redaction`);
      expect(await statusFor([emma, ada], second.id)).toEqual([404, 404]);
      await sweep();
      expect([await isKept(first.id), await isKept(second.id)]).toEqual([true, false]);
      await ada.api.delete(path, ifMatch(filed));
      const { body } = await ada.api.get<Ticket>(path);
      await ada.api.delete(`${path}?purge=true`, ifMatch(body));
      expect(await rowsOf(first.id)).toEqual([{ name: 'discarded', ticket_id: null }]);
      await sweep();
      expect([await isKept(first.id), await rowsOf(first.id)]).toEqual([false, []]);
      await app.nest.get(Bin).purgeOld();
    });

    it('is not stopped by a file that cannot be removed, and comes back to it', async () => {
      const files = [await anUpload(emma), await anUpload(emma), await anUpload(emma)];
      app.clock.advance(DAY + 1000);
      const store = app.nest.get(FileStore);
      const remove = store.remove.bind(store);
      const stubborn = jest.spyOn(store, 'remove').mockImplementation(async (id) => {
        if (id === files[0]!.id) throw new Error('EBUSY');
        await remove(id);
      });
      await sweep();
      stubborn.mockRestore();
      expect(await Promise.all(files.map(({ id }) => isKept(id)))).toEqual([true, false, false]);
      await sweep();
      expect(await isKept(files[0]!.id)).toBe(false);
    });
  });
});
