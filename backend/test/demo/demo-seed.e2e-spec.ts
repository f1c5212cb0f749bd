import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD, FACES, colleagueCalled, NEWCOMERS, PEOPLE } from '../../src/demo/company.js';
import { planDemo, SMALL_SIZE } from '../../src/demo/plan.js';
import { seedDemo } from '../../src/demo/seed-demo.js';
import type { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { type Activity, type PageOf, signedIn, type Ticket } from '../app/builders.js';

const PICTURES = join(import.meta.dirname, '../../demo/pictures');
const CLOSING_DAYS = 7;

async function all<Item>(api: Api, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: PageOf<Item> } = await api.get<PageOf<Item>>(
      `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    items.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return items;
}

describe('A small demo', () => {
  let app: TestApp;
  let folder: string;
  let admin: Api;
  const now = Date.now();
  const plan = planDemo(now, SMALL_SIZE, CLOSING_DAYS);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-demo-'));
    app = await startApp({ DATA_DIR: folder });
    const set = (time: number): void => {
      app.clock.advance(time - app.clock.now().getTime());
    };
    await seedDemo(app.nest, { clock: { set }, now, size: SMALL_SIZE, pictures: PICTURES });
    set(now);
    admin = await signedIn(app, colleagueCalled(FACES.admin), DEMO_PASSWORD);
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('has the people and tickets of its plan', async () => {
    expect(await all(admin, '/users')).toHaveLength(PEOPLE.length + NEWCOMERS.length);
    const planned = plan.filter(({ kind }) => kind === 'file').length;
    const tickets = await all<Ticket>(admin, '/tickets');
    const binned = await all<Ticket>(admin, '/tickets?deleted=true');
    expect(tickets.length + binned.length).toBe(planned);
    expect(new Set(tickets.map(({ status }) => status)).size).toBeGreaterThan(4);
  });

  it('has a trail of every ticket that begins with its filing, goes forward and ends before now', async () => {
    for (const { id, createdAt } of await all<Ticket>(admin, '/tickets')) {
      const trail = (await all<Activity>(admin, `/tickets/${id}/activity`)).map(({ at, kind }) => ({ at, kind }));
      expect(trail[0]).toEqual({ at: createdAt, kind: 'ticket.created' });
      expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).toSorted());
      expect(Date.parse(trail.at(-1)!.at)).toBeLessThanOrEqual(now);
    }
  });

  it('has nothing anywhere that happens later than now', async () => {
    const rows: { late: string }[] = await app.dataSource.query(
      `SELECT count(*) AS late FROM (
         SELECT at FROM activity UNION ALL SELECT created_at FROM comments UNION ALL SELECT updated_at FROM tickets
         UNION ALL SELECT created_at FROM attachments UNION ALL SELECT created_at FROM users) AS times (at)
       WHERE at > $1`,
      [app.clock.now()],
    );
    expect(Number(rows[0]?.late)).toBe(0);
  });

  it.each(Object.entries(FACES))('lets its %s sign in', async (role, name) => {
    const api = await signedIn(app, colleagueCalled(name), DEMO_PASSWORD);
    const { body } = await api.get<{ role: string; name: string }>('/auth/me');
    expect(body).toMatchObject({ role, name });
  });
});
