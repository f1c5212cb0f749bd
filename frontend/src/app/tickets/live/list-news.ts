import type { TicketSummary } from '../model/ticket';

/** How what the server would show now differs from what a list shows. */
export interface ListNews {
  /** Tickets that are not shown yet. */
  readonly added: number;
  /** Rows that stand elsewhere now, or belong to this list no more. */
  readonly moved: number;
}

export interface Merged {
  /** Each row where it is, as it is now. */
  readonly items: readonly TicketSummary[];
  /** The rows that look otherwise than before. */
  readonly changed: ReadonlySet<string>;
  /** Null where nothing waits. */
  readonly news: ListNews | null;
}

/**
 * Brings what is shown up to date without moving any row: what is new, moved or gone waits until its reader asks for it.
 *
 * @param elsewhere rows that are shown and no longer in the list, as they are now
 */
export function mergeInPlace(
  shown: readonly TicketSummary[],
  fresh: readonly TicketSummary[],
  elsewhere: readonly TicketSummary[] = [],
): Merged {
  const now = new Map([...elsewhere, ...fresh].map((ticket) => [ticket.id, ticket]));
  const items = shown.map((ticket) => laterOf(ticket, now.get(ticket.id)));
  const changed = new Set(items.filter((ticket, at) => differs(ticket, shown[at])).map(({ id }) => id));
  return { items, changed, news: newsIn(shown, fresh) };
}

/** Of two lists that are shown as one. */
export function bothNews(one: ListNews | null, other: ListNews | null): ListNews | null {
  if (!one || !other) return one ?? other;
  return { added: one.added + other.added, moved: one.moved + other.moved };
}

/** An answer that was made before a change of the own hand must not take it back. */
function laterOf(shown: TicketSummary, fresh: TicketSummary | undefined): TicketSummary {
  return fresh === undefined || fresh.version < shown.version ? shown : fresh;
}

function newsIn(shown: readonly TicketSummary[], fresh: readonly TicketSummary[]): ListNews | null {
  const former = new Map(shown.map(({ id }, at) => [id, at]));
  const places = fresh.map(({ id }) => former.get(id));
  const stayed = places.filter((place) => place !== undefined);
  const gone = shown.length - stayed.length;
  const last = places.findLastIndex((place) => place !== undefined);
  // What comes below the last row may only fill the page where others left it.
  const below = Math.max(0, places.length - last - 1 - gone);
  const added = places.slice(0, last + 1).filter((place) => place === undefined).length + below;
  const moved = stayed.length - longestRun(stayed) + gone;
  return added + moved > 0 ? { added, moved } : null;
}

/** How many of them can stay as they are: the length of the longest rising subsequence. */
function longestRun(places: readonly number[]): number {
  const ends: number[] = [];
  for (const place of places) {
    const at = ends.findIndex((end) => end > place);
    ends[at === -1 ? ends.length : at] = place;
  }
  return ends.length;
}

function differs(now: TicketSummary, before: TicketSummary | undefined): boolean {
  return now.version !== before?.version || now.updatedAt !== before.updatedAt || now.unread !== before.unread;
}
