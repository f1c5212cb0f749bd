import type { StatusCode } from '@deskhand/shared';

/** The words of the statuses, as the requester reads them; staff read of him in the third person. */
export function statusLabel(status: StatusCode, reader: 'requester' | 'staff' = 'requester'): string {
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
