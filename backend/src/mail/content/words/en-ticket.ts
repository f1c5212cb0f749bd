import type { Priority, StatusCode } from '@deskhand/shared';

const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const STATUS_LABELS: Readonly<Record<StatusCode, string>> = {
  submitted: 'Submitted',
  in_progress: 'In progress',
  waiting_requester: 'Waiting for you',
  on_hold: 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

const PRIORITY_LABELS: Readonly<Record<Priority, string>> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};

/** Everything that mails about tickets say, in English. Another language is another object like this one. */
export const EN_TICKET = {
  subject: (number: number, subject: string): string => `[#${number}] ${subject}`,
  title: (number: number, subject: string): string => `#${number} · ${subject}`,
  status: (code: StatusCode, isRequester: boolean): string =>
    code === 'waiting_requester' && !isRequester ? 'Waiting for requester' : STATUS_LABELS[code],
  priority: (priority: Priority): string => PRIORITY_LABELS[priority],
  /** As it is called, but for the standard categories in the reader's language. */
  category: (name: string): string => name,

  // Sentences of the heading: who, and what he did in the order in which he did it.
  did: (name: string, deeds: readonly string[]): string => `${name} ${AND.format(deeds)}`,
  replied: (count: number): string => (count === 1 ? 'replied' : `replied ${count} times`),
  mentioned: (count: number): string => (count === 1 ? 'mentioned you in a note' : `mentioned you in ${count} notes`),
  assignedToYou: (): string => 'assigned it to you',
  tookIt: (): string => 'took it',
  filed: (): string => 'filed a ticket',
  filedFor: (requester: string): string => `filed a ticket for ${requester}`,
  filedForYou: (): string => 'filed a ticket for you',
  movedToCategory: (category: string): string => `moved it to ${category}`,
  movedTo: (label: string): string => `set it to ${label}`,
  movedBackTo: (label: string): string => `set it back to ${label}`,
  putOnHold: (): string => 'put it on hold',
  resolved: (): string => 'resolved it',
  reopened: (): string => 'reopened it',
  cancelled: (): string => 'cancelled it',
  closed: (): string => 'closed it',
  confirmed: (): string => 'confirmed the solution',
  closedByItself: (): string => 'The ticket closed by itself',
  isNow: (label: string): string => `It is now ${label}`,
  isWorkingOnIt: (name: string): string => `${name} is working on it`,
  received: (): string => 'We have your ticket',
  closesSoon: (day: string): string => `Your ticket closes on ${day}`,
  several: (sentences: readonly string[]): string => sentences.join('. '),

  // What comes next.
  weWillAnswer: (): string => 'We will answer by mail and in the ticket. You can add to it there at any time.',
  answerNeeded: (name: string): string => `${name} needs your answer to go on.`,
  doesItWork: (day: string): string =>
    `Does it work for you? Then confirm it. If not, reopen the ticket and tell us what is missing. Without a word from you it closes on ${day}.`,
  stillWorks: (day: string): string =>
    `We take it that your problem is solved. If it is not, reopen the ticket before ${day}; after that you can file a new one about it.`,
  closedTakesNoMore: (): string =>
    'A closed ticket takes no more replies. If it comes back, file a new ticket about it.',

  // What somebody wrote.
  wrote: (name: string, time: string): string => `${name}, ${time}`,
  noted: (name: string, time: string): string => `${name}, ${time} · Internal note: only staff see this`,
  attached: (names: readonly string[]): string => `Attached in the ticket: ${names.join(', ')}`,

  facts: {
    status: 'Status',
    reason: 'Reason',
    assignee: 'Assigned to',
    category: 'Category',
    priority: 'Priority',
    requester: 'Requester',
  },
  buttons: {
    open: 'Open the ticket',
    answer: 'Answer in the ticket',
    confirm: 'Yes, it works',
    reopen: 'No, reopen it',
  },

  // Why one gets it.
  because: {
    requester: 'You get this because it is your ticket.',
    assignee: 'You get this because the ticket is assigned to you.',
    watcher: 'You get this because you watch this ticket.',
    mentioned: 'You get this because a colleague mentioned you.',
    asking: 'You get this because you asked to hear of new tickets.',
    helper: 'You get this because you took part in this ticket and nobody is assigned to it.',
    category: 'This address is told of tickets of this category. An admin changes that in the settings.',
  },
  answerThere: (): string => 'Please answer in the ticket: replies to this mail are not read.',
  choose: 'Choose which mails you get',
  stop: 'Stop mails like this',
};

export type TicketWords = typeof EN_TICKET;
