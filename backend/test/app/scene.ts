import { OneTimeTokens } from '../../src/auth/accounts/one-time-tokens.service.js';
import { Mail } from '../../src/mail/queue/mail.entity.js';
import { MailSecrets } from '../../src/mail/queue/mail-secrets.js';
import { newId } from '../../src/platform/ids.js';
import type { TestApp } from './app.js';
import { aPerson, aTicket, aUser, ifMatch, signedIn, type Somebody, unconfirm } from './builders.js';

/** What one request needs besides its method. */
export interface Call {
  readonly path: string;
  readonly body?: Record<string, unknown>;
  /** Sent as it is, where the body is no JSON; a text names its content type in the headers. */
  readonly raw?: FormData | string | Uint8Array;
  readonly headers?: Record<string, string>;
}

/** The people around a call. The ticket that it is about belongs to the requester. */
export interface Scene {
  readonly app: TestApp;
  readonly requester: Somebody;
  readonly agent: Somebody;
  readonly admin: Somebody;
  /** Watches the tickets that a call is about, where there is somebody. */
  readonly watcher?: { readonly email: string };
  /** Whoever calls; his password and sessions are used where a call needs some. */
  readonly caller: { readonly id: string; readonly email: string };
}

export async function aTicketOf({
  requester,
  watcher,
}: Scene): Promise<{ path: string; headers: Record<string, string> }> {
  const ticket = await aTicket(requester);
  if (watcher) await requester.api.post(`/tickets/${ticket.id}/watchers`, { email: watcher.email });
  return { path: `/tickets/${ticket.id}`, headers: ifMatch(ticket) };
}

/** What stands below a ticket. */
export const under =
  (part: string) =>
  async (scene: Scene): Promise<Call> => ({ path: `${(await aTicketOf(scene)).path}/${part}` });

/** A comment that the caller has just written, or the agent where the caller may not. */
export async function aCommentFor(scene: Scene): Promise<string> {
  const { path } = await aTicketOf(scene);
  const comment = { body: 'It works again.' };
  const by = await signedIn(scene.app, scene.caller);
  const own = await by.post<{ id: string }>(`${path}/comments`, comment);
  const { body } = own.status === 201 ? own : await scene.agent.api.post<{ id: string }>(`${path}/comments`, comment);
  return `${path}/comments/${body.id}`;
}

/** A view of the caller's own, or one that the agent keeps to himself where the caller may not have any. */
export async function aViewFor({ app, agent, caller }: Scene): Promise<{ path: string }> {
  const view = { name: newId(), filters: { priority: ['high'] } };
  const own = await (await signedIn(app, caller)).post<{ id: string }>('/views', view);
  const { body } = own.status === 201 ? own : await agent.api.post<{ id: string }>('/views', view);
  return { path: `/views/${body.id}` };
}

/** The same of a snippet. */
export async function aSnippetFor({ app, agent, caller }: Scene): Promise<{ path: string }> {
  const snippet = { name: newId(), body: 'Thank you.' };
  const own = await (await signedIn(app, caller)).post<{ id: string }>('/snippets', snippet);
  const { body } = own.status === 201 ? own : await agent.api.post<{ id: string }>('/snippets', snippet);
  return { path: `/snippets/${body.id}` };
}

export async function resetToken({ app, admin }: Scene): Promise<string> {
  const person = await aPerson(app);
  const { body } = await admin.api.post<{ url: string }>(`/users/${person.id}/reset-link`);
  return body.url.split('#token=')[1]!;
}

/** Of somebody who has just registered. */
export async function confirmationToken({ app }: Scene): Promise<string> {
  const person = await aPerson(app);
  await unconfirm(app, person);
  const { id: userId, email: address } = person;
  const token = { purpose: 'confirmation', userId, address } as const;
  const transaction = { manager: app.dataSource.manager, now: app.clock.now() };
  return (await app.nest.get(OneTimeTokens).issue(transaction, token)).secret;
}

export async function invitationToken({ admin }: Scene): Promise<string> {
  const { body } = await admin.api.post<{ url: string }>('/users/invitations', { email: `${newId()}@example.org` });
  return body.url.split('#token=')[1]!;
}

export async function someCategory(admin: Somebody): Promise<string> {
  const { body } = await admin.api.get<{ items: { id: string }[] }>('/categories');
  return body.items[0]!.id;
}

export async function someSessionOf({ app, caller }: Scene): Promise<string> {
  const sessions: { id: string }[] = await app.dataSource.query(
    'SELECT id FROM sessions WHERE user_id = $1 ORDER BY created_at LIMIT 1',
    [caller.id],
  );
  return sessions[0]?.id ?? newId();
}

/** The link out of a mail to somebody who has not used it yet. */
export async function unsubscribing({ app }: Scene): Promise<{ path: string }> {
  const reader = await aUser(app);
  const { id: ticketId } = await aTicket(reader);
  const mail = await app.dataSource.manager.findOneByOrFail(Mail, { ticketId, recipientId: reader.id });
  return { path: `/mail/unsubscribe?token=${mail.id}.${app.nest.get(MailSecrets).of(mail)}` };
}
