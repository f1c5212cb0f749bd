import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIVITY_KINDS, type ActivityKind } from '@deskhand/shared';
import { OneTimeTokens } from '../../src/auth/accounts/one-time-tokens.service.js';
import { SignInBudgets } from '../../src/auth/sign-in/sign-in-budgets.service.js';
import { newId } from '../../src/platform/ids.js';
import { Bin } from '../../src/tickets/bin/bin.service.js';
import { Closing } from '../../src/tickets/work/closing.service.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import {
  aBrowser,
  aPerson,
  aTicket,
  aUser,
  ifMatch,
  moved,
  PASSWORD,
  signedIn,
  type Somebody,
} from '../app/builders.js';
import { goodCall } from '../app/calls.js';
import { OPERATIONS } from '../app/operations.js';
import type { Scene } from '../app/scene.js';
import { imported } from '../imports/imported.js';
import { faultsOf } from './payload-table.js';

/** Made where a fresh installation, or files beside the database, are needed; their specs are elsewhere. */
const ELSEWHERE: readonly ActivityKind[] = ['installation.set_up', 'trail.retired', 'session.token_reused'];
const CANARY = 'zanzibar';
const DAY = 86_400_000;

interface Row {
  readonly kind: ActivityKind;
  readonly payload: Record<string, unknown>;
  readonly actor_id: string | null;
}

describe('R12 the trail of other ways', () => {
  let app: TestApp;
  let scene: Scene;
  let requester: Somebody;
  let agent: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    await meet();
  });
  afterAll(() => app.close());

  async function meet(): Promise<void> {
    [requester, agent, admin] = [await aUser(app), await aUser(app, 'agent'), await aUser(app, 'admin')];
    scene = { app, requester, agent, admin, caller: admin };
  }

  async function entriesOf(work: () => Promise<unknown>): Promise<Row[]> {
    const last = 'SELECT coalesce(max(position), 0) AS position FROM activity';
    const [before]: { position: string }[] = await app.dataSource.query(last);
    await work();
    return app.dataSource.query('SELECT kind, payload, actor_id FROM activity WHERE position > $1 ORDER BY position', [
      before?.position,
    ]);
  }

  async function upload(): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([CANARY]), `${CANARY}.txt`);
    const { body } = await requester.api.call<{ id: string }>('POST', '/attachments', { raw: form });
    return body.id;
  }

  async function aTokenOfNewAddress(userId: string): Promise<string> {
    const address = `${newId()}@example.org`;
    await app.dataSource.query('UPDATE users SET new_email = $2 WHERE id = $1', [userId, address]);
    const transaction = { manager: app.dataSource.manager, now: app.clock.now() };
    const token = { purpose: 'address', userId, address } as const;
    return (await app.nest.get(OneTimeTokens).issue(transaction, token)).secret;
  }

  it('R12 tells what else a route can do', async () => {
    const ticket = await aTicket(requester, { description: CANARY });
    const path = `/tickets/${ticket.id}`;
    const [worker, heir] = [await aUser(app, 'agent'), await aUser(app, 'agent')];
    const { body: taken } = await worker.api.post<{ version: number }>(
      `${path}/assignee`,
      { assigneeId: worker.id },
      ifMatch(ticket),
    );
    const categories = await admin.api.get<{ items: { id: string }[] }>('/categories');
    const bin = await aTicket(requester);
    await admin.api.delete(`/tickets/${bin.id}`, ifMatch(bin));
    const file = await upload();
    const guest = `${newId()}@example.org`;
    const moving = await aUser(app);
    const secret = await aTokenOfNewAddress(moving.id);
    const again = { name: 'Emma', email: moving.email, password: `${CANARY} over the river` };
    const ways: readonly (readonly [readonly ActivityKind[], () => Promise<{ status: number }>])[] = [
      [['comment.added'], () => agent.api.post(`${path}/comments`, { body: CANARY, internal: true })],
      [
        ['comment.added', 'attachment.added'],
        () => requester.api.post(`${path}/comments`, { body: CANARY, attachmentIds: [file] }),
      ],
      [
        ['ticket.category_changed'],
        () => agent.api.patch(path, { categoryId: categories.body.items[1]?.id }, ifMatch(taken)),
      ],
      [
        ['person.disabled', 'session.ended', 'ticket.assigned'],
        () => admin.api.patch(`/users/${worker.id}`, { disabled: true, handOverTo: heir.id }),
      ],
      [['person.enabled'], () => admin.api.patch(`/users/${worker.id}`, { disabled: false })],
      [['person.invited'], () => admin.api.post('/users/invitations', { email: guest, name: CANARY, role: 'agent' })],
      [
        ['person.profile_changed', 'person.role_changed', 'person.invited'],
        () => admin.api.post('/users/invitations', { email: guest, name: 'Otto', role: 'admin' }),
      ],
      [
        ['ticket.purged'],
        () => admin.api.call('DELETE', `/tickets/${bin.id}?purge=true`, { headers: { 'If-Match': '"2"' } }),
      ],
      [['settings.changed'], () => admin.api.patch('/settings', { closingDays: 9, supportContact: CANARY })],
      [
        ['tickets.exported'],
        () => agent.api.get(`/tickets/export?q=${CANARY}&phase=new,active&createdFrom=2026-01-01`),
      ],
      [['settings.changed'], () => admin.api.patch('/settings', { unconfirmedMay: 'nothing' })],
      [['person.registration_repeated'], () => new Api(app.url).post('/auth/register', again)],
      [['settings.changed'], () => admin.api.patch('/settings', { unconfirmedMay: 'everything' })],
      [['person.address_changed'], () => new Api(app.url).post('/auth/verify-email', { token: secret })],
      [['person.erased', 'ticket.assigned', 'session.ended'], () => admin.api.post(`/users/${heir.id}/erasure`)],
      [['trail.exported'], () => admin.api.get('/activity/export?kind=session.started&from=2026-01-01')],
      [
        [],
        () =>
          admin.api.call('POST', '/imports?map=description=Text&dryRun=true', {
            raw: `Text\n${CANARY}\n`,
            headers: { 'content-type': 'text/csv' },
          }),
      ],
      [[], () => agent.api.get('/reports/open?format=csv')],
      [[], () => agent.api.post(`${path}/comments`, { body: '' }).then(() => ({ status: 200 }))],
    ];
    for (const [kinds, call] of ways) {
      let status = 0;
      const rows = await entriesOf(async () => ({ status } = await call()));
      expect([status < 300, kinds]).toEqual([true, rows.map(({ kind }) => kind)]);
    }
  });

  it('R12 tells what an import makes on its way', async () => {
    const file = `Text,From,About\n${CANARY},${newId()}@example.org,${newId()}\n`;
    const rows = await entriesOf(() =>
      imported(admin, file, { map: 'description=Text,requester=From,category=About' }),
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'person.imported',
      'category.created',
      'ticket.imported',
      'tickets.imported',
    ]);
  });

  it('R12 tells what the clock does, in nobody’s name', async () => {
    const [done, gone] = [await aTicket(requester), await aTicket(requester)];
    await moved(agent, done, { status: 'resolved' });
    await requester.api.delete(`/tickets/${gone.id}`, ifMatch(gone));
    await new Api(app.url).post('/auth/token', { email: requester.email, password: CANARY });
    app.clock.advance(32 * DAY);
    const rows = await entriesOf(async () => {
      await app.nest.get(Closing).closeResolved();
      await app.nest.get(Bin).purgeOld();
      await app.nest.get(SignInBudgets).sweep();
    });
    const told = (kind: ActivityKind): Row[] => rows.filter((row) => row.kind === kind);
    expect(told('ticket.status_changed')).toHaveLength(1);
    expect(told('ticket.purged')).toHaveLength(1);
    expect(told('sign_in.refused').map(({ payload }) => payload.count)).toContain(1);
    expect(rows.filter(({ actor_id }) => actor_id !== null)).toEqual([]);
    await meet();
  });

  it('R12 holds ids and short values only: each kind what its row says, and no word that anybody wrote', async () => {
    for (const { name, method, isUnsafe } of OPERATIONS) {
      if (!isUnsafe || ['POST /setup', 'POST /auth/refresh'].includes(name)) continue;
      const caller = await aPerson(app, 'admin');
      const call = await goodCall(name, { ...scene, caller });
      await (await signedIn(app, caller)).call(method, call.path, { ...call });
    }
    await (
      await aBrowser(app, requester)
    ).post('/auth/change-password', { currentPassword: PASSWORD, newPassword: `${CANARY} over the river` });
    const rows: Row[] = await app.dataSource.query('SELECT kind, payload, actor_id FROM activity');
    expect(rows.flatMap(({ kind, payload }) => faultsOf(kind, payload))).toEqual([]);
    expect(rows.filter(({ payload }) => JSON.stringify(payload).includes(CANARY))).toEqual([]);
    const seen = new Set(rows.map(({ kind }) => kind));
    expect(ACTIVITY_KINDS.filter((kind) => !seen.has(kind) && !ELSEWHERE.includes(kind))).toEqual([]);
  });
});
