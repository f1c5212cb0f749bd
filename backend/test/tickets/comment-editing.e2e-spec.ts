import { COMMENT_EDIT_WINDOW } from '@deskhand/shared';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { Answer } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  type Activity,
  aTicket,
  aUser,
  type Comment,
  ifMatch,
  moved,
  type PageOf,
  type Problem,
  signedIn,
  type Somebody,
  type Ticket,
} from '../app/builders.js';

describe('editing a comment', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let mia: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, otto] = [await aUser(app, 'employee', 'Emma'), await aUser(app, 'employee', 'Otto')];
    [liam, mia] = [await aUser(app, 'agent', 'Liam'), await aUser(app, 'agent', 'Mia')];
    admin = await aUser(app, 'admin', 'Ada');
  });
  afterAll(() => app.close());

  async function written(by: Somebody, body: string, internal = false, on?: Ticket): Promise<[Ticket, string]> {
    const ticket = on ?? (await aTicket(emma));
    const path = `/tickets/${ticket.id}/comments`;
    const { body: comment } = await by.api.post<Comment>(path, { body, ...(internal ? { internal } : {}) });
    return [ticket, `${path}/${comment.id}`];
  }
  const again = async (person: Somebody): Promise<Somebody> => ({ ...person, api: await signedIn(app, person) });
  const edit = (by: Somebody, path: string, body = 'It works again now.'): Promise<Answer<Comment & Problem>> =>
    by.api.patch<Comment & Problem>(path, { body });
  const trail = async (by: Somebody, { id }: Ticket): Promise<Activity[]> =>
    (await by.api.get<PageOf<Activity>>(`/tickets/${id}/activity`)).body.items;

  it('keeps what it said before for staff, and moves when the ticket was updated but not its version', async () => {
    const [ticket, path] = await written(emma, 'It woks.');
    const { body: before } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    app.clock.advance(60_000);
    const { status, body } = await edit(emma, path, ' It works. ');
    expect([status, body.body]).toEqual([200, 'It works.']);
    expect(Date.parse(body.editedAt!)).toBeGreaterThan(Date.parse(body.createdAt));
    const { body: after } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect(after).toEqual({ ...before, updatedAt: body.editedAt });
    await edit(emma, path, 'It works, thanks.');

    const payloads = (items: Activity[]): unknown[] =>
      items.filter(({ kind }) => kind === 'comment.edited').map(({ payload }) => payload);
    const commentId = path.split('/').at(-1);
    const entry = { commentId, internal: false, mentionIds: [] };
    const texts = [{ before: { body: 'It woks.' } }, { before: { body: 'It works.' } }];
    expect(payloads(await trail(liam, ticket))).toEqual(texts.map((text) => ({ ...entry, ...text })));
    expect(payloads(await trail(emma, ticket))).toEqual([entry, entry]);
    const stored: { t: string }[] = await app.dataSource.query('SELECT t::text AS t FROM activity t');
    expect(stored.filter(({ t }) => t.includes('It woks'))).toEqual([]);
  });

  it('leaves no trace where the text stays the same', async () => {
    const [ticket, path] = await written(emma, 'As it is.');
    const before = [await trail(liam, ticket), (await emma.api.get<Ticket>(`/tickets/${ticket.id}`)).body];
    app.clock.advance(60_000);
    const { status, body } = await edit(emma, path, 'As it is. ');
    expect([status, body.editedAt]).toEqual([200, null]);
    expect([await trail(liam, ticket), (await emma.api.get<Ticket>(`/tickets/${ticket.id}`)).body]).toEqual(before);
  });

  it("is for its author, and leaves others' undo as it was", async () => {
    const [ticket, path] = await written(emma, 'Mine.');
    for (const other of [liam, mia, admin]) {
      const { status, body } = await edit(other, path);
      expect([status, body.code]).toEqual([403, 'not_allowed']);
    }
    expect((await edit(otto, path)).status).toBe(404);
    const urgent = await liam.api.patch<Ticket>(`/tickets/${ticket.id}`, { priority: 'urgent' }, ifMatch(ticket));
    expect(urgent.status).toBe(200);
    expect((await edit(emma, path)).status).toBe(200);
    expect((await liam.api.post<Ticket>(`/tickets/${ticket.id}/undo`)).body.priority).toBe('normal');
  });

  it('is over after 15 minutes, for everybody', async () => {
    const [, path] = await written(emma, 'In time.');
    app.clock.advance(COMMENT_EDIT_WINDOW - 10_000);
    expect((await edit(await again(emma), path)).status).toBe(200);
    app.clock.advance(20_000);
    [emma, otto, liam, mia, admin] = [
      await again(emma),
      await again(otto),
      await again(liam),
      await again(mia),
      await again(admin),
    ];
    for (const person of [emma, liam]) {
      const { status, body } = await edit(person, path, 'Too late.');
      expect([status, body.code]).toEqual([409, 'conflict']);
    }
  });

  it('is over for replies once the ticket is final, and goes on for notes', async () => {
    const [ticket, reply] = await written(emma, 'Never mind.');
    const [, note] = await written(liam, 'He does not mind.', true, ticket);
    await moved(emma, ticket, { status: 'cancelled' });
    expect([(await edit(emma, reply)).status, (await edit(liam, note)).status]).toEqual([409, 200]);
    expect((await edit(mia, note)).status).toBe(403);
    const { body: now } = await admin.api.get<Ticket>(`/tickets/${ticket.id}`);
    await admin.api.delete(`/tickets/${ticket.id}`, ifMatch(now));
    expect((await edit(liam, note)).status).toBe(404);
  });

  it('does not tell requesters that there is a note', async () => {
    const [ticket, path] = await written(liam, 'Only for us.', true);
    expect((await edit(liam, path, 'Only for us, really.')).body.internal).toBe(true);
    const absent = await edit(emma, `/tickets/${ticket.id}/comments/${newId()}`);
    const hidden = await edit(emma, path);
    expect([hidden.status, hidden.body.detail]).toEqual([404, absent.body.detail]);
    expect((await trail(emma, ticket)).map(({ kind }) => kind)).toEqual(['ticket.created']);
  });

  it.each(['not-an-id', newId(), '%00'])('finds no comment %s, nor that of another ticket', async (id) => {
    const [ticket] = await written(emma, 'Here.');
    const [, elsewhere] = await written(emma, 'There.');
    expect((await edit(emma, `/tickets/${ticket.id}/comments/${id}`)).status).toBe(404);
    const foreign = `/tickets/${ticket.id}/comments/${elsewhere.split('/').at(-1)}`;
    expect((await edit(emma, foreign)).status).toBe(404);
    expect((await admin.api.post(`${foreign}/redaction`)).status).toBe(404);
  });

  it('takes a text of a comment, and nothing else', async () => {
    const [, path] = await written(emma, 'Here.');
    expect((await edit(emma, path, '  ')).status).toBe(422);
    expect((await edit(emma, path, 'x'.repeat(20_001))).status).toBe(422);
    expect((await emma.api.patch(path, { body: 'Now.', internal: true })).status).toBe(400);
  });
});
