import { httpResource } from '@angular/common/http';
import { computed, effect, inject, linkedSignal, type Signal } from '@angular/core';
import type { PageOf } from '../../platform/page-of';
import { ListMemory } from './list-memory';
import { fetchAhead } from './next-page-ahead';
import type { Suggestion, TicketFacts, TicketSummary } from './ticket';
import { TICKETS_URL } from './ticket-api';

/** `suggestion` where a search found nothing: what may have been meant. */
type TicketPage = PageOf<TicketSummary> & { readonly suggestion?: Suggestion | null };
export type ListQuery = Readonly<Record<string, string>>;

/** One page of tickets, as an address names it. */
export interface TicketList {
  /** Undefined only before the first answer: afterwards the former page stays until the next one is here. */
  readonly page: Signal<TicketPage | undefined>;
  /** What is shown belongs to a former address; the one that is asked for is on its way. */
  readonly isStale: Signal<boolean>;
  readonly error: Signal<Error | undefined>;
  reload(): void;
  /** Shows a ticket as it is now without asking for the list again: no row moves under a hand. */
  patch(ticket: TicketFacts): void;
}

/**
 * Reads the tickets that a query names, if any. Must run where `inject` may.
 *
 * @param ahead whether the next page is fetched before somebody asks for it
 */
export function ticketList(query: () => ListQuery | undefined, { ahead = false } = {}): TicketList {
  const memory = inject(ListMemory);
  const address = computed(() => {
    const parameters = query();
    return parameters && addressOf(parameters);
  });
  const resource = httpResource<TicketPage>(() => address());
  const fresh = computed(() => (resource.hasValue() ? resource.value() : undefined));
  const page = linkedSignal<[string | undefined, TicketPage | undefined], TicketPage | undefined>({
    source: () => [address(), fresh()],
    computation: ([at, answer], former) =>
      at === undefined ? undefined : (answer ?? memory.recall(at) ?? former?.value),
  });
  effect(() => {
    const [at, shown] = [address(), page()];
    if (at && shown && fresh()) memory.keep(at, shown);
  });
  if (ahead)
    fetchAhead(() => {
      const [parameters, shown] = [query(), fresh()];
      if (!parameters || !shown?.nextCursor) return undefined;
      const next = { ...parameters, cursor: shown.nextCursor };
      return { address: addressOf(next), request: addressOf({ ...next, total: 'false' }), total: shown.total };
    });
  return {
    page: page.asReadonly(),
    isStale: computed(() => {
      const at = address();
      return at !== undefined && !fresh() && memory.recall(at) === undefined && !resource.error();
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

/** One list has one address, in whatever order its parameters were put together. */
function addressOf(query: ListQuery): string {
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return `${TICKETS_URL}?${parameters.toString()}`;
}

function withPatched(items: readonly TicketSummary[], ticket: TicketFacts): TicketSummary[] {
  return items.map((item) => (item.id === ticket.id ? { ...item, ...ticket } : item));
}
