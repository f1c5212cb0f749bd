import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailContent } from '../../src/mail/content/mail-content.js';
import { DAY } from '../../src/platform/clock.js';
import { ClosingReminder } from '../../src/mail/audience/closing-reminder.js';
import { Closing } from '../../src/tickets/work/closing.service.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, moved, type Somebody } from '../app/builders.js';
import { anUpload } from '../app/uploads.js';
import { aHelpDesk, assign, aWatchedTicket, HARDWARE, type HelpDesk, note, reply, resolvedAgo } from './help-desk.js';
import { contentOf, forgetMails, theMailTo, writtenMails } from './written.js';

const PUBLIC_URL = 'https://tickets.example.org';

describe('a mail about a ticket', () => {
  let app: TestApp;
  let desk: HelpDesk;

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL });
    desk = await aHelpDesk(app);
  });
  beforeEach(() => forgetMails(app));
  afterAll(() => app.close());

  /** The line of the text that says what happened: the second one with words. */
  function headline({ text }: MailContent): string {
    return text.split('\n').filter((line) => line !== '')[1] ?? '';
  }
  const toldTo = async (person: { email: string }): Promise<string> => headline(await theMailTo(app, person));

  it('tells its requester that we have it, with what he wrote', async () => {
    const { number } = await aTicket(desk.emma, { description: 'Since **Monday**.\n\nEvery second page.' });
    const { subject, text, html } = await theMailTo(app, desk.emma);
    expect(subject).toBe(`[#${number}] Printer on floor 3 jams`);
    expect(text.split('\n').slice(0, 3)).toEqual([`#${number} · Printer on floor 3 jams`, '', 'We have your ticket']);
    expect(text).toContain('> Since **Monday**.\n>\n> Every second page.');
    expect(html).toMatch(/Since <strong>Monday<\/strong>/);
    expect(text).toContain('We will answer by mail and in the ticket.');
  });

  it('says who filed it for him, and staff for whom', async () => {
    await aTicket(desk.liam, { requesterId: desk.emma.id, categoryId: desk.hardware });
    expect(await toldTo(desk.emma)).toBe('Liam Walsh filed a ticket for you');
    expect(await toldTo(desk.ada)).toBe('Liam Walsh filed a ticket for Emma Thorn');
    expect(await toldTo({ email: HARDWARE })).toBe('Liam Walsh filed a ticket for Emma Thorn');
  });

  it('tells of several things at once, and of a question what comes next', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await reply(desk.liam, ticket, 'I had a look.');
    await moved(desk.liam, ticket, { status: 'waiting_requester', comment: 'Which _tray_?' });
    const mail = await theMailTo(app, desk.emma);
    expect(headline(mail)).toBe('Liam Walsh replied 2 times and set it to Waiting for you');
    expect(mail.text.indexOf('> I had a look.')).toBeLessThan(mail.text.indexOf('> Which _tray_?'));
    expect(mail.html).toContain('Which <em>tray</em>?');
    expect(mail.text).toContain('Liam Walsh needs your answer to go on.');
    expect(await toldTo(desk.wanda)).toBe('Liam Walsh replied 2 times and set it to Waiting for requester');
  });

  it.each([
    ['on_hold', { status: 'on_hold', reason: 'A part is ordered.' }, 'Liam Walsh put it on hold'],
    ['cancelled', { status: 'cancelled' }, 'Liam Walsh cancelled it'],
    ['resolved', { status: 'resolved' }, 'Liam Walsh resolved it'],
  ])('names the move to %s', async (_, change, words) => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await moved(desk.liam, ticket, change);
    const mail = await theMailTo(app, desk.emma);
    expect(headline(mail)).toBe(words);
    if ('reason' in change) expect(mail.text).toContain('Reason: A part is ordered.');
  });

  it('says who works on it now', async () => {
    const ticket = await aWatchedTicket(desk);
    await assign(desk.ada, ticket, desk.liam.id);
    expect(await toldTo(desk.emma)).toBe('Liam Walsh is working on it');
    expect(await toldTo(desk.liam)).toBe('Ada Berg assigned it to you');
  });

  it('names whoever took it and replied once', async () => {
    const ticket = await aWatchedTicket(desk);
    await assign(desk.liam, ticket, desk.liam.id);
    await reply(desk.liam, ticket, 'On my way.');
    expect(await toldTo(desk.emma)).toBe('Liam Walsh took it and replied');
  });

  it('tells the assignee what its requester did', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam', status: { status: 'resolved' } });
    await reply(desk.emma, ticket, 'It jams again.');
    expect(await toldTo(desk.liam)).toBe('Emma Thorn replied and reopened it');
    await forgetMails(app);
    await moved(desk.liam, ticket, { status: 'resolved' });
    await moved(desk.emma, ticket, { status: 'closed' });
    expect(await toldTo(desk.liam)).toBe('Emma Thorn confirmed the solution');
  });

  it('asks whether the solution works, by links that change nothing when they are opened', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await moved(desk.liam, ticket, { status: 'resolved', comment: 'A new tray.' });
    const mail = await theMailTo(app, desk.emma);
    expect(headline(mail)).toBe('Liam Walsh replied and resolved it');
    for (const action of ['confirm', 'reopen'])
      expect(mail.text).toContain(`${PUBLIC_URL}/tickets/${ticket.id}?do=${action}\n`);
    expect(mail.text).toMatch(/Without a word from you it closes on \w+day \d+ \w+\./);
    expect((await theMailTo(app, desk.wanda)).text).not.toContain('?do=');
  });

  it('reminds before it closes by itself, and tells when it has', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam', status: { status: 'resolved' } });
    await resolvedAgo(app, ticket, 5.5 * DAY);
    await app.nest.get(ClosingReminder).remind();
    const mail = await theMailTo(app, desk.emma);
    expect(headline(mail)).toMatch(/^Your ticket closes on \w+day \d+ \w+$/);
    expect(mail.text).toContain(`${PUBLIC_URL}/tickets/${ticket.id}?do=reopen`);
    await forgetMails(app);
    await resolvedAgo(app, ticket, 2 * DAY);
    await app.nest.get(Closing).closeResolved();
    expect(await toldTo(desk.emma)).toBe('The ticket closed by itself');
  });

  it('shows a mentioned colleague the note, marked as one', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await note(desk.liam, ticket, 'Ask the supplier, @Hana Mori.');
    const mail = await theMailTo(app, desk.hana);
    expect(headline(mail)).toBe('Liam Walsh mentioned you in a note');
    expect(mail.text).toContain('Internal note: only staff see this');
    expect(mail.text).toContain('> Ask the supplier, @Hana Mori.');
  });

  it('names the files that came along', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    const attachmentIds = [(await anUpload(desk.liam, 'a log', 'driver.log')).id];
    await desk.liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'See the log.', attachmentIds });
    expect((await theMailTo(app, desk.emma)).text).toContain('Attached in the ticket: driver.log');
  });

  it('is one for what happens within two minutes, and another one for what happens after', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await reply(desk.liam, ticket);
    await reply(desk.hana, ticket, 'It is on floor 3.');
    expect(await toldTo(desk.emma)).toBe('Liam Walsh replied. Hana Mori replied');
    await app.dataSource.query("UPDATE mails SET state = 'sent'");
    await reply(desk.liam, ticket);
    expect(await writtenMails(app, desk.emma.email)).toHaveLength(2);
  });

  async function nothingTo(person: Somebody): Promise<void> {
    const [mail] = await writtenMails(app, person.email);
    expect(mail && (await contentOf(app, mail))).toBeNull();
  }

  it('tells nothing of what was done and taken back, nor of what is not true any more', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await moved(desk.liam, ticket, { status: 'resolved' });
    await desk.liam.api.post(`/tickets/${ticket.id}/undo`);
    await nothingTo(desk.emma);
    await forgetMails(app);
    await assign(desk.ada, ticket, desk.hana.id);
    await assign(desk.ada, ticket, desk.liam.id);
    await nothingTo(desk.hana);
  });

  it('tells that something was taken back where it has been told', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await moved(desk.liam, ticket, { status: 'resolved' });
    await forgetMails(app);
    await desk.liam.api.post(`/tickets/${ticket.id}/undo`);
    expect(await toldTo(desk.emma)).toBe('Liam Walsh set it back to In progress');
  });

  it('is not sent to who may not see the ticket any more when it is time', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await reply(desk.liam, ticket);
    await desk.ada.api.call('DELETE', `/tickets/${ticket.id}/watchers`, { body: { email: desk.wanda.email } });
    await nothingTo(desk.wanda);
    await app.dataSource.query('UPDATE users SET disabled_at = now() WHERE id = $1', [desk.emma.id]);
    await nothingTo(desk.emma);
    await app.dataSource.query('UPDATE users SET disabled_at = NULL WHERE id = $1', [desk.emma.id]);
    await app.dataSource.query('UPDATE tickets SET deleted_at = now() WHERE id = $1', [ticket.id]);
    await nothingTo(desk.emma);
  });

  it("is in the person's time zone and way to write dates", async () => {
    const { emma, liam } = desk;
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    const id = await reply(liam, ticket);
    await app.dataSource.query("UPDATE comments SET created_at = '2026-11-23T13:05:00Z' WHERE id = $1", [id]);
    const times = [];
    for (const change of [
      { timeZone: 'Asia/Tokyo' },
      { timeZone: 'America/New_York', language: 'en-US' },
      { timeZone: 'Europe/Berlin', language: 'de' },
      { timeZone: null, language: null },
    ]) {
      await emma.api.patch('/auth/me', change);
      times.push(/^Liam Walsh, (.*):$/m.exec((await theMailTo(app, emma)).text)?.[1]);
    }
    expect(times).toEqual([
      '23 November 2026 at 22:05 GMT+9',
      'November 23, 2026 at 8:05 AM EST',
      '23. November 2026 um 14:05 MEZ',
      '23 November 2026 at 13:05 UTC',
    ]);
  });

  it('speaks German to whoever reads German, and English to the next one', async () => {
    const { emma, liam } = desk;
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await reply(liam, ticket);
    await emma.api.patch('/auth/me', { language: 'de-AT' });
    const german = await theMailTo(app, emma);
    await emma.api.patch('/auth/me', { language: 'fr' });
    const english = await theMailTo(app, emma);
    expect(german.text).toMatch(/^Liam Walsh hat geantwortet$/m);
    expect(german.text).toContain('Sie erhalten diese E-Mail, weil es Ihr Ticket ist.');
    expect(german.html).toContain('<html lang="de"');
    expect(english.text).toMatch(/^Liam Walsh replied$/m);
    expect(english.html).toContain('<html lang="en"');
  });

  it('leads to its own address only, however the request was addressed (S15)', async () => {
    const evil = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example',
    };
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await desk.liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'Which floor?' }, evil);
    for (const person of [desk.emma, desk.wanda]) {
      const { html, text, headers = {} } = await theMailTo(app, person);
      const addresses = `${html} ${text} ${Object.values(headers).join(' ')}`.match(/https?:\/\/[^\s"'<>]+/g) ?? [];
      expect(addresses.length).toBeGreaterThan(5);
      expect(addresses.filter((address) => !address.startsWith(`${PUBLIC_URL}/`))).toEqual([]);
    }
  });

  it('belongs to the thread of its ticket, and can be left in one step', async () => {
    const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
    await reply(desk.liam, ticket);
    const [mail] = await writtenMails(app, desk.emma.email);
    const { headers } = (await contentOf(app, mail!))!;
    const thread = `<ticket.${ticket.id}@tickets.example.org>`;
    expect(headers).toEqual({
      'In-Reply-To': thread,
      References: thread,
      'List-Id': '<tickets.tickets.example.org>',
      'List-Unsubscribe': expect.stringMatching(
        new RegExp(`^<${PUBLIC_URL}/api/v1/mail/unsubscribe\\?token=${mail!.id}\\.[\\w-]{43}>$`),
      ),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const again = await contentOf(app, mail!);
    expect(again).toEqual(await contentOf(app, mail!));
  });
});
