import { isRequester, type Telling } from './telling.js';

type Relation = 'requester' | 'assignee' | 'watcher' | 'mentioned' | 'asking' | 'helper' | 'category';

/** Why this reader is told, as the mail says it: what ties him most to the ticket. */
export function relationOf(telling: Telling): Relation {
  const { reader, scene, news } = telling;
  if (reader.person === null) return 'category';
  if (isRequester(telling)) return 'requester';
  if (scene.assignee_id === reader.person.id) return 'assignee';
  if (news.some(({ kind }) => kind === 'mentioned')) return 'mentioned';
  if (scene.watching) return 'watcher';
  if (news.some(({ choice }) => choice === 'ticket_new')) return 'asking';
  return news.some(({ choice }) => choice === null) ? 'category' : 'helper';
}
