import type { TicketSummary } from './ticket';

/** What happens next, to the requester's ear. `yours` is what waits for him. */
export interface NextStep {
  readonly words: string;
  readonly yours: boolean;
}

type Facts = Pick<TicketSummary, 'status' | 'assignee'>;

/** The same for a colleague who watches: nothing waits for him. */
export function nextStepOf({ status, assignee, requester }: Facts & Pick<TicketSummary, 'requester'>): NextStep {
  switch (status) {
    case 'waiting_requester':
      return theirs($localize`Waits for an answer of ${requester.name}:requester:`);
    case 'resolved':
      return theirs($localize`Solved, unless ${requester.name}:requester: reopens it`);
    case 'submitted':
      return theirs($localize`Somebody will answer there`);
    default:
      return theirs(nextStepFor({ status, assignee }).words);
  }
}

export function nextStepFor({ status, assignee }: Facts): NextStep {
  const name = assignee?.name;
  switch (status) {
    case 'submitted':
      return theirs($localize`Somebody will answer you here`);
    case 'in_progress':
      return theirs(name ? $localize`${name}:name: is on it` : $localize`We are on it`);
    case 'waiting_requester':
      return yours(name ? $localize`Answer ${name}:name:` : $localize`Answer our question`);
    case 'on_hold':
      return theirs($localize`Paused: open it to read why`);
    case 'resolved':
      return yours($localize`Confirm that it is solved, or reopen it`);
    case 'closed':
      return theirs($localize`Solved and closed`);
    case 'cancelled':
      return theirs($localize`Cancelled`);
  }
}

function yours(words: string): NextStep {
  return { words, yours: true };
}

function theirs(words: string): NextStep {
  return { words, yours: false };
}
