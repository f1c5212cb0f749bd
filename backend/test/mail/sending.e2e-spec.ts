import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailQueue } from '../../src/mail/queue/mail-queue.js';
import type { MailSender } from '../../src/mail/sending/mail-sender.js';
import { MINUTE } from '../../src/platform/clock.js';
import { startApp, type TestApp } from '../app/app.js';
import { aMail, mailOf, type MailRowOfTest, sayPlainly } from './mails.js';
import { messageIdIn, Postbox, refusal, sendTo, silence } from './postbox.js';

const HOUR = 60 * MINUTE;
const PATIENCE = { connection: 500, silence: 500, whole: 2_000 };

describe('R07 a mail', () => {
  let app: TestApp;
  let postbox: Postbox;
  let sender: MailSender;

  beforeAll(async () => {
    postbox = await Postbox.open();
    app = await startApp({ PUBLIC_URL: 'https://tickets.example.org' });
    sayPlainly(app);
    sender = await sendTo(app, postbox, PATIENCE);
  });
  afterAll(async () => {
    await app.close();
    await postbox.close();
  });
  beforeEach(() => {
    postbox.behaviour = {};
    postbox.received.length = 0;
  });
  afterEach(() => app.dataSource.query('DELETE FROM mails'));

  /** Waits until it is not under way any more after so many attempts. */
  async function settled(id: string, attempts = 1): Promise<MailRowOfTest> {
    const deadline = performance.now() + 8_000;
    for (;;) {
      const mail = await mailOf(app, id);
      if (mail.answers.length >= attempts && mail.state !== 'sending') return mail;
      if (performance.now() > deadline) throw new Error(`${mail.state} after ${mail.attempts} attempts`);
      await pause(10);
    }
  }

  /** Moves the clock to its next attempt, and waits for what comes of it. */
  async function again(mail: MailRowOfTest): Promise<MailRowOfTest> {
    app.clock.advance(mail.due_at.getTime() - app.clock.now().getTime() + 1);
    await sender.look();
    return settled(mail.id, mail.attempts + 1);
  }

  it('is sent with a fixed Message-ID, and what the server answered is kept', async () => {
    const id = await aMail(app, { said: 'Grüße from the help desk' });
    await sender.look();
    expect(await settled(id)).toMatchObject({ state: 'sent', attempts: 1, subject: 'Grüße from the help desk' });
    expect((await mailOf(app, id)).answers[0]).toMatch(/^250 /);
    const [parsed] = await postbox.read('emma@example.org');
    expect(parsed).toMatchObject({ subject: 'Grüße from the help desk', messageId: `<${id}@tickets.example.org>` });
    expect(parsed?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed?.from?.text).toBe('"IT help" <helpdesk@example.org>');
  });

  it('exists if and only if its event was committed', async () => {
    const mail = {
      kind: 'trail_heads',
      recipientId: null,
      address: 'emma@example.org',
      ticketId: null,
      news: [],
    } as const;
    const written = app.dataSource.transaction(async (manager) => {
      await app.nest.get(MailQueue).write(manager, [mail], app.clock.now());
      throw new Error('trouble');
    });
    await expect(written).rejects.toThrow('trouble');
    expect(await app.dataSource.query('SELECT FROM mails')).toEqual([]);
  });

  it('is tried again after 1, 5 and 30 minutes, 1, 2 and then every 3 hours, and is dead after 96 hours', async () => {
    postbox.behaviour = { recipient: () => refusal(450, 'Mailbox busy') };
    const id = await aMail(app);
    const begun = app.clock.now().getTime();
    await sender.look();
    let mail = await settled(id);
    const waits: number[] = [];
    while (mail.state === 'queued') {
      waits.push(mail.due_at.getTime() - app.clock.now().getTime());
      mail = await again(mail);
    }
    const least = [MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR];
    for (const [at, wait] of waits.entries()) {
      const shortest = least[at] ?? 3 * HOUR;
      expect(wait).toBeGreaterThan(shortest - 5_000);
      expect(wait).toBeLessThanOrEqual(shortest * 1.2);
    }
    expect(mail.state).toBe('dead');
    const lasted = app.clock.now().getTime() - begun;
    expect(lasted).toBeLessThanOrEqual(96 * HOUR);
    expect(lasted).toBeGreaterThan(92 * HOUR);
    expect(new Set(mail.answers)).toEqual(new Set(['450 Mailbox busy']));
  });

  it.each([
    ['421', { recipient: () => refusal(421, 'Closing down') }, /^421 /],
    ['450', { recipient: () => refusal(450, 'Mailbox busy') }, /^450 /],
    ['451 after the data', { data: () => refusal(451, 'Local error') }, /^451 /],
    ['nothing, for ever', { recipient: silence }, /^Timeout/],
    ['nothing after the data', { data: silence }, /^Timeout/],
  ] as const)('waits for the next try where the server answers %s', async (_, behaviour, answer) => {
    postbox.behaviour = behaviour;
    const id = await aMail(app);
    await sender.look();
    const deferred = await settled(id);
    expect(deferred).toMatchObject({ state: 'queued', attempts: 1 });
    expect(deferred.answers[0]).toMatch(answer);
    postbox.behaviour = {};
    expect(await again(deferred)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(postbox.delivered).toHaveLength(1);
  });

  it('is patient with a server that is slow', async () => {
    const slowly = (): Promise<null> => pause(300).then(() => null);
    postbox.behaviour = { recipient: slowly, data: slowly };
    const id = await aMail(app);
    await sender.look();
    expect(await settled(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('waits where there is no server at all', async () => {
    const gone = await Postbox.open();
    const { url } = gone;
    await gone.close();
    await sendTo(app, { url }, PATIENCE);
    const id = await aMail(app);
    await sender.look();
    const mail = await settled(id);
    expect([mail.state, mail.answers]).toEqual(['queued', [expect.stringContaining('ECONNREFUSED')]]);
    await sendTo(app, postbox, PATIENCE);
  });

  it.each([
    ['of the recipient', { recipient: () => refusal(550, 'No such user') }, '550 No such user'],
    ['of the message', { data: () => refusal(554, 'Looks like spam') }, '554 Looks like spam'],
  ] as const)('has failed for good upon a refusal %s', async (_, behaviour, answer) => {
    postbox.behaviour = behaviour;
    const id = await aMail(app);
    await sender.look();
    expect(await settled(id)).toMatchObject({ state: 'failed', answers: [answer] });
  });

  it('that was cut off after its data comes again, the same in every byte', async () => {
    postbox.behaviour = { data: () => 'cut' };
    const id = await aMail(app);
    await sender.look();
    const cut = await settled(id);
    expect(cut.state).toBe('queued');
    postbox.behaviour = {};
    await again(cut);
    const [first, second] = postbox.received;
    expect(messageIdIn(first!)).toBe(`<${id}@tickets.example.org>`);
    expect(second!.source).toBe(first!.source);
  });

  it('for a domain that hangs delays no other', async () => {
    postbox.behaviour = { recipient: (address) => (address.endsWith('@slow.example') ? silence() : null) };
    for (let count = 0; count < 30; count += 1) await aMail(app, { address: `${count}@slow.example` });
    const begun = performance.now();
    for (let count = 0; count < 20; count += 1) await aMail(app, { address: `${count}@quick.example` });
    await sender.look();
    await postbox.until(20);
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(postbox.received.every(({ to }) => to.endsWith('@quick.example'))).toBe(true);
    await app.dataSource.query('DELETE FROM mails');
    await pause(2 * PATIENCE.silence);
  });

  it('that cannot be composed is tried again, and one with nothing to tell is cancelled', async () => {
    sayPlainly(app, ({ address }) => {
      if (address.startsWith('trouble')) throw new Error('no words');
      return null;
    });
    const [trouble, nothing] = [await aMail(app, { address: 'trouble@example.org' }), await aMail(app)];
    await sender.look();
    expect(await settled(trouble)).toMatchObject({ state: 'queued', answers: [expect.stringContaining('composed')] });
    expect(await settled(nothing)).toMatchObject({ state: 'cancelled' });
    expect(postbox.received).toEqual([]);
    sayPlainly(app);
  });

  it('shows no secret of its links in what is kept', async () => {
    sayPlainly(app, () => ({
      subject: 'Link',
      text: 'See /x?token=s3cret',
      html: '<a href="/x?token=s3cret">',
      secrets: ['s3cret'],
    }));
    const id = await aMail(app);
    await sender.look();
    expect(await settled(id)).toMatchObject({ text: 'See /x?token=•••', html: '<a href="/x?token=•••">' });
    expect(postbox.received[0]!.source).toContain('token=s3cret');
    sayPlainly(app);
  });

  it('S26 cannot be given more headers or recipients', async () => {
    const evil = 'Hello\r\nBcc: mallory@example.org\r\n\r\nBody';
    sayPlainly(app, () => ({ subject: evil, text: 'x', html: 'x', headers: { 'List-Id': `<a>\r\nX-Evil: yes` } }));
    await aMail(app);
    const impossible = await aMail(app, { address: 'emma@example.org>\r\nRCPT TO:<mallory@example.org' });
    await sender.look();
    expect((await settled(impossible)).state).toBe('failed');
    const [received] = await postbox.until(1);
    const [head] = received!.source.split('\r\n\r\n');
    expect(head).not.toMatch(/^(Bcc|X-Evil):/im);
    expect(received!.to).toBe('emma@example.org');
    sayPlainly(app);
  });
});
