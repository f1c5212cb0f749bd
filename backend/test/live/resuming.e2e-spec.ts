import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, placeOf, tokenOf } from '../../src/live/stream/place.js';
import { DAY } from '../../src/platform/clock.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Somebody, type Ticket } from '../app/builders.js';
import { recordStatements, rowsRead } from '../app/plans.js';
import { Listener } from './listener.js';
import { append, appendMany, writeOutOfOrder } from './out-of-order.js';

const CUTS = process.env.PROOF_CYCLES ? 100 : 10;
const WRITERS = 6;

describe('R09 the stream after a cut connection', () => {
  let app: TestApp;
  let liam: Somebody;
  let ticket: Ticket;

  beforeAll(async () => {
    app = await startApp();
    liam = await aUser(app, 'agent');
  });
  beforeEach(async () => {
    ticket = await aTicket(liam);
  });
  afterAll(() => app.close());

  const idsIn = ({ heard }: Listener): string[] =>
    heard.flatMap(({ data }) =>
      (data.subject as { id?: string } | undefined)?.id === ticket.id ? [String(data.id)] : [],
    );

  async function idsInOrder(): Promise<string[]> {
    const rows: { id: string }[] = await app.dataSource.query(
      'SELECT id FROM activity WHERE subject_id = $1 ORDER BY txid, position',
      [ticket.id],
    );
    return rows.map(({ id }) => id);
  }

  it('R09 tells an entry that was written first and committed last before those that began later', async () => {
    const listener = await Listener.open(liam.api);
    const held = app.dataSource.createQueryRunner();
    await held.startTransaction();
    const first = await append(held.manager, ticket.id);
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'Committed meanwhile.' });
    await pause(300);
    expect(idsIn(listener)).not.toContain(first);
    await held.commitTransaction();
    await held.release();
    const all = await idsInOrder();
    await listener.until(() => idsIn(listener).includes(all.at(-1)!), 'the last entry', 2_000);
    expect(idsIn(listener)).toEqual(all.slice(-idsIn(listener).length));
    expect(all.indexOf(first)).toBeLessThan(all.length - 1);
    await listener.close();
  });

  it(
    `R09 has no gap and no double after ${CUTS} cuts, while transactions commit out of order and messages get lost`,
    async () => {
      const stop = new AbortController();
      let listener = await Listener.open(liam.api);
      const writers = Array.from({ length: WRITERS }, () => writeOutOfOrder(app, ticket.id, stop.signal));
      const heard: string[] = [];
      for (let cut = 0; cut < CUTS; cut += 1) {
        await pause(20 + Math.random() * 150);
        if (cut % 5 === 2) {
          await app.dataSource.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'deskhand live' AND datname = current_database()",
          );
        }
        await listener.close();
        heard.push(...idsIn(listener));
        listener = await Listener.open(liam.api, { token: listener.lastId });
      }
      stop.abort();
      await Promise.all(writers);
      const all = await idsInOrder();
      await listener.until(
        () => idsIn(listener).includes(all.at(-1)!) || heard.includes(all.at(-1)!),
        'the last entry',
      );
      heard.push(...idsIn(listener));
      await listener.close();
      expect(heard.length).toBeGreaterThan(CUTS);
      expect(heard).toEqual(all.slice(-heard.length));
      // What came before the first connection is all that is not told.
      expect(all.length - heard.length).toBeLessThanOrEqual(1);
    },
    30_000 + CUTS * 1_000,
  );

  it('R09 has a token for each state of the world', async () => {
    const installation = app.keys.cookieSuffix;
    const first = await Listener.open(liam.api);
    const good = first.heard[0]!.id!;
    const { txid, position } = placeOf(good, installation)!;
    await first.close();
    const tokens: readonly (readonly [string, boolean])[] = [
      [good, false],
      [tokenOf(BEGINNING, installation), false],
      ['', true],
      ['no token', true],
      [`${good}AAAA`, true],
      [Buffer.from(`${installation}:-1:1`).toString('base64url'), true],
      [tokenOf({ txid, position }, 'f'.repeat(12)), true],
      // As after a restoration, or where the month was retired: nothing stands there.
      [tokenOf({ txid: txid - 1, position }, installation), true],
      [tokenOf({ txid: txid + 1_000_000, position }, installation), true],
    ];
    for (const [token, isReset] of tokens) {
      const listener = await Listener.open(liam.api, { query: `?lastEventId=${encodeURIComponent(token)}` });
      const later = await aTicket(liam);
      await listener.first<{ ticket: { id: string } }>('ticket.created', (data) => data.ticket.id === later.id);
      expect([token, listener.names.includes('reset')]).toEqual([token, isReset]);
      await listener.close();
    }
  });

  it('reads a bounded part of the trail, by its index', async () => {
    await appendMany(app.dataSource.manager, ticket.id, 5_000);
    await app.dataSource.query('ANALYZE activity');
    const { lastId } = await opened();
    await aTicket(liam);
    const statements = await recordStatements(app, async () => {
      const listener = await Listener.open(await signedInAgain(), { token: lastId });
      await listener.first('ticket.created');
      await listener.close();
    });
    const ofTheTrail = statements.filter(({ sql }) => /FROM activity|activity e/.test(sql) && !sql.includes('append'));
    expect(ofTheTrail.length).toBeGreaterThan(1);
    for (const statement of ofTheTrail) {
      const rows = await rowsRead(app, statement);
      expect([statement.sql, rows < 500]).toEqual([statement.sql, true]);
    }
  });

  it('R09 says reset to whoever missed more than a thousand entries, or older than a day', async () => {
    const before = await Listener.open(liam.api);
    // Once this is told, so is all that was written for the tests before.
    const latest = await aTicket(liam);
    await before.first<{ ticket: { id: string } }>('ticket.created', (data) => data.ticket.id === latest.id);
    await before.close();
    const { lastId } = before;
    await appendMany(app.dataSource.manager, ticket.id, 1_000);
    const patient = await Listener.open(liam.api, { token: lastId });
    await patient.until(() => idsIn(patient).length >= 1_000, 'a thousand entries');
    const { lastId: aThousand } = patient;
    await append(app.dataSource.manager, ticket.id);
    await append(app.dataSource.manager, ticket.id);
    // What the process has not read yet, nobody has missed.
    await patient.until(() => idsIn(patient).length >= 1_002, 'two more');
    await patient.close();
    const late = await Listener.open(liam.api, { token: lastId });
    expect((await late.first('reset')).id).not.toBe(lastId);
    await late.close();
    app.clock.advance(2 * DAY);
    const old = await Listener.open(await signedInAgain(), { token: aThousand });
    await old.first('reset');
    await old.close();
  });

  async function signedInAgain(): Promise<Somebody['api']> {
    return (await aUser(app, 'agent')).api;
  }

  async function opened(): Promise<Listener> {
    const listener = await Listener.open(await signedInAgain());
    await listener.close();
    return listener;
  }
});
