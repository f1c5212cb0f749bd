import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Idempotency } from '../../src/tickets/idempotency/idempotency.service.js';
import { DAY } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import type { Answer } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, moved, type Problem, signedIn, type Somebody, type Ticket } from '../app/builders.js';

/** What these tests read of an answer, be it a success or a problem. */
type Told = Pick<Ticket, 'id'> & Pick<Problem, 'code' | 'detail'>;

const DRAFT = { subject: 'Printer on floor 3 jams', description: 'Every second page since Monday.' };
const PARALLEL = 30;

describe('R06 a request with an Idempotency-Key', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, otto] = [await aUser(app, 'employee', 'Emma'), await aUser(app, 'employee', 'Otto')];
    liam = await aUser(app, 'agent', 'Liam');
  });
  afterAll(() => app.close());

  const keyed = (key: string): Record<string, string> => ({ 'Idempotency-Key': key });
  const file = (key: string, by = emma, draft: object = DRAFT): Promise<Answer<Told>> =>
    by.api.post<Told>('/tickets', draft, keyed(key));
  const comment = (key: string, { id }: { id: string }, body: object, by = emma): Promise<Answer<Told>> =>
    by.api.post<Told>(`/tickets/${id}/comments`, body, keyed(key));

  async function count(query: string, ...parameters: unknown[]): Promise<number> {
    const rows: { n: string }[] = await app.dataSource.query(`SELECT count(*) AS n FROM ${query}`, parameters);
    return Number(rows[0]!.n);
  }

  const told = ({ status, text, headers }: Answer<unknown>): unknown => [
    status,
    text,
    headers.get('location'),
    headers.get('etag'),
  ];

  it('R06 files one ticket with one entry and one mail out of thirty at once; the others hear so, or get the same answer', async () => {
    const key = newId();
    const [tickets, entries] = [await count('tickets'), await count('activity')];
    const answers = await Promise.all(Array.from({ length: PARALLEL }, () => file(key)));
    const filed = answers.filter(({ status }) => status === 201);
    expect(filed.length).toBeGreaterThan(0);
    expect(new Set(filed.map((answer) => JSON.stringify(told(answer)))).size).toBe(1);
    for (const { status, body, headers } of answers.filter(({ status }) => status !== 201)) {
      expect([status, body.code, headers.get('retry-after')]).toEqual([409, 'still_running', '1']);
    }
    expect([await count('tickets'), await count('activity')]).toEqual([tickets + 1, entries + 1]);
    expect(await count('mails WHERE ticket_id = $1 AND address = $2', filed[0]!.body.id, emma.email)).toBe(1);
    expect(told(await file(key))).toEqual(told(filed[0]!));
  });

  it('R06 adds one comment out of thirty at once', async () => {
    const ticket = await aTicket(emma);
    const key = newId();
    const answers = await Promise.all(Array.from({ length: PARALLEL }, () => comment(key, ticket, { body: 'Hello?' })));
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    expect(await count('comments WHERE ticket_id = $1', ticket.id)).toBe(1);
    expect(await count("activity WHERE subject_id = $1 AND kind = 'comment.added'", ticket.id)).toBe(1);
  });

  it('R06 changes a status once, with its reply, and answers a repetition although the version has moved on', async () => {
    const ticket = await aTicket(emma);
    const [key, change] = [newId(), { status: 'resolved', comment: 'A new cable is in.' }];
    const resolve = (by = liam): Promise<Answer<Told>> =>
      by.api.post<Told>(`/tickets/${ticket.id}/status`, change, { ...ifMatch(ticket), ...keyed(key) });
    const first = await resolve();
    expect(first.status).toBe(200);
    expect(told(await resolve())).toEqual(told(first));
    expect(await count('comments WHERE ticket_id = $1', ticket.id)).toBe(1);
    expect(await count("activity WHERE subject_id = $1 AND kind = 'ticket.status_changed'", ticket.id)).toBe(1);
    const other = await aTicket(emma);
    const reused = await liam.api.post<Told>(`/tickets/${other.id}/status`, change, {
      ...ifMatch(other),
      ...keyed(key),
    });
    expect([reused.status, reused.body.code]).toEqual([422, 'key_reused']);
  });

  it('gives the first answer again whatever became of the ticket since, as long as one sees it', async () => {
    const [ofTicket, ofComment] = [newId(), newId()];
    const filed = await file(ofTicket);
    const added = await comment(ofComment, filed.body, { body: 'Hello?' });
    expect(filed.headers.get('location')).toBe(`/api/v1/tickets/${filed.body.id}`);
    await moved(emma, filed.body, { status: 'cancelled' });
    expect(told(await file(ofTicket))).toEqual(told(filed));
    expect(told(await comment(ofComment, filed.body, { body: ' Hello? ' }))).toEqual(told(added));

    const { body: now } = await emma.api.get<Ticket>(`/tickets/${filed.body.id}`);
    expect((await liam.api.delete(`/tickets/${filed.body.id}`, ifMatch(now))).status).toBe(204);
    for (const gone of [await file(ofTicket), await comment(ofComment, filed.body, { body: 'Hello?' })]) {
      expect([gone.status, gone.body.code]).toEqual([404, 'not_found']);
    }
  });

  it('gives no note to whoever is no staff any more', async () => {
    const mia = await aUser(app, 'agent', 'Mia');
    const ticket = await aTicket(mia);
    const key = newId();
    await app.dataSource.query('UPDATE tickets SET requester_id = $2 WHERE id = $1', [ticket.id, emma.id]);
    const note = { body: 'For staff.', internal: true };
    expect((await comment(key, ticket, note, mia)).status).toBe(201);
    await app.dataSource.query('UPDATE tickets SET requester_id = $2 WHERE id = $1', [ticket.id, mia.id]);
    expect((await comment(key, ticket, note, mia)).status).toBe(201);
    await app.dataSource.query("UPDATE users SET role = 'employee' WHERE id = $1", [mia.id]);
    expect((await comment(key, ticket, note, mia)).status).toBe(404);
  });

  it('refuses a key that was used for something else, and takes equal bodies for the same whatever their order', async () => {
    const key = newId();
    const filed = await file(key);
    const { subject, description } = DRAFT;
    expect(told(await file(key, emma, { description, subject: ` ${subject} ` }))).toEqual(told(filed));
    for (const answer of [
      await file(key, emma, { ...DRAFT, priority: 'high' }),
      await comment(key, filed.body, { body: description }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([422, 'key_reused']);
    }
  });

  it('keeps the keys of people apart', async () => {
    const key = newId();
    const [ofEmma, ofOtto] = [await file(key), await file(key, otto)];
    expect([ofEmma.status, ofOtto.status]).toEqual([201, 201]);
    expect(ofOtto.body.id).not.toBe(ofEmma.body.id);
  });

  it('remembers successes only', async () => {
    const key = newId();
    expect((await file(key, emma, { ...DRAFT, subject: 'x' })).status).toBe(422);
    expect((await file(key, emma, { ...DRAFT, priority: 'urgent' })).status).toBe(403);
    expect((await file(key, emma, { ...DRAFT, categoryId: newId() })).status).toBe(422);
    expect((await file(key)).status).toBe(201);
  });

  it.each(['', ' ', 'two words', 'ümlaut', 'k'.repeat(256)])(
    'refuses %j as a key, before it looks at the body',
    async (key) => {
      const answer = await file(key, emma, { subject: 'x' });
      const isNone = key.trim() === '';
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed_request']);
      if (!isNone) expect(answer.body.detail).toContain('Idempotency-Key');
    },
  );

  it('takes keys of up to 255 visible characters', async () => {
    for (const key of ['!', '~'.repeat(255)]) expect((await file(key)).status).toBe(201);
  });

  it('forgets after 24 hours, also in the table', async () => {
    const [key, other] = [newId(), newId()];
    const [first] = [await file(key), await file(other)];
    const later = async (milliseconds: number): Promise<Somebody> => {
      app.clock.advance(milliseconds);
      return { ...emma, api: await signedIn(app, emma) };
    };
    expect((await file(key, await later(DAY - 60_000))).body.id).toBe(first.body.id);
    const nextDay = await later(120_000);
    const again = await file(key, nextDay);
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(first.body.id);
    expect((await file(key, nextDay)).body.id).toBe(again.body.id);
    await app.nest.get(Idempotency).forgetOld();
    const kept: { key: string }[] = await app.dataSource.query('SELECT key FROM idempotent_answers');
    expect(kept).toEqual([{ key }]);
  });
});
