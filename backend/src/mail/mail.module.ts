import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { AccountMails } from './content/account/account-mails.js';
import { AccountMailWriter } from './content/account/account-mail.writer.js';
import { ClosingReminder } from './audience/closing-reminder.js';
import { TicketMailWriter } from './audience/ticket-mail-writer.js';
import { TrailHeadsMailWriter } from './content/heads/trail-heads-mail.writer.js';
import { TrailHeadsMails } from './content/heads/trail-heads-mails.js';
import { MailComposer } from './content/mail-composer.js';
import { TicketMails } from './content/ticket/ticket-mails.js';
import { MailLogController } from './log/mail-log.controller.js';
import { MailLog } from './log/mail-log.service.js';
import { MailStanding } from './log/mail-standing.js';
import { MailPreferencesController } from './preferences/mail-preferences.controller.js';
import { MailPreferences } from './preferences/mail-preferences.service.js';
import { Erasing } from './queue/erasing.js';
import { MailQueue } from './queue/mail-queue.js';
import { MailSecrets } from './queue/mail-secrets.js';
import { NewAddresses } from './queue/new-addresses.js';
import { DevelopmentMailbox } from './sending/development-mailbox.js';
import { MailSender } from './sending/mail-sender.js';
import { StartOfSending } from './sending/start-of-sending.js';
import { Unsubscriptions } from './unsubscribe/unsubscriptions.service.js';
import { UnsubscriptionsController } from './unsubscribe/unsubscriptions.controller.js';

/** What is told by mail: it hears of what happens, writes mails with it, and sends them. A leaf: nobody imports it. */
@Module({
  imports: [AuthModule],
  // An address of its own before the one with an id.
  controllers: [MailPreferencesController, UnsubscriptionsController, MailLogController],
  providers: [
    AccountMails,
    AccountMailWriter,
    ClosingReminder,
    DevelopmentMailbox,
    Erasing,
    MailComposer,
    MailLog,
    MailPreferences,
    MailQueue,
    MailSecrets,
    MailSender,
    MailStanding,
    NewAddresses,
    StartOfSending,
    TicketMails,
    TicketMailWriter,
    TrailHeadsMails,
    TrailHeadsMailWriter,
    Unsubscriptions,
  ],
})
export class MailModule {}
