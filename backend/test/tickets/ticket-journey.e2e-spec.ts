import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Activity,
  aTicket,
  aUser,
  type Comment,
  ifMatch,
  type PageOf,
  type Problem,
  type Somebody,
  type Ticket,
} from '../app/builders.js';
import { startApp, type TestApp } from '../app/app.js';

describe('a ticket from filing to closing', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let other: Somebody;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app, 'employee', 'Emma');
    liam = await aUser(app, 'agent', 'Liam');
    other = await aUser(app, 'employee', 'Otto');
  });
  afterAll(() => app.close());

  it('is filed, taken, asked about, answered, resolved and confirmed, and the trail tells each step', async () => {
    const ticket = await aTicket(emma);
    expect(ticket).toMatchObject({ status: 'submitted', phase: 'new', priority: 'normal', version: 1, assignee: null });
    expect(ticket.number).toBeGreaterThan(1000);

    const taken = await liam.api.post<Ticket>(
      `/tickets/${ticket.id}/assignee`,
      { assigneeId: liam.id },
      ifMatch(ticket),
    );
    expect(taken.body).toMatchObject({ status: 'in_progress', version: 2, assignee: { name: 'Liam' } });
    expect(taken.headers.get('etag')).toBe('"2"');

    const asked = await liam.api.post<Ticket>(
      `/tickets/${ticket.id}/status`,
      { status: 'waiting_requester', comment: 'Which printer is it?' },
      ifMatch(taken.body),
    );
    expect(asked.body).toMatchObject({ status: 'waiting_requester', phase: 'waiting', version: 3 });
    expect(asked.body.firstReplyAt).not.toBeNull();

    const answered = await emma.api.post<Comment>(`/tickets/${ticket.id}/comments`, { body: 'The one by the window.' });
    expect(answered.body).toMatchObject({ ticketStatus: 'in_progress', fromRequester: true, internal: false });
    expect(answered.headers.get('etag')).toBe('"4"');

    const noted = await liam.api.post<Comment>(`/tickets/${ticket.id}/comments`, {
      body: 'Old one, order a roller.',
      internal: true,
    });
    expect(noted.body).toMatchObject({ internal: true, ticketStatus: 'in_progress' });
    expect(noted.headers.get('etag')).toBe('"4"');

    const resolved = await liam.api.post<Ticket>(
      `/tickets/${ticket.id}/status`,
      { status: 'resolved' },
      { 'If-Match': '"4"' },
    );
    expect(resolved.body.resolvedAt).not.toBeNull();
    const closed = await emma.api.post<Ticket>(
      `/tickets/${ticket.id}/status`,
      { status: 'closed' },
      ifMatch(resolved.body),
    );
    expect(closed.body).toMatchObject({ status: 'closed', version: 6 });
    expect(closed.body.closedAt).not.toBeNull();

    const seenByStaff = await liam.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity?limit=100`);
    expect(seenByStaff.body.items.map(({ kind, actor }) => [kind, actor?.name])).toEqual([
      ['ticket.created', 'Emma'],
      ['ticket.assigned', 'Liam'],
      ['ticket.status_changed', 'Liam'],
      ['comment.added', 'Liam'],
      ['ticket.status_changed', 'Liam'],
      ['comment.added', 'Emma'],
      ['ticket.status_changed', 'Emma'],
      ['comment.added', 'Liam'],
      ['ticket.status_changed', 'Liam'],
      ['ticket.status_changed', 'Emma'],
    ]);
    const seenByEmma = await emma.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity?limit=100`);
    expect(seenByEmma.body.items).toEqual(seenByStaff.body.items.filter((entry) => entry.public));
    expect(seenByEmma.body.items).toHaveLength(9);
  });

  it('shows notes to staff only, and nothing at all to strangers', async () => {
    const ticket = await aTicket(emma, { subject: 'Secret canary subject' });
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'canary-note', internal: true });
    const own = await emma.api.get<PageOf<Comment>>(`/tickets/${ticket.id}/comments`);
    expect(own.body.items).toEqual([]);
    expect(own.text).not.toContain('canary-note');
    const staff = await liam.api.get<PageOf<Comment>>(`/tickets/${ticket.id}/comments`);
    expect(staff.body.items).toHaveLength(1);
    for (const path of ['', '/comments', '/activity']) {
      const answer = await other.api.get<Problem>(`/tickets/${ticket.id}${path}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    const list = await other.api.get('/tickets?limit=100');
    expect(list.text).not.toContain('canary');
  });

  it('moves by itself after a first reply of staff and after a reply to a resolved ticket', async () => {
    const ticket = await aTicket(emma);
    const reply = await liam.api.post<Comment>(`/tickets/${ticket.id}/comments`, { body: 'We look at it.' });
    expect(reply.body.ticketStatus).toBe('in_progress');
    const { body: now } = await liam.api.get<Ticket>(`/tickets/${ticket.id}`);
    const resolved = await liam.api.post<Ticket>(`/tickets/${ticket.id}/status`, { status: 'resolved' }, ifMatch(now));
    expect(resolved.status).toBe(200);
    const again = await emma.api.post<Comment>(`/tickets/${ticket.id}/comments`, { body: 'It jams again.' });
    expect(again.body.ticketStatus).toBe('in_progress');
    const { body: reopened } = await liam.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect(reopened.resolvedAt).toBeNull();
  });

  it('needs a reason to go on hold and a comment to wait, and shows the reason to the requester', async () => {
    const ticket = await aTicket(emma);
    const bare = await liam.api.post<Problem>(`/tickets/${ticket.id}/status`, { status: 'on_hold' }, ifMatch(ticket));
    expect(bare.status).toBe(422);
    expect(bare.body.errors?.map(({ pointer }) => pointer)).toEqual(['/reason']);
    const silent = await liam.api.post<Problem>(
      `/tickets/${ticket.id}/status`,
      { status: 'waiting_requester' },
      ifMatch(ticket),
    );
    expect(silent.body.errors?.map(({ pointer }) => pointer)).toEqual(['/comment']);
    const held = await liam.api.post<Ticket>(
      `/tickets/${ticket.id}/status`,
      { status: 'on_hold', reason: 'A spare part comes on Friday.' },
      ifMatch(ticket),
    );
    expect(held.body.statusReason).toBe('A spare part comes on Friday.');
    const { body } = await emma.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    expect(body.items.at(-1)?.payload).toMatchObject({ to: 'on_hold', reason: 'A spare part comes on Friday.' });
    const stored: { payload: object }[] = await app.dataSource.query(
      "SELECT payload FROM activity WHERE subject_id = $1 AND kind = 'ticket.status_changed'",
      [ticket.id],
    );
    expect(JSON.stringify(stored)).not.toContain('spare part');
  });

  it('takes notes when closed, and nothing else', async () => {
    const ticket = await aTicket(emma);
    const cancelled = await emma.api.post<Ticket>(
      `/tickets/${ticket.id}/status`,
      { status: 'cancelled' },
      ifMatch(ticket),
    );
    expect(cancelled.body.status).toBe('cancelled');
    const at = ifMatch(cancelled.body);
    expect((await emma.api.post(`/tickets/${ticket.id}/comments`, { body: 'Hello?' })).status).toBe(409);
    expect((await liam.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId: liam.id }, at)).status).toBe(409);
    expect((await liam.api.post(`/tickets/${ticket.id}/status`, { status: 'in_progress' }, at)).status).toBe(409);
    expect((await liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'Noted.', internal: true })).status).toBe(
      201,
    );
  });
});
