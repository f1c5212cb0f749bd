import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { Answer } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aPerson, aTicket, aUser, signedIn, type Somebody, type Ticket } from '../app/builders.js';

const ROUNDS = 28;

describe('S10 adding a watcher tells nobody whether an address has an account', () => {
  let app: TestApp;
  let emma: Somebody;
  let disabled: string;
  let invited: string;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app, 'employee', 'Emma');
    disabled = (await aPerson(app, 'agent')).email;
    await app.dataSource.query('UPDATE users SET disabled_at = now() WHERE email = $1', [disabled]);
    invited = (await aPerson(app)).email;
    await app.dataSource.query('UPDATE users SET password_hash = NULL WHERE email = $1', [invited]);
  });
  afterAll(() => app.close());

  const known = async (): Promise<string> => (await aPerson(app)).email;
  const unknown = (): string => `person-${newId()}@example.org`;

  function told({ status, headers, body, text }: Answer<unknown>, email: string): unknown {
    const rest = [...headers].filter(([name]) => !['date', 'x-request-id', 'x-ratelimit-remaining'].includes(name));
    const { addedAt, ...watcher } = body as { addedAt?: string; email?: string };
    return {
      status,
      rest,
      watcher: { ...watcher, email: watcher.email === email },
      dated: !!addedAt,
      size: text.length,
    };
  }

  it('S10 answers the same in status, body and headers, the first time and again, and when it is taken off', async () => {
    const ticket = await aTicket(emma);
    const path = `/tickets/${ticket.id}/watchers`;
    const answers: unknown[][] = [];
    for (const email of [await known(), unknown(), disabled, invited]) {
      const body = { email };
      const steps = [await emma.api.post(path, body), await emma.api.post(path, body)];
      const gone = await emma.api.call('DELETE', path, { body });
      const absent = await emma.api.call('DELETE', path, { body });
      answers.push([...steps.map((step) => told(step, email)), [gone.status, gone.text], absent.status]);
    }
    for (const each of answers) expect(each).toEqual(answers[0]);
    expect(answers[0]).toMatchObject([{ status: 201 }, { status: 201 }, [204, ''], 404]);
  });

  it('S10 the list, the ticket and its trail tell him no more afterwards', async () => {
    const views = await Promise.all(
      [await known(), unknown()].map(async (email) => {
        const ticket = await aTicket(emma);
        await emma.api.post(`/tickets/${ticket.id}/watchers`, { email });
        const read = async (rest: string): Promise<object> =>
          (await emma.api.get<object>(`/tickets/${ticket.id}${rest}`)).body;
        const seen = JSON.stringify([await read('/watchers'), await read(''), await read('/activity')]);
        return seen
          .replaceAll(email, 'ADDRESS')
          .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID')
          .replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, 'TIME')
          .replaceAll(/"number":\d+/g, 'NUMBER');
      }),
    );
    expect(views[0]).toBe(views[1]);
    expect(views[0]).toContain('watcher.added');
  });

  const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!;

  async function measure(ticket: Ticket, withAccount: number[], without: number[]): Promise<void> {
    app.clock.advance(61 * 60_000);
    // The clock has moved past the life of her token.
    emma = { ...emma, api: await signedIn(app, emma) };
    for (let round = 0; round < ROUNDS; round += 1) {
      const isKnown = round % 2 === 0;
      const email = isKnown ? await known() : unknown();
      const start = performance.now();
      const { status } = await emma.api.post(`/tickets/${ticket.id}/watchers`, { email });
      (isKnown ? withAccount : without).push(performance.now() - start);
      expect(status).toBe(201);
    }
    await app.dataSource.query('DELETE FROM ticket_watchers');
  }

  it('S10 both take as long: the medians of interleaved calls are within 10 % or 5 ms', async () => {
    const ticket = await aTicket(emma);
    const [withAccount, without]: [number[], number[]] = [[], []];
    const isTold = (): boolean => {
      const [one, other] = [median(withAccount), median(without)];
      return Math.abs(one - other) > Math.max(5, 0.1 * Math.max(one, other));
    };
    await measure(ticket, withAccount, without);
    // A busy machine blurs a few measurements; a difference that could be used stays in many.
    for (let more = 0; more < 5 && isTold(); more += 1) await measure(ticket, withAccount, without);
    expect([median(withAccount), median(without), isTold()]).toEqual([median(withAccount), median(without), false]);
  }, 120_000);
});
