import type { StatusCode } from '@deskhand/shared';
import type { TicketNews } from '../../audience/ticket-news.js';
import type { TicketWords } from '../words/en-ticket.js';
import { closingDay, isRequester, statusLabel, type Telling } from './telling.js';

/** Who did what, in one heading: “Adam replied and set it to Waiting for you. Emma reopened it”. */
export function headlineOf(telling: Telling): string {
  return telling.words.several(turnsOf(telling.news).flatMap((turn) => sentencesOf(turn, telling)));
}

/** What one person did before the next one came. */
function turnsOf(news: readonly TicketNews[]): TicketNews[][] {
  return news.reduce<TicketNews[][]>((turns, each) => {
    const last = turns.at(-1);
    if (last?.[0]?.actorId === each.actorId) last.push(each);
    else turns.push([each]);
    return turns;
  }, []);
}

function sentencesOf(turn: readonly TicketNews[], telling: Telling): string[] {
  const whole: string[] = [];
  const deeds = new Set<string>();
  for (const news of turn) {
    const sentence = wholeSentence(news, turn, telling);
    if (sentence === null) deeds.add(deedOf(news, turn, telling));
    else whole.push(sentence);
  }
  const name = telling.scene.names.get(turn[0]?.actorId ?? '');
  return name !== undefined && deeds.size > 0 ? [...whole, telling.words.did(name, [...deeds])] : whole;
}

/** What is not told as somebody's deed. */
function wholeSentence(news: TicketNews, turn: readonly TicketNews[], telling: Telling): string | null {
  const { words, scene } = telling;
  const { kind, actorId, automatic, from, to } = news;
  if (kind === 'closing') return words.closesSoon(closingDay(telling));
  if (kind === 'filed' && isRequester(telling) && actorId === scene.requester_id) return words.received();
  if (actorId === null) return to === 'closed' ? words.closedByItself() : words.isNow(statusLabel(telling));
  if (automatic !== true || from !== 'submitted' || scene.assignee_name === null) return null;
  // Nobody is named twice: whoever did more is told to have taken it, too.
  return hasTaken(news, telling) && turn.length > 1 ? null : words.isWorkingOnIt(scene.assignee_name);
}

function hasTaken({ automatic, actorId, from }: TicketNews, { scene }: Telling): boolean {
  return automatic === true && from === 'submitted' && actorId !== null && actorId === scene.assignee_id;
}

function deedOf(news: TicketNews, turn: readonly TicketNews[], telling: Telling): string {
  const { words, scene } = telling;
  const count = turn.filter(({ kind }) => kind === news.kind).length;
  switch (news.kind) {
    case 'filed':
      return filedWords(telling, news.actorId);
    case 'categorised':
      return words.movedToCategory(words.category(scene.category_name ?? ''));
    case 'assigned':
      return words.assignedToYou();
    case 'replied':
      return words.replied(count);
    case 'mentioned':
      return words.mentioned(count);
    case 'undone':
      return words.movedBackTo(statusLabel(telling));
    case 'status':
    case 'resolved':
    case 'closing':
      return moveWords(news, telling);
  }
}

function filedWords(telling: Telling, actorId: string | null): string {
  const { words, scene } = telling;
  if (isRequester(telling)) return words.filedForYou();
  return actorId === scene.requester_id ? words.filed() : words.filedFor(scene.requester_name);
}

/** Moves that have a word of their own; the others name the status. */
const MOVES: Partial<Record<StatusCode, keyof Pick<TicketWords, 'putOnHold' | 'resolved' | 'cancelled' | 'closed'>>> = {
  on_hold: 'putOnHold',
  resolved: 'resolved',
  cancelled: 'cancelled',
  closed: 'closed',
};

function moveWords(news: TicketNews, telling: Telling): string {
  const { from, to, actorId } = news;
  const { words, scene } = telling;
  if (hasTaken(news, telling)) return words.tookIt();
  if (from === 'resolved' && to === 'in_progress') return words.reopened();
  if (to === 'closed' && actorId === scene.requester_id) return words.confirmed();
  const move = to && MOVES[to];
  return move ? words[move]() : words.movedTo(statusLabel(telling));
}
