import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { MINUTE } from '../../src/platform/clock.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type PageOf, type Somebody } from '../app/builders.js';
import { aFailedMail, aMail, mailOf, sayPlainly } from './mails.js';
import { messageIdIn, Postbox, refusal, sendTo } from './postbox.js';

type Mail = components['schemas']['MailDto'];
type Detail = components['schemas']['MailDetailDto'];
type State = components['schemas']['MailStateDto'];

describe('R08 the mail log', () => {
  let app: TestApp;
  let postbox: Postbox;
  let ada: Somebody;
  let emma: Somebody;

  beforeAll(async () => {
    app = await startApp();
    postbox = await Postbox.open();
    [ada, emma] = [await aUser(app, 'admin', 'Ada'), await aUser(app, 'employee', 'Emma')];
    await app.dataSource.query('DELETE FROM mails');
  });
  afterAll(async () => {
    await app.close();
    await postbox.close();
  });
  afterEach(() => app.dataSource.query('DELETE FROM mails'));

  /** As if all mails had waited for a while. */
  const aged = (): Promise<unknown> =>
    app.dataSource.query("UPDATE mails SET created_at = created_at - interval '16 minutes'");

  const found = async (query: string): Promise<string[]> =>
    (await ada.api.get<PageOf<Mail>>(`/mail${query}`)).body.items.map(({ id }) => id);

  it('has every mail, the newest first, and finds by state, kind, address, ticket and time', async () => {
    const ticket = await aTicket(emma);
    await app.dataSource.query('DELETE FROM mails');
    const failed = await aFailedMail(app);
    const day = app.clock.now().toISOString().slice(0, 10);
    const middle = await aMail(app, { recipientId: emma.id, address: emma.email, ticketId: ticket.id });
    const last = await aMail(app, { address: '50%_off@example.org', kind: 'welcome' });
    expect(await found('')).toEqual([last, middle, failed]);
    expect(await found('?state=failed,dead')).toEqual([failed]);
    expect(await found('?kind=welcome')).toEqual([last]);
    expect(await found('?address=%25_OFF')).toEqual([last]);
    expect(await found(`?ticket=${ticket.number}`)).toEqual([middle]);
    expect(await found(`?from=${day}`)).toHaveLength(3);
    expect(await found('?to=2020-01-01')).toEqual([]);
    expect(await found('?stuck=true')).toEqual([]);
    await aged();
    expect(await found('?stuck=true')).toEqual([last, middle]);
    const page = await ada.api.get<PageOf<Mail>>('/mail?limit=2&total=true');
    expect(page.body.total).toEqual({ value: 3, relation: 'eq' });
    expect(await found(`?limit=2&cursor=${page.body.nextCursor!}`)).toEqual([failed]);
    expect(page.body.items[1]).toMatchObject({
      ...{ recipient: { id: emma.id, name: 'Emma' }, address: emma.email, state: 'queued', attempts: 0 },
      ticket: { id: ticket.id, number: ticket.number, subject: ticket.subject },
    });
  });

  it('tells what was said, each attempt and the server’s answers; a dead mail is sent again under its Message-ID', async () => {
    sayPlainly(app);
    const sender = await sendTo(app, postbox);
    postbox.behaviour = { recipient: () => refusal(450, 'Mailbox busy') };
    const id = await aMail(app, { recipientId: emma.id, address: emma.email, said: 'Your printer works again' });
    await sender.look();
    while ((await mailOf(app, id)).state !== 'queued' || (await mailOf(app, id)).attempts === 0) await sender.look();
    await app.dataSource.query('UPDATE mails SET due_at = created_at, give_up_at = created_at');
    await sender.look();
    while ((await mailOf(app, id)).state !== 'dead') await sender.look();

    const { body: state } = await ada.api.get<State>('/mail/state');
    expect(state).toMatchObject({ transport: 'none', waiting: 0, stuck: 0, failed: 0, dead: 1, oldestWaitingAt: null });
    const { body: dead } = await ada.api.get<Detail>(`/mail/${id}`);
    expect(dead).toMatchObject({
      ...{ state: 'dead', subject: 'Your printer works again', text: 'Your printer works again\n', attempts: 2 },
      ...{ html: '<p>Your printer works again</p>', lastAnswer: '450 Mailbox busy', messageId: `<${id}@localhost>` },
    });
    expect(dead.deliveries.map(({ attempt, delivered }) => [attempt, delivered])).toEqual([
      [1, false],
      [2, false],
    ]);

    postbox.behaviour = {};
    const retried = await ada.api.post<Detail>(`/mail/${id}/retry`);
    expect([retried.status, retried.body.state]).toEqual([200, 'queued']);
    const [received] = await postbox.until(1);
    expect(messageIdIn(received!)).toBe(`<${id}@localhost>`);
    while ((await mailOf(app, id)).state !== 'sent') await sender.look();
    expect((await ada.api.post(`/mail/${id}/retry`)).status).toBe(409);
    expect((await ada.api.get<Detail>(`/mail/${id}`)).body.deliveries.at(-1)).toMatchObject({ delivered: true });
  });

  it('says that there is no mail server, and what waits', async () => {
    await aMail(app);
    await aged();
    const oldest = app.clock.now().getTime() - 16 * MINUTE;
    await aMail(app);
    const { body } = await ada.api.get<State>('/mail/state');
    expect(body).toMatchObject({ transport: 'none', waiting: 2, stuck: 1 });
    expect(Math.abs(new Date(body.oldestWaitingAt!).getTime() - oldest)).toBeLessThan(2_000);
    expect((await ada.api.get('/mail/none')).status).toBe(404);
  });
});
