import { newId } from '../../src/platform/ids.js';
import { aPerson, aTicket, PASSWORD, signedIn, unconfirm } from './builders.js';
import { aFailedMail } from '../mail/mails.js';
import { OPERATIONS } from './operations.js';
import {
  aCommentFor,
  aTicketOf,
  aSnippetFor,
  aViewFor,
  type Call,
  confirmationToken,
  invitationToken,
  resetToken,
  type Scene,
  someCategory,
  someSessionOf,
  under,
  unsubscribing,
} from './scene.js';

const SECRET = 'pX3bq0V0c5mJr1m2dZl8qj4Wg6Kk7n9sT1u2v3w4x5Y';
const NEW_PASSWORD = 'nine green bottles on a wall';

const account = (): Record<string, unknown> => ({
  name: 'Nora New',
  email: `new-${newId()}@example.org`,
  password: NEW_PASSWORD,
});

const aNewAddress = (): Call => ({
  path: '/auth/change-address',
  body: { email: `${newId()}@example.org`, currentPassword: PASSWORD },
});

/** The beginning of a WebP picture, which is all that is looked at, and no two alike. */
function aPicture(): { readonly raw: string; readonly headers: Record<string, string> } {
  return { raw: `RIFF0000WEBP${newId()}`, headers: { 'content-type': 'image/webp' } };
}

function aForm(): FormData {
  const form = new FormData();
  form.set('file', new Blob(['a log, and more of it']), 'log.txt');
  return form;
}

/** For each operation a request that succeeds for whoever is allowed to make it. */
const CALLS: Record<string, (scene: Scene) => Call | Promise<Call>> = {
  'GET /health/live': () => ({ path: '/api/health/live' }),
  'GET /health/ready': () => ({ path: '/api/health/ready' }),
  'GET /setup': () => ({ path: '/setup' }),
  'POST /setup': () => ({ path: '/setup', body: { ...account(), token: SECRET } }),
  'POST /auth/register': () => ({ path: '/auth/register', body: account() }),
  'POST /auth/login': ({ caller }) => ({
    path: '/auth/login',
    body: { email: caller.email, password: PASSWORD },
  }),
  'POST /auth/token': ({ caller }) => ({ path: '/auth/token', body: { email: caller.email, password: PASSWORD } }),
  'POST /auth/refresh': () => ({ path: '/auth/refresh' }),
  'POST /auth/logout': () => ({ path: '/auth/logout' }),
  'GET /auth/sessions': () => ({ path: '/auth/sessions' }),
  'DELETE /auth/sessions': () => ({ path: '/auth/sessions' }),
  'DELETE /auth/sessions/{id}': async (scene) => ({ path: `/auth/sessions/${await someSessionOf(scene)}` }),
  'POST /auth/change-password': () => ({
    path: '/auth/change-password',
    body: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD },
  }),
  'POST /auth/reset-password': async (scene) => ({
    path: '/auth/reset-password',
    body: { token: await resetToken(scene), password: NEW_PASSWORD },
  }),
  'POST /auth/accept-invitation': async (scene) => ({
    path: '/auth/accept-invitation',
    body: { token: await invitationToken(scene), password: NEW_PASSWORD },
  }),
  'POST /auth/verify-email': async (scene) => ({
    path: '/auth/verify-email',
    body: { token: await confirmationToken(scene) },
  }),
  'POST /auth/verify-email/request': async ({ app, caller }) => {
    await unconfirm(app, caller);
    return { path: '/auth/verify-email/request' };
  },
  'POST /auth/forgot-password': ({ caller }) => ({ path: '/auth/forgot-password', body: { email: caller.email } }),
  'POST /auth/change-address': () => aNewAddress(),
  'DELETE /auth/change-address': async ({ app, caller }) => {
    const { path, body } = aNewAddress();
    await (await signedIn(app, caller)).post(path, body);
    return { path };
  },
  'GET /auth/me': () => ({ path: '/auth/me' }),
  'PATCH /auth/me': () => ({ path: '/auth/me', body: { phone: '+49 30 1234' } }),
  'PATCH /auth/me/preferences': () => ({ path: '/auth/me/preferences', body: { density: 'comfortable' } }),
  'GET /auth/me/mail': () => ({ path: '/auth/me/mail' }),
  'PUT /auth/me/mail': () => ({ path: '/auth/me/mail', body: { choices: { ticket_status: false } } }),
  'GET /mail/unsubscribe': unsubscribing,
  'POST /mail/unsubscribe': async (scene) => ({
    ...(await unsubscribing(scene)),
    raw: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  'DELETE /mail/unsubscribe': unsubscribing,
  'GET /users': () => ({ path: '/users?limit=100' }),
  'GET /users/{id}': ({ agent }) => ({ path: `/users/${agent.id}` }),
  'POST /users/invitations': () => ({ path: '/users/invitations', body: { email: `${newId()}@example.org` } }),
  'PATCH /users/{id}': async ({ app }) => ({ path: `/users/${(await aPerson(app)).id}`, body: { role: 'agent' } }),
  'POST /users/{id}/reset-link': async ({ app }) => ({ path: `/users/${(await aPerson(app)).id}/reset-link` }),
  'POST /users/{id}/erasure': async ({ app, agent }) => ({
    path: `/users/${(await aPerson(app)).id}/erasure`,
    body: { handOverTo: agent.id },
  }),
  'GET /tickets': () => ({ path: '/tickets?limit=100&total=true' }),
  'POST /tickets': () => ({ path: '/tickets', body: { subject: 'No sound', description: 'Since today.' } }),
  'GET /tickets/{id}': async (scene) => ({ path: (await aTicketOf(scene)).path }),
  'PATCH /tickets/{id}': async (scene) => ({
    ...(await aTicketOf(scene)),
    body: { subject: 'Printer on floor 4 jams' },
  }),
  'DELETE /tickets/{id}': aTicketOf,
  'POST /tickets/{id}/restore': async (scene) => {
    const { path, headers } = await aTicketOf(scene);
    await scene.admin.api.delete(path, headers);
    return { path: `${path}/restore` };
  },
  'POST /tickets/{id}/undo': async (scene) => {
    const { path, headers } = await aTicketOf(scene);
    const by = await signedIn(scene.app, scene.caller);
    await by.post(`${path}/status`, { status: 'cancelled' }, headers);
    return { path: `${path}/undo` };
  },
  'POST /tickets/bulk': async (scene) => {
    const ticket = await aTicket(scene.requester);
    return { path: '/tickets/bulk', body: { ids: [ticket.id], change: { priority: 'high' } } };
  },
  'POST /tickets/bulk/{bulkId}/undo': async (scene) => {
    const ticket = await aTicket(scene.requester);
    const by = await signedIn(scene.app, scene.caller);
    const change = { ids: [ticket.id], change: { priority: 'high' } };
    const { body } = await by.post<{ bulkId?: string }>('/tickets/bulk', change);
    return { path: `/tickets/bulk/${body.bulkId ?? newId()}/undo` };
  },
  'POST /tickets/{id}/status': async (scene) => {
    const { path, headers } = await aTicketOf(scene);
    return { path: `${path}/status`, headers, body: { status: 'cancelled' } };
  },
  'POST /tickets/{id}/assignee': async (scene) => {
    const { path, headers } = await aTicketOf(scene);
    return { path: `${path}/assignee`, headers, body: { assigneeId: scene.agent.id } };
  },
  'GET /tickets/{id}/comments': under('comments'),
  'POST /tickets/{id}/comments': async (scene) => ({
    path: `${(await aTicketOf(scene)).path}/comments`,
    body: { body: 'It works again.' },
  }),
  'PATCH /tickets/{id}/comments/{commentId}': async (scene) => ({
    path: await aCommentFor(scene),
    body: { body: 'It works again, thank you.' },
  }),
  'POST /tickets/{id}/comments/{commentId}/redaction': async (scene) => ({
    path: `${await aCommentFor(scene)}/redaction`,
  }),
  'GET /tickets/{id}/activity': under('activity'),
  'GET /activity': () => ({ path: '/activity?total=true' }),
  'GET /activity/state': () => ({ path: '/activity/state' }),
  'GET /activity/export': () => ({ path: '/activity/export?kind=session.started' }),
  'PUT /tickets/{id}/read': under('read'),
  'DELETE /tickets/{id}/read': under('read'),
  'GET /unread': () => ({ path: '/unread' }),
  'DELETE /unread': () => ({ path: '/unread' }),
  'PUT /tickets/{id}/presence': async (scene) => ({
    path: `${(await aTicketOf(scene)).path}/presence`,
    body: { state: 'looking' },
  }),
  'GET /tickets/{id}/watchers': under('watchers'),
  'POST /tickets/{id}/watchers': async (scene) => ({
    path: `${(await aTicketOf(scene)).path}/watchers`,
    body: { email: `watcher-${newId()}@example.org` },
  }),
  'DELETE /tickets/{id}/watchers': async ({ watcher = { email: `watcher-${newId()}@example.org` }, ...scene }) => ({
    path: `${(await aTicketOf({ ...scene, watcher })).path}/watchers`,
    body: { email: watcher.email },
  }),
  'POST /attachments': () => ({ path: '/attachments', raw: aForm() }),
  'GET /attachments/{id}': async (scene) => {
    const { api } = scene.requester;
    const { path } = await aTicketOf(scene);
    const { body } = await api.call<{ id: string }>('POST', '/attachments', { raw: aForm() });
    await api.post(`${path}/comments`, { body: 'See there.', attachmentIds: [body.id] });
    return { path: `/attachments/${body.id}` };
  },
  'GET /tickets/export': () => ({ path: '/tickets/export?sort=number' }),
  'POST /imports': () => ({
    path: '/imports?map=description=Text',
    raw: `Text\nNo sound since today ${newId()}\n`,
    headers: { 'content-type': 'text/csv' },
  }),
  'GET /events': () => ({ path: '/events' }),
  'GET /views': () => ({ path: '/views' }),
  'GET /views/counts': () => ({ path: '/views/counts' }),
  'POST /views': () => ({ path: '/views', body: { name: newId(), filters: { assignee: 'none', phase: ['new'] } } }),
  'PATCH /views/{id}': async (scene) => ({ ...(await aViewFor(scene)), body: { name: newId() } }),
  'DELETE /views/{id}': aViewFor,
  'GET /snippets': () => ({ path: '/snippets' }),
  'POST /snippets': () => ({ path: '/snippets', body: { name: newId(), body: 'Hello {{requester.name}},' } }),
  'PATCH /snippets/{id}': async (scene) => ({ ...(await aSnippetFor(scene)), body: { name: newId() } }),
  'DELETE /snippets/{id}': aSnippetFor,
  'GET /reports/overview': () => ({ path: '/reports/overview' }),
  'GET /reports/volume': () => ({ path: '/reports/volume?interval=day' }),
  'GET /reports/first-replies': () => ({ path: '/reports/first-replies?format=csv' }),
  'GET /reports/resolutions': () => ({ path: '/reports/resolutions?timeZone=Asia/Kathmandu' }),
  'GET /reports/open': () => ({ path: '/reports/open' }),
  'GET /categories': () => ({ path: '/categories' }),
  'POST /categories': () => ({ path: '/categories', body: { name: newId() } }),
  'PATCH /categories/{id}': async ({ admin }) => ({
    path: `/categories/${await someCategory(admin)}`,
    body: { description: newId() },
  }),
  'GET /statuses': () => ({ path: '/statuses' }),
  'PATCH /statuses': () => ({ path: '/statuses', body: { items: [{ code: 'on_hold', label: newId() }] } }),
  'GET /settings': () => ({ path: '/settings' }),
  'PATCH /settings': () => ({ path: '/settings', body: { supportHours: newId() } }),
  'PUT /settings/logo': () => ({ path: '/settings/logo', ...aPicture() }),
  'DELETE /settings/logo': async ({ admin }) => {
    await admin.api.call('PUT', '/settings/logo', aPicture());
    return { path: '/settings/logo' };
  },
  'GET /mail': () => ({ path: '/mail?state=failed&total=true' }),
  'GET /mail/state': () => ({ path: '/mail/state' }),
  'GET /mail/{id}': async ({ app }) => ({ path: `/mail/${await aFailedMail(app)}` }),
  'POST /mail/{id}/retry': async ({ app }) => ({ path: `/mail/${await aFailedMail(app)}/retry` }),
  'GET /organisation': () => ({ path: '/organisation' }),
  'GET /organisation/logo': async ({ admin }) => {
    await admin.api.call('PUT', '/settings/logo', aPicture());
    return { path: '/organisation/logo' };
  },
};

/** A good request of that operation, on things made for it. Every operation has one. */
export async function goodCall(operation: string, scene: Scene): Promise<Call> {
  const make = CALLS[operation];
  if (!make) throw new Error(`${operation} has no good call in test/app/calls.ts`);
  return make(scene);
}

/** Names that stand in one list only: operations without a row, and rows without an operation. */
export function missingRows(rows: Readonly<Record<string, unknown>>, of = OPERATIONS): string[] {
  const names = of.map(({ name }) => name);
  const missing = names.filter((name) => !(name in rows)).map((name) => `no row: ${name}`);
  return [...missing, ...Object.keys(rows).flatMap((name) => (names.includes(name) ? [] : [`no route: ${name}`]))];
}
