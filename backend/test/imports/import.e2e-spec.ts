import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import {
  type Activity,
  aUser,
  type Comment,
  PASSWORD,
  type PageOf,
  type Problem,
  type Somebody,
  type Ticket,
} from '../app/builders.js';
import { checksum } from '../app/checksum.js';
import { csv, imported, manyRequests, sent } from './imported.js';

describe('importing tickets', () => {
  let app: TestApp;
  let admin: Somebody;
  let agent: Somebody;
  beforeAll(async () => {
    app = await startApp();
    [admin, agent] = [await aUser(app, 'admin'), await aUser(app, 'agent')];
  });
  afterAll(() => app.close());

  /** The ticket whose description begins so. */
  async function found(beginning: string): Promise<Ticket> {
    const rows: { id: string }[] = await app.dataSource.query(
      'SELECT id FROM tickets WHERE starts_with(description, $1)',
      [beginning],
    );
    expect(rows).toHaveLength(1);
    return (await admin.api.get<Ticket>(`/tickets/${rows[0]!.id}`)).body;
  }

  it('takes every field that a column gives', async () => {
    const comments = [
      { body: 'Which floor?', author: agent.email, at: '2026-01-05T09:30:00Z' },
      { body: 'Toner is out', author: agent.email, internal: true, at: '2026-01-05 09:40' },
      { body: 'Third.', author: 'new.colleague@example.org', at: '2026-01-05 10:00:30' },
    ];
    const cell = `"${JSON.stringify(comments).replaceAll('"', '""')}"`;
    const file = csv(
      'Title;Text;State;Prio;About;From;Name;Agent;Opened;Changed;Solved;Notes',
      `Printer; Whole fields;RESOLVED;Urgent;printers & co;New.Colleague@Example.org;Nora New;${agent.email};2026-01-04 08:00;2026-01-06;2026-01-05T12:00:00+01:00;${cell}`,
    );
    const map =
      'subject=Title,description=Text,status=State,priority=Prio,category=About,requester=From,requesterName=Name,' +
      'assignee=Agent,createdAt=Opened,updatedAt=Changed,resolvedAt=Solved,comments=Notes';
    const report = await imported(admin, file, { map });
    expect(report).toMatchObject({ created: 1, categoriesCreated: ['printers & co'], peopleCreated: 1, problems: [] });
    const ticket = await found('Whole fields');
    expect(ticket).toMatchObject({
      subject: 'Printer',
      description: 'Whole fields',
      status: 'resolved',
      priority: 'urgent',
      category: { name: 'printers & co' },
      requester: { name: 'Nora New', email: 'new.colleague@example.org' },
      creator: { id: admin.id },
      assignee: { id: agent.id },
      createdAt: '2026-01-04T08:00:00.000Z',
      updatedAt: '2026-01-06T00:00:00.000Z',
      resolvedAt: '2026-01-05T11:00:00.000Z',
      closedAt: null,
      firstReplyAt: '2026-01-05T09:30:00.000Z',
      version: 1,
    });
    const { body } = await admin.api.get<PageOf<Comment>>(`/tickets/${ticket.id}/comments`);
    expect(body.items.map((each) => [each.body, each.internal, each.author.name])).toEqual([
      ['Which floor?', false, agent.name],
      ['Toner is out', true, agent.name],
      ['Third.', false, 'Nora New'],
    ]);
    const trail = await admin.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    expect(trail.body.items.map(({ kind, payload }) => [kind, payload])).toEqual([
      ['ticket.imported', { number: ticket.number, importId: report.importId }],
    ]);
  });

  it('knows what to do where no column gives it', async () => {
    const long = 'word '.repeat(40).trim();
    const file = csv('Text,State,Opened', `${long},,`, 'Bare closed one,closed,2026-02-01', 'ends itself,cancelled,');
    await imported(admin, file, { map: 'description=Text,status=State,createdAt=Opened' });
    const bare = await found(long);
    expect(bare).toMatchObject({
      status: 'submitted',
      priority: 'normal',
      category: null,
      requester: { id: admin.id },
    });
    expect(bare.subject).toBe(`${'word '.repeat(15)}word…`);
    expect(bare.subject.length).toBeLessThanOrEqual(80);
    const opened = '2026-02-01T00:00:00.000Z';
    expect(await found('Bare closed one')).toMatchObject({ createdAt: opened, resolvedAt: opened, closedAt: opened });
    expect(await found('ends itself')).toMatchObject({ resolvedAt: null, closedAt: expect.any(String) });
  });

  it('knows the labels that an admin chose, and the time zone of the installation', async () => {
    await app.dataSource.query("UPDATE statuses SET label_override = 'Parked' WHERE code = 'on_hold'");
    await app.dataSource.query("UPDATE settings SET time_zone = 'Europe/Berlin'");
    const file = csv(
      'description,status,createdAt',
      'In summer,parked,2026-07-01 14:00',
      'In winter,In Progress,2026-01-01 14:00',
    );
    expect(await imported(admin, file)).toMatchObject({ created: 2, failed: 0 });
    await app.dataSource.query("UPDATE settings SET time_zone = 'UTC'");
    expect(await found('In summer')).toMatchObject({ status: 'on_hold', createdAt: '2026-07-01T12:00:00.000Z' });
    expect(await found('In winter')).toMatchObject({ status: 'in_progress', createdAt: '2026-01-01T13:00:00.000Z' });
  });

  it('gives rows without a requester to whom the call names, and makes accounts that nobody can sign in to', async () => {
    const report = await imported(admin, csv('description', 'On behalf of somebody'), {
      requester: 'some.body@example.org',
    });
    expect(report.peopleCreated).toBe(1);
    expect(await found('On behalf')).toMatchObject({
      requester: { name: 'some.body', email: 'some.body@example.org' },
    });
    const account = { name: 'Thief', email: 'some.body@example.org', password: 'nine green bottles on a wall' };
    expect((await admin.api.post('/auth/register', account)).status).toBe(409);
  });

  it('tells of bad rows by line and reason, and loses none of the good ones', async () => {
    const file = Buffer.concat([
      Buffer.from('Text,State,Agent,Opened\r\nGood one,,,\r\n'),
      Buffer.from('ok,,,\r\nStatus unknown here,fixed,,\r\n"Broken" quote,,,\r\nToo few cells,\r\n'),
      Buffer.from(
        `No such agent,,${(await aUser(app)).email},\r\nTomorrow's work,,,2999-01-01\r\nNo time,,,yesterday\r\n`,
      ),
      Buffer.from(`With NUL \0 in it,,,\r\n${'x'.repeat(20_001)},,,\r\n`),
      Buffer.from([0x47, 0xe4, 0x68, ...Buffer.from(',,,\r\n')]),
      Buffer.from('"Good two\r\nlines",,,\r\nGähn,,,2026-02-30\r\n"Never closed,,,\r\nGood three,,,\r\n'),
    ]);
    const report = await imported(admin, file, {
      map: 'description=Text,status=State,assignee=Agent,createdAt=Opened',
    });
    expect(report).toMatchObject({ rows: 15, created: 3, failed: 12, skipped: 0 });
    const problems = report.problems.toSorted((one, other) => one.line - other.line);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'Text'],
      [4, 'State'],
      [5, undefined],
      [6, undefined],
      [7, 'Agent'],
      [8, 'Opened'],
      [9, 'Opened'],
      [10, 'Text'],
      [11, 'Text'],
      [12, undefined],
      [15, 'Opened'],
      [16, undefined],
    ]);
    for (const good of ['Good one', 'Good two\r\nlines', 'Good three']) await found(good);
    // What was mended is imported by itself.
    const mended = csv('Text,State', 'Good one,', 'Status unknown here,resolved');
    expect(await imported(admin, mended, { map: 'description=Text,status=State' })).toMatchObject({ failed: 0 });
  });

  it('counts all problems and tells of the first thousand', async () => {
    const report = await imported(admin, csv('description', ...Array.from({ length: 1_200 }, () => 'x')));
    expect([report.failed, report.problems.length, report.problems[999]?.line]).toEqual([1_200, 1_000, 1_001]);
  });

  it('imports nothing twice, though equal rows are two tickets', async () => {
    const file = csv('Text,Topic', 'the same request,Hardware', 'the same request,Hardware', 'another one,Hardware');
    const query = { map: 'description=Text,category=Topic' };
    expect(await imported(admin, file, query)).toMatchObject({ created: 3, skipped: 0 });
    const before = await checksum(app);
    expect(await imported(admin, gzipSync(file), query)).toMatchObject({ created: 0, skipped: 3 });
    expect(await checksum(app)).toBe(before);
    const grown = `${file}the same request,Hardware\n`;
    expect(await imported(admin, grown, query)).toMatchObject({ created: 1, skipped: 3 });
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const rows = [
      'dry one,Dry wells,dry@example.org',
      'dry two,dry WELLS,dry@example.org',
      'x,,',
      'dry one,Dry wells,dry@example.org',
    ];
    const file = csv('id,description,category,requester', ...rows.map((row, at) => `${at === 1 ? 0 : at},${row}`));
    const before = await checksum(app);
    const foretold = await imported(admin, file, { dryRun: 'true' });
    expect(await checksum(app)).toBe(before);
    expect(foretold).toMatchObject({
      created: 2,
      skipped: 1,
      failed: 1,
      categoriesCreated: ['Dry wells'],
      peopleCreated: 1,
    });
    const done = await imported(admin, file);
    expect({ ...done, importId: '', dryRun: true }).toEqual({ ...foretold, importId: '' });
    expect(await imported(admin, file)).toMatchObject({ created: 0, skipped: 3, failed: 1 });
  });

  it('makes each ticket once where two import the same file at once', async () => {
    const file = manyRequests(2_000);
    const query = { map: 'description=Text,category=Topic' };
    const reports = await Promise.all([
      imported(admin, file, query),
      imported(admin, file, query),
      imported(admin, file, query),
    ]);
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(2_000);
    expect(reports.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(4_000);
    const names: unknown[] = await app.dataSource.query(
      'SELECT lower(name) FROM categories GROUP BY 1 HAVING count(*) > 1',
    );
    expect(names).toEqual([]);
  });

  it('takes thousands of rows in seconds, also on a machine that has much else to do', async () => {
    const begun = performance.now();
    const report = await imported(admin, manyRequests(5_000), { map: 'description=Text' });
    expect(report).toMatchObject({ rows: 5_000, created: 5_000, failed: 0 });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it.each([
    [
      'an unknown column',
      csv('Text', 'a good row'),
      { map: 'description=Txt' },
      'There is no column "Txt". The file has these: Text.',
    ],
    [
      'no column for the text',
      csv('a,b', '1,2'),
      {},
      'Say which column holds the description or the subject. The file has these: a, b.',
    ],
  ])('refuses %s, and says which there are', async (_, file, query, detail) => {
    const { status, body } = await sent<Problem>(admin, file, query);
    expect([status, body.errors?.[0]?.detail]).toEqual([400, detail]);
  });

  it.each([
    ['an empty file', Buffer.from('')],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 and so on')],
    ['UTF-16', Buffer.from('\ufeffdescription\n', 'utf16le')],
    ['damaged gzip', gzipSync(csv('description', 'cut off')).subarray(0, 20)],
  ])('refuses %s in a sentence', async (_, file) => {
    const { status, body } = await sent<Problem>(admin, file);
    expect([status, body.code]).toEqual([400, 'malformed_request']);
  });

  it('refuses what is no map', async () => {
    for (const map of ['colour=Text', 'description', 'description=a,description=b', '=']) {
      expect((await sent<Problem>(admin, csv('Text', 'row'), { map })).status).toBe(400);
    }
  });

  it('keeps what was committed when the connection is cut, and goes on when it is sent again', async () => {
    const file = Buffer.from(csv('description', ...Array.from({ length: 3_000 }, (_, at) => `cut off request ${at}`)));
    const count = async (): Promise<number> => {
      const rows: { count: number }[] = await app.dataSource.query(
        "SELECT count(*)::int AS count FROM tickets WHERE starts_with(description, 'cut off request')",
      );
      return rows[0]!.count;
    };
    const call = request(`${app.url}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${await tokenOf(admin)}` },
    });
    call.on('error', () => undefined);
    call.write(file.subarray(0, file.length / 2));
    while ((await count()) === 0) await pause(20);
    call.destroy();
    const again = await imported(admin, file);
    expect(again.skipped).toBeGreaterThan(0);
    expect([again.created + again.skipped, await count()]).toEqual([3_000, 3_000]);
  });

  async function tokenOf({ email }: Somebody): Promise<string> {
    const { body } = await admin.api.post<{ accessToken: string }>('/auth/token', { email, password: PASSWORD });
    return body.accessToken;
  }
});
