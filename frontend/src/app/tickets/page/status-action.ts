import { type StatusCode, statusNeeds } from '@deskhand/shared';
import type { IconName } from '../../ui/icons';
import type { Ticket } from '../model/ticket';

/**
 * What must be said before a status is changed: a reply, a reason, or a yes to what a link in a mail leads to. Whoever presses a
 * button has said yes by it, and may take it back.
 */
export type Ask = 'comment' | 'reason' | 'yes' | null;

export interface StatusAction {
  readonly status: StatusCode;
  readonly verb: string;
  readonly icon: IconName;
  readonly ask: Ask;
  /** Ends the ticket without having helped, so it stands back. */
  readonly isQuiet: boolean;
}

/** A change of status as a verb, for whoever may make it. */
export function statusAction(to: StatusCode, ticket: Pick<Ticket, 'status'>, by: 'requester' | 'staff'): StatusAction {
  return { status: to, ask: askOf(to), isQuiet: to === 'cancelled', ...looksOf(to, ticket.status, by) };
}

export function askOf(to: StatusCode): Ask {
  return statusNeeds(to) ?? null;
}

function looksOf(to: StatusCode, from: StatusCode, by: 'requester' | 'staff'): { verb: string; icon: IconName } {
  switch (to) {
    case 'submitted':
    case 'in_progress':
      return beginning(from);
    case 'waiting_requester':
      return { verb: $localize`Ask the requester`, icon: 'help' };
    case 'on_hold':
      return { verb: $localize`Put on hold`, icon: 'pause' };
    case 'resolved':
      return { verb: $localize`Resolve`, icon: 'check' };
    case 'closed':
      return { verb: by === 'requester' ? $localize`Confirm it is solved` : $localize`Close`, icon: 'check-circle' };
    case 'cancelled':
      return { verb: $localize`Cancel ticket`, icon: 'cancel' };
  }
}

function beginning(from: StatusCode): { verb: string; icon: IconName } {
  if (from === 'resolved') return { verb: $localize`Reopen`, icon: 'replay' };
  if (from === 'submitted') return { verb: $localize`Start`, icon: 'play-arrow' };
  return { verb: $localize`Go on`, icon: 'play-arrow' };
}

/** Said once it is done, for whoever does not see the chip. */
export function doneWords(to: StatusCode, number: number): string {
  switch (to) {
    case 'submitted':
    case 'in_progress':
      return $localize`Ticket #${number}:number: is in progress.`;
    case 'waiting_requester':
      return $localize`Ticket #${number}:number: waits for the requester's answer.`;
    case 'on_hold':
      return $localize`Ticket #${number}:number: is on hold.`;
    case 'resolved':
      return $localize`Ticket #${number}:number: is resolved.`;
    case 'closed':
      return $localize`Ticket #${number}:number: is closed.`;
    case 'cancelled':
      return $localize`Ticket #${number}:number: is cancelled.`;
  }
}
