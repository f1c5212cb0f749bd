import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { Browser } from '../app/browser.js';
import {
  type Activity,
  aTicket,
  aUser,
  ifMatch,
  type Invitation,
  type PageOf,
  PASSWORD,
  type Person,
  type Problem,
  type Somebody,
  type Ticket,
} from '../app/builders.js';

const DAY = 24 * 60 * 60_000;

describe('invitations', () => {
  let app: TestApp;
  let ada: Somebody;
  let anybody: Api;

  beforeAll(async () => {
    app = await startApp();
    ada = await aUser(app, 'admin', 'Ada');
    anybody = new Api(app.url);
  });
  afterAll(() => app.close());

  const someAddress = (): string => `invited-${newId()}@example.org`;
  const invite = (invitation: object): ReturnType<typeof ada.api.post<Invitation & Problem>> =>
    ada.api.post<Invitation & Problem>('/users/invitations', invitation);
  const tokenIn = ({ url }: { url: string }): string => new URL(url).hash.replace('#token=', '');
  const accept = (token: string, more: object = {}): Promise<{ status: number; body: Problem }> =>
    anybody.post<Problem>('/auth/accept-invitation', { token, password: PASSWORD, ...more });
  const signIn = (email: string): Promise<{ status: number; body: Problem & { accessToken: string } }> =>
    anybody.post<Problem & { accessToken: string }>('/auth/token', { email, password: PASSWORD });

  async function entriesAbout(id: string): Promise<{ kind: string; actor_id: string | null; payload: object }[]> {
    return app.dataSource.query(
      'SELECT kind, actor_id, payload FROM activity WHERE subject_id = $1 ORDER BY position',
      [id],
    );
  }

  it('make an account without a password, and a link that holds for a week', async () => {
    const before = app.clock.now().getTime();
    const { status, body } = await invite({ email: ' Nora.New@Example.org ', name: 'Nora New', role: 'agent' });
    expect(status).toBe(201);
    expect(body.person).toMatchObject({
      name: 'Nora New',
      email: 'nora.new@example.org',
      role: 'agent',
      invited: true,
    });
    expect(body.url).toMatch(new RegExp(`^${app.settings.publicUrl}/accept-invitation#token=[\\w-]{43}$`));
    const lifetime = Date.parse(body.expiresAt) - before;
    expect(lifetime).toBeGreaterThanOrEqual(7 * DAY);
    expect(lifetime).toBeLessThan(7 * DAY + 60_000);
    expect(await entriesAbout(body.person.id)).toEqual([
      { kind: 'person.invited', actor_id: ada.id, payload: { role: 'agent' } },
    ]);
  });

  it('take the part of the address before the @ for a name, and an employee for the role', async () => {
    const { body } = await invite({ email: 'otto.stein@example.org' });
    expect(body.person).toMatchObject({ name: 'otto.stein', role: 'employee', disabled: false, lastSeenAt: null });
  });

  it('sign in whoever accepts, under the name that he writes, with the address confirmed', async () => {
    const { body } = await invite({ email: someAddress(), name: 'N. N.' });
    const browser = new Browser(app.url.replace('127.0.0.1', 'localhost'));
    const mine = { token: tokenIn(body), name: 'Nora Newman', password: PASSWORD };
    const accepted = await browser.post<{ user: { id: string; name: string } }>('/auth/accept-invitation', mine);
    expect([accepted.status, accepted.body.user]).toMatchObject([201, { id: body.person.id, name: 'Nora Newman' }]);
    expect((await browser.get<{ name: string }>('/auth/me')).body.name).toBe('Nora Newman');
    expect((await signIn(body.person.email)).status).toBe(200);
    const person = await ada.api.get<Person>(`/users/${body.person.id}`);
    expect(person.body).toMatchObject({ name: 'Nora Newman', invited: false });
    const rows: { confirmed: boolean }[] = await app.dataSource.query(
      'SELECT email_confirmed_at IS NOT NULL AS confirmed FROM users WHERE id = $1',
      [body.person.id],
    );
    expect(rows).toEqual([{ confirmed: true }]);
    const kinds = (await entriesAbout(body.person.id)).map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['person.invited', 'person.invitation_accepted', 'session.started']);
  });

  it('put into effect what waited for the address', async () => {
    const email = someAddress();
    const emma = await aUser(app);
    const ticket = await aTicket(emma);
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email });
    expect((await accept(tokenIn((await invite({ email })).body))).status).toBe(201);
    const watcher = new Api(app.url, (await signIn(email)).body.accessToken);
    expect((await watcher.get(`/tickets/${ticket.id}`)).status).toBe(200);
  });

  it('keep the name that the admin wrote where none is given', async () => {
    const { body } = await invite({ email: someAddress(), name: 'Kim Keeps' });
    expect((await accept(tokenIn(body))).status).toBe(201);
    expect((await ada.api.get<Person>(`/users/${body.person.id}`)).body.name).toBe('Kim Keeps');
  });

  it('can be made again: the earlier link is worthless, and name and role are those of the newer', async () => {
    const email = someAddress();
    const first = await invite({ email, name: 'Frist' });
    const second = await invite({ email, name: 'First', role: 'agent' });
    expect(second.body.person).toMatchObject({ id: first.body.person.id, name: 'First', role: 'agent' });
    const third = await invite({ email });
    expect(third.body.person).toMatchObject({ name: 'First', role: 'agent' });
    expect((await accept(tokenIn(first.body))).body.code).toBe('invalid_token');
    expect((await accept(tokenIn(second.body))).body.code).toBe('invalid_token');
    const kinds = (await entriesAbout(first.body.person.id)).map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['person.invited', 'person.profile_changed', 'person.role_changed'],
      ...['person.invited', 'person.invited'],
    ]);
    expect((await accept(tokenIn(third.body))).status).toBe(201);
  });

  it('made at once for one address make one account, with one good link', async () => {
    const email = someAddress();
    const answers = await Promise.all(Array.from({ length: 5 }, () => invite({ email })));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect(new Set(answers.map(({ body }) => body.person.id)).size).toBe(1);
    const accepted = [];
    for (const { body } of answers) accepted.push((await accept(tokenIn(body))).status);
    expect(accepted.filter((status) => status === 201)).toHaveLength(1);
  });

  it('are refused for somebody who signs in already, and for whoever is disabled', async () => {
    const emma = await aUser(app);
    const taken = await invite({ email: emma.email.toUpperCase() });
    expect([taken.status, taken.body.code]).toEqual([409, 'email_taken']);
    const { body } = await invite({ email: someAddress() });
    await ada.api.patch(`/users/${body.person.id}`, { disabled: true });
    const again = await invite({ email: body.person.email });
    expect([again.status, again.body.detail]).toEqual([409, 'This account is disabled. Enable it first.']);
    expect((await accept(tokenIn(body))).body.code).toBe('invalid_token');
    await ada.api.patch(`/users/${body.person.id}`, { disabled: false });
    expect((await accept(tokenIn(body))).status).toBe(201);
  });

  it('end no session and touch no other link of anybody', async () => {
    const emma = await aUser(app);
    const reset = await ada.api.post<{ url: string }>(`/users/${emma.id}/reset-link`);
    const [one, other] = [await invite({ email: someAddress() }), await invite({ email: someAddress() })];
    expect((await accept(tokenIn(one.body))).status).toBe(201);
    expect((await emma.api.get('/auth/me')).status).toBe(200);
    expect((await accept(tokenIn(other.body))).status).toBe(201);
    const set = { token: tokenIn(reset.body), password: 'nine green bottles on a wall' };
    expect((await anybody.post('/auth/reset-password', set)).status).toBe(204);
  });

  it('are the only way to the address: nobody has it by registering, by a reset link or by signing in', async () => {
    const { body } = await invite({ email: someAddress(), name: 'Ines Imported' });
    const { email, id } = body.person;
    const draft = { name: 'Mallory', email, password: PASSWORD };
    const registered = await anybody.post<Problem>('/auth/register', draft);
    expect([registered.status, registered.body.code]).toEqual([409, 'email_taken']);
    expect(registered.body.detail).toContain('Ask an admin for the invitation');
    const reset = await ada.api.post<Problem>(`/users/${id}/reset-link`);
    expect([reset.status, reset.body.code]).toEqual([409, 'conflict']);
    expect(reset.body.detail).toContain('has not accepted the invitation yet: make a new one');
    const attempt = await signIn(email);
    expect([attempt.status, attempt.body.code]).toEqual([401, 'wrong_credentials']);
    expect((await ada.api.get<Person>(`/users/${id}`)).body).toMatchObject({ name: 'Ines Imported', invited: true });
    expect((await accept(tokenIn(body))).status).toBe(201);
  });

  it('tell apart in the list who has accepted', async () => {
    const { body } = await invite({ email: someAddress() });
    const list = async (filter: string): Promise<Person[]> =>
      (await ada.api.get<PageOf<Person>>(`/users?limit=100&${filter}`)).body.items;
    const waiting = await list('invited=true');
    expect(waiting.map(({ id }) => id)).toContain(body.person.id);
    expect(waiting.every(({ invited }) => invited)).toBe(true);
    const others = await list('invited=false');
    expect(others.map(({ id }) => id)).toContain(ada.id);
    expect(others.some(({ invited }) => invited)).toBe(false);
    expect((await ada.api.get('/users?invited=maybe')).status).toBe(400);
  });

  it('of an admin do not make him one who keeps the installation, until he has accepted', async () => {
    const { body } = await invite({ email: someAddress(), role: 'admin' });
    const left = await ada.api.patch<Problem>(`/users/${ada.id}`, { role: 'agent' });
    expect([left.status, left.body.code]).toEqual([409, 'last_admin']);
    expect((await accept(tokenIn(body))).status).toBe(201);
    const demoted = await ada.api.patch(`/users/${body.person.id}`, { role: 'employee' });
    expect(demoted.status).toBe(200);
  });

  it('made anew for an agent as an employee leave him no open ticket', async () => {
    const { body } = await invite({ email: someAddress(), role: 'agent' });
    const ticket = await aTicket(await aUser(app));
    const assigned = { assigneeId: body.person.id };
    await ada.api.post<Ticket>(`/tickets/${ticket.id}/assignee`, assigned, ifMatch(ticket));
    await invite({ email: body.person.email, role: 'employee' });
    expect((await ada.api.get<Ticket>(`/tickets/${ticket.id}`)).body.assignee).toBeNull();
    const trail = await ada.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    expect(trail.body.items.filter(({ kind }) => kind === 'ticket.assigned')).toHaveLength(2);
  });
});
