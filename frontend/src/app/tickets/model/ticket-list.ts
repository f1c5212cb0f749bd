import { httpResource } from '@angular/common/http';
import { computed, effect, inject, linkedSignal, type Signal, untracked } from '@angular/core';
import { afterPaint } from '../../platform/after-paint';
import type { PageOf } from '../../platform/page-of';
import { Live } from '../../platform/live/live';
import { LiveList, type LiveRows } from '../live/live-list';
import { ListMemory } from './list-memory';
import { fetchAhead } from './next-page-ahead';
import type { Suggestion, TicketFacts, TicketSummary } from './ticket';
import { TICKETS_URL } from './ticket-api';

/** `suggestion` where a search found nothing: what may have been meant. */
export type TicketPage = PageOf<TicketSummary> & { readonly suggestion?: Suggestion | null };
export type ListQuery = Readonly<Record<string, string>>;

/** One page of tickets, as an address names it; it changes by itself. */
export interface TicketList extends LiveRows {
  /** Undefined only before the first answer: afterwards the former page stays until the next one is here. */
  readonly page: Signal<TicketPage | undefined>;
  /** What is shown belongs to a former address; the one that is asked for is on its way. */
  readonly isStale: Signal<boolean>;
  readonly error: Signal<Error | undefined>;
  reload(): void;
  /** Shows a ticket as it is now without asking for the list again: no row moves under a hand. */
  patch(ticket: TicketFacts): void;
}

interface Asked {
  readonly at: string | undefined;
  readonly answer: TicketPage | undefined;
  readonly isDrawable: boolean;
}

interface Options {
  /** Whether the next page is fetched before somebody asks for it. */
  readonly ahead?: boolean;
  /** Whether the first rows of an empty list may appear by themselves: nothing else stands below it. */
  readonly mayFill?: () => boolean;
}

/** Reads the tickets that a query names, if any. Must run where `inject` may. */
export function ticketList(
  query: () => ListQuery | undefined,
  { ahead = false, mayFill = () => true }: Options = {},
): TicketList {
  const memory = inject(ListMemory);
  const address = addressFor(query);
  const resource = httpResource<TicketPage>(() => address());
  const fresh = computed(() => (resource.hasValue() ? resource.value() : undefined));
  /** What is in memory would be drawn before the browser could show that it was asked for. */
  const drawable = afterPaint(address);
  const page = linkedSignal<Asked, TicketPage | undefined>({
    source: () => ({ at: address(), answer: fresh(), isDrawable: drawable() === address() }),
    computation: (asked, former) => pageFor(asked, former?.value, memory),
  });
  if (ahead) fetchNext(query, fresh);
  const live = new LiveList({ address, page, fresh, mayFill });
  remember(memory, () => [address(), fresh() && page()]);
  retryWhenBack(resource);
  return {
    news: live.news,
    changed: live.changed,
    showNews: () => {
      live.showNews();
    },
    page: page.asReadonly(),
    isStale: computed(() => {
      const at = address();
      const isThere = at !== undefined && drawable() === at && memory.recall(at) !== undefined;
      return at !== undefined && !fresh() && !isThere && !resource.error();
    }),
    error: resource.error,
    reload: () => {
      resource.reload();
    },
    patch: (ticket) => {
      page.update((shown) => shown && { ...shown, items: withPatched(shown.items, ticket) });
    },
  };
}

function addressFor(query: () => ListQuery | undefined): Signal<string | undefined> {
  return computed(() => {
    const parameters = query();
    return parameters && addressOf(parameters);
  });
}

/** The answer, or what is in memory, and until that may be drawn what was shown before. */
function pageFor(
  { at, answer, isDrawable }: Asked,
  former: TicketPage | undefined,
  memory: ListMemory,
): TicketPage | undefined {
  if (at === undefined) return undefined;
  return answer ?? (isDrawable || !former ? memory.recall(at) : undefined) ?? former;
}

function remember(memory: ListMemory, shown: () => [string | undefined, TicketPage | undefined]): void {
  effect(() => {
    const [at, page] = shown();
    if (at && page) memory.keep(at, page);
  });
}

function fetchNext(query: () => ListQuery | undefined, fresh: () => TicketPage | undefined): void {
  fetchAhead(() => {
    const [parameters, shown] = [query(), fresh()];
    if (!parameters || !shown?.nextCursor) return undefined;
    const next = { ...parameters, cursor: shown.nextCursor };
    return { address: addressOf(next), request: addressOf({ ...next, total: 'false' }), total: shown.total };
  });
}

/** What could not be read while there was no connection. */
function retryWhenBack(list: { error(): unknown; reload(): unknown }): void {
  const { isConnected } = inject(Live);
  effect(() => {
    if (!isConnected()) return;
    untracked(() => {
      if (list.error()) list.reload();
    });
  });
}

/** One list has one address, in whatever order its parameters were put together. */
function addressOf(query: ListQuery): string {
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return `${TICKETS_URL}?${parameters.toString()}`;
}

function withPatched(items: readonly TicketSummary[], ticket: TicketFacts): TicketSummary[] {
  return items.map((item) => (item.id === ticket.id ? { ...item, ...ticket } : item));
}
