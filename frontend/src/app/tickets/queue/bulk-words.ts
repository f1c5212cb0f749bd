import type { StatusCode } from '@deskhand/shared';
import { statusLabel } from '../../ui/status-label';
import type { DialogWords } from '../page/status-dialog-words';

/** "3 tickets", as the dialogs name what they are about. */
export function ticketsInWords(count: number): string {
  return count === 1 ? $localize`1 ticket` : $localize`${count}:count: tickets`;
}

/** What is asked before a status of many tickets is changed; each requester reads the same. */
export function bulkStatusWords(status: StatusCode, count: number): DialogWords {
  const tickets = ticketsInWords(count);
  const field = { label: '', hint: '', no: $localize`Not now` };
  switch (status) {
    case 'waiting_requester':
      return {
        ...field,
        title: $localize`Ask the requesters of ${tickets}:tickets:`,
        text: $localize`Each ticket then waits for its answer and goes on by itself when it comes.`,
        label: $localize`Your question`,
        hint: $localize`It becomes a reply on each ticket, which its requester reads.`,
        yes: $localize`Ask and wait`,
      };
    case 'on_hold':
      return {
        ...field,
        title: $localize`Put ${tickets}:tickets: on hold`,
        text: $localize`They rest until somebody goes on with them.`,
        label: $localize`What do you wait for?`,
        hint: $localize`Each requester reads this.`,
        yes: $localize`Put on hold`,
      };
    case 'cancelled':
      return {
        ...field,
        title: $localize`Cancel ${tickets}:tickets:?`,
        text: $localize`They then take no more replies and cannot be opened again.`,
        yes: $localize`Cancel ${tickets}:tickets:`,
        no: $localize`Keep them`,
      };
    default:
      return {
        ...field,
        title: $localize`Close ${tickets}:tickets:?`,
        text: $localize`They then take no more replies and cannot be opened again. Whatever comes up later goes into new tickets.`,
        yes: $localize`Close ${tickets}:tickets:`,
        no: $localize`Not yet`,
      };
  }
}

/** A status in the menu, with how many of the selected tickets it fits where it is not all of them. */
export function statusChoiceWords(status: StatusCode, fits: number, count: number): string {
  const label = statusLabel(status, 'staff');
  return fits === count ? label : $localize`${label}:status: (fits ${fits}:fits: of ${count}:count:)`;
}

/** Said once it is done. @param number of the ticket, where there was one alone */
export function doneWords(count: number, isDeletion: boolean, number?: number): string {
  if (number !== undefined)
    return isDeletion ? $localize`Ticket #${number}:number: deleted.` : $localize`Ticket #${number}:number: changed.`;
  if (isDeletion) return count === 1 ? $localize`1 ticket deleted.` : $localize`${count}:count: tickets deleted.`;
  return count === 1 ? $localize`1 ticket changed.` : $localize`${count}:count: tickets changed.`;
}
