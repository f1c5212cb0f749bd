import { expect, it } from '@jest/globals';
import { startApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, moved, type Ticket } from '../app/builders.js';
import { imported, type Row, rowsOf } from './imported.js';

const withoutNumber = (row: Row): Row => ({ ...row, number: '' });

it('S25 an export comes back with every field equal on another installation, and is known on its own', async () => {
  const here = await startApp();
  const [requester, agent, admin] = [await aUser(here), await aUser(here, 'agent'), await aUser(here, 'admin')];
  const description = 'two\r\nlines; with = signs, "quotes"\n\n- and a list';
  const ticket = await aTicket(requester, { subject: 'Round, "trip"', description });
  await moved(agent, ticket, { status: 'resolved' });
  for (const subject of ['=1+1', '+49 30 1234', '-n is missing', '@all please', "'=quoted", 'ＡＢ＝', '＝1+1']) {
    await aTicket(requester, { subject, description: subject });
  }
  const closed = await aTicket(requester, { subject: 'Goes all the way' });
  await moved(agent, closed, { status: 'resolved' });
  await moved(agent, closed, { status: 'closed' });
  await moved(requester, await aTicket(requester, { subject: 'Not any more' }), { status: 'cancelled' });
  const { body } = await admin.api.get<{ items: { id: string }[] }>('/categories');
  const taken = await aTicket(agent, { priority: 'urgent', categoryId: body.items[0]!.id, requesterId: requester.id });
  await agent.api.post<Ticket>(`/tickets/${taken.id}/assignee`, { assigneeId: agent.id }, ifMatch(taken));
  const file = (await admin.api.get('/tickets/export?sort=number')).text;
  expect(await imported(admin, file)).toMatchObject({ created: 0, skipped: 11, failed: 0 });
  await here.close();

  const there = await startApp();
  const other = await aUser(there, 'admin');
  await there.dataSource.query(
    "INSERT INTO users (id, name, email, role, created_at, updated_at) VALUES ($1, $2, $3, 'agent', now(), now())",
    [agent.id, agent.name, agent.email],
  );
  expect(await imported(other, file)).toMatchObject({
    created: 11,
    failed: 0,
    peopleCreated: 1,
    categoriesCreated: [],
  });
  const again = (await other.api.get('/tickets/export?sort=number')).text;
  expect(rowsOf(again).map(withoutNumber)).toEqual(rowsOf(file).map(withoutNumber));
  await there.close();
});
