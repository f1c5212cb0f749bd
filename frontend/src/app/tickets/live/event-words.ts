import { STATUS_CODES } from '@deskhand/shared';
import type { LiveEvent } from '../../platform/live/live-event';
import { statusLabel } from '../../ui/status-label';
import { activityWords } from '../page/activity-words';

/** What somebody else just did to the ticket that is shown, for whoever hears the page; null for what is not worth a word. */
export function eventWords(event: LiveEvent, reader: 'requester' | 'staff'): string | null {
  const { kind, payload } = event;
  const name = event.actor?.name ?? $localize`Deskhand`;
  if (kind === 'comment.added')
    return payload['internal'] === true
      ? $localize`${name}:name: wrote an internal note`
      : $localize`${name}:name: replied`;
  const status = STATUS_CODES.find((code) => code === payload['to']);
  if (kind === 'ticket.status_changed' && status)
    return $localize`Status is now ${statusLabel(status, reader)}:status:`;
  return activityWords(event, reader)?.words ?? null;
}
