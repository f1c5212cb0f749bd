import type { Role } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { hash } from 'bcrypt';
import { newId } from '../../src/platform/ids.js';
import { User } from '../../src/users/user.entity.js';
import { Api } from './api.js';
import type { TestApp } from './app.js';
import { Browser } from './browser.js';

export type Ticket = components['schemas']['TicketDto'];
export type Comment = components['schemas']['AddedCommentDto'];
export type Problem = components['schemas']['ProblemDto'];
export type Activity = components['schemas']['ActivityDto'];
export type Person = components['schemas']['PersonDto'];
export type Invitation = components['schemas']['InvitationDto'];
export interface PageOf<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
  readonly total?: { value: number; relation: string };
}

export const PASSWORD = 'lampshade over the river';
const PASSWORD_HASH = hash(PASSWORD, 4);

let made = 0;

/** A person who is there and signed in through the token endpoint. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly api: Api;
}

/** Puts a person into the database who has never signed in, with an address that is confirmed. */
export async function aPerson(
  app: TestApp,
  role: Role = 'employee',
  name = `Person ${++made}`,
): Promise<Omit<Somebody, 'api'>> {
  const id = newId();
  const person = { id, name, email: `person-${id}@example.org`, role };
  const now = app.clock.now();
  const times = { createdAt: now, updatedAt: now, emailConfirmedAt: now };
  const row = { ...person, ...times, passwordHash: await PASSWORD_HASH };
  await app.dataSource.manager.insert(User, row);
  return person;
}

/** Makes that person's address one that nobody has confirmed yet. */
export async function unconfirm(app: TestApp, { id }: { id: string }): Promise<void> {
  await app.dataSource.manager.update(User, { id }, { emailConfirmedAt: null });
}

/** Puts a person into the database and signs in as an API consumer. */
export async function aUser(app: TestApp, role: Role = 'employee', name?: string): Promise<Somebody> {
  const person = await aPerson(app, role, name);
  return { ...person, api: await signedIn(app, person) };
}

/** One more session of that person as an API consumer. */
export async function signedIn(app: TestApp, { email }: { email: string }, password = PASSWORD): Promise<Api> {
  const answer = await new Api(app.url).post<{ accessToken: string }>('/auth/token', { email, password });
  return new Api(app.url, answer.body.accessToken);
}

/** A browser in which that person has signed in. */
export async function aBrowser(app: TestApp, person: { email: string }): Promise<Browser> {
  const browser = new Browser(app.url.replace('127.0.0.1', 'localhost'));
  const answer = await browser.post('/auth/login', { email: person.email, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`could not sign in: ${answer.text}`);
  return browser;
}

/** Files a ticket as that person. */
export async function aTicket(
  by: Somebody,
  fields: Partial<components['schemas']['CreateTicketDto']> = {},
): Promise<Ticket> {
  const answer = await by.api.post<Ticket>('/tickets', {
    subject: 'Printer on floor 3 jams',
    description: 'Every second page since Monday.',
    ...fields,
  });
  if (answer.status !== 201) throw new Error(`could not file: ${answer.text}`);
  return answer.body;
}

/** The header that names the version of a ticket. */
export function ifMatch({ version }: { version: number }): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}

/** Moves a ticket as that person, at the version that it has now. */
export async function moved(by: Somebody, ticket: { id: string }, change: object): Promise<Ticket> {
  const { body } = await by.api.get<Ticket>(`/tickets/${ticket.id}`);
  const answer = await by.api.post<Ticket>(`/tickets/${ticket.id}/status`, change, ifMatch(body));
  if (answer.status !== 200) throw new Error(`could not move: ${answer.text}`);
  return answer.body;
}
