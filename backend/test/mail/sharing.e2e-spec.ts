import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailComposer } from '../../src/mail/content/mail-composer.js';
import { type ClaimedMail, MailQueue } from '../../src/mail/queue/mail-queue.js';
import { MailSender } from '../../src/mail/sending/mail-sender.js';
import { MINUTE } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { UnitOfWork } from '../../src/platform/unit-of-work.js';
import { startApp, type TestApp } from '../app/app.js';
import { aMail, mailOf, plain, sayPlainly } from './mails.js';
import { aTransport, messageIdIn, Postbox, sendTo } from './postbox.js';

const LEASE = 5 * MINUTE;
const NOBODY = new Map<string, number>();

describe('R07 instances that share the queue', () => {
  let app: TestApp;
  let queue: MailQueue;
  let postbox: Postbox;

  beforeAll(async () => {
    app = await startApp();
    postbox = await Postbox.open();
    queue = app.nest.get(MailQueue);
    sayPlainly(app);
  });
  afterAll(async () => {
    await app.close();
    await postbox.close();
  });
  beforeEach(() => {
    postbox.received.length = 0;
  });
  afterEach(() => app.dataSource.query('DELETE FROM mails'));

  /** Another process of the same installation, as far as mails are concerned. */
  async function anInstance(): Promise<MailSender> {
    const composer = new MailComposer();
    composer.composeWith(['trail_heads'], (mail) => Promise.resolve(plain(mail)));
    const unitOfWork = new UnitOfWork(app.dataSource, app.clock);
    const queueThere = new MailQueue(app.dataSource, app.clock, app.settings);
    const sender = new MailSender(queueThere, composer, app.settings, unitOfWork);
    sender.start(await aTransport(postbox.url));
    return sender;
  }

  it('send each mail once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 60; count += 1)
      ids.push(await aMail(app, { address: `${count}@${count % 7}.example` }));
    const senders = [await sendTo(app, postbox), await anInstance(), await anInstance()];
    await Promise.all(senders.map((sender) => sender.look()));
    await postbox.until(60);
    await Promise.all(senders.map((sender) => sender.beforeApplicationShutdown()));
    expect(postbox.received).toHaveLength(60);
    expect(new Set(postbox.received.map(messageIdIn)).size).toBe(60);
    const states: unknown[] = await app.dataSource.query("SELECT FROM mails WHERE state <> 'sent'");
    expect(states).toEqual([]);
    expect(ids).toHaveLength(60);
  });

  it('take a mail over from one that was killed, under the same Message-ID, and no sooner than its lease ends', async () => {
    const id = await aMail(app);
    const [lost] = await queue.claim(1, NOBODY);
    expect(lost).toMatchObject({ id, attempts: 1 });
    app.clock.advance(LEASE - 1_000);
    expect(await queue.claim(1, NOBODY)).toEqual([]);
    app.clock.advance(2_000);
    const other = await anInstance();
    await other.look();
    const [received] = await postbox.until(1);
    expect(messageIdIn(received!)).toBe(`<${id}@localhost>`);
    await other.beforeApplicationShutdown();
    expect(await mailOf(app, id)).toMatchObject({ state: 'sent', attempts: 2 });

    // The first one lives after all: what it says of its attempt counts no more.
    await queue.settle(lost!, { kind: 'refused', answer: '550 No' });
    expect(await queue.keep(lost!, plain(lost!))).toBe(false);
    expect(await mailOf(app, id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('put what happens to one ticket within two minutes into one mail for each address, and what happens then into the next', async () => {
    const ticketId = newId();
    const news = (said: string): object => ({ ticketId, news: [{ kind: 'said', activityId: null, said }] });
    const first = await aMail(app, news('one'));
    await aMail(app, news('two'));
    await aMail(app, { ...news('for Otto'), address: 'otto@example.org' });
    app.clock.advance(2 * MINUTE - 5_000);
    expect(await queue.claim(10, NOBODY)).toEqual([]);
    app.clock.advance(6_000);
    const mails = await queue.claim(10, NOBODY);
    const told = (mail: ClaimedMail | undefined): unknown[] => (mail?.news ?? []).map(({ said }) => said);
    expect(mails).toHaveLength(2);
    expect(told(mails.find(({ id }) => id === first))).toEqual(['one', 'two']);
    await aMail(app, news('three'));
    const waiting: unknown[] = await app.dataSource.query("SELECT FROM mails WHERE state = 'queued'");
    expect(waiting).toHaveLength(1);
  });

  it('write one mail where several news of one ticket are written at once', async () => {
    const ticketId = newId();
    const mail = { kind: 'trail_heads', recipientId: null, address: 'emma@example.org', ticketId } as const;
    const mails = ['one', 'two'].map((said) => ({ ...mail, news: [{ kind: 'said', activityId: null, said }] }));
    await app.dataSource.transaction((manager) => queue.write(manager, mails, app.clock.now()));
    const rows: { news: unknown[] }[] = await app.dataSource.query('SELECT news FROM mails');
    expect(rows.map(({ news }) => news.length)).toEqual([2]);
  });

  it('gather under load without losing or doubling a word', async () => {
    const ticketId = newId();
    const said = Array.from({ length: 40 }, (_, at) => `word ${at}`);
    const claimed: ClaimedMail[] = [];
    const writing = Promise.all(
      said.map((word) => aMail(app, { ticketId, news: [{ kind: 'said', activityId: null, said: word }] })),
    );
    const claiming = (async () => {
      for (let round = 0; round < 20; round += 1) {
        await app.dataSource.query("UPDATE mails SET due_at = '2000-01-01' WHERE state = 'queued'");
        claimed.push(...(await queue.claim(10, NOBODY)));
      }
    })();
    await Promise.all([writing, claiming]);
    app.clock.advance(3 * MINUTE);
    claimed.push(...(await queue.claim(10, NOBODY)));
    const words = claimed.flatMap(({ news }) => news.map((each) => String(each.said)));
    expect(words.toSorted()).toEqual(said.toSorted());
  });
});
