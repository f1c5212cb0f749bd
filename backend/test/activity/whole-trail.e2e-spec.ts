import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { SignInBudgets } from '../../src/auth/sign-in/sign-in-budgets.service.js';
import { Bin } from '../../src/tickets/bin/bin.service.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, type PageOf, type Problem, signedIn, type Somebody } from '../app/builders.js';
import { countStatements } from '../app/statements.js';
import { rowsOf } from '../imports/imported.js';

type Entry = components['schemas']['TrailEntryDto'];
const DAY = 86_400_000;

describe('the whole trail', () => {
  let app: TestApp;
  let admin: Somebody;
  let agent: Somebody;
  let requester: Somebody;

  beforeAll(async () => {
    app = await startApp({ TRUST_PROXY: '1' });
    admin = await aUser(app, 'admin', 'Nora Admin');
    agent = await aUser(app, 'agent', 'Adam Reed');
    requester = await aUser(app, 'employee', 'Emma Thorn');
  });
  afterAll(() => app.close());

  async function page(query = ''): Promise<PageOf<Entry>> {
    const { status, body } = await admin.api.get<PageOf<Entry>>(`/activity${query}`);
    expect(status).toBe(200);
    return body;
  }

  const entries = async (query = ''): Promise<Entry[]> => (await page(query)).items;
  const kinds = async (query = ''): Promise<string[]> => (await entries(query)).map(({ kind }) => kind);

  it('names who, what and to whom, as they are called now, the newest first', async () => {
    const ticket = await aTicket(requester, { subject: 'Printer jams' });
    await agent.api.post(`/tickets/${ticket.id}/assignee`, { assigneeId: agent.id }, ifMatch(ticket));
    await admin.api.patch(`/users/${requester.id}`, { role: 'agent' });
    await admin.api.patch(`/users/${requester.id}`, { role: 'employee' });
    const [made, unmade, moved, assigned, created] = (await entries('?limit=7')).filter(
      ({ kind }) => kind !== 'session.ended',
    );
    expect(made).toMatchObject({
      kind: 'person.role_changed',
      actor: { id: admin.id, name: 'Nora Admin' },
      subject: { type: 'person', id: requester.id, name: 'Emma Thorn', number: null },
      payload: { from: 'agent', to: 'employee' },
      bulkId: null,
    });
    expect(unmade).toMatchObject({ payload: { from: 'employee', to: 'agent' } });
    const subject = { type: 'ticket', id: ticket.id, number: ticket.number, name: 'Printer jams' };
    expect(moved).toMatchObject({ kind: 'ticket.status_changed', subject });
    expect(assigned).toMatchObject({
      kind: 'ticket.assigned',
      payload: { from: null, to: { id: agent.id, name: 'Adam Reed' } },
      subject,
    });
    expect(created).toMatchObject({ kind: 'ticket.created', actor: { name: 'Emma Thorn' }, public: true });
    expect(moved?.requestId).toBe(assigned?.requestId);
  });

  it('is filtered by actor, subject, number, kind, time, request, bulk change and address, each and together', async () => {
    const [one, two] = [await aTicket(requester), await aTicket(requester)];
    const change = { ids: [one.id, two.id], change: { priority: 'high' } };
    const { body } = await agent.api.post<{ bulkId: string }>('/tickets/bulk', change);
    const ofBulk = await entries(`?bulkId=${body.bulkId}`);
    expect(ofBulk.map(({ subject }) => subject.number).sort()).toEqual([one.number, two.number].sort());
    expect(await kinds(`?requestId=${ofBulk[0]?.requestId ?? ''}`)).toEqual(Array(2).fill('ticket.priority_changed'));
    expect(await kinds(`?subject=${one.id}`)).toEqual(['ticket.priority_changed', 'ticket.created']);
    expect(await kinds(`?ticket=${two.number}`)).toEqual(['ticket.priority_changed', 'ticket.created']);
    expect(await kinds(`?ticket=${two.number}&kind=ticket.created`)).toEqual(['ticket.created']);
    expect(await kinds(`?ticket=${two.number}&kind=comment.added`)).toEqual([]);
    expect(await kinds('?ticket=999999')).toEqual([]);
    const byAgent = await entries(`?actor=${agent.id}&limit=100`);
    expect(new Set(byAgent.map(({ actor }) => actor?.id))).toEqual(new Set([agent.id]));
    expect(await kinds(`?actor=${agent.id}&kind=ticket.assigned,ticket.priority_changed`)).toEqual([
      ...Array<string>(2).fill('ticket.priority_changed'),
      'ticket.assigned',
    ]);
    expect(await entries('?actor=me&kind=person.role_changed')).toHaveLength(2);
    const [newest] = await entries('?kind=ticket.priority_changed&limit=1');
    expect(await kinds(`?kind=ticket.created&from=${newest?.at ?? ''}`)).toEqual([]);
    expect((await kinds(`?kind=ticket.created&to=${newest?.at ?? ''}`)).length).toBeGreaterThan(2);
    const from = { 'X-Forwarded-For': '192.0.2.44' };
    for (const password of ['a wrong guess', 'another wrong guess'])
      await new Api(app.url).post<Problem>('/auth/token', { email: agent.email, password }, from);
    await later(16 * 60_000);
    await app.nest.get(SignInBudgets).sweep();
    expect(await entries('?address=192.0.2.44')).toMatchObject([
      { kind: 'sign_in.refused', actor: null, payload: { count: 2 }, subject: { id: agent.id, name: 'Adam Reed' } },
    ]);
    expect(await kinds('?actor=system&kind=sign_in.refused,ticket.created')).toEqual(['sign_in.refused']);
    expect(await entries('?address=192.0.2.44&actor=me')).toEqual([]);
  });

  it('keeps what was purged findable by its id', async () => {
    const ticket = await aTicket(requester, { subject: 'Forget me' });
    await requester.api.delete(`/tickets/${ticket.id}`, ifMatch(ticket));
    await later(31 * DAY);
    await app.nest.get(Bin).purgeOld();
    expect(await entries(`?ticket=${ticket.number}`)).toEqual([]);
    const left = await entries(`?subject=${ticket.id}`);
    expect(left.map(({ kind, actor }) => [kind, actor?.name ?? null])).toEqual([
      ['ticket.purged', null],
      ['ticket.deleted', 'Emma Thorn'],
      ['ticket.created', 'Emma Thorn'],
    ]);
    expect(left.map(({ subject }) => [subject.name, subject.number])).toEqual([
      [null, ticket.number],
      [null, null],
      [null, ticket.number],
    ]);
  });

  it('looks through a bounded time where no index gives what is asked for, else through any', async () => {
    const ago = (days: number): string => new Date(app.clock.now().getTime() - days * DAY).toISOString();
    await aTicket(requester);
    const id = '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55';
    const walked = ['bulkId', 'requestId'].map((name) => `${name}=${id}`);
    for (const filter of [
      ...walked,
      'address=::1',
      'actor=system',
      'kind=ticket.created',
      'actor=me&kind=view.created',
    ]) {
      const { status, body } = await admin.api.get<Problem>(`/activity?${filter}&from=${ago(94)}`);
      expect([filter, status, body.errors?.[0]?.pointer]).toEqual([filter, 400, '/from']);
      expect((await admin.api.get(`/activity?${filter}&from=${ago(92)}`)).status).toBe(200);
      expect((await admin.api.get(`/activity?${filter}&from=${ago(400)}&to=${ago(320)}`)).status).toBe(200);
    }
    for (const filter of ['', `actor=${id}`, `subject=${id}`, 'ticket=1001', 'kind=settings.changed,view.created'])
      expect((await admin.api.get(`/activity?${filter}&from=2000-01-01`)).status).toBe(200);
    const early = (await entries('?from=2000-01-01&limit=100')).filter(({ at }) => at < ago(29));
    expect(early.length).toBeGreaterThan(5);
    const usual = await entries('?limit=100');
    expect(usual.length).toBeGreaterThan(1);
    expect(usual.filter(({ at }) => at < ago(31))).toEqual([]);
    expect(await entries(`?to=${ago(29)}&limit=100`)).toEqual(early);
  });

  it.each([
    '?from=2000-01-01',
    '?kind=session.started,person.role_changed&from=2000-01-01',
    '?actor=me&from=2000-01-01',
    '?kind=session.started,ticket.created',
  ])('is paged both ways by keyset, without a gap or a double: %s', async (query) => {
    const all = await page(`${query}&limit=100&total=true`);
    expect(all.total).toEqual({ value: all.items.length, relation: 'eq' });
    const walked: string[] = [];
    let at: string | null = '';
    let last = '';
    while (at !== null) {
      last = at;
      const found: PageOf<Entry> = await page(`${query}&limit=3${at === '' ? '' : `&cursor=${at}`}`);
      walked.push(...found.items.map(({ id }) => id));
      at = found.nextCursor;
    }
    expect(walked).toEqual(all.items.map(({ id }) => id));
    if (last === '') return;
    const { previousCursor } = await page(`${query}&limit=3&cursor=${last}`);
    const before = await page(`${query}&limit=3&cursor=${previousCursor ?? ''}`);
    const start = walked.length - (walked.length % 3 || 3);
    expect(before.items.map(({ id }) => id)).toEqual(walked.slice(start - 3, start));
  });

  it('tells how much of it is here, and where its chains end', async () => {
    const { body } = await admin.api.get<components['schemas']['TrailStateDto']>('/activity/state');
    const [stored]: { entries: number; month: string }[] = await app.dataSource.query(
      "SELECT count(*)::int AS entries, to_char(min(month), 'YYYY-MM') AS month FROM activity",
    );
    expect(body).toMatchObject({ entries: stored?.entries, oldestMonth: stored?.month, retiredMonths: 0 });
    expect(body.heads.reduce((sum, { links }) => sum + links, 0)).toBe(stored?.entries);
    expect(body.heads.map(({ hash }) => hash.length)).toEqual(body.heads.map(() => 16));
  });

  it('P04 takes three statements, the total and the look at the session included', async () => {
    for (const query of [
      '?total=true&limit=100',
      '?ticket=1&total=true',
      '?actor=system&kind=ticket.created&total=true',
    ])
      expect(await countStatements(app, () => page(query))).toBeLessThanOrEqual(3);
  });

  it.each([
    '?kind=nothing.done',
    '?actor=nobody',
    '?subject=1',
    '?ticket=x',
    '?from=2026-02-30',
    '?bulkId=1',
    '?address=%3B',
    '?colour=red',
  ])('refuses %s', async (query) => {
    expect((await admin.api.get(`/activity${query}`)).status).toBe(400);
    expect((await admin.api.get(`/activity/export${query}`)).status).toBe(400);
  });

  it('is exported as it is filtered, disarmed, and the export is told of', async () => {
    const ticket = await aTicket(requester, { subject: '=HYPERLINK("https://evil.example")' });
    const { text, headers } = await admin.api.get(`/activity/export?ticket=${ticket.number}&from=2020-01-01`);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="trail-\d{4}-\d\d-\d\d\.csv"$/);
    const rows = rowsOf(text);
    expect(rows).toMatchObject([
      {
        ...{ kind: 'ticket.created', actor: 'Emma Thorn', actorId: requester.id, number: String(ticket.number) },
        ...{ subject: '\'=HYPERLINK("https://evil.example")', subjectType: 'ticket', subjectId: ticket.id },
      },
    ]);
    expect(JSON.parse(rows[0]?.payload ?? '')).toMatchObject({ number: ticket.number });
    const [told] = await entries('?kind=trail.exported');
    expect(told).toMatchObject({
      actor: { id: admin.id },
      subject: { type: 'person', id: admin.id },
      payload: { ticket: String(ticket.number), from: '2020-01-01T00:00:00.000Z' },
    });
  });

  it('holds no word that was searched for when a list was taken home', async () => {
    await agent.api.get('/tickets/export?q=zanzibar&priority=high');
    const [told] = await entries('?kind=tickets.exported');
    expect(told?.payload).toEqual({ q: true, priority: ['high'], sort: '-createdAt' });
  });

  /** Access tokens are good for a quarter of an hour. */
  async function later(milliseconds: number): Promise<void> {
    app.clock.advance(milliseconds);
    const again = async (person: Somebody): Promise<Somebody> => ({ ...person, api: await signedIn(app, person) });
    [admin, agent, requester] = [await again(admin), await again(agent), await again(requester)];
  }
});
