import type { MailChoice, Priority, Role, StatusCode } from '@deskhand/shared';
import { randomBytes } from 'node:crypto';

const PASSWORD = 'violet-kettle-on-the-7th-shelf';
/** Milliseconds; whatever takes longer is not going to be answered, and the test says which request it was. */
const ANSWER_LIMIT = 30_000;
const ADMIN = { name: 'Ada Admin', email: 'ada.admin@example.org' };

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

export interface FiledTicket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly version: number;
  readonly status: StatusCode;
}

interface NewTicket {
  readonly subject?: string;
  readonly description?: string;
  readonly priority?: Priority;
  readonly categoryId?: string;
}

interface Tokens {
  readonly accessToken: string;
}

/** Makes people and tickets through the API of an installation, so that a test can begin where it matters. */
export class Api {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly url: string) {}

  readonly admin = { ...ADMIN, password: PASSWORD };

  /** Makes the first admin. */
  async setUp(token: string): Promise<void> {
    await this.send('POST', '/setup', { token, ...this.admin });
  }

  /** A new employee, or an agent or admin, with an address that nobody else has; it is confirmed, for he was invited. */
  async person(name: string, role: Role = 'employee'): Promise<Account> {
    const words = name.toLowerCase().match(/[a-z]{2,}/g) ?? [];
    const email = `${words.join('.')}.${randomBytes(4).toString('hex')}@example.org`;
    const invitation = { email, name, role };
    const { url } = await this.send<{ url: string }>('POST', '/users/invitations', invitation, { as: this.admin });
    const token = new URL(url).hash.replace('#token=', '');
    const acceptance = { token, name, password: PASSWORD };
    const { user } = await this.send<{ user: Account }>('POST', '/auth/accept-invitation', acceptance);
    return { id: user.id, name, email, password: PASSWORD, role };
  }

  /** Somebody changes his own profile. */
  async editProfile(person: Account, fields: Partial<Record<'name' | 'phone' | 'place', string>>): Promise<void> {
    await this.send('PATCH', '/auth/me', fields, { as: person });
  }

  async ticket(requester: Account, ticket: NewTicket = {}): Promise<FiledTicket> {
    const body = { subject: 'The printer on floor 3 jams', description: 'Every second page, since Monday.', ...ticket };
    return this.send<FiledTicket>('POST', '/tickets', body, { as: requester });
  }

  async comment(author: Account, ticket: FiledTicket, body: string, internal = false): Promise<void> {
    await this.send('POST', `/tickets/${ticket.id}/comments`, { body, internal }, { as: author });
  }

  async watch(by: Account, ticket: FiledTicket, { email }: { email: string }): Promise<void> {
    await this.send('POST', `/tickets/${ticket.id}/watchers`, { email }, { as: by });
  }

  async assign(agent: Account, ticket: FiledTicket, assigneeId: string | null): Promise<FiledTicket> {
    const options = { as: agent, version: ticket.version };
    return this.send<FiledTicket>('POST', `/tickets/${ticket.id}/assignee`, { assigneeId }, options);
  }

  async status(
    agent: Account,
    ticket: FiledTicket,
    change: { status: StatusCode; comment?: string; reason?: string },
  ): Promise<FiledTicket> {
    return this.send<FiledTicket>('POST', `/tickets/${ticket.id}/status`, change, {
      as: agent,
      version: ticket.version,
    });
  }

  async edit(editor: Account, ticket: FiledTicket, edit: Partial<NewTicket>): Promise<FiledTicket> {
    return this.send<FiledTicket>('PATCH', `/tickets/${ticket.id}`, edit, { as: editor, version: ticket.version });
  }

  /** Into the bin. */
  async delete(deleter: Account, ticket: FiledTicket): Promise<void> {
    await this.send('DELETE', `/tickets/${ticket.id}`, undefined, { as: deleter, version: ticket.version });
  }

  async tickets(reader: Pick<Account, 'email' | 'password'>): Promise<FiledTicket[]> {
    const { items } = await this.send<{ items: FiledTicket[] }>('GET', '/tickets?limit=100', undefined, { as: reader });
    return items;
  }

  /** What was written on a ticket, in order. */
  async comments(reader: Account, ticket: FiledTicket): Promise<string[]> {
    const list = await this.send<{ items: { body: string }[] }>('GET', `/tickets/${ticket.id}/comments`, undefined, {
      as: reader,
    });
    return list.items.map(({ body }) => body);
  }

  /** An account that waits for its owner, and the link that hands it over. */
  async invite(name: string, role: Role = 'employee'): Promise<{ readonly url: string; readonly email: string }> {
    const email = `invited.${randomBytes(4).toString('hex')}@example.org`;
    const { url } = await this.send<{ url: string }>(
      'POST',
      '/users/invitations',
      { email, name, role },
      { as: this.admin },
    );
    return { url, email };
  }

  /** A one-time link by which somebody chooses a new password. */
  async resetLink(person: Account): Promise<string> {
    const { url } = await this.send<{ url: string }>('POST', `/users/${person.id}/reset-link`, undefined, {
      as: this.admin,
    });
    return url;
  }

  /** The newest mail to that person, by its id. */
  async mailTo({ email }: Account): Promise<string> {
    const path = `/mail?limit=1&address=${encodeURIComponent(email)}`;
    const { items } = await this.send<{ items: { id: string }[] }>('GET', path, undefined, { as: this.admin });
    return items[0]?.id ?? '';
  }

  /** How many mails wait or are under way. */
  async mailsWaiting(): Promise<number> {
    const { waiting } = await this.send<{ waiting: number }>('GET', '/mail/state', undefined, { as: this.admin });
    return waiting;
  }

  /** Has somebody get those mails too. */
  async wantMails(person: Account, choice: MailChoice): Promise<void> {
    await this.send('PUT', '/auth/me/mail', { choices: { [choice]: true } }, { as: person });
  }

  /** A list of open tickets under a name, for all staff. */
  async sharedView(agent: Account, name: string): Promise<void> {
    await this.send('POST', '/views', { name, shared: true, filters: { phase: ['new'] } }, { as: agent });
  }

  /** A text of his own for replies. */
  async snippet(agent: Account, snippet: { readonly name: string; readonly body: string }): Promise<void> {
    await this.send('POST', '/snippets', snippet, { as: agent });
  }

  /** A new category, made by the admin; gives its id. */
  async category(name: string): Promise<string> {
    const { id } = await this.send<{ id: string }>('POST', '/categories', { name }, { as: this.admin });
    return id;
  }

  /** What the nth category is about. */
  async describeCategory(nth: number, description: string): Promise<void> {
    const { items } = await this.send<{ items: { id: string }[] }>('GET', '/categories', undefined, { as: this.admin });
    const id = items[nth % items.length]?.id ?? '';
    await this.send('PATCH', `/categories/${id}`, { description }, { as: this.admin });
  }

  async settle(
    settings: Partial<Record<'organisationName' | 'supportHours' | 'supportContact', string>>,
  ): Promise<void> {
    await this.send('PATCH', '/settings', settings, { as: this.admin });
  }

  /** The admin's own word for a status. */
  async relabel(code: StatusCode, label: string): Promise<void> {
    await this.send('PATCH', '/statuses', { items: [{ code, label }] }, { as: this.admin });
  }

  /** A reply with a small file of that name. */
  async attach(author: Account, ticket: FiledTicket, name: string): Promise<void> {
    const form = new FormData();
    form.set('file', new File(['what it said\n'], name, { type: 'text/plain' }));
    const headers = { Authorization: `Bearer ${await this.token(author)}` };
    const answer = await fetch(`${this.url}/api/v1/attachments`, { method: 'POST', headers, body: form });
    if (!answer.ok) throw new Error(`the file ${name} was answered with ${answer.status}: ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    await this.send(
      'POST',
      `/tickets/${ticket.id}/comments`,
      { body: 'See there.', attachmentIds: [id] },
      { as: author },
    );
  }

  private async send<T>(
    method: string,
    path: string,
    body?: unknown,
    { as, version }: { as?: { email: string; password: string }; version?: number } = {},
  ): Promise<T> {
    // A connection of its own: one that rested may be closed by the server in the moment in which it is taken again.
    const headers: Record<string, string> = { Connection: 'close' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (as) headers.Authorization = `Bearer ${await this.token(as)}`;
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    const request = `${method} ${path}`;
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_LIMIT),
    }).catch((cause: unknown) => {
      throw new Error(`${request} was not answered`, { cause });
    });
    const text = await answer.text().catch((cause: unknown) => {
      throw new Error(`${request} was answered with ${answer.status} and then no further`, { cause });
    });
    if (!answer.ok) throw new Error(`${request} was answered with ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async token({ email, password }: { email: string; password: string }): Promise<string> {
    const known = this.tokens.get(email);
    if (known) return known;
    const { accessToken } = await this.send<Tokens>('POST', '/auth/token', { email, password });
    this.tokens.set(email, accessToken);
    return accessToken;
  }
}
