import type { MailChoice } from '@deskhand/shared';

/** What a kind of mail is about, as somebody would say it who gets it. */
interface ChoiceWords {
  readonly label: string;
  /** When exactly, or what is lost without it. */
  readonly hint: string;
}

export const CHOICE_WORDS: Readonly<Record<MailChoice, ChoiceWords>> = {
  ticket_received: {
    label: $localize`We have your ticket`,
    hint: $localize`With its number, as soon as one is filed by you or for you.`,
  },
  ticket_replied: {
    label: $localize`Somebody answered`,
    hint: $localize`The whole answer, in tickets that you take part in.`,
  },
  ticket_status: {
    label: $localize`A ticket moves on`,
    hint: $localize`Somebody took it up, put it on hold or closed it.`,
  },
  ticket_resolved: {
    label: $localize`A ticket is solved`,
    hint: $localize`With one click to confirm it, and one to open it again.`,
  },
  ticket_closing: {
    label: $localize`A solved ticket is about to close`,
    hint: $localize`Two days before it closes by itself.`,
  },
  ticket_new: {
    label: $localize`A new ticket came in`,
    hint: $localize`Each one, from anybody. That can be many.`,
  },
  ticket_assigned: {
    label: $localize`A ticket is yours now`,
    hint: $localize`A colleague gave it to you.`,
  },
  ticket_mention: {
    label: $localize`A colleague mentions you`,
    hint: $localize`In an internal note.`,
  },
  new_device: {
    label: $localize`Somebody signs in on a new device`,
    hint: $localize`So that you notice when it was not you.`,
  },
};

/** Those that belong together, in the order in which they are shown. */
export const CHOICE_GROUPS: readonly { readonly heading: string; readonly choices: readonly MailChoice[] }[] = [
  {
    heading: $localize`Tickets that you filed or follow`,
    choices: ['ticket_received', 'ticket_replied', 'ticket_status', 'ticket_resolved', 'ticket_closing'],
  },
  { heading: $localize`Your work in IT`, choices: ['ticket_new', 'ticket_assigned', 'ticket_mention'] },
  { heading: $localize`Your account`, choices: ['new_device'] },
];
