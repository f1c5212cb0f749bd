/** The tables that the maker writes, with the columns that it knows of. All others are filled from them. */
export const TABLES = {
  tickets: [
    ...['id', 'number', 'subject', 'description', 'status', 'priority', 'category_id', 'requester_id', 'creator_id'],
    ...['assignee_id', 'created_at', 'updated_at', 'first_reply_at', 'resolved_at', 'closed_at', 'version'],
    ...['deleted_at', 'last_reply_by'],
  ],
  comments: ['id', 'ticket_id', 'author_id', 'body', 'internal', 'created_at'],
  activity: [
    ...['id', 'at', 'actor_id', 'kind', 'subject_type', 'subject_id', 'payload', 'public', 'position', 'month', 'lane'],
    ...['link', 'hash'],
  ],
  ticket_watchers: ['ticket_id', 'email', 'user_id', 'created_at'],
  unread_tickets: ['user_id', 'ticket_id', 'since'],
  text_versions: ['activity_id', 'field', 'comment_id', 'subject_id', 'text'],
} as const;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
