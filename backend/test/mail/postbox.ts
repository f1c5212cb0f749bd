import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { MailSender } from '../../src/mail/sending/mail-sender.js';
import { MailTransport, type Patience } from '../../src/mail/sending/transport.js';
import { readMailServer } from '../../src/platform/config/mail-server.js';
import type { TestApp } from '../app/app.js';

/** A message that was acknowledged, or not. */
export interface Received {
  readonly to: string;
  readonly source: string;
  readonly acknowledged: boolean;
}

/** How a mail server answers: at the recipient, and after the data. Nothing is an acceptance. */
export interface Behaviour {
  readonly recipient?: (address: string) => Promise<Error | null> | Error | null;
  readonly data?: (source: string) => Promise<'cut' | Error | null> | 'cut' | Error | null;
}

/** An answer of that code. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Never says a word. */
export const silence = (): Promise<null> => new Promise(() => undefined);

/** A real mail server in this process, on a free port, that keeps what it gets and answers as it is told. */
export class Postbox {
  readonly received: Received[] = [];
  behaviour: Behaviour = {};
  private readonly server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.server = new SMTPServer({
      ...{ authOptional: true, disableReverseLookup: true, closeTimeout: 100, logger: false },
      onRcptTo: ({ address }, _session, done) => {
        void Promise.resolve(this.behaviour.recipient?.(address) ?? null).then(done);
      },
      onData: (stream, session, done) => void this.take(stream, session, done),
      ...options,
    });
    // Connections that break are what the tests are about.
    this.server.on('error', () => undefined);
  }

  static async open(options: SMTPServerOptions = { disabledCommands: ['STARTTLS', 'AUTH'] }): Promise<Postbox> {
    const postbox = new Postbox(options);
    await new Promise<void>((resolve) => postbox.server.listen(0, '127.0.0.1', resolve));
    return postbox;
  }

  get port(): number {
    return (this.server.server.address() as { port: number }).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Those that were acknowledged. */
  get delivered(): Received[] {
    return this.received.filter(({ acknowledged }) => acknowledged);
  }

  /** Waits until so many are there, and gives them. */
  async until(count: number, limitMs = 10_000): Promise<Received[]> {
    const deadline = performance.now() + limitMs;
    while (this.received.length < count) {
      if (performance.now() > deadline) throw new Error(`${this.received.length} of ${count} mails came`);
      await pause(10);
    }
    return this.received;
  }

  /** What was acknowledged for that address, as a mail client reads it. */
  async read(address: string): Promise<ParsedMail[]> {
    const theirs = this.delivered.filter(({ to }) => to === address);
    return Promise.all(theirs.map(({ source }) => simpleParser(source, { skipTextToHtml: true })));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private async take(
    stream: Readable,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const source = Buffer.concat(chunks).toString();
    const verdict = (await this.behaviour.data?.(source)) ?? null;
    const to = session.envelope.rcptTo.map(({ address }) => address).join();
    this.received.push({ to, source, acknowledged: verdict === null });
    if (verdict === 'cut') this.socketOf(session)?.destroy();
    else done(verdict);
  }

  private socketOf({ id }: SMTPServerSession): Socket | undefined {
    const connections = this.server.connections as unknown as Iterable<{ id: string; _socket: Socket }>;
    return [...connections].find((connection) => connection.id === id)?._socket;
  }
}

export function messageIdIn({ source }: Received): string {
  return /^Message-ID: (<.*>)\r$/im.exec(source)?.[1] ?? '';
}

/** Has the app send to that server from now on, as `MAIL_URL` would. */
export async function sendTo(app: TestApp, { url }: { url: string }, patience?: Patience): Promise<MailSender> {
  const sender = app.nest.get(MailSender);
  sender.start(await aTransport(url, patience));
  return sender;
}

export function aTransport(url: string, patience?: Patience): Promise<MailTransport> {
  const server = readMailServer(url);
  if (!server) throw new Error(`${url} is no mail server`);
  return MailTransport.open(server, 'IT help <helpdesk@example.org>', patience);
}
