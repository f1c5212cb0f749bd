import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { answer } from './answer.js';
import { KeptMails } from './kept-mails.js';

/**
 * The mailbox of development as a process of its own: takes every mail, gives none on, and shows them in the browser. It
 * listens on this machine alone, keeps them in memory, and ends with the app that started it.
 */
const HOST = '127.0.0.1';
/** Where people look for it; another one where that is taken. */
const USUAL_PORT = 1080;

const mails = new KeptMails();
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, session, done) => {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    mails.take(stream, to).then(() => {
      done();
    }, done);
  },
});
const web = createServer((request, response) => {
  answer(mails, request, response);
});

// A connection that breaks is the other side's business.
smtp.on('error', () => undefined);
process.once('disconnect', () => process.exit(0));
await listening(smtp.server, 0);
await listening(web, USUAL_PORT).catch(() => listening(web, 0));
process.send?.({ smtpUrl: `smtp://${HOST}:${portOf(smtp.server)}`, webUrl: `http://${HOST}:${portOf(web)}` });

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
