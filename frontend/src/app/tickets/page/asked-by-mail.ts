import type { StatusCode } from '@deskhand/shared';
import type { Ticket } from '../model/ticket';

/** Whether a change of status is what a link in a mail about a resolved ticket leads to. */
export function isAskedByMail(asked: string, to: StatusCode, { status }: Pick<Ticket, 'status'>): boolean {
  if (status !== 'resolved') return false;
  return asked === 'confirm' ? to === 'closed' : asked === 'reopen' && (to === 'in_progress' || to === 'submitted');
}

/** Why there is nothing to ask any more; null for an address that no mail of ours has. */
export function noLongerWords(asked: string, { number, status }: Pick<Ticket, 'number' | 'status'>): string | null {
  if (asked !== 'confirm' && asked !== 'reopen') return null;
  switch (status) {
    case 'closed':
      return $localize`#${number}:number: is closed already.`;
    case 'cancelled':
      return $localize`#${number}:number: was cancelled.`;
    case 'resolved':
      return $localize`Only whoever filed #${number}:number: can do this.`;
    default:
      return $localize`#${number}:number: is open again already.`;
  }
}
