import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { AccountMails } from './content/account/account-mails.js';
import { AccountMailWriter } from './content/account/account-mail.writer.js';
import { TrailHeadsMails } from './content/heads/trail-heads-mails.js';
import { MailComposer } from './content/mail-composer.js';
import { MailLogController } from './log/mail-log.controller.js';
import { MailLog } from './log/mail-log.service.js';
import { MailStanding } from './log/mail-standing.js';
import { Erasing } from './queue/erasing.js';
import { MailQueue } from './queue/mail-queue.js';
import { MailSecrets } from './queue/mail-secrets.js';
import { DevelopmentMailbox } from './sending/development-mailbox.js';
import { MailSender } from './sending/mail-sender.js';
import { StartOfSending } from './sending/start-of-sending.js';

/** What is told by mail: it hears of what happens, writes mails with it, and sends them. A leaf: nobody imports it. */
@Module({
  imports: [AuthModule],
  controllers: [MailLogController],
  providers: [
    AccountMails,
    AccountMailWriter,
    DevelopmentMailbox,
    Erasing,
    MailComposer,
    MailLog,
    MailQueue,
    MailSecrets,
    MailSender,
    MailStanding,
    StartOfSending,
    TrailHeadsMails,
  ],
})
export class MailModule {}
