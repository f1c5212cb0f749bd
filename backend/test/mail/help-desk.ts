import { newId } from '../../src/platform/ids.js';
import type { TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, moved, type Somebody, type Ticket } from '../app/builders.js';
import { forgetMails } from './written.js';

export const HARDWARE = 'hardware@desk.example';

/** Everybody whom a ticket may concern. */
export interface HelpDesk {
  readonly app: TestApp;
  /** An employee who needs help. */
  readonly emma: Somebody;
  /** Watches her tickets. */
  readonly wanda: Somebody;
  /** Watches them too, and is disabled. */
  readonly dora: Somebody;
  /** An employee who has nothing to do with them. */
  readonly otto: Somebody;
  /** Agents. */
  readonly liam: Somebody;
  readonly hana: Somebody;
  /** An admin who asked to hear of new tickets. */
  readonly ada: Somebody;
  /** It names an address. */
  readonly hardware: string;
}

export async function aHelpDesk(app: TestApp): Promise<HelpDesk> {
  const [emma, wanda] = [await aUser(app, 'employee', 'Emma Thorn'), await aUser(app, 'employee', 'Wanda Roth')];
  const [dora, otto] = [await aUser(app, 'employee', 'Dora Gone'), await aUser(app, 'employee', 'Otto Kern')];
  const [liam, hana] = [await aUser(app, 'agent', 'Liam Walsh'), await aUser(app, 'agent', 'Hana Mori')];
  const ada = await aUser(app, 'admin', 'Ada Berg');
  await ada.api.call('PUT', '/auth/me/mail', { body: { choices: { ticket_new: true } } });
  const category = { name: `Hardware ${newId()}`, notifyEmail: HARDWARE };
  const { body } = await ada.api.post<{ id: string }>('/categories', category);
  return { app, emma, wanda, dora, otto, liam, hana, ada, hardware: body.id };
}

/** How far a ticket has come before something happens to it. */
export interface Beginning {
  /** Who has it. */
  readonly assigned?: 'liam';
  /** Who has replied. */
  readonly helped?: 'hana';
  readonly status?: object;
}

/** A ticket of Emma's that is watched, of which everything until now has been told. */
export async function aWatchedTicket(desk: HelpDesk, { assigned, helped, status }: Beginning = {}): Promise<Ticket> {
  const { app, ada, dora, emma, wanda } = desk;
  // He watched it before he was disabled.
  await app.dataSource.query('UPDATE users SET disabled_at = NULL WHERE id = $1', [dora.id]);
  const { id } = await aTicket(emma, { categoryId: desk.hardware });
  for (const { email } of [wanda, dora]) await ada.api.post(`/tickets/${id}/watchers`, { email });
  if (helped) await desk[helped].api.post(`/tickets/${id}/comments`, { body: 'I had a look.' });
  if (assigned) await assign(ada, { id }, desk[assigned].id);
  if (status) await moved(ada, { id }, status);
  await app.dataSource.query('UPDATE users SET disabled_at = $1 WHERE id = $2', [app.clock.now(), dora.id]);
  await forgetMails(app);
  return presentState(ada, { id });
}

export async function presentState(by: Somebody, { id }: { id: string }): Promise<Ticket> {
  return (await by.api.get<Ticket>(`/tickets/${id}`)).body;
}

export async function assign(by: Somebody, ticket: { id: string }, assigneeId: string | null): Promise<void> {
  const headers = ifMatch(await presentState(by, ticket));
  const { status, text } = await by.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId }, headers);
  if (status !== 200) throw new Error(`could not assign: ${text}`);
}

export async function reply(by: Somebody, { id }: { id: string }, body = 'Which floor?'): Promise<string> {
  const answer = await by.api.post<{ id: string }>(`/tickets/${id}/comments`, { body });
  if (answer.status !== 201) throw new Error(`could not reply: ${answer.text}`);
  return answer.body.id;
}

export async function note(by: Somebody, { id }: { id: string }, body: string): Promise<string> {
  const answer = await by.api.post<{ id: string }>(`/tickets/${id}/comments`, { body, internal: true });
  if (answer.status !== 201) throw new Error(`could not note: ${answer.text}`);
  return answer.body.id;
}

/** As if it had been resolved so long ago. */
export async function resolvedAgo(
  { dataSource }: TestApp,
  { id }: { id: string },
  milliseconds: number,
): Promise<void> {
  const moved = "UPDATE tickets SET resolved_at = resolved_at - $2 * interval '1 millisecond' WHERE id = $1";
  await dataSource.query(moved, [id, milliseconds]);
}
