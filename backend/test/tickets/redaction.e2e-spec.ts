import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
  type Somebody,
  type Ticket,
} from '../app/builders.js';

const CANARY = 'canarycard';
const EARLIER = 'canaryearlier';

describe('redaction', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app, 'employee', 'Emma');
    liam = await aUser(app, 'agent', 'Liam Ott');
    admin = await aUser(app, 'admin', 'Ada');
  });
  afterAll(() => app.close());

  /** Tables in which a row holds one of the texts, as it stands there. */
  async function holders(...texts: string[]): Promise<string[]> {
    const tables: { name: string }[] = await app.dataSource.query(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows: object[] = await app.dataSource.query(`SELECT FROM ${name} t WHERE t::text ~ $1 LIMIT 1`, [
        texts.join('|'),
      ]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  async function written(by: Somebody, internal: boolean): Promise<{ ticket: Ticket; path: string }> {
    const ticket = await aTicket(emma);
    const comments = `/tickets/${ticket.id}/comments`;
    const first = { body: `${EARLIER} @Liam Ott`, ...(internal ? { internal } : {}) };
    const added = await by.api.post<Comment>(comments, first, { 'Idempotency-Key': `of-${ticket.id}` });
    const path = `${comments}/${added.body.id}`;
    expect((await by.api.patch(path, { body: `${CANARY} @Liam Ott` })).status).toBe(200);
    return { ticket, path };
  }

  it.each([false, true])('leaves no copy of the text in any table (note: %s)', async (internal) => {
    const { ticket, path } = await written(internal ? liam : emma, internal);
    expect(await holders(CANARY, EARLIER)).toEqual([
      'public.comments',
      'public.idempotent_answers',
      'public.text_versions',
      'public.ticket_search',
      'public.ticket_words',
    ]);
    const { status, body } = await admin.api.post<Comment>(`${path}/redaction`);
    expect([status, body.body, body.mentions]).toEqual([200, '', []]);
    expect(body.redactedAt).not.toBeNull();
    expect(await holders(CANARY, EARLIER)).toEqual([]);
    const mentions: object[] = await app.dataSource.query('SELECT FROM comment_mentions');
    expect(mentions).toEqual([]);

    const listed = await liam.api.get<PageOf<Comment>>(`/tickets/${ticket.id}/comments`);
    expect(listed.body.items).toEqual([expect.objectContaining({ id: body.id, body: '', internal })]);
    const trail = await liam.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    const entries = trail.body.items.filter(({ kind }) => kind.startsWith('comment.'));
    expect(entries.map(({ kind }) => kind)).toEqual(['comment.added', 'comment.edited', 'comment.redacted']);
    expect(entries.at(-1)).toMatchObject({ payload: { commentId: body.id, internal }, public: !internal });
    expect(trail.text).not.toMatch(/canary/);
    const seen = await emma.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    expect(seen.body.items.some(({ kind }) => kind === 'comment.redacted')).toBe(!internal);
  });

  it('moves when the ticket was updated, and not its version', async () => {
    const { ticket, path } = await written(emma, false);
    app.clock.advance(60_000);
    const { body } = await admin.api.post<Comment>(`${path}/redaction`);
    const { body: now } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect([now.updatedAt, now.version]).toEqual([body.redactedAt, ticket.version]);
  });

  it('is for admins, at any time and in every status, and done once', async () => {
    const { ticket, path } = await written(emma, false);
    await moved(emma, ticket, { status: 'cancelled' });
    app.clock.advance(30 * 24 * 3_600_000);
    const fresh = await aUser(app, 'admin');
    for (const person of [await aUser(app), await aUser(app, 'agent')]) {
      expect((await person.api.post(`${path}/redaction`)).status).toBe(403);
    }
    expect((await fresh.api.post(`${path}/redaction`)).status).toBe(200);
    const again = await fresh.api.post<Problem>(`${path}/redaction`);
    expect([again.status, again.body.detail]).toEqual([409, 'Its text is erased already.']);
  });

  it('is the end of editing, and waits for a ticket in the bin to be restored', async () => {
    const [ada, mine] = [await aUser(app, 'admin'), await aUser(app)];
    const ticket = await aTicket(mine);
    const { body } = await mine.api.post<Comment>(`/tickets/${ticket.id}/comments`, { body: CANARY });
    const path = `/tickets/${ticket.id}/comments/${body.id}`;
    expect((await ada.api.delete(`/tickets/${ticket.id}`, ifMatch(ticket))).status).toBe(204);
    expect((await ada.api.post(`${path}/redaction`)).status).toBe(409);
    expect((await ada.api.post(`/tickets/${ticket.id}/restore`)).status).toBe(200);
    expect((await ada.api.post(`${path}/redaction`)).status).toBe(200);
    expect((await mine.api.patch(path, { body: 'Again.' })).status).toBe(409);
    expect((await ada.api.patch(path, { body: 'Again.' })).status).toBe(409);
  });
});
