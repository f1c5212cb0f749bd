import { type ChildProcess, fork } from 'node:child_process';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { SECOND } from '../../platform/clock.js';

/** Not in the image, as nothing of that folder is. */
const PROGRAM = new URL('../mailbox/mailbox.process.js', import.meta.url);
const PATIENCE = 20 * SECOND;

/** Where mails go in, and where people read them. */
export interface Mailbox {
  readonly smtpUrl: string;
  readonly webUrl: string;
}

/** A mail server of this machine alone that keeps what it gets and shows it in the browser: a process that ends with this one. */
@Injectable()
export class DevelopmentMailbox implements BeforeApplicationShutdown {
  private readonly logger = new Logger(DevelopmentMailbox.name);
  private child: ChildProcess | null = null;

  /** @returns null where it could not be started */
  async open(): Promise<Mailbox | null> {
    const child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    this.child = child;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const mailbox = await new Promise<Mailbox | null>((resolve) => {
      const give = (result: Mailbox | null) => (): void => {
        resolve(result);
      };
      setTimeout(give(null), PATIENCE).unref();
      child.once('error', give(null)).once('exit', give(null));
      child.once('message', (told) => {
        resolve(told as Mailbox);
      });
    });
    if (!mailbox) this.logger.warn({ msg: 'the mailbox for development did not start', complaint });
    return mailbox;
  }

  beforeApplicationShutdown(): void {
    if (this.child?.connected) this.child.disconnect();
    this.child = null;
  }
}
