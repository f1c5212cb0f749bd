import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RecordedEvent, UnitOfWork } from '../src/platform/unit-of-work.js';
import { startApp, type TestApp } from './app/app.js';
import { type Activity, aTicket, aUser, type PageOf, type Problem, type Somebody } from './app/builders.js';

describe('a change and what is told of it', () => {
  let app: TestApp;
  let emma: Somebody;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app);
  });
  afterAll(() => app.close());

  it('reaches writers within the transaction and watchers after the commit', async () => {
    const told: { by: string; committed: boolean }[] = [];
    const isCommitted = async (id: string): Promise<boolean> => {
      const rows: unknown[] = await app.dataSource.query('SELECT FROM activity WHERE id = $1', [id]);
      return rows.length === 1;
    };
    const unitOfWork = app.nest.get(UnitOfWork);
    unitOfWork.writeWith(async ([event]) => {
      told.push({ by: 'writer', committed: await isCommitted(event?.id ?? '') });
    });
    const watched = new Promise<readonly RecordedEvent[]>((resolve) => {
      unitOfWork.watchWith(resolve);
    });
    const ticket = await aTicket(emma);
    const [event] = await watched;
    expect(event).toMatchObject({ kind: 'ticket.created', subject: { id: ticket.id }, origin: { actorId: emma.id } });
    expect(told).toEqual([{ by: 'writer', committed: false }]);
    expect(await isCommitted(event?.id ?? '')).toBe(true);
  });

  it('is undone as a whole when a writer fails, and a failing watcher harms nothing', async () => {
    const unitOfWork = app.nest.get(UnitOfWork);
    let fails = true;
    unitOfWork.writeWith(() => (fails ? Promise.reject(new Error('the writer cannot')) : Promise.resolve()));
    unitOfWork.watchWith(() => {
      throw new Error('the watcher cannot');
    });
    const before = await rowCounts(app);
    const answer = await emma.api.send('POST', '/tickets', { body: { subject: 'Lost', description: 'Never seen' } });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('writer');
    expect(await rowCounts(app)).toEqual(before);
    fails = false;
    const ticket = await aTicket(emma);
    const trail = await emma.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    expect(trail.body.items.map(({ kind }) => kind)).toEqual(['ticket.created']);
  });

  it('is undone, and may be tried again, when its connection breaks between two statements', async () => {
    let breaks = true;
    app.nest.get(UnitOfWork).writeWith(async (_, manager) => {
      if (!breaks) return;
      const [own] = await manager.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      await app.dataSource.query('SELECT pg_terminate_backend($1)', [own!.pid]);
      while (!manager.queryRunner!.isReleased) await pause(5);
    });
    const before = await rowCounts(app);
    const asked = { subject: 'Cut off', description: 'In the middle' };
    const answer = await emma.api.post<Problem>('/tickets', asked);
    expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    expect(await rowCounts(app)).toEqual(before);
    breaks = false;
    expect((await emma.api.post('/tickets', asked)).status).toBe(201);
  });

  it('carries the id of its request', async () => {
    const answer = await emma.api.post<{ id: string }>(
      '/tickets',
      { subject: 'With an id', description: 'Of its request' },
      { 'X-Request-Id': 'trace-me-12345678' },
    );
    expect(answer.headers.get('x-request-id')).toBe('trace-me-12345678');
    const rows: unknown = await app.dataSource.query(
      'SELECT request_id, actor_id FROM activity WHERE subject_id = $1',
      [answer.body.id],
    );
    expect(rows).toEqual([{ request_id: 'trace-me-12345678', actor_id: emma.id }]);
  });
});

async function rowCounts(app: TestApp): Promise<unknown> {
  return app.dataSource.query(
    'SELECT (SELECT count(*) FROM tickets) AS tickets, (SELECT count(*) FROM activity) AS entries',
  );
}
