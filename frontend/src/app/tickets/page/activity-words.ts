import { STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { statusLabel } from '../../ui/status-label';
import type { Activity } from '../model/ticket';
import { changeWords, type EarlierVersion, earlierIn } from './change-words';

export interface ActivityWords {
  readonly words: string;
  /** What somebody wrote about it. */
  readonly reason: string | null;
  /** What texts were before; only staff get them. */
  readonly earlier: readonly EarlierVersion[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A quiet line about what was done; null for what the conversation shows by itself. */
export function activityWords(entry: Activity, reader: 'requester' | 'staff'): ActivityWords | null {
  if (entry.kind === 'ticket.status_changed') return statusWords(entry, reader);
  const words = entry.kind === 'ticket.assigned' ? assignedWords(entry) : changeWords(entry);
  return words === null ? null : { words, reason: null, earlier: earlierIn(entry) };
}

function statusWords({ actor, payload }: Activity, reader: 'requester' | 'staff'): ActivityWords | null {
  const from = statusIn(payload['from']);
  const to = statusIn(payload['to']);
  if (!from || !to) return null;
  const reason = typeof payload['reason'] === 'string' ? payload['reason'] : null;
  const [before, after] = [statusLabel(from, reader), statusLabel(to, reader)];
  if (actor === null && to === 'closed') return { words: closedByItself(), reason, earlier: [] };
  // What followed by itself (a reply, a taking) has its doer in the line above.
  const words =
    payload['automatic'] === true || actor === null
      ? $localize`Status: ${before}:before: → ${after}:after:`
      : doneWords(actor.name, from, to, reader);
  return { words, reason, earlier: [] };
}

function closedByItself(): string {
  return $localize`Deskhand closed this, since nobody came back to it after it was resolved`;
}

function doneWords(name: string, from: StatusCode, to: StatusCode, reader: 'requester' | 'staff'): string {
  if (from === 'resolved' && to === 'in_progress') return $localize`${name}:name: reopened this`;
  switch (to) {
    case 'in_progress':
      return from === 'submitted'
        ? $localize`${name}:name: started work`
        : $localize`${name}:name: went on with the work`;
    case 'on_hold':
      return $localize`${name}:name: put this on hold`;
    case 'resolved':
      return $localize`${name}:name: resolved this`;
    case 'closed':
      return $localize`${name}:name: closed this`;
    case 'cancelled':
      return $localize`${name}:name: cancelled this`;
    case 'waiting_requester':
      return reader === 'staff'
        ? $localize`${name}:name: waits for the requester's answer`
        : $localize`${name}:name: waits for your answer`;
    default:
      return $localize`${name}:name: changed the status to ${statusLabel(to, reader)}:status:`;
  }
}

function assignedWords({ actor, payload }: Activity): string {
  const from = namedIn(payload['from']);
  const to = namedIn(payload['to']);
  const name = actor?.name ?? $localize`Deskhand`;
  if (!to) {
    return from?.id === actor?.id
      ? $localize`${name}:name: gave this back`
      : $localize`${name}:name: took this from ${from?.name ?? ''}:former:`;
  }
  if (to.id === actor?.id) return $localize`${name}:name: took this`;
  return $localize`${name}:name: assigned this to ${to.name}:assignee:`;
}

function statusIn(value: unknown): StatusCode | undefined {
  return STATUS_CODES.find((code) => code === value);
}

function namedIn(value: unknown): Named | null {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return null;
  return typeof value.id === 'string' && typeof value.name === 'string' ? { id: value.id, name: value.name } : null;
}
