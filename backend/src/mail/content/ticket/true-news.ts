import type { TicketNews } from '../../audience/ticket-news.js';
import type { Reader } from '../reader.js';
import type { TicketScene } from './ticket-scene.js';

/**
 * What is still worth telling when the mail is sent: a comment that can be read, the status that the ticket has, an
 * assignment that still stands. What was done and undone meanwhile never happened.
 */
export function trueNews(news: readonly TicketNews[], scene: TicketScene, reader: Reader): TicketNews[] {
  const standing = withoutUndone(news).filter((each) => isTrue(each, scene, reader));
  const moves = standing.filter(isMove);
  // Only where it came to rest counts, and what followed from a reply by itself says nothing new.
  const superseded = new Set(moves.slice(0, -1));
  return standing.filter((each) => !superseded.has(each) && !followsFrom(each, standing));
}

/** Taking back what is told in the same mail takes that out of it, and leaves nothing to tell. */
function withoutUndone(news: readonly TicketNews[]): TicketNews[] {
  return news.reduce<TicketNews[]>((kept, each) => {
    const undone = each.kind === 'undone' ? kept.findLastIndex(isMove) : -1;
    return undone === -1 ? [...kept, each] : kept.toSpliced(undone, 1);
  }, []);
}

function isMove({ kind }: TicketNews): boolean {
  return kind === 'status' || kind === 'resolved';
}

function isTrue({ kind, commentId, to }: TicketNews, scene: TicketScene, { person }: Reader): boolean {
  switch (kind) {
    case 'categorised':
      return scene.category_name !== null;
    case 'assigned':
      return scene.assignee_id === person?.id;
    case 'replied':
      return scene.comments.has(commentId ?? '');
    case 'mentioned':
      return scene.comments.get(commentId ?? '')?.mentions.some(({ id }) => id === person?.id) ?? false;
    case 'status':
    case 'resolved':
      return scene.status === to;
    case 'filed':
    case 'undone':
      return true;
    case 'closing':
      return scene.status === 'resolved';
  }
}

/** A status that moved by itself when somebody replied or took the ticket, told beside just that; reopening is more. */
function followsFrom({ automatic, actorId, at, from }: TicketNews, news: readonly TicketNews[]): boolean {
  if (automatic !== true || actorId === null || from === 'resolved') return false;
  return news.some((each) => each.actorId === actorId && each.at === at && ['replied', 'assigned'].includes(each.kind));
}
