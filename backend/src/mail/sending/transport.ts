import type { SMTPSentMessageInfo, Transporter } from 'nodemailer';
import { MINUTE, SECOND } from '../../platform/clock.js';
import type { MailServer } from '../../platform/config/mail-server.js';

/** Milliseconds that are waited for a server; together less than a mail's lease. */
export interface Patience {
  /** Until a connection is there, and until the server greets. */
  readonly connection: number;
  /** Without a word. */
  readonly silence: number;
  readonly whole: number;
}

const PATIENCE: Patience = { connection: 15 * SECOND, silence: 45 * SECOND, whole: 3 * MINUTE };

/** A message as the server gets it. */
export interface Message {
  readonly messageId: string;
  readonly date: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The way to a mail server. Every mail has a connection of its own, so that none waits for another. */
export class MailTransport {
  private readonly stopping = new AbortController();

  private constructor(
    private readonly smtp: Transporter<SMTPSentMessageInfo>,
    private readonly from: string,
    private readonly patience: Patience,
  ) {}

  /** The package is read when it is needed, after the start. */
  static async open(server: MailServer, from: string, patience = PATIENCE): Promise<MailTransport> {
    const { createTransport } = await import('nodemailer');
    const { connection, silence } = patience;
    const waits = { connectionTimeout: connection, greetingTimeout: connection, socketTimeout: silence };
    const smtp = createTransport({ ...server, ...waits, disableFileAccess: true, disableUrlAccess: true });
    return new MailTransport(smtp, from, patience);
  }

  /**
   * Attempts of the same message send the same bytes.
   *
   * @returns the server's answer
   * @throws NodemailerError
   */
  async send({ messageId, to, headers, ...message }: Message): Promise<string> {
    const { response } = await this.smtp.sendMail({
      ...message,
      // Taken as it is: a text would be read for several addresses.
      to: { name: '', address: to },
      ...{ from: this.from, messageId, baseBoundary: messageId.replaceAll(/\W/g, '') },
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(this.patience.whole)]),
    });
    return response;
  }

  /** Ends what is under way. */
  close(): void {
    this.stopping.abort();
    this.smtp.close();
  }
}
