import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, moved, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { checksum } from '../app/checksum.js';
import { countStatements } from '../app/statements.js';
import { csv, imported, rowsOf } from '../imports/imported.js';

type Schemas = components['schemas'];
const REPORTS = ['overview', 'volume', 'first-replies', 'resolutions', 'open'];

describe('reports', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, liam, admin] = [await aUser(app), await aUser(app, 'agent', '=Liam'), await aUser(app, 'admin')];
  });
  afterAll(() => app.close());

  const volume = async (query: string): Promise<Schemas['VolumeReportDto']> =>
    (await liam.api.get<Schemas['VolumeReportDto']>(`/reports/volume${query}`)).body;

  it('P04 take two statements with a time zone, and three without, the check of the session included', async () => {
    for (const name of REPORTS) {
      const count = (query: string): Promise<number> =>
        countStatements(app, () => liam.api.get(`/reports/${name}${query}`));
      expect([name, await count('?timeZone=Europe/Berlin&priority=high'), await count('')]).toEqual([name, 2, 3]);
    }
  });

  it('change nothing and are not recorded, as a file neither', async () => {
    const before = await checksum(app);
    for (const name of REPORTS) expect((await liam.api.get(`/reports/${name}?format=csv`)).status).toBe(200);
    expect(await checksum(app)).toBe(before);
  });

  it('tell of thirty days up to today, day by day, with zeros, where nothing is asked for', async () => {
    await aTicket(emma);
    const { from, to, interval, timeZone, parts } = await volume('');
    const today = app.clock.now().toISOString().slice(0, 10);
    expect([to, interval, timeZone, parts.length]).toEqual([today, 'day', 'UTC', 30]);
    expect([parts[0]!.from, parts.at(-1)!.to]).toEqual([from, today]);
    expect(parts.map(({ created }) => created)).toEqual([...Array<number>(29).fill(0), 1]);
  });

  it('tell of so many days as are asked for, up to the last one', async () => {
    const { from, to } = await volume('?days=7&to=2026-03-01');
    expect([from, to]).toEqual(['2026-02-23', '2026-03-01']);
  });

  it.each([
    ['2026-01-01', '2026-04-02', 'day'],
    ['2026-01-01', '2026-04-03', 'week'],
    ['2026-01-01', '2027-01-01', 'week'],
    ['2026-01-01', '2027-01-02', 'month'],
  ])('from %s to %s have parts of one %s', async (from, to, interval) => {
    expect((await volume(`?from=${from}&to=${to}`)).interval).toBe(interval);
  });

  it('cut weeks on Mondays and months on their first, and the first and the last part where the range ends', async () => {
    const days = ({ parts }: Schemas['VolumeReportDto']): string[][] => parts.map(({ from, to }) => [from, to]);
    expect(days(await volume('?from=2026-07-01&to=2026-07-14&interval=week'))).toEqual([
      ['2026-07-01', '2026-07-05'],
      ['2026-07-06', '2026-07-12'],
      ['2026-07-13', '2026-07-14'],
    ]);
    expect(days(await volume('?from=2026-01-31&to=2026-03-01&interval=month'))).toEqual([
      ['2026-01-31', '2026-01-31'],
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-01'],
    ]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', '2026-04-05T13:30:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-01', '2026-10-31T18:15:00.000Z', '2026-11-01T18:15:00.000Z'],
    // Midnight comes twice there, and does not come at all.
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z', '2025-11-03T05:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'],
    // A day that was skipped.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T10:00:00.000Z'],
  ])('know how long the day is in %s on %s', async (timeZone, day, startsAt, endsAt) => {
    const { parts } = await volume(`?from=${day}&to=${day}&timeZone=${timeZone}`);
    expect(parts).toMatchObject([{ from: day, to: day, startsAt, endsAt }]);
  });

  it("take the reader's own calendar, else that of the settings", async () => {
    await admin.api.patch('/settings', { timeZone: 'Asia/Kathmandu' });
    expect((await volume('')).timeZone).toBe('Asia/Kathmandu');
    await liam.api.patch('/auth/me', { timeZone: 'America/New_York' });
    expect((await volume('')).timeZone).toBe('America/New_York');
    expect((await volume('?timeZone=Europe/Berlin')).timeZone).toBe('Europe/Berlin');
  });

  it('count open tickets by age in local days, with the times that a list takes', async () => {
    const at = (days: number): string => new Date(app.clock.now().getTime() - days * 86_400_000).toISOString();
    const rows = [0, 2, 5, 20, 90].map((days, row) => `age ${row},${at(days)}`);
    await imported(admin, csv('subject,createdAt', ...rows));
    const { body } = await liam.api.get<Schemas['OpenReportDto']>('/reports/open?timeZone=UTC&assignee=none');
    expect(body.ages.map(({ count }) => count)).toEqual([2, 1, 1, 1, 1]);
    expect(body.total).toBe(6);
    const today = `${at(0).slice(0, 10)}T00:00:00.000Z`;
    expect(body.ages[0]).toMatchObject({ age: 'today', createdFrom: today, createdTo: null });
    expect(body.ages[1]).toMatchObject({ createdTo: today });
    expect(body.ages[4]).toMatchObject({ age: 'older', createdFrom: null, createdTo: body.ages[3]!.createdFrom });
  });

  it('count what one has with `me`, and nothing for whoever is not there', async () => {
    const ticket = await aTicket(emma);
    await liam.api.post<Ticket>(`/tickets/${ticket.id}/assignee`, { assigneeId: liam.id }, { 'If-Match': '*' });
    const total = async (query: string): Promise<number> =>
      (await liam.api.get<Schemas['OpenReportDto']>(`/reports/open${query}`)).body.total;
    const [all, mine, nobodys] = [await total(''), await total('?assignee=me'), await total('?assignee=none')];
    expect([mine, nobodys, await total('?assignee=me,none')]).toEqual([1, all - 1, all]);
    expect(await total('?assignee=0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55')).toBe(0);
  });

  it('take a resolution back when a ticket is reopened', async () => {
    const ticket = await aTicket(emma);
    const resolved = async (): Promise<number> => {
      const { body } = await liam.api.get<Schemas['OverviewReportDto']>('/reports/overview');
      return body.resolved;
    };
    const before = await resolved();
    await moved(liam, ticket, { status: 'resolved' });
    expect(await resolved()).toBe(before + 1);
    await moved(emma, ticket, { status: 'in_progress' });
    expect(await resolved()).toBe(before);
  });

  it('S25 are files that a spreadsheet opens, with cells that it does not calculate', async () => {
    for (const name of REPORTS) {
      const { text, headers } = await liam.api.get(`/reports/${name}?format=csv`);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/);
      const cells = rowsOf(text).flatMap((row) => Object.values(row));
      expect(cells.length).toBeGreaterThan(3);
      expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    }
    const { text } = await liam.api.get('/reports/open?format=csv');
    expect(rowsOf(text)).toContainEqual({ by: 'assignee', value: "'=Liam", count: '1' });
  });

  it.each([
    ['volume', 'from=2026-02-30', '/from'],
    ['volume', 'from=1999-12-31', '/from'],
    ['volume', 'to=2200-01-01', '/to'],
    ['volume', 'from=2026-03-02&to=2026-03-01', '/from'],
    ['volume', 'from=2020-01-01&to=2026-03-01&interval=day', '/interval'],
    ['volume', 'days=0', '/days'],
    ['overview', 'days=1e9', '/days'],
    ['overview', 'timeZone=Mars/Olympus', '/timeZone'],
    ['overview', 'timeZone=%2B05:37', '/timeZone'],
    ['open', 'assignee=nobody', '/assignee'],
    ['open', 'category=hardware', '/category'],
    ['open', 'priority=normal,none', '/priority'],
    ['resolutions', 'format=pdf', '/format'],
  ])('%s refuses %s and says which parameter it was', async (name, query, pointer) => {
    const { status, body } = await liam.api.get<Problem>(`/reports/${name}?${query}`);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, 'invalid_query', pointer]);
  });
});
