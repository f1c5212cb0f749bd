import type { StatusCode } from '@deskhand/shared';
import { chosenLabel } from '../platform/status-words';

type Reader = 'requester' | 'staff';

/** The words of a status: an admin's own, for everybody, or else the translated ones. */
export function statusLabel(status: StatusCode, reader: Reader = 'requester'): string {
  return chosenLabel(status) ?? defaultStatusLabel(status, reader);
}

/** The translated words, as the requester reads them; staff read of him in the third person. */
export function defaultStatusLabel(status: StatusCode, reader: Reader = 'requester'): string {
  switch (status) {
    case 'submitted':
      return $localize`Submitted`;
    case 'in_progress':
      return $localize`In progress`;
    case 'waiting_requester':
      return reader === 'staff' ? $localize`Waiting for requester` : $localize`Waiting for you`;
    case 'on_hold':
      return $localize`On hold`;
    case 'resolved':
      return $localize`Resolved`;
    case 'closed':
      return $localize`Closed`;
    case 'cancelled':
      return $localize`Cancelled`;
  }
}
