// A process that writes mails, some of which are rolled back, and sends them: `node mail-host.mjs DATA_DIR MAIL_URL`.
import { setTimeout as pause } from 'node:timers/promises';
import { ENTITIES } from '../../dist/entities.js';
import { MailComposer } from '../../dist/mail/content/mail-composer.js';
import { MailQueue } from '../../dist/mail/queue/mail-queue.js';
import { MailSender } from '../../dist/mail/sending/mail-sender.js';
import { MailTransport } from '../../dist/mail/sending/transport.js';
import { Clock } from '../../dist/platform/clock.js';
import { readMailServer } from '../../dist/platform/config/mail-server.js';
import { Settings } from '../../dist/platform/config/settings.js';
import { openDatabase } from '../../dist/platform/database/open-database.js';
import { newId } from '../../dist/platform/ids.js';
import { UnitOfWork } from '../../dist/platform/unit-of-work.js';

const [, , DATA_DIR, MAIL_URL, task] = process.argv;
const DOMAINS = 20;

const tell = (...words) => process.stdout.write(`${words.join(' ')}\n`);

const settings = Object.assign(new Settings(), {
  NODE_ENV: 'test',
  DATA_DIR,
  PUBLIC_URL: 'https://tickets.example.org',
});
const { dataSource } = await openDatabase(settings, ENTITIES, () => undefined);
const clock = new Clock();
const queue = new MailQueue(dataSource, clock, settings);
const composer = new MailComposer();
composer.composeWith(['welcome'], ({ id }) => Promise.resolve({ subject: id, text: id, html: `<p>${id}</p>` }));
const sender = new MailSender(queue, composer, settings, new UnitOfWork(dataSource, clock));

// Whoever was killed has left leases behind: their time has come.
await dataSource.query("UPDATE mails SET due_at = now() WHERE state IN ('sending', 'queued')");
sender.start(await MailTransport.open(readMailServer(MAIL_URL), 'helpdesk@example.org'));
tell('READY', dataSource.options.url);

for (let count = 0; task === 'write'; count += 1) {
  const id = newId();
  const isCommitted = count % 4 !== 3;
  const mail = {
    id,
    kind: 'welcome',
    recipientId: null,
    address: `${count}@${count % DOMAINS}.example`,
    ticketId: null,
    news: [],
  };
  const written = dataSource.transaction(async (manager) => {
    await queue.write(manager, [mail], clock.now());
    if (!isCommitted) throw new Error('rolled back');
  });
  await written.then(
    () => tell('WROTE', id),
    () => tell('UNDONE', id),
  );
  await sender.look();
  await pause(5);
}
