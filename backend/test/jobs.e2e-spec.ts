import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { startApp, type TestApp } from './app/app.js';

/** As often as it is looked for work, and some more on a busy machine. */
const PATIENCE = 20_000;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await setTimeout(50);
  }
}

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

  async function countOf(state: string): Promise<number> {
    const query = "SELECT FROM pgboss.job WHERE name = 'count-runs' AND state = $1";
    const rows: unknown[] = await app.dataSource.query(query, [state]);
    return rows.length;
  }

  it(
    'run one at a time with several instances, and once more however often they are asked for meanwhile',
    async () => {
      let [begun, atOnce, most] = [0, 0, 0];
      const gate = Promise.withResolvers<undefined>();
      const work = async (): Promise<void> => {
        begun += 1;
        most = Math.max(most, ++atOnce);
        await gate.promise;
        atOnce -= 1;
      };
      const instances = await Promise.all([instance(work), instance(work), instance(work)]);
      const askAll = (): Promise<unknown> => Promise.all(instances.map((jobs) => jobs.runSoon('count-runs')));
      try {
        await askAll();
        await until(() => begun === 1);
        for (let times = 0; times < 3; times += 1) await askAll();
        gate.resolve(undefined);
        await until(async () => (await countOf('completed')) === 2);
        expect([begun, most, await countOf('created'), await countOf('active')]).toEqual([2, 1, 0, 0]);
        await instances[0].beforeApplicationShutdown();
        await instances[1].runSoon('count-runs');
        await until(() => begun === 3);
      } finally {
        gate.resolve(undefined);
        await Promise.all(instances.map((jobs) => jobs.beforeApplicationShutdown()));
      }
    },
    PATIENCE * 3,
  );

  it('of the product are those that the clock asks for', async () => {
    await app.nest.get(Jobs).start();
    const rows: { name: string }[] = await app.dataSource.query('SELECT name FROM pgboss.schedule ORDER BY name');
    const names = rows.map(({ name }) => name).filter((name) => name !== 'count-runs');
    expect(names).toEqual([
      'close-resolved-tickets',
      'forget-answers',
      'mail-trail-heads',
      'make-months-of-the-trail',
      'purge-bin',
      'remind-before-closing',
      'roll-up-reports',
      'sweep-attachments',
      'sweep-sessions',
    ]);
  });
});
