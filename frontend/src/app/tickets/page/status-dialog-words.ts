import type { StatusCode } from '@deskhand/shared';
import type { Ticket } from '../model/ticket';
import type { StatusAction } from './status-action';

export interface DialogWords {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  readonly yes: string;
  readonly no: string;
}

/** Every dialog names the ticket and says what happens next. */
export function dialogWords(action: Pick<StatusAction, 'ask' | 'status'>, ticket: Ticket): DialogWords {
  const { number, requester } = ticket;
  const field = { label: '', hint: '', no: $localize`Not now` };
  switch (action.ask) {
    case 'comment':
      return {
        ...field,
        title: $localize`Ask ${requester.name}:name: about #${number}:number:`,
        text: $localize`The ticket then waits for the answer and goes on by itself when it comes.`,
        label: $localize`Your question`,
        hint: $localize`It becomes a reply, which ${requester.name}:name: reads.`,
        yes: $localize`Ask and wait`,
      };
    case 'reason':
      return {
        ...field,
        title: $localize`Put #${number}:number: on hold`,
        text: $localize`The ticket rests until somebody goes on with it.`,
        label: $localize`What do you wait for?`,
        hint: $localize`${requester.name}:name: reads this.`,
        yes: $localize`Put on hold`,
      };
    default:
      return { ...field, ...linkWords(action.status, ticket) };
  }
}

/** What a link in a mail to the requester leads to. */
function linkWords(to: StatusCode, { number, subject }: Ticket): Pick<DialogWords, 'title' | 'text' | 'yes' | 'no'> {
  if (to !== 'closed') {
    return {
      title: $localize`Open #${number}:number: again?`,
      text: $localize`“${subject}:subject:” then goes back to IT. Write below what is still wrong, so that they know.`,
      yes: $localize`Open #${number}:number: again`,
      no: $localize`Not now`,
    };
  }
  return {
    title: $localize`Is #${number}:number: solved?`,
    text: $localize`“${subject}:subject:” is then closed: it takes no more replies and cannot be opened again. Whatever comes up later goes into a new ticket.`,
    yes: $localize`Yes, close #${number}:number:`,
    no: $localize`Not yet`,
  };
}
