import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { startApp, type TestApp } from './app/app.js';

/** As often as it is looked for work, and some more on a busy machine. */
const PATIENCE = 20_000;

describe('jobs', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  /** Another process of the same installation, as far as jobs are concerned. */
  async function instance(work: () => Promise<void>): Promise<Jobs> {
    const jobs = new Jobs(app.dataSource);
    jobs.add({ name: 'count-runs', cron: '0 0 1 1 *', work });
    await jobs.start();
    return jobs;
  }

  it(
    'run once with several instances, however often they are asked for, also after one of them has left',
    async () => {
      let runs = 0;
      const done: (() => void)[] = [];
      const ran = (): Promise<void> => new Promise((resolve) => done.push(resolve));
      const work = (): Promise<void> => {
        runs += 1;
        done.splice(0).forEach((resolve) => {
          resolve();
        });
        return Promise.resolve();
      };
      const instances = await Promise.all([instance(work), instance(work), instance(work)]);
      const first = ran();
      await Promise.all(instances.map((jobs) => jobs.runSoon('count-runs')));
      await first;
      const states: { state: string; count: string }[] = await app.dataSource.query(
        "SELECT state::text, count(*) FROM pgboss.job WHERE name = 'count-runs' GROUP BY 1",
      );
      expect(states).toHaveLength(1);
      expect([runs, states[0]?.count]).toEqual([1, '1']);
      await instances[0].beforeApplicationShutdown();
      const second = ran();
      await instances[1].runSoon('count-runs');
      await second;
      expect(runs).toBe(2);
      await Promise.all(instances.map((jobs) => jobs.beforeApplicationShutdown()));
    },
    PATIENCE * 2,
  );

  it('of the product are those that the clock asks for', async () => {
    await app.nest.get(Jobs).start();
    const rows: { name: string }[] = await app.dataSource.query('SELECT name FROM pgboss.schedule ORDER BY name');
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['close-resolved-tickets', 'purge-bin']));
  });
});
