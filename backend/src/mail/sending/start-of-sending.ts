import { Injectable, Logger } from '@nestjs/common';
import { AfterListening } from '../../platform/after-listening.js';
import { readMailServer } from '../../platform/config/mail-server.js';
import { Settings } from '../../platform/config/settings.js';
import { DevelopmentMailbox } from './development-mailbox.js';
import { MailSender } from './mail-sender.js';
import { MailTransport } from './transport.js';

/** Chooses where mails go, once the process listens: to the mail server, to the mailbox of development, or nowhere yet. */
@Injectable()
export class StartOfSending {
  private readonly logger = new Logger(StartOfSending.name);

  constructor(
    private readonly settings: Settings,
    private readonly sender: MailSender,
    private readonly mailbox: DevelopmentMailbox,
    afterListening: AfterListening,
  ) {
    afterListening.add((say) => this.begin(say));
  }

  private async begin(say: (message: string) => void): Promise<void> {
    const { mailRoute, MAIL_URL = '' } = this.settings;
    if (mailRoute === 'server') await this.sendTo(MAIL_URL);
    if (mailRoute === 'mailbox') await this.sendToMailbox(say);
    if (mailRoute === 'none') this.logger.warn('There is no MAIL_URL: mail is kept until there is one.');
  }

  private async sendToMailbox(say: (message: string) => void): Promise<void> {
    const mailbox = await this.mailbox.open();
    if (mailbox) {
      say(`  Mail leaves for nobody; read it at ${mailbox.webUrl}\n`);
      await this.sendTo(mailbox.smtpUrl);
    } else {
      say('  The mailbox for development could not be started: mail is kept.\n');
    }
  }

  private async sendTo(url: string): Promise<void> {
    const server = readMailServer(url);
    if (server) this.sender.start(await MailTransport.open(server, this.settings.mailFrom));
  }
}
