import { STATUS_CODES } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { statusLabel } from './status-label';

type Entry = Pick<components['schemas']['ActivityDto'], 'kind' | 'actor'> & {
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What somebody just did, in the fewest words; null for kinds of which the conversation says more. */
export function newsWords({ kind, actor, payload }: Entry, reader: 'requester' | 'staff'): string | null {
  const name = actor?.name ?? $localize`Deskhand`;
  if (kind === 'comment.added')
    return payload['internal'] === true
      ? $localize`${name}:name: wrote an internal note`
      : $localize`${name}:name: replied`;
  const status = STATUS_CODES.find((code) => code === payload['to']);
  if (kind === 'ticket.status_changed' && status)
    return $localize`Status is now ${statusLabel(status, reader)}:status:`;
  return null;
}
