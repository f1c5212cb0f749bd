import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, type Problem } from '../app/builders.js';
import { aHelpDesk, aWatchedTicket, type HelpDesk, reply } from './help-desk.js';
import { forgetMails } from './written.js';
import { Postbox, sendTo } from './postbox.js';

/** What would begin a header of its own, add a recipient, or end the headers. */
const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\r\n\r\n', '=0D=0A', '%0d%0a', '=?utf-8?q?=0d=0a?='];
const INJECTED = 'Bcc: thief@evil.example';

/** All that a mail about a ticket has. */
const HEADERS = [
  ...[
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'in-reply-to',
    'list',
    'message-id',
    'mime-version',
    'references',
  ],
  ...['subject', 'to'],
];

/** Where a person fills in one line; past the API, which refuses breaks, for what imports or other programs may write. */
const COLUMNS: readonly (readonly [string, (text: string, desk: HelpDesk, ticketId: string) => [string, string[]]])[] =
  [
    ['subject of a ticket', (text, _, id) => ['UPDATE tickets SET subject = $1 WHERE id = $2', [text, id]]],
    ['name of the requester', (text, { emma }) => ['UPDATE users SET name = $1 WHERE id = $2', [text, emma.id]]],
    ['name of an agent', (text, { liam }) => ['UPDATE users SET name = $1 WHERE id = $2', [text, liam.id]]],
    ['name of a category', (text, { hardware }) => ['UPDATE categories SET name = $1 WHERE id = $2', [text, hardware]]],
    ['name of the organisation', (text) => ['UPDATE settings SET organisation_name = $1', [text]]],
    ['words of a status', (text) => ["UPDATE statuses SET label_override = $1 WHERE code = 'in_progress'", [text]]],
    ['reply', (text, _, id) => ['UPDATE comments SET body = $1 WHERE ticket_id = $2', [text, id]]],
  ];

describe('S26 headers', () => {
  let app: TestApp;
  let desk: HelpDesk;
  let postbox: Postbox;

  beforeAll(async () => {
    postbox = await Postbox.open();
    app = await startApp({ PUBLIC_URL: 'https://tickets.example.org' });
    desk = await aHelpDesk(app);
  });
  afterAll(async () => {
    await app.close();
    await postbox.close();
  });

  /** Has all that waits be sent, and reads what came for the requester. */
  async function receivedBy(address: string, count: number): Promise<ParsedMail> {
    await app.dataSource.query('UPDATE mails SET due_at = created_at');
    await (await sendTo(app, postbox)).look();
    await postbox.until(count);
    const [mail] = await postbox.read(address);
    return mail!;
  }

  it.each(COLUMNS)('S26 cannot be begun by the %s', async (_, write) => {
    for (const lineBreak of BREAKS) {
      const ticket = await aWatchedTicket(desk, { assigned: 'liam' });
      await reply(desk.liam, ticket);
      postbox.received.length = 0;
      const [sql, values] = write(`Words${lineBreak}${INJECTED}`, desk, ticket.id);
      await app.dataSource.query(sql, values);
      const mail = await receivedBy(desk.emma.email, 2);
      expect([lineBreak, [...mail.headers.keys()].sort()]).toEqual([lineBreak, HEADERS]);
      expect(postbox.received.map(({ to }) => to).sort()).toEqual([desk.emma.email, desk.wanda.email].sort());
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028]/u);
      expect(mail.to).toMatchObject({ value: [{ address: desk.emma.email }] });
      await forgetMails(app);
    }
  });

  it('S26 of one line are all fields that a person fills by the API', async () => {
    const text = `Words\r\n${INJECTED}`;
    const refused = await Promise.all([
      desk.emma.api.post<Problem>('/tickets', { subject: text, description: 'x' }),
      desk.emma.api.patch<Problem>('/auth/me', { name: text }),
      desk.ada.api.patch<Problem>('/settings', { organisationName: text }),
      desk.ada.api.post<Problem>('/categories', { name: text }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
  });

  it('S26 are whole and in ASCII whatever alphabet is written', async () => {
    const subject = 'Принтер 打印机 🖨️ jämmert';
    await aTicket(desk.otto, { subject });
    postbox.received.length = 0;
    const mail = await receivedBy(desk.otto.email, 2);
    expect(mail.subject).toMatch(new RegExp(`^\\[#\\d+\\] ${subject}$`));
    const [head = ''] = postbox.received.find(({ to }) => to === desk.otto.email)!.source.split('\r\n\r\n');
    expect(head).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });
});
