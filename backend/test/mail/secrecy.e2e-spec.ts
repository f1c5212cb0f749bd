import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClosingReminder } from '../../src/mail/audience/closing-reminder.js';
import { DAY } from '../../src/platform/clock.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, moved, type Ticket } from '../app/builders.js';
import { anUpload } from '../app/uploads.js';
import { aHelpDesk, assign, HARDWARE, type HelpDesk, note, reply, resolvedAgo } from './help-desk.js';
import { contentOf, forgetMails, writtenMails } from './written.js';

const TEXTS = ['canary-subject', 'canary-description', 'canary-reply', 'canary-reason', 'canary-file'];
const NOTES = ['canary-note', 'canary-secret-file'];

describe('S04 what mails tell whom', () => {
  let app: TestApp;
  let desk: HelpDesk;
  let ticket: Ticket;
  /** All that was ever sent to each address. */
  const sent = new Map<string, string>();

  beforeAll(async () => {
    app = await startApp();
    desk = await aHelpDesk(app);
    await everythingHappens();
  });
  afterAll(() => app.close());

  /** Every kind of news of one ticket, and beside it a ticket of somebody else's. */
  async function everythingHappens(): Promise<void> {
    const { emma, wanda, otto, liam, hana, ada, hardware } = desk;
    const file = async (name: string): Promise<string[]> => [(await anUpload(emma, 'text', `${name}.txt`)).id];
    await aTicket(otto, { subject: 'Something else' });
    ticket = await aTicket(emma, {
      ...{ subject: 'canary-subject', description: 'canary-description', categoryId: hardware },
      attachmentIds: await file('canary-file'),
    });
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email: wanda.email });
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email: 'waiting@example.org' });
    await reply(hana, ticket, 'canary-reply of staff');
    await reply(emma, ticket, 'canary-reply');
    await reply(wanda, ticket, 'canary-reply of a watcher');
    const attachmentIds = [(await anUpload(liam, 'text', 'canary-secret-file.txt')).id];
    const body = 'canary-note for @Hana Mori, @Emma Thorn and @Wanda Roth';
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body, internal: true, attachmentIds });
    await note(hana, ticket, 'canary-note for @Liam Walsh');
    await assign(ada, ticket, liam.id);
    await moved(liam, ticket, { status: 'on_hold', reason: 'canary-reason' });
    await sendAll();
    await moved(liam, ticket, { status: 'waiting_requester', comment: 'canary-reply' });
    await sendAll();
    await moved(liam, ticket, { status: 'resolved' });
    await resolvedAgo(app, ticket, 5.5 * DAY);
    await sendAll();
    await app.nest.get(ClosingReminder).remind();
    await sendAll();
  }

  /** Keeps what the mails that wait say now. */
  async function sendAll(): Promise<void> {
    for (const mail of await writtenMails(app)) {
      const said = JSON.stringify(await contentOf(app, mail));
      sent.set(mail.address, `${sent.get(mail.address) ?? ''}${said}`);
    }
    await forgetMails(app);
  }

  const told = (address: string, canaries: readonly string[]): string[] =>
    canaries.filter((canary) => sent.get(address)?.includes(canary) ?? false);

  it('S04 the canaries are in the mails of those who may read them, so that this test can fail', () => {
    expect(told(desk.emma.email, TEXTS)).toEqual(TEXTS);
    expect(told(desk.hana.email, NOTES)).toEqual(NOTES);
    expect(told(HARDWARE, TEXTS)).toEqual(['canary-subject', 'canary-description', 'canary-reply', 'canary-file']);
  });

  it('S04 no note, nor that there is one, reaches an employee or an address that is nobody’s', () => {
    for (const address of [desk.emma.email, desk.wanda.email, HARDWARE]) {
      expect([address, ...told(address, NOTES)]).toEqual([address]);
      expect(sent.get(address)).not.toContain('only staff see this');
    }
  });

  it('S04 nothing of it reaches an employee who has nothing to do with it, or waits for an account', () => {
    expect(sent.get(desk.otto.email)).toContain('Something else');
    expect(told(desk.otto.email, [...TEXTS, ...NOTES, ticket.id, desk.emma.name])).toEqual([]);
    expect(sent.has('waiting@example.org')).toBe(false);
  });

  it("S04 nobody reads anybody's mail address in it", () => {
    const foreign = [...sent].flatMap(([, text]) => text.match(/[\w.+-]+@(?:example\.org|desk\.example)/g) ?? []);
    expect(foreign).toEqual([]);
  });
});
