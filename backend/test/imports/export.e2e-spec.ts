import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, PASSWORD, type Somebody } from '../app/builders.js';
import { imported, manyRequests, type Row, rowsOf } from './imported.js';

const DANGEROUS = ['=1+1', '+1', '-2+3', '@SUM(A1:A9)', '\t=1', '   =cmd()', "'=1", '＝1+1', "''-1"];

describe('exporting tickets', () => {
  let app: TestApp;
  let requester: Somebody;
  let agent: Somebody;
  let admin: Somebody;
  beforeAll(async () => {
    app = await startApp();
    [requester, agent, admin] = [await aUser(app), await aUser(app, 'agent'), await aUser(app, 'admin')];
  });
  afterAll(() => app.close());

  async function exported(by: Somebody, query = ''): Promise<Row[]> {
    const { status, text } = await by.api.get(`/tickets/export${query}`);
    expect(status).toBe(200);
    return rowsOf(text);
  }

  it('S25 disarms every cell that a spreadsheet would calculate, and shows it again when it is imported', async () => {
    for (const danger of DANGEROUS) {
      // The field trims what is typed, so that spaces and tabs come by the database.
      const { id } = await aTicket(requester, { subject: 'to be replaced', description: 'to be replaced' });
      await app.dataSource.query('UPDATE tickets SET subject = $2, description = $2 WHERE id = $1', [
        id,
        `${danger} cell`,
      ]);
    }
    await app.dataSource.query('UPDATE users SET name = $2 WHERE id = $1', [requester.id, '=HYPERLINK("http://evil")']);
    const rows = await exported(agent);
    expect(rows).toHaveLength(DANGEROUS.length);
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^\s*[=+\-@＝]|^[\t\r\n]/.test(cell))).toEqual([]);
    expect(rows.map(({ subject }) => subject).toSorted()).toEqual(
      DANGEROUS.map((danger) => `'${danger} cell`).toSorted(),
    );
    expect(rows[0]!.requesterName).toBe('\'=HYPERLINK("http://evil")');
  });

  it('opens in a spreadsheet: a mark for UTF-8, a name with the day, lines of Windows', async () => {
    const { headers } = await agent.api.get('/tickets/export');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const day = app.clock.now().toISOString().slice(0, 10);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="tickets-${day}.csv"`);
    const response = await agent.api.send('GET', '/tickets/export');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString().split('\r\n')[0]).toContain('id,number,subject,description,status');
  });

  it('gives an employee his own tickets, whatever he asks for, and no mail address but his own', async () => {
    const [other, watcher] = [await aUser(app), await aUser(app)];
    const own = await aTicket(watcher, { subject: 'My own one' });
    const watched = await aTicket(other, { subject: 'Watched by me' });
    await other.api.post(`/tickets/${watched.id}/watchers`, { email: watcher.email });
    await admin.api.post(`/tickets/${own.id}/assignee`, { assigneeId: agent.id }, ifMatch(own));
    for (const query of ['', '?watching=true', `?requester=${other.id}`, '?sort=number']) {
      const text = (await watcher.api.get(`/tickets/export${query}`)).text;
      expect(text).not.toContain('Watched by me');
      expect(text).not.toContain(other.email);
      expect(text).not.toContain(agent.email);
    }
    expect(await exported(watcher)).toMatchObject([
      { subject: 'My own one', requester: watcher.email, assignee: agent.name },
    ]);
    expect((await watcher.api.get('/tickets/export?deleted=true')).status).toBe(403);
  });

  it('follows the filters and the order of the list, and tells of it on the trail', async () => {
    const urgent = await aTicket(agent, { subject: 'Urgent export', priority: 'urgent' });
    expect((await exported(agent, '?priority=urgent')).map(({ id }) => id)).toEqual([urgent.id]);
    const numbers = (await exported(agent, '?sort=number')).map(({ number }) => Number(number));
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    const entries: { payload: object }[] = await app.dataSource.query(
      "SELECT payload FROM activity WHERE kind = 'tickets.exported' AND subject_id = $1 AND actor_id = $1 ORDER BY position DESC LIMIT 2",
      [agent.id],
    );
    expect(entries.map(({ payload }) => payload)).toEqual([
      { sort: 'number' },
      { priority: ['urgent'], sort: '-createdAt' },
    ]);
    for (const query of ['?limit=5', '?cursor=x', '?total=true', '?colour=red']) {
      expect((await agent.api.get(`/tickets/export${query}`)).status).toBe(400);
    }
  });

  it('reads a long list piece by piece, and stops when nobody listens any more', async () => {
    await imported(admin, manyRequests(6_000), { map: 'description=Text,category=Topic' });
    const rows = await exported(agent, '?sort=-number');
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(6_000);
    const { body } = await agent.api.post<{ accessToken: string }>('/auth/token', {
      email: agent.email,
      password: PASSWORD,
    });
    const call = request(`${app.url}/api/v1/tickets/export`, {
      headers: { authorization: `Bearer ${body.accessToken}` },
    });
    await new Promise<void>((resolve) => {
      call.on('response', (response) => {
        response.once('data', () => {
          response.destroy();
          resolve();
        });
      });
      call.on('error', () => undefined);
      call.end();
    });
    expect((await agent.api.get('/tickets?limit=1')).status).toBe(200);
  });

  it('cuts the connection when something breaks in the middle', async () => {
    const { manager } = app.dataSource;
    const real = manager.query.bind(manager);
    let reads = 0;
    manager.query = <T>(text: string, parameters?: unknown[]): Promise<T> => {
      if (text.includes('t.description') && ++reads > 2) throw new Error('made on purpose');
      return real<T>(text, parameters);
    };
    try {
      const response = await agent.api.send('GET', '/tickets/export');
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
    } finally {
      manager.query = real;
    }
  });
});
