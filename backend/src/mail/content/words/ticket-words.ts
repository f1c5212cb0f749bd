import { type Language, languageOf } from '@deskhand/shared';
import { DE_TICKET } from './de-ticket.js';
import { EN_TICKET, type TicketWords } from './en-ticket.js';

const BY_LANGUAGE: Readonly<Record<Language, TicketWords>> = { en: EN_TICKET, de: DE_TICKET };

/** What mails about tickets say to whoever reads that language. */
export function ticketWordsIn(language: string): TicketWords {
  return BY_LANGUAGE[languageOf(language)];
}
