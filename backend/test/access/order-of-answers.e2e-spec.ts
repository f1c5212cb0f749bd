import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import { aBrowser, aTicket, aUser, ifMatch, moved, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { Browser } from '../app/browser.js';

/**
 * The order of CONTRACT.md. Each request has its own fault and every fault that is named later, so that only the order
 * decides what it is told.
 */
const ORDER = [
  'cross_site',
  'not_signed_in',
  'not_allowed (role)',
  'unknown_parameter',
  'invalid_body',
  'not_found',
  'not_allowed (row)',
  'precondition_required',
  'out_of_date',
  'conflict',
] as const;
type Fault = (typeof ORDER)[number];

describe('which answer comes first', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let liam: Somebody;
  let browsers: Map<Somebody, Browser>;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app, 'employee', 'Emma');
    otto = await aUser(app, 'employee', 'Otto');
    liam = await aUser(app, 'agent', 'Liam');
    browsers = new Map();
    for (const person of [emma, otto, liam]) browsers.set(person, await aBrowser(app, person));
  });
  afterAll(() => app.close());

  interface Request {
    readonly by: Somebody | null;
    readonly path: string;
    readonly body: unknown;
    readonly headers: Record<string, string>;
  }

  const send = async ({ by, path, body, headers }: Request): Promise<string> => {
    const browser = by ? browsers.get(by)! : new Browser(app.url.replace('127.0.0.1', 'localhost'));
    const { status, body: problem } = await browser.call<Problem>('POST', path, body, headers);
    return status < 300 ? String(status) : problem.code;
  };

  /** A request to assign a ticket with this fault and all later ones that can be had together with it. */
  async function assigning(fault: Fault): Promise<Request> {
    const at = ORDER.indexOf(fault);
    const has = (other: Fault): boolean => ORDER.indexOf(other) >= at;
    const ofLiam = await aTicket(liam);
    const closed = await moved(liam, await aTicket(emma), { status: 'cancelled' });
    const ticket = has('not_allowed (row)') && !has('not_found') ? ofLiam : closed;
    const id = has('not_found') ? newId() : ticket.id;
    const by = has('not_signed_in') ? null : has('not_allowed (role)') ? emma : liam;
    const unknown = has('unknown_parameter') ? { more: 1 } : {};
    const version: Record<string, string> = has('precondition_required') ? {} : ifMatch(ticket);
    if (!has('precondition_required') && has('out_of_date')) version['If-Match'] = '"77"';
    return {
      by,
      path: `/tickets/${id}/assignee`,
      body: { assigneeId: has('invalid_body') ? newId() : null, ...unknown },
      headers: { ...version, ...(has('cross_site') ? { Origin: 'https://evil.example' } : {}) },
    };
  }

  it.each(ORDER)('%s comes before everything that is named after it', async (fault) => {
    expect(await send(await assigning(fault))).toBe(fault.split(' ')[0]);
  });

  it('says 400 for a body that cannot be read before it looks for the ticket, and 413 and 415 too', async () => {
    const path = `/tickets/${newId()}/comments`;
    const raw = (body: string, type = 'application/json'): Promise<number> =>
      emma.api.call('POST', path, { body, headers: { 'content-type': type } }).then(({ status }) => status);
    expect(await raw('{"body":')).toBe(400);
    expect(await raw('[]')).toBe(400);
    expect(await raw('null')).toBe(400);
    expect(await raw('"text"')).toBe(400);
    expect(await raw('body=text', 'application/x-www-form-urlencoded')).toBe(415);
    expect(await raw(`{"body":"${'x'.repeat(300_000)}"}`)).toBe(413);
    expect(await raw('{"body":"Hello?"}')).toBe(404);
  });

  it('says 403 for what a role can never do, whatever is sent along, and before any row is read', async () => {
    for (const body of [{ role: 'admin' }, { more: 1 }, {}, [], 'text']) {
      for (const id of [emma.id, newId(), 'no-id']) {
        expect((await otto.api.patch(`/users/${id}?more=1`, body)).status).toBe(403);
      }
    }
    const refused = await otto.api.call('PATCH', `/users/${emma.id}`, {
      body: 'a=1',
      headers: { 'content-type': 'text/plain' },
    });
    expect(refused.status).toBe(403);
  });

  it('answers 404 to a malformed id in an address', async () => {
    for (const id of ['1042', 'x', '%00', `${newId()}x`, '..%2f..', "'; DROP TABLE tickets"]) {
      const { status, body } = await liam.api.get<Problem>(`/tickets/${encodeURIComponent(id)}`);
      expect([id, status, body.code]).toEqual([id, 404, 'not_found']);
    }
  });

  it('says 403 where somebody else could do it to this row now, and 409 where nobody could', async () => {
    const own = await aTicket(emma);
    const ofAgent = await aTicket(liam);
    const done = await moved(liam, await aTicket(emma), { status: 'cancelled' });
    const status = async (by: Somebody, ticket: Ticket, to: string, more = {}): Promise<string> =>
      send({ by, path: `/tickets/${ticket.id}/status`, body: { status: to, ...more }, headers: ifMatch(ticket) });
    expect(await status(emma, own, 'in_progress')).toBe('not_allowed');
    expect(await status(emma, own, 'resolved')).toBe('not_allowed');
    expect(await status(liam, ofAgent, 'resolved')).toBe('not_allowed');
    expect(await status(emma, own, 'submitted')).toBe('conflict');
    expect(await status(liam, own, 'submitted')).toBe('conflict');
    expect(await status(emma, own, 'closed')).toBe('conflict');
    expect(await status(emma, done, 'in_progress')).toBe('conflict');
    expect(await status(liam, done, 'cancelled')).toBe('conflict');
    const comment = (by: Somebody, ticket: Ticket, more = {}): Promise<string> =>
      send({ by, path: `/tickets/${ticket.id}/comments`, body: { body: 'Hello?', ...more }, headers: {} });
    expect(await comment(emma, done)).toBe('conflict');
    expect(await comment(liam, done)).toBe('conflict');
    expect(await comment(emma, done, { internal: true })).toBe('not_allowed');
    expect(await comment(liam, ofAgent, { internal: true })).toBe('not_allowed');
    expect(await comment(liam, done, { internal: true })).toBe('201');
  });
});
