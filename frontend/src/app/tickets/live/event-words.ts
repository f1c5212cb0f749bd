import type { LiveEvent } from '../../platform/live/live-event';
import { newsWords } from '../../ui/news-words';
import { activityWords } from '../page/activity-words';

/** What somebody else just did to the ticket that is shown, for whoever hears the page; null for what is not worth a word. */
export function eventWords(event: LiveEvent, reader: 'requester' | 'staff'): string | null {
  return newsWords(event, reader) ?? activityWords(event, reader)?.words ?? null;
}
