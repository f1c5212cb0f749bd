import { DAY } from '../../../platform/clock.js';
import type { TicketNews } from '../../audience/ticket-news.js';
import type { Reader } from '../reader.js';
import type { TicketWords } from '../words/en-ticket.js';
import { dayWords } from '../words/times.js';
import type { TicketScene } from './ticket-scene.js';

/** What is told, of which ticket, to whom, in which words. */
export interface Telling {
  readonly news: readonly TicketNews[];
  readonly scene: TicketScene;
  readonly reader: Reader;
  readonly words: TicketWords;
}

export function isRequester({ scene, reader }: Telling): boolean {
  return reader.person?.id === scene.requester_id;
}

/** As the admin calls it, or else in the reader's language. */
export function statusLabel(telling: Telling): string {
  const { scene, words } = telling;
  return scene.label_override ?? words.status(scene.status, isRequester(telling));
}

/** When what is resolved closes by itself. */
export function closingDay({ scene, reader }: Telling): string {
  const since = scene.resolved_at ?? scene.created_at;
  return dayWords(new Date(since.getTime() + scene.closing_days * DAY), reader);
}
