import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  aBrowser,
  aTicket,
  aUser,
  ifMatch,
  PASSWORD,
  type Problem,
  type Somebody,
  type Ticket,
} from '../app/builders.js';
import { Listener } from '../live/listener.js';

const NAME = 'Zebulon Quagmire';

describe('erasing a person', () => {
  let app: TestApp;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    ada = await aUser(app, 'admin');
  });
  afterAll(() => app.close());

  const erase = (id: string, by = ada): ReturnType<Api['post']> => by.api.post(`/users/${id}/erasure`);

  /** The tables in which one of these texts stands, in whatever column. */
  async function tablesWith(...texts: string[]): Promise<string[]> {
    const tables: { name: string }[] = await app.dataSource.query(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows: unknown[] = await app.dataSource.query(
        `SELECT FROM ${name} t WHERE EXISTS (SELECT FROM unnest($1::text[]) AS w WHERE position(w IN lower(t::text)) > 0) LIMIT 1`,
        [texts.map((text) => text.toLowerCase())],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  /** Somebody who left his name and address wherever the app keeps them. */
  async function somebodyWithTraces(): Promise<Somebody & { next: string; ticket: Ticket }> {
    const zeb = await aUser(app, 'agent', NAME);
    const [emma, next] = [await aUser(app), `${newId()}@elsewhere.example`];
    await zeb.api.patch('/auth/me', { phone: '+49 30 99887766', place: 'Room Nowhere' });
    const key = { 'Idempotency-Key': newId() };
    const draft = { subject: 'Printer jams', description: 'Again.' };
    await zeb.api.post('/tickets', draft, key);
    await ada.api.post('/tickets', { ...draft, requesterId: zeb.id }, { 'Idempotency-Key': newId() });
    const ticket = await aTicket(emma);
    const work = await zeb.api.post<Ticket>(`/tickets/${ticket.id}/assignee`, { assigneeId: zeb.id }, ifMatch(ticket));
    await zeb.api.post(`/tickets/${ticket.id}/comments`, { body: 'On my way.' }, { 'Idempotency-Key': newId() });
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email: next });
    const other = await aTicket(await aUser(app));
    await ada.api.post(`/tickets/${other.id}/watchers`, { email: zeb.email });
    await zeb.api.post('/views', { name: 'Views of Zebulon Quagmire', filters: {} });
    await zeb.api.post('/snippets', { name: 'Greeting', body: 'Zebulon Quagmire, IT' });
    await zeb.api.post('/auth/change-address', { email: next, currentPassword: PASSWORD });
    await new Api(app.url).post('/auth/forgot-password', { email: zeb.email });
    await new Api(app.url).post('/auth/token', { email: zeb.email, password: 'a wrong guess' });
    const { body } = await ada.api.get<{ items: { id: string }[] }>('/categories');
    await ada.api.patch(`/categories/${body.items[0]!.id}`, { notifyEmail: zeb.email });
    await aBrowser(app, zeb);
    // As if it had been sent to somebody else already.
    const [, sent]: [unknown[], number] = await app.dataSource.query(
      `UPDATE mails SET subject = $1, text = $1, html = $1, state = 'sent' WHERE ticket_id = $2 AND recipient_id <> $3`,
      [`${NAME} replied`, ticket.id, zeb.id],
    );
    expect(sent).toBe(1);
    return { ...zeb, next, ticket: work.body };
  }

  it('takes name and address out of every table, ends what he could do, and leaves what he did', async () => {
    const zeb = await somebodyWithTraces();
    const traces = [NAME, zeb.email, zeb.next, '+49 30 99887766', 'Room Nowhere'];
    expect(await tablesWith(...traces)).toEqual(
      expect.arrayContaining([
        'categories',
        'idempotent_answers',
        'mails',
        'one_time_tokens',
        'ticket_watchers',
        'users',
      ]),
    );
    const stream = await Listener.open(zeb.api);
    expect((await erase(zeb.id)).status).toBe(204);
    expect(await tablesWith(...traces)).toEqual([]);
    await stream.ended;
    expect((await zeb.api.get('/auth/me')).status).toBe(401);
    for (const email of [zeb.email, `erased-${zeb.id}@erased.invalid`]) {
      expect((await new Api(app.url).post('/auth/token', { email, password: PASSWORD })).status).toBe(401);
    }
    const left: { of: string; count: number }[] = await app.dataSource.query(
      `SELECT 'sessions' AS of, count(*)::int FROM sessions WHERE user_id = $1
       UNION ALL SELECT 'devices', count(*)::int FROM known_devices WHERE user_id = $1
       UNION ALL SELECT 'tokens', count(*)::int FROM one_time_tokens WHERE user_id = $1
       UNION ALL SELECT 'mails', count(*)::int FROM mails WHERE recipient_id = $1 AND state IN ('queued', 'sending')`,
      [zeb.id],
    );
    expect(left.filter(({ count }) => count > 0)).toEqual([]);
    const { body } = await ada.api.get<Ticket>(`/tickets/${zeb.ticket.id}`);
    expect(body).toMatchObject({ assignee: null, subject: zeb.ticket.subject });
    const comments = await ada.api.get<{ items: { body: string; author: { name: string } }[] }>(
      `/tickets/${zeb.ticket.id}/comments`,
    );
    expect(comments.body.items[0]).toMatchObject({ body: 'On my way.', author: { name: 'Erased person' } });
    const trail: { kind: string; actor_id: string }[] = await app.dataSource.query(
      'SELECT kind, actor_id FROM activity WHERE subject_id = $1 ORDER BY position',
      [zeb.id],
    );
    expect(trail).toContainEqual({ kind: 'person.erased', actor_id: ada.id });
    expect(trail.length).toBeGreaterThan(3);
  });

  it('gives open tickets to whom the admin names, and refuses whoever cannot have them', async () => {
    const [leaving, staying] = [await aUser(app, 'agent'), await aUser(app, 'agent')];
    const emma = await aUser(app);
    const ticket = await aTicket(emma);
    await ada.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId: leaving.id }, ifMatch(ticket));
    for (const handOverTo of [leaving.id, emma.id, newId()]) {
      const { status, body } = await ada.api.post<Problem>(`/users/${leaving.id}/erasure`, { handOverTo });
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/handOverTo']);
    }
    expect((await ada.api.post(`/users/${leaving.id}/erasure`, { handOverTo: staying.id })).status).toBe(204);
    const { body } = await ada.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect(body).toMatchObject({ assignee: { id: staying.id } });
  });

  it('is for good: he is left out of the list, and cannot come back; the address is free again', async () => {
    const otto = await aUser(app, 'employee', 'Otto Once');
    await erase(otto.id);
    const before: unknown[] = await app.dataSource.query('SELECT FROM activity');
    expect((await erase(otto.id)).status).toBe(204);
    expect(await app.dataSource.query('SELECT FROM activity')).toHaveLength(before.length);
    const list = async (query: string): Promise<string[]> =>
      (await ada.api.get<{ items: { id: string }[] }>(`/users?limit=100${query}`)).body.items.map(({ id }) => id);
    expect([(await list('')).includes(otto.id), (await list('&erased=true')).includes(otto.id)]).toEqual([false, true]);
    expect(await list('&invited=true')).not.toContain(otto.id);
    const { body } = await ada.api.get(`/users/${otto.id}`);
    expect(body).toMatchObject({ name: 'Erased person', erased: true, disabled: true, invited: false, phone: null });
    expect((await ada.api.patch(`/users/${otto.id}`, { disabled: false })).status).toBe(409);
    expect((await ada.api.post(`/users/${otto.id}/reset-link`)).status).toBe(409);
    const again = { name: 'Otto Anew', email: otto.email, password: PASSWORD };
    expect((await new Api(app.url).post('/auth/register', again)).status).toBe(201);
  });

  it('is refused for the last active admin, who may go once there is another, and for whoever is not there', async () => {
    const lonely = await startApp();
    const last = await aUser(lonely, 'admin');
    const attempt = async (id: string): Promise<unknown> => {
      const { status, body } = await last.api.post<Problem | undefined>(`/users/${id}/erasure`);
      return body?.code ?? status;
    };
    expect([await attempt(last.id), await attempt(newId()), await attempt('nobody')]).toEqual([
      ...['last_admin', 'not_found', 'not_found'],
    ]);
    await aUser(lonely, 'admin');
    expect([await attempt(last.id), (await last.api.get('/auth/me')).status]).toEqual([204, 401]);
    await lonely.close();
  });
});
