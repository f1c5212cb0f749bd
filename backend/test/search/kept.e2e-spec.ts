import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Comment, ifMatch, type Somebody, type Ticket } from '../app/builders.js';
import { csv, imported } from '../imports/imported.js';

const STEPS = 150;
const WORDS = 'printer Drücker password jams %_\\ "quoted" C# 10.2.1 café naïve VPN laptop Ünal screen mouse'.split(
  ' ',
);

/** What differs between the kept rows and those that are made anew; and the same of the words. */
async function differences(app: TestApp): Promise<unknown[]> {
  const rows = `(TABLE ticket_search EXCEPT TABLE searchable_tickets) UNION ALL (TABLE searchable_tickets EXCEPT TABLE ticket_search)`;
  const words = `SELECT word FROM ts_stat('SELECT staff_words FROM ticket_search') WHERE search_is_plain(word)`;
  const differing: unknown[] = await app.dataSource.query(rows);
  const lost: unknown[] = await app.dataSource.query(`${words} EXCEPT TABLE ticket_words`);
  const left: unknown[] = await app.dataSource.query(`TABLE ticket_words EXCEPT (${words})`);
  return [...differing, ...lost, ...left];
}

/** The same numbers each time, so that what fails once fails again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

describe('what tickets are found by', () => {
  let app: TestApp;
  let emma: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, admin] = [await aUser(app), await aUser(app, 'admin')];
  });
  afterAll(() => app.close());

  it.each([7, 1042])('is what the tickets say, whatever is done to them (seed %s)', async (seed) => {
    const roll = dice(seed);
    const text = (): string =>
      Array.from({ length: 3 + roll(5) }, () => `${WORDS[roll(WORDS.length)]!}${'abcdefghi'[roll(9)]!}`).join(' ');
    const one = async (): Promise<{ id: string; version: number; path: string; number: number }> => {
      const rows: Ticket[] = await app.dataSource.query('SELECT id, version, number FROM tickets ORDER BY number');
      const ticket = rows[roll(rows.length)] ?? (await aTicket(emma, { subject: text(), description: text() }));
      return { ...ticket, path: `/tickets/${ticket.id}` };
    };
    const aComment = async (): Promise<string> => {
      const rows: Comment[] = await app.dataSource.query(
        'SELECT id, ticket_id AS "ticketId" FROM comments ORDER BY id',
      );
      const comment = rows[roll(rows.length)] as (Comment & { ticketId: string }) | undefined;
      return comment
        ? `/tickets/${comment.ticketId}/comments/${comment.id}`
        : `/tickets/${emma.id}/comments/${emma.id}`;
    };
    const steps: (() => Promise<{ status: number } | Ticket>)[] = [
      () => aTicket(emma, { subject: text(), description: text() }),
      async () => admin.api.post(`${(await one()).path}/comments`, { body: text() }),
      async () => admin.api.post(`${(await one()).path}/comments`, { body: text(), internal: true }),
      async () => one().then((at) => admin.api.patch(at.path, { subject: text() }, ifMatch(at))),
      async () => one().then((at) => admin.api.patch(at.path, { description: text() }, ifMatch(at))),
      async () => one().then((at) => admin.api.post(`${at.path}/undo`)),
      async () => admin.api.patch(await aComment(), { body: text() }),
      async () => admin.api.post(`${await aComment()}/redaction`),
      async () => one().then((at) => admin.api.delete(at.path, ifMatch(at))),
      async () => admin.api.post(`${(await one()).path}/restore`),
      async () => one().then((at) => admin.api.delete(`${at.path}?purge=true`, ifMatch(at))),
      async () =>
        one().then(({ id }) =>
          admin.api.post('/tickets/bulk', { ids: [id], change: { status: 'resolved', comment: text() } }),
        ),
    ];
    let done = 0;
    for (let step = 0; step < STEPS; step += 1) {
      const answer = await steps[roll(steps.length)]!();
      if (typeof answer.status === 'string' || answer.status < 300) done += 1;
    }
    expect(done).toBeGreaterThan(STEPS / 3);
    expect(await differences(app)).toEqual([]);
  });

  it('comes with an import, its comments too', async () => {
    const rows = csv(
      'subject,description,comments',
      'Imported zebra,It jams,"[{""body"":""hidden okapi"",""internal"":true}]"',
    );
    await imported(admin, rows);
    expect(await differences(app)).toEqual([]);
    const found: unknown[] = await app.dataSource.query(
      `SELECT FROM ticket_search WHERE staff_words @@ 'okapi' AND NOT public_words @@ 'okapi' AND public_words @@ 'zebra:A'`,
    );
    expect(found).toHaveLength(1);
  });

  it('has an end in a very long conversation, which fails no reply', async () => {
    const ticket = await aTicket(emma);
    const path = `/tickets/${ticket.id}/comments`;
    for (let page = 0; page < 32; page += 1) {
      const body = Array.from({ length: 2_800 }, (_, word) => `w${page}x${word}`)
        .join(' ')
        .slice(0, 20_000);
      expect((await emma.api.post(path, { body })).status).toBe(201);
    }
    expect(await differences(app)).toEqual([]);
    const kept: { last: boolean }[] = await app.dataSource.query(
      `SELECT staff_words @@ 'w31x1' AS last FROM ticket_search WHERE ticket_id = $1 AND staff_words @@ 'w5x1'`,
      [ticket.id],
    );
    expect(kept).toEqual([{ last: false }]);
  });
});
