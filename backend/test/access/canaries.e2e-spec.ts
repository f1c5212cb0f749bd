import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { goodCall } from '../app/calls.js';
import type { Scene } from '../app/scene.js';
import { OPERATIONS } from '../app/operations.js';
import { anUpload } from '../app/uploads.js';
import { BEGINNING, tokenOf } from '../../src/live/stream/place.js';
import { Listener } from '../live/listener.js';

const TEXTS = [
  'canary-subject',
  'canary-description',
  'canary-reply',
  'canary-reason',
  'canary-phone',
  'Canary Name',
  'canary-file',
];
const NOTE = 'canary-note';
const ADDRESS = /[\w.+-]+@example\.org/g;

/** Query strings that make each list say as much as it can. */
const QUERIES = [
  '',
  '?limit=100&total=true',
  '?limit=100&sort=-updatedAt',
  '?limit=100&requester=ID&status=on_hold,submitted',
  '?limit=100&q=canary',
];

describe('S04 what employees cannot come by', () => {
  let app: TestApp;
  let emma: Somebody;
  let otto: Somebody;
  let wanda: Somebody;
  let liam: Somebody;
  let scene: Scene;
  let ticket: Ticket;
  let noteId: string;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app, 'employee', 'Canary Name');
    otto = await aUser(app, 'employee', 'Otto');
    wanda = await aUser(app, 'employee', 'Wanda');
    liam = await aUser(app, 'agent', 'Liam');
    scene = { app, requester: otto, agent: liam, admin: await aUser(app, 'admin'), caller: otto };
    await emma.api.patch('/auth/me', { phone: 'canary-phone' });
    const attachmentIds = [(await anUpload(emma, 'canary-content', 'canary-file.txt')).id];
    ticket = await aTicket(emma, { subject: 'canary-subject', description: 'canary-description', attachmentIds });
    await emma.api.post(`/tickets/${ticket.id}/comments`, { body: 'canary-reply' });
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email: wanda.email });
    const note = await liam.api.post<{ id: string }>(`/tickets/${ticket.id}/comments`, { body: NOTE, internal: true });
    noteId = note.body.id;
    const hold = { status: 'on_hold', reason: 'canary-reason' };
    ticket = (await liam.api.post<Ticket>(`/tickets/${ticket.id}/status`, hold, ifMatch(ticket))).body;
  });
  afterAll(() => app.close());

  /** Every address that can be read, with this ticket's id in place of others, and with each way to ask. */
  async function everyGet(reader: Somebody): Promise<{ path: string; status: number; text: string }[]> {
    const answers = [];
    for (const { name, path } of OPERATIONS.filter(({ method }) => method === 'GET')) {
      const own = (await goodCall(name, { ...scene, caller: reader })).path.split('?')[0]!;
      const ofTicket = path.includes('/tickets/{id}') ? [path.replace('{id}', ticket.id)] : [];
      for (const query of QUERIES) {
        for (const address of [...ofTicket, own].map((each) => `${each}${query.replace('ID', emma.id)}`)) {
          const { status, text, headers } = await reader.api.get(address);
          answers.push({ path: address, status, text: `${text} ${[...headers].join(' ')}` });
        }
      }
    }
    answers.push({ path: 'the stream', status: 200, text: await everythingOnTheStream(reader) });
    return answers;
  }

  /** From the beginning of the trail on, and what happens while it is open, up to a ticket of the reader's own. */
  async function everythingOnTheStream(reader: Somebody): Promise<string> {
    const token = tokenOf(BEGINNING, app.keys.cookieSuffix);
    const listener = await Listener.open(reader.api, { token });
    await liam.api.call('PUT', `/tickets/${ticket.id}/presence`, { body: { state: 'answering' } });
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body: NOTE, internal: true });
    const own = await aTicket(reader, { subject: 'The end' });
    await listener.first<{ ticket: { id: string } | null }>('ticket.created', (data) => data.ticket?.id === own.id);
    await listener.close();
    expect([reader.name, listener.heard.length > 2]).toEqual([reader.name, true]);
    return listener.text;
  }

  const finds = (answers: { path: string; text: string }[], canaries: readonly string[]): string[] =>
    answers.flatMap(({ path, text }) =>
      canaries.filter((canary) => text.includes(canary)).map((canary) => `${path}: ${canary}`),
    );

  it('S04 the canaries are there for staff, so that this test can fail', async () => {
    const answers = await everyGet(liam);
    for (const canary of [...TEXTS, NOTE])
      expect([canary, finds(answers, [canary]).length > 0]).toEqual([canary, true]);
  });

  it('S04 shows an employee who has nothing to do with it no part of the ticket, by any address', async () => {
    const answers = await everyGet(otto);
    expect(finds(answers, [...TEXTS, NOTE, noteId, emma.email])).toEqual([]);
    const withId = answers.filter(({ path, text }) => !path.includes(ticket.id) && text.includes(ticket.id));
    expect(withId).toEqual([]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('S04 answers him about the ticket as about one that does not exist', async () => {
    const absent = '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55';
    const seen = async (id: string, rest: string): Promise<unknown> => {
      const { status, body, headers } = await otto.api.get<Problem>(`/tickets/${id}${rest}`);
      return [status, { ...body, requestId: '' }, [...headers.keys()]];
    };
    for (const rest of ['', '/comments', '/activity'])
      expect(await seen(ticket.id, rest)).toEqual(await seen(absent, rest));
    for (const [rest, body] of [
      ['/status', { status: 'cancelled' }],
      ['/comments', { body: 'Hello?' }],
    ] as const) {
      const [real, none] = await Promise.all(
        [ticket.id, absent].map((id) => otto.api.post<Problem>(`/tickets/${id}${rest}`, body, ifMatch(ticket))),
      );
      expect([real!.status, real!.body.detail, real!.body.current]).toEqual([404, none!.body.detail, undefined]);
    }
  });

  it('S04 tells staff alone of the note on the stream, and of who is there', async () => {
    const told = await Promise.all([liam, emma, wanda, otto].map(everythingOnTheStream));
    expect(told.map((text) => text.includes('"internal":true'))).toEqual([true, false, false, false]);
    expect(told.map((text) => text.includes('canary-subject'))).toEqual([true, true, true, false]);
    expect(told.map((text) => text.includes('event: presence')).slice(1)).toEqual([false, false, false]);
    expect(told.map((text) => text.includes(wanda.id)).slice(1)).toEqual([false, true, false]);
  });

  it.each(['requester', 'watcher'])('S04 shows the %s the ticket, but no note, nor that there is one', async (who) => {
    const reader = who === 'requester' ? emma : wanda;
    const answers = await everyGet(reader);
    for (const canary of ['canary-subject', 'canary-reply', 'canary-reason']) {
      expect(finds(answers, [canary]).length).toBeGreaterThan(0);
    }
    expect(finds(answers, [NOTE, noteId])).toEqual([]);
    const comments = await reader.api.get<{ total: object }>(`/tickets/${ticket.id}/comments?total=true`);
    expect(comments.body.total).toEqual({ value: 1, relation: 'eq' });
  });

  it("S04 tells employees nobody's mail address but their own, and those that were typed as watchers", async () => {
    for (const [reader, others] of [
      [otto, []],
      [wanda, []],
      [emma, [wanda.email]],
    ] as const) {
      const told = (await everyGet(reader)).flatMap(({ text }) => text.match(ADDRESS) ?? []);
      expect(new Set(told)).toEqual(new Set([reader.email, ...others]));
    }
  });
});
