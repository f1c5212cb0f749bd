import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { SECOND } from '../../platform/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { reportOf } from '../../platform/http/fault-report.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { MailComposer } from '../content/mail-composer.js';
import { type ClaimedMail, MailQueue, type Outcome } from '../queue/mail-queue.js';
import { messageOf, withoutSecrets } from './message.js';
import { outcomeOf } from './outcome.js';
import type { MailTransport } from './transport.js';

/** Mails that one process has under way at once. */
const SLOTS = 16;
/** Milliseconds between two looks for what is due. */
const LOOK_EVERY = 5 * SECOND;
/** Milliseconds after a change until it is looked for mails; changes of that time are one look. */
const LOOK_SOON = 200;
/** Milliseconds that mails under way get to come to their end when the process is asked to stop. */
const STOP_PATIENCE = 4 * SECOND;

/**
 * Sends what is due, as one of several processes that share the queue. A claim is one short statement, and nothing is held
 * while a server is talked to: whoever is killed leaves a lease that runs out.
 */
@Injectable()
export class MailSender implements BeforeApplicationShutdown {
  private readonly logger = new Logger(MailSender.name);
  private readonly underWay = new Map<ClaimedMail, Promise<void>>();
  private transport: MailTransport | null = null;
  private timer: NodeJS.Timeout | null = null;
  /** When the timer ends, as `performance.now()` counts. */
  private nextLook = Infinity;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly queue: MailQueue,
    private readonly composer: MailComposer,
    private readonly settings: Settings,
    unitOfWork: UnitOfWork,
  ) {
    // What happens to tickets gathers for minutes: the look of every few seconds finds it.
    unitOfWork.watchWith((events) => {
      if (events.some(({ subject }) => subject.type !== 'ticket')) this.lookIn(LOOK_SOON);
    });
  }

  /** Begins to send. */
  start(transport: MailTransport): void {
    this.transport = transport;
    this.lookIn(0);
  }

  /** Takes up what is due, now. */
  look(): Promise<void> {
    this.looking = this.looking.then(async () => {
      const mayBeMore = await this.takeUp();
      this.lookIn(mayBeMore ? 0 : LOOK_EVERY);
    });
    return this.looking;
  }

  /** Lets what is under way come to its end, for a while. */
  async beforeApplicationShutdown(): Promise<void> {
    const { transport } = this;
    this.transport = null;
    if (this.timer) clearTimeout(this.timer);
    await this.looking;
    const cutOff = setTimeout(() => transport?.close(), STOP_PATIENCE);
    await Promise.all(this.underWay.values());
    clearTimeout(cutOff);
    transport?.close();
  }

  /** One timer, for the earliest look that was asked for. */
  private lookIn(milliseconds: number): void {
    const at = performance.now() + milliseconds;
    if (!this.transport || this.nextLook <= at) return;
    if (this.timer) clearTimeout(this.timer);
    this.nextLook = at;
    this.timer = setTimeout(() => {
      this.nextLook = Infinity;
      void this.look();
    }, milliseconds);
  }

  /** Takes up what is due and begins to send it. @returns whether more may be due, and could be taken up */
  private async takeUp(): Promise<boolean> {
    const { transport } = this;
    const free = SLOTS - this.underWay.size;
    if (!transport || free === 0) return false;
    try {
      const mails = await this.queue.claim(free, this.domainsUnderWay());
      for (const mail of mails) this.begin(mail, transport);
      return mails.length > 0;
    } catch (error) {
      this.logger.warn(reportOf(error));
      return false;
    }
  }

  private begin(mail: ClaimedMail, transport: MailTransport): void {
    const done = this.attempt(mail, transport)
      .then((outcome) => this.queue.settle(mail, outcome))
      // Nobody knows what came of it: the lease runs out, and it is taken up again.
      .catch((error: unknown) => {
        this.logger.error(reportOf(error));
      })
      .finally(() => {
        this.underWay.delete(mail);
        this.lookIn(0);
      });
    this.underWay.set(mail, done);
  }

  private async attempt(mail: ClaimedMail, transport: MailTransport): Promise<Outcome> {
    const content = await this.composer.compose(mail).catch((error: unknown) => {
      this.logger.error({ ...reportOf(error), mail: mail.id });
      return undefined;
    });
    if (content === undefined) return { kind: 'deferred', answer: 'It could not be composed; the log tells why.' };
    if (content === null) return { kind: 'dropped', answer: 'There was nothing left to tell.' };
    const isKept = await this.queue.keep(mail, withoutSecrets(content));
    if (!isKept) return { kind: 'deferred', answer: 'What it was to tell changed meanwhile.' };
    try {
      const answer = await transport.send(messageOf(mail, content, this.settings.publicUrl));
      return { kind: 'delivered', answer };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  private domainsUnderWay(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { address } of this.underWay.keys()) {
      const domain = address.split('@')[1] ?? '';
      counts.set(domain, (counts.get(domain) ?? 0) + 1);
    }
    return counts;
  }
}
