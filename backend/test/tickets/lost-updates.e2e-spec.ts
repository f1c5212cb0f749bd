import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { type Activity, aTicket, aUser, ifMatch, type PageOf, type Somebody, type Ticket } from '../app/builders.js';

const CLIENTS = 50;
const EDITS = 20;

describe('changes of one ticket at the same time', () => {
  let app: TestApp;
  let emma: Somebody;
  const agents: Somebody[] = [];

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app);
    for (let nth = 0; nth < CLIENTS; nth += 1) agents.push(await aUser(app, 'agent'));
  });
  afterAll(() => app.close());

  it('R05 lose no update: versions gained equal successes, every loser hears 412', async () => {
    const ticket = await aTicket(emma);
    const versions: string[] = [];
    const written: string[] = [];
    let losses = 0;

    /** Reads, then writes what nobody has written before, until twenty of these have been tried. */
    const client = async (agent: Somebody, nth: number): Promise<void> => {
      for (let edit = 0; edit < EDITS; edit += 1) {
        const { body: present } = await agent.api.get<Ticket>(`/tickets/${ticket.id}`);
        const answer = await agent.api.patch<Ticket & { code?: string; current?: Ticket }>(
          `/tickets/${ticket.id}`,
          { subject: `Client ${nth}, edit ${edit}` },
          ifMatch(present),
        );
        if (answer.status === 200) {
          versions.push(answer.headers.get('etag') ?? '');
          written.push(answer.body.subject);
        } else {
          expect([answer.status, answer.body.code]).toEqual([412, 'out_of_date']);
          expect(answer.body.current?.version).toBeGreaterThan(present.version);
          losses += 1;
        }
      }
    };
    await Promise.all(agents.map(client));

    const { body: end } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect(versions.length + losses).toBe(CLIENTS * EDITS);
    expect(versions.length).toBeGreaterThan(0);
    expect(losses).toBeGreaterThan(0);
    expect(end.version - ticket.version).toBe(versions.length);
    expect(new Set(versions).size).toBe(versions.length);
    const entries = (await entriesOf(agents[0]!, ticket.id)).filter(({ kind }) => kind === 'ticket.edited');
    const replaced = entries.map(({ payload }) => (payload.before as { subject: string }).subject);
    expect(new Set([...replaced, end.subject])).toEqual(new Set([ticket.subject, ...written]));
    expect(replaced).toHaveLength(versions.length);
  }, 60_000);

  it('keeps every reply, whatever else happens to the ticket', async () => {
    const ticket = await aTicket(emma);
    const replies = await Promise.all(
      agents.slice(0, 20).map(({ api }, nth) => api.post(`/tickets/${ticket.id}/comments`, { body: `Reply ${nth}` })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const { body } = await emma.api.get<PageOf<{ body: string }>>(`/tickets/${ticket.id}/comments?limit=100`);
    expect(new Set(body.items.map((comment) => comment.body)).size).toBe(20);
    const { body: end } = await emma.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect([end.status, end.version]).toEqual(['in_progress', 2]);
  });
});

/** Page by page, in the order in which they were written. */
async function entriesOf(reader: Somebody, ticketId: string, after = ''): Promise<Activity[]> {
  const path = `/tickets/${ticketId}/activity?limit=100${after && `&cursor=${after}`}`;
  const { body } = await reader.api.get<PageOf<Activity>>(path);
  return body.nextCursor ? [...body.items, ...(await entriesOf(reader, ticketId, body.nextCursor))] : body.items;
}
