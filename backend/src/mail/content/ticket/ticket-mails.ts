import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../../../platform/config/settings.js';
import type { TicketNews } from '../../audience/ticket-news.js';
import type { ClaimedMail } from '../../queue/mail-queue.js';
import { MailSecrets } from '../../queue/mail-secrets.js';
import { unsubscribeAddresses } from '../../unsubscribe/unsubscribe-token.js';
import { layOut } from '../layout/lay-out.js';
import { MailComposer } from '../mail-composer.js';
import type { MailContent } from '../mail-content.js';
import { readReader } from '../reader.js';
import { ticketWordsIn } from '../words/ticket-words.js';
import { ticketHeaders } from './ticket-headers.js';
import { ticketLetter } from './ticket-letter.js';
import { readScene } from './ticket-scene.js';
import { trueNews } from './true-news.js';

/** What mails about tickets say: made of the ticket as it is when they are sent, for what the reader may see then. */
@Injectable()
export class TicketMails {
  constructor(
    composer: MailComposer,
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly secrets: MailSecrets,
  ) {
    composer.composeWith(['ticket'], (mail) => this.compose(mail));
  }

  private async compose(mail: ClaimedMail): Promise<MailContent | null> {
    const { manager } = this.dataSource;
    const reader = await readReader(manager, mail);
    const all = mail.news as readonly TicketNews[];
    const scene = reader && mail.ticket_id && (await readScene(manager, reader, mail.ticket_id, all));
    if (!reader || !scene) return null;
    const news = trueNews(all, scene, reader);
    if (news.length === 0) return null;
    const { publicUrl } = this.settings;
    const secret = this.secrets.of(mail);
    const unsubscribe = reader.person && unsubscribeAddresses(publicUrl, mail.id, secret);
    const links = {
      ticket: `${publicUrl}/tickets/${scene.id}`,
      choices: `${publicUrl}/account#mail`,
      unsubscribe: unsubscribe?.page ?? null,
    };
    const letter = ticketLetter({ news, scene, reader, words: ticketWordsIn(reader.language) }, links);
    const headers = ticketHeaders(publicUrl, scene.id, unsubscribe?.oneClick ?? null);
    return { ...layOut(letter), headers, secrets: [secret] };
  }
}
