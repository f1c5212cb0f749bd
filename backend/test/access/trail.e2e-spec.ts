import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Setup } from '../../src/auth/accounts/setup.service.js';
import { startApp, type TestApp } from '../app/app.js';
import { Browser } from '../app/browser.js';
import {
  aBrowser,
  aTicket,
  aUser,
  ifMatch,
  PASSWORD,
  type Problem,
  signedIn,
  type Somebody,
  type Ticket,
} from '../app/builders.js';
import { goodCall, missingRows } from '../app/calls.js';
import type { Scene } from '../app/scene.js';
import { OPERATIONS } from '../app/operations.js';

/** The entries that one good call of each mutating route writes, in their order. */
const ENTRIES: Record<string, readonly string[]> = {
  'POST /setup': ['person.registered', 'installation.set_up', 'session.started'],
  'POST /auth/register': ['person.registered', 'session.started'],
  'POST /auth/login': ['session.started'],
  'POST /auth/token': ['session.started'],
  'POST /auth/refresh': [],
  'POST /auth/logout': ['session.ended'],
  'DELETE /auth/sessions': ['session.ended'],
  'DELETE /auth/sessions/{id}': ['session.ended'],
  'POST /auth/change-password': ['person.password_changed', 'session.ended'],
  'POST /auth/reset-password': ['person.password_changed'],
  'POST /auth/accept-invitation': ['person.invitation_accepted', 'session.started'],
  'POST /auth/verify-email': ['person.address_confirmed'],
  'POST /auth/verify-email/request': ['person.confirmation_requested'],
  'POST /auth/forgot-password': ['person.reset_requested'],
  'POST /auth/change-address': ['person.address_change_requested'],
  'DELETE /auth/change-address': ['person.address_change_withdrawn'],
  'PATCH /auth/me': ['person.profile_changed'],
  'PATCH /auth/me/preferences': [],
  'PUT /auth/me/mail': [],
  'POST /mail/unsubscribe': [],
  'DELETE /mail/unsubscribe': [],
  'POST /users/invitations': ['person.invited'],
  'PATCH /users/{id}': ['person.role_changed'],
  'POST /users/{id}/reset-link': ['person.reset_link_made'],
  'POST /users/{id}/erasure': ['person.erased'],
  'PATCH /settings': ['settings.changed'],
  'PUT /settings/logo': ['settings.changed'],
  'DELETE /settings/logo': ['settings.changed'],
  'POST /attachments': [],
  'POST /views': ['view.created'],
  'PATCH /views/{id}': ['view.changed'],
  'DELETE /views/{id}': ['view.deleted'],
  'POST /snippets': ['snippet.created'],
  'PATCH /snippets/{id}': ['snippet.changed'],
  'DELETE /snippets/{id}': ['snippet.deleted'],
  'POST /categories': ['category.created'],
  'PATCH /categories/{id}': ['category.changed'],
  'PATCH /statuses': ['status.relabelled'],
  'POST /tickets': ['ticket.created'],
  'POST /imports': ['ticket.imported', 'tickets.imported'],
  'PATCH /tickets/{id}': ['ticket.edited'],
  'DELETE /tickets/{id}': ['ticket.deleted'],
  'POST /tickets/{id}/restore': ['ticket.restored'],
  'POST /tickets/{id}/undo': ['ticket.change_undone'],
  'POST /tickets/bulk': ['ticket.priority_changed'],
  'POST /tickets/bulk/{bulkId}/undo': ['ticket.change_undone'],
  'POST /tickets/{id}/status': ['ticket.status_changed'],
  'POST /tickets/{id}/assignee': ['ticket.assigned', 'ticket.status_changed'],
  'POST /tickets/{id}/watchers': ['watcher.added'],
  'DELETE /tickets/{id}/watchers': ['watcher.removed'],
  'PUT /tickets/{id}/presence': [],
  'PUT /tickets/{id}/read': [],
  'DELETE /tickets/{id}/read': [],
  'DELETE /unread': [],
  'POST /tickets/{id}/comments': ['comment.added', 'ticket.status_changed'],
  'PATCH /tickets/{id}/comments/{commentId}': ['comment.edited'],
  'POST /tickets/{id}/comments/{commentId}/redaction': ['comment.redacted'],
  'POST /mail/{id}/retry': ['mail.retried'],
};

/** The first admin is made once, so this needs an installation of its own; it gives the kinds of its entries. */
async function setUpOnce(): Promise<string[]> {
  const SETUP_TOKEN = 'Zr7-unattended-installs-know-it-k3q9XvB2';
  const fresh = await startApp({ SETUP_TOKEN });
  await fresh.nest.get(Setup).issueLink();
  const admin = { name: 'Ada', email: 'ada@example.org', password: PASSWORD, token: SETUP_TOKEN };
  const answer = await new Browser(fresh.url).post('/setup', admin, { origin: fresh.url });
  expect(answer.status).toBe(201);
  const entries: { kind: string }[] = await fresh.dataSource.query('SELECT kind FROM activity ORDER BY position');
  await fresh.close();
  return entries.map(({ kind }) => kind);
}

interface Entry {
  readonly kind: string;
  readonly actor_id: string | null;
  readonly request_id: string;
}

describe('R12 the trail', () => {
  let app: TestApp;
  let scene: Scene;
  let kindsOfSetup: string[];
  const WRITES = OPERATIONS.filter(({ isUnsafe }) => isUnsafe);

  beforeAll(async () => {
    kindsOfSetup = await setUpOnce();
    app = await startApp();
    const requester = await aUser(app);
    const [agent, admin] = [await aUser(app, 'agent'), await aUser(app, 'admin')];
    scene = { app, requester, agent, admin, caller: admin };
  });
  afterAll(() => app.close());

  async function entriesAfter(position: string): Promise<Entry[]> {
    const columns = 'kind, actor_id, request_id';
    return app.dataSource.query(`SELECT ${columns} FROM activity WHERE position > $1 ORDER BY position`, [position]);
  }

  async function lastPosition(): Promise<string> {
    const rows: { last: string }[] = await app.dataSource.query(
      'SELECT coalesce(max(position), 0) AS last FROM activity',
    );
    return rows[0]!.last;
  }

  it.each(['UPDATE activity SET public = true', 'DELETE FROM activity', 'TRUNCATE activity'])(
    'R12 %s raises, also for the owner of the table, and whether or not there are rows',
    async (statement) => {
      const before = await entriesAfter('0');
      expect(before.length).toBeGreaterThan(0);
      await expect(app.dataSource.query(statement)).rejects.toThrow('append-only');
      if (!statement.startsWith('TRUNCATE')) {
        await expect(app.dataSource.query(`${statement} WHERE false`)).rejects.toThrow('append-only');
      }
      await expect(app.dataSource.query('TRUNCATE installation, activity CASCADE')).rejects.toThrow('append-only');
      expect(await entriesAfter('0')).toEqual(before);
    },
  );

  it('R12 has a row for every mutating route, and no other', () => {
    expect(missingRows(ENTRIES, WRITES)).toEqual([]);
  });

  it.each(
    WRITES.filter(({ name }) => !['POST /setup', 'POST /auth/refresh'].includes(name)).map(
      ({ name, method }) => [name, method] as const,
    ),
  )(
    'R12 %s writes the entries of its row, in the name of the caller and under the id of the request',
    async (name, method) => {
      const caller = await aUser(app, 'admin');
      await signedIn(app, caller);
      const call = await goodCall(name, { ...scene, caller });
      const before = await lastPosition();
      const requestId = `trail-${name.replaceAll(/\W/g, '.')}`;
      const headers = { ...call.headers, 'X-Request-Id': requestId };
      const { status } = await caller.api.call(method, call.path, { ...call, headers });
      expect(status).toBeLessThan(300);
      const entries = await entriesAfter(before);
      expect(entries.map(({ kind }) => kind)).toEqual(ENTRIES[name]);
      expect(entries.filter((entry) => entry.request_id !== requestId)).toEqual([]);
      const actors = new Set(entries.map(({ actor_id }) => actor_id));
      if (!/register|forgot-password|reset-password|accept-invitation|verify-email$/.test(name))
        expect([...actors]).toEqual(entries.length > 0 ? [caller.id] : []);
    },
  );

  it('R12 POST /auth/refresh writes no entry', async () => {
    const browser = await aBrowser(app, scene.requester);
    const before = await lastPosition();
    expect((await browser.post('/auth/refresh')).status).toBe(200);
    expect(await entriesAfter(before)).toEqual([]);
  });

  it('R12 POST /setup writes the entries of its row', () => {
    expect(kindsOfSetup).toEqual(ENTRIES['POST /setup']);
  });

  it('R12 what changes nothing writes nothing', async () => {
    const { admin, agent, requester } = scene;
    const ticket = await aTicket(requester);
    const path = `/tickets/${ticket.id}`;
    const taken = await agent.api.post<Ticket>(`${path}/assignee`, { assigneeId: agent.id }, ifMatch(ticket));
    const comment = await requester.api.post<{ id: string }>(`${path}/comments`, { body: 'Once.' });
    const categories = await admin.api.get<{ items: { id: string; name: string; position: number }[] }>('/categories');
    const { id, name, position } = categories.body.items[2]!;
    await admin.api.delete('/settings/logo');
    await admin.api.patch('/settings', { supportHours: null });
    const before = await lastPosition();
    const calls: readonly (readonly [Somebody, string, string, object, number])[] = [
      [agent, 'POST', `${path}/assignee`, { assigneeId: agent.id }, 200],
      [admin, 'PATCH', `/users/${agent.id}`, { role: 'agent', disabled: false }, 200],
      [admin, 'PATCH', `/users/${agent.id}`, {}, 200],
      [admin, 'PATCH', '/settings', { registration: 'open', registrationDomains: [], supportHours: null }, 200],
      [admin, 'DELETE', '/settings/logo', {}, 204],
      [admin, 'PATCH', '/statuses', { items: [{ code: 'closed', label: null }] }, 200],
      [admin, 'PATCH', `/categories/${id}`, { name, position }, 200],
      [requester, 'PATCH', '/auth/me', { name: requester.name }, 200],
      [requester, 'POST', `${path}/comments`, { body: '' }, 422],
      [requester, 'PATCH', `${path}/comments/${comment.body.id}`, { body: ' Once. ' }, 200],
      [requester, 'POST', `${path}/status`, { status: 'resolved' }, 403],
      [agent, 'POST', `${path}/status`, { status: 'submitted' }, 409],
    ];
    for (const [person, method, address, body, expected] of calls) {
      const { status } = await person.api.call<Problem>(method, address, { body, headers: ifMatch(taken.body) });
      expect([address, status]).toEqual([address, expected]);
    }
    expect(await entriesAfter(before)).toEqual([]);
  });
});
