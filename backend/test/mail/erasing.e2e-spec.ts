import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailQueue, type ClaimedMail } from '../../src/mail/queue/mail-queue.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, ifMatch, type Comment, type Somebody, type Ticket } from '../app/builders.js';
import { aMail, mailOf, plain } from './mails.js';

const NOBODY = new Map<string, number>();

describe('R07 a text that is erased', () => {
  let app: TestApp;
  let queue: MailQueue;
  let ada: Somebody;
  let ticket: Ticket;

  beforeAll(async () => {
    app = await startApp();
    queue = app.nest.get(MailQueue);
    ada = await aUser(app, 'admin');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    ticket = await aTicket(ada);
    await app.dataSource.query('DELETE FROM mails');
  });

  const news = (...commentIds: readonly (string | undefined)[]): ClaimedMail['news'] =>
    commentIds.map((commentId) => ({
      kind: 'said',
      activityId: null,
      said: 'secret words',
      ...(commentId && { commentId }),
    }));

  async function aComment(): Promise<string> {
    const { body } = await ada.api.post<Comment>(`/tickets/${ticket.id}/comments`, { body: 'Secret words.' });
    await app.dataSource.query('DELETE FROM mails');
    return body.id;
  }

  async function redact(commentId: string): Promise<void> {
    expect((await ada.api.post(`/tickets/${ticket.id}/comments/${commentId}/redaction`)).status).toBe(200);
  }

  /** A mail that was sent, with its text as it is kept. */
  async function aSentMail(of: ClaimedMail['news']): Promise<string> {
    const id = await aMail(app, { ticketId: ticket.id, address: `${of.length}@sent.example`, news: of });
    await app.dataSource.query("UPDATE mails SET due_at = '2000-01-01' WHERE id = $1", [id]);
    const [mail] = await queue.claim(1, NOBODY);
    expect(await queue.keep(mail!, plain(mail!))).toBe(true);
    await queue.settle(mail!, { kind: 'delivered', answer: '250 OK' });
    return id;
  }

  it('goes out of mails, sent or not; who was to hear of nothing else hears nothing', async () => {
    const commentId = await aComment();
    const sent = await aSentMail(news(commentId));
    const other = await aSentMail(news(undefined, undefined));
    const alone = await aMail(app, { ticketId: ticket.id, address: 'a@example.org', news: news(commentId) });
    const among = await aMail(app, { ticketId: ticket.id, address: 'b@example.org', news: news(undefined, commentId) });
    await redact(commentId);
    expect(await mailOf(app, sent)).toMatchObject({ state: 'sent', text: null, html: null, news: [] });
    expect(await mailOf(app, other)).toMatchObject({ state: 'sent', text: 'secret words,secret words\n' });
    expect(await mailOf(app, alone)).toMatchObject({ state: 'cancelled', news: [] });
    expect(await mailOf(app, among)).toMatchObject({ state: 'queued', news: [{ said: 'secret words' }] });
  });

  it('does not come back by a mail that was being composed', async () => {
    const commentId = await aComment();
    const id = await aMail(app, { ticketId: ticket.id, news: news(undefined, commentId) });
    await app.dataSource.query("UPDATE mails SET due_at = '2000-01-01'");
    const [mail] = await queue.claim(1, NOBODY);
    await redact(commentId);
    expect(await queue.keep(mail!, plain(mail!))).toBe(false);
    expect(await mailOf(app, id)).toMatchObject({ text: null, html: null, subject: null });
  });

  it('goes out of all mails of a ticket that is purged, and those that wait are cancelled', async () => {
    const sent = await aSentMail(news(undefined));
    const waiting = await aMail(app, { ticketId: ticket.id, news: news(undefined) });
    await ada.api.delete(`/tickets/${ticket.id}`, ifMatch(ticket));
    const { body } = await ada.api.get<Ticket>(`/tickets/${ticket.id}`);
    const purged = await ada.api.delete(`/tickets/${ticket.id}?purge=true`, ifMatch(body));
    expect(purged.status).toBe(204);
    expect(await mailOf(app, sent)).toMatchObject({ state: 'sent', subject: null, text: null, html: null, news: [] });
    expect(await mailOf(app, waiting)).toMatchObject({ state: 'cancelled', news: [] });
  });
});
