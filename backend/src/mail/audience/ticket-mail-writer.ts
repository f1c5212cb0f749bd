import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { MailQueue } from '../queue/mail-queue.js';
import { newsOf } from './ticket-news.js';
import { mailsTelling } from './who-is-told.js';

/** Writes the mails of what happens to tickets, in the transaction in which it happens. */
@Injectable()
export class TicketMailWriter {
  constructor(unitOfWork: UnitOfWork, queue: MailQueue) {
    unitOfWork.writeWith(async (events, manager) => {
      const [first] = events;
      const news = events.flatMap(newsOf);
      if (!first || news.length === 0) return;
      await queue.write(manager, await mailsTelling(manager, news, first.origin.actorId), first.at);
    });
  }
}
