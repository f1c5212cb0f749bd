import type { MailChoice } from '@deskhand/shared';

/** What a mail about a ticket can tell of. */
export type NewsKind =
  'filed' | 'categorised' | 'assigned' | 'replied' | 'status' | 'resolved' | 'undone' | 'mentioned' | 'closing';

/**
 * Who may be told. `assignee` is whoever has the ticket after the change; `helpers` are the staff who took part in a ticket
 * that nobody has; `category` is the address that the ticket's category names, and `category_unassigned` the same while
 * nobody has the ticket; `everybody_asking` are the staff who asked for it.
 */
type Audience =
  | 'requester'
  | 'watchers'
  | 'assignee'
  | 'helpers'
  | 'category'
  | 'category_unassigned'
  | 'mentioned'
  | 'everybody_asking';

/** Whose deed it is: of staff on the ticket, of anybody else (its requester, a watcher), or whoever's, the clock's too. */
type Doer = 'staff' | 'others' | 'anybody';

/** One line of the table: upon these news, done by these, this audience is told, unless it does not want this choice. */
export interface Rule {
  readonly news: NewsKind;
  readonly by: Doer;
  readonly audience: Audience;
  /** Nothing to choose where an address is no person's. */
  readonly choice: MailChoice | null;
}

/**
 * Who is told of what. Beyond this table nobody is, and of those whom it names nobody who did it himself (but for the
 * receipt), is disabled, does not want it, or may not see the ticket.
 */
export const RULES: readonly Rule[] = [
  { news: 'filed', by: 'anybody', audience: 'requester', choice: 'ticket_received' },
  { news: 'filed', by: 'anybody', audience: 'category', choice: null },
  { news: 'filed', by: 'anybody', audience: 'everybody_asking', choice: 'ticket_new' },
  { news: 'categorised', by: 'anybody', audience: 'category', choice: null },
  { news: 'assigned', by: 'anybody', audience: 'assignee', choice: 'ticket_assigned' },
  { news: 'replied', by: 'anybody', audience: 'requester', choice: 'ticket_replied' },
  { news: 'replied', by: 'anybody', audience: 'watchers', choice: 'ticket_replied' },
  { news: 'replied', by: 'others', audience: 'assignee', choice: 'ticket_replied' },
  { news: 'replied', by: 'others', audience: 'helpers', choice: 'ticket_replied' },
  { news: 'replied', by: 'others', audience: 'category_unassigned', choice: null },
  { news: 'status', by: 'anybody', audience: 'requester', choice: 'ticket_status' },
  { news: 'status', by: 'anybody', audience: 'watchers', choice: 'ticket_status' },
  { news: 'status', by: 'others', audience: 'assignee', choice: 'ticket_status' },
  { news: 'status', by: 'others', audience: 'helpers', choice: 'ticket_status' },
  { news: 'resolved', by: 'anybody', audience: 'requester', choice: 'ticket_resolved' },
  { news: 'resolved', by: 'anybody', audience: 'watchers', choice: 'ticket_resolved' },
  { news: 'undone', by: 'anybody', audience: 'requester', choice: 'ticket_status' },
  { news: 'undone', by: 'anybody', audience: 'watchers', choice: 'ticket_status' },
  { news: 'mentioned', by: 'anybody', audience: 'mentioned', choice: 'ticket_mention' },
  { news: 'closing', by: 'anybody', audience: 'requester', choice: 'ticket_closing' },
];

/** The one thing that people are told though they did it themselves: that we have it. */
export const RECEIPT: Pick<Rule, 'news' | 'audience'> = { news: 'filed', audience: 'requester' };
