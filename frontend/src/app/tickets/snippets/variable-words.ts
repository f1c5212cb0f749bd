import { SNIPPET_VARIABLES, type SnippetVariable } from '@deskhand/shared';

const WORDS: Readonly<Record<SnippetVariable, string>> = {
  'requester.name': $localize`Requester's name`,
  'requester.firstName': $localize`Requester's first name`,
  'ticket.number': $localize`Ticket's number`,
  'ticket.subject': $localize`Ticket's subject`,
  'ticket.link': $localize`Link to the ticket`,
  'me.name': $localize`My name`,
  'organisation.name': $localize`Organisation's name`,
};

/** What can be left open in a snippet, and how that is written. */
export const VARIABLES = SNIPPET_VARIABLES.map((name) => ({ label: WORDS[name], written: `{{${name}}}` }));
