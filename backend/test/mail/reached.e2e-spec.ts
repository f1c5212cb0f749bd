import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { MINUTE } from '../../src/platform/clock.js';
import { tokenTo } from '../accounts/mailed.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Invitation, PASSWORD, signedIn, type Somebody, unconfirm } from '../app/builders.js';
import { reply } from './help-desk.js';
import { Postbox, sendTo } from './postbox.js';
import { contentOf, forgetMails, writtenMails } from './written.js';

describe('at which address somebody is reached', () => {
  let app: TestApp;
  let ada: Somebody;
  let liam: Somebody;
  let anybody: Api;

  beforeAll(async () => {
    app = await startApp();
    [ada, liam] = [await aUser(app, 'admin', 'Ada Berg'), await aUser(app, 'agent', 'Liam Walsh')];
    anybody = new Api(app.url);
  });
  beforeEach(() => forgetMails(app));
  afterAll(() => app.close());

  const someAddress = (): string => `${newId()}@example.org`;

  /** The mails about tickets that would be sent there now. */
  async function toldAt(address: string): Promise<string[]> {
    const contents = await Promise.all((await writtenMails(app, address)).map((mail) => contentOf(app, mail)));
    return contents.flatMap((content) => content?.subject ?? []);
  }

  async function registered(email: string): Promise<Somebody> {
    await anybody.post('/auth/register', { name: 'Nora New', email, password: PASSWORD });
    const api = await signedIn(app, { email });
    const { body } = await api.get<{ id: string }>('/auth/me');
    return { id: body.id, name: 'Nora New', email, role: 'employee', api };
  }

  it('nothing but its link goes to an address that whoever registered with it has not confirmed', async () => {
    const nora = await registered(someAddress());
    const ticket = await aTicket(nora, { subject: 'Read this, stranger' });
    await reply(liam, ticket, 'Which floor?');
    await signedIn(app, nora);
    const passwords = { currentPassword: PASSWORD, newPassword: 'another lampshade, by the sea' };
    expect((await nora.api.post('/auth/change-password', passwords)).status).toBe(204);
    expect(await toldAt(nora.email)).toEqual([]);
    const kinds: { kind: string }[] = await app.dataSource.query(
      "SELECT kind FROM mails WHERE address = $1 AND kind <> 'ticket'",
      [nora.email],
    );
    expect(kinds).toEqual([{ kind: 'welcome' }]);

    await anybody.post('/auth/verify-email', { token: await tokenTo(app, nora.email) });
    expect(await toldAt(nora.email)).toEqual([expect.stringContaining('Read this, stranger')]);
  });

  it('staff, and whoever was invited, are vouched for', async () => {
    await unconfirm(app, liam);
    await aTicket(liam);
    expect(await toldAt(liam.email)).toHaveLength(1);
    const email = someAddress();
    const invitation = { email, name: 'Ines Invited', role: 'employee' };
    const { body } = await ada.api.post<Invitation>('/users/invitations', invitation);
    const ines = await app.dataSource.query<{ id: string }[]>('SELECT id FROM users WHERE email = $1', [email]);
    await aTicket(liam, { requesterId: ines[0]!.id });
    expect([body.url, await toldAt(email)]).toEqual([expect.anything(), [expect.stringContaining('Printer')]]);
  });

  it('what waits goes to the new address of whoever changes it, once, also what a server put off', async () => {
    const postbox = await Postbox.open();
    const emma = await aUser(app, 'employee', 'Emma Thorn');
    const [old, next] = [emma.email, someAddress()];
    const ticket = await aTicket(emma, { subject: 'Before I moved' });
    postbox.behaviour = { recipient: () => Object.assign(new Error('Busy'), { responseCode: 450 }) };
    const sender = await sendTo(app, postbox);
    app.clock.advance(2 * MINUTE);
    const isPutOff = `SELECT EXISTS (SELECT FROM mails WHERE ticket_id = $1 AND state = 'queued' AND attempts = 1) AS put_off`;
    while (!(await app.dataSource.query<{ put_off: boolean }[]>(isPutOff, [ticket.id]))[0]!.put_off) {
      await sender.look();
      await pause(20);
    }
    await reply(liam, ticket, 'Which floor?');

    expect((await emma.api.post('/auth/change-address', { email: next, currentPassword: PASSWORD })).status).toBe(202);
    const { status } = await anybody.post('/auth/verify-email', { token: await tokenTo(app, next) });
    expect(status).toBe(200);
    await reply(liam, ticket, 'And which tray?');
    expect((await toldAt(next)).length).toBe(3);
    expect(await toldAt(old)).toEqual([]);

    postbox.behaviour = {};
    const deliveredTo = async (address: string): Promise<string[]> =>
      (await postbox.read(address)).flatMap(({ subject }) => (subject?.includes('Before I moved') ? subject : []));
    // A clock that is moved while a mail is under way would end its lease, and send it twice.
    const isUnderWay = `SELECT EXISTS (SELECT FROM mails WHERE state = 'sending') AS under_way`;
    while ((await deliveredTo(next)).length < 3) {
      while ((await app.dataSource.query<{ under_way: boolean }[]>(isUnderWay))[0]!.under_way) await pause(10);
      app.clock.advance(10 * MINUTE);
      await sender.look();
    }
    expect(await deliveredTo(next)).toHaveLength(3);
    expect(await deliveredTo(old)).toEqual([]);
    await postbox.close();
  });
});
