import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { rebuildRollups } from '../../src/reports/rollups/roll-up.js';
import { RollingUp } from '../../src/reports/rollups/rolling-up.service.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Somebody } from '../app/builders.js';
import { exactPercentile, type Fact, plainFacts, queryOf, type Question, within } from './plain-figures.js';
import { type Company, RandomWork, randomNumbers } from './random-work.js';

type Schemas = components['schemas'];
type Durations = Schemas['DurationsDto'];

const ZONES = ['Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/Berlin', 'America/New_York'];
/** Weeks around the days on which these zones change their clocks in 2026, and the days of the test. */
const SEASONS = ['2026-03-01', '2026-04-10', '2026-09-25', '2026-11-10'].map((date) => Date.parse(date));

describe('reports out of roll-ups and tickets', () => {
  let app: TestApp;
  let reader: Somebody;
  let company: Company;
  let work: RandomWork;

  beforeAll(async () => {
    app = await startApp();
    const [employee, admin] = [await aUser(app), await aUser(app, 'admin')];
    const agents = [
      await aUser(app, 'agent', 'Liam'),
      await aUser(app, 'agent', 'Mia'),
      await aUser(app, 'agent', 'Noa'),
    ];
    reader = agents[0]!;
    const { body } = await admin.api.get<{ items: { id: string; name: string }[] }>('/categories');
    company = { app, employee, agents, admin, categories: body.items };
    work = new RandomWork(company, randomNumbers(7));
    await work.importSome(150, SEASONS[0]!, SEASONS[1]!);
    await work.importSome(150, SEASONS[2]!, SEASONS[3]!);
  });
  afterAll(() => app.close());

  async function report<T>(name: string, question: Partial<Question> & { interval?: string }): Promise<T> {
    const { status, body, text } = await reader.api.get<T>(`/reports/${name}${queryOf(question)}`);
    if (status !== 200) throw new Error(text);
    return body;
  }

  function isClose(told: Durations, exact: readonly number[]): void {
    expect(told.count).toBe(exact.length);
    for (const [value, part] of [
      [told.median, 0.5],
      [told.percentile90, 0.9],
    ] as const) {
      const real = exactPercentile(exact, part);
      if (real === null) expect(value).toBeNull();
      // What took less than a second is told as a second.
      else expect(Math.abs((value ?? NaN) / Math.max(real, 1) - 1)).toBeLessThanOrEqual(0.05);
    }
  }

  const taken = (facts: readonly Fact[], what: 'replied' | 'resolved', days: { from: string; to: string }): number[] =>
    facts
      .filter((fact) => within([fact[what]], days) === 1)
      .map((fact) => (what === 'replied' ? fact.firstReplyS : fact.resolutionS));

  async function holds(question: Question, interval: string): Promise<void> {
    const facts = await plainFacts(app, question);
    const volume = await report<Schemas['VolumeReportDto']>('volume', { ...question, interval });
    expect(volume.parts[0]?.from).toBe(question.from);
    expect(volume.parts.at(-1)?.to).toBe(question.to);
    expect(volume.parts.map(({ created, resolved }) => [created, resolved])).toEqual(
      volume.parts.map((part) => [
        within(
          facts.map(({ created }) => created),
          part,
        ),
        taken(facts, 'resolved', part).length,
      ]),
    );
    const replies = await report<Schemas['DurationsReportDto']>('first-replies', { ...question, interval });
    isClose(replies.durations, taken(facts, 'replied', question));
    const resolutions = await report<Schemas['DurationsReportDto']>('resolutions', { ...question, interval });
    for (const part of resolutions.parts) isClose(part.durations, taken(facts, 'resolved', part));
    const overview = await report<Schemas['OverviewReportDto']>('overview', question);
    isClose(overview.firstReply, taken(facts, 'replied', question));
    isClose(overview.resolution, taken(facts, 'resolved', question));
    expect([overview.created, overview.resolved, overview.open]).toEqual([
      within(
        facts.map(({ created }) => created),
        question,
      ),
      taken(facts, 'resolved', question).length,
      facts.filter(({ open }) => open).length,
    ]);
    const { timeZone, category, priority, assignee } = question;
    const open = await report<Schemas['OpenReportDto']>('open', { timeZone, category, priority, assignee });
    expect(open.total).toBe(overview.open);
    const by = [open.statuses, open.priorities, open.categories, open.assignees, open.ages];
    for (const counts of by) expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(open.total);
  }

  async function allHold(): Promise<void> {
    const [email, website, access] = company.categories.map(({ id }) => id);
    const filters: Partial<Question>[] = [
      {},
      { category: [email!] },
      { priority: ['high', 'urgent'], assignee: [reader.id, 'none'] },
      { category: [email!, website!, access!], priority: ['normal'], assignee: company.agents.map(({ id }) => id) },
    ];
    for (const [at, timeZone] of ZONES.entries()) {
      await holds({ from: '2026-03-05', to: '2026-04-07', timeZone, ...filters[at] }, 'day');
      await holds({ from: '2025-12-31', to: '2026-12-02', timeZone, ...filters[(at + 1) % 4] }, 'week');
      await holds({ from: '2026-02-11', to: '2027-01-01', timeZone, ...filters[(at + 2) % 4] }, 'month');
    }
  }

  const marks = async (): Promise<number> => {
    const rows: { count: number }[] = await app.dataSource.query(
      'SELECT count(*)::integer AS count FROM report_stale_quarters',
    );
    return rows[0]!.count;
  };

  it('are exact before the first roll-up, and after two at once', async () => {
    await allHold();
    expect(await marks()).toBeGreaterThan(0);
    const rolling = app.nest.get(RollingUp);
    await Promise.all([rolling.rollUp(), rolling.rollUp()]);
    expect(await marks()).toBe(0);
    await allHold();
  });

  it('are exact after any work, before the next roll-up and after it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let steps = 0; steps < 60; steps += 1) await work.step();
      await work.importSome(10, SEASONS[0]!, SEASONS[3]!);
      expect(await marks()).toBeGreaterThan(0);
      await allHold();
      await app.nest.get(RollingUp).rollUp();
      expect(await marks()).toBe(0);
      await allHold();
    }
  });

  it('are exact while people work and roll-ups run at the same time', async () => {
    const rolling = app.nest.get(RollingUp);
    const steps = Array.from({ length: 60 }, () => work.step());
    await Promise.all([...steps, rolling.rollUp(), rolling.rollUp(), work.importSome(20, SEASONS[0]!, SEASONS[3]!)]);
    await allHold();
    await Promise.all([rolling.rollUp(), rolling.rollUp(), rolling.rollUp()]);
    await allHold();
  });

  it('are exact after tickets were written past the triggers and the roll-ups made anew', async () => {
    await app.dataSource.query(`
      ALTER TABLE tickets DISABLE TRIGGER USER;
      UPDATE tickets SET created_at = created_at - interval '3 days', priority = 3 - priority WHERE number % 3 = 0;
      ALTER TABLE tickets ENABLE TRIGGER USER`);
    await rebuildRollups(app.dataSource);
    expect(await marks()).toBe(0);
    await allHold();
  });
});
