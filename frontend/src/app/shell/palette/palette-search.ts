import { httpResource } from '@angular/common/http';
import { computed, debounced, inject, linkedSignal, type Resource, type Signal } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { linkTo } from '../../platform/queue-views';
import type { PageOf } from '../../platform/page-of';
import { Session } from '../../platform/session';
import { Views } from '../../platform/views';
import type { Offer } from './offers';

type Ticket = components['schemas']['TicketSummaryDto'];
type Person = components['schemas']['PersonDto'];

interface Found {
  readonly tickets: readonly Offer[];
  readonly people: readonly Offer[];
}

const PAUSE_MS = 150;
const TICKETS = 6;
const PEOPLE = 4;

/** What the server finds for what is typed. */
export interface PaletteSearch {
  readonly tickets: Signal<readonly Offer[]>;
  readonly people: Signal<readonly Offer[]>;
  readonly isSearching: Signal<boolean>;
}

/** Looks for tickets and, for staff, people, once somebody pauses. Must run where `inject` may. */
export function paletteSearch(typed: Signal<string>): PaletteSearch {
  const session = inject(Session);
  const pause = debounced(() => typed().trim(), PAUSE_MS);
  const asked = pause.value;
  const tickets = httpResource<PageOf<Ticket>>(() =>
    asked() === '' ? undefined : { url: '/api/v1/tickets', params: { q: asked(), limit: TICKETS } },
  );
  const people = httpResource<PageOf<Person>>(() =>
    asked().length < 2 || !session.may('people.list')
      ? undefined
      : { url: '/api/v1/users', params: { q: asked(), disabled: 'false', limit: PEOPLE } },
  );
  const isLoading = computed(() => tickets.isLoading() || people.isLoading());
  // Both at once, so that nothing appears above what one is about to choose.
  const found = linkedSignal<Found | null, Found>({
    source: () =>
      isLoading() ? null : { tickets: offersIn(tickets, ticketOffer), people: offersIn(people, personOffer) },
    computation: (now, former) => now ?? former?.value ?? { tickets: [], people: [] },
  });
  return {
    tickets: computed(() => found().tickets),
    people: computed(() => found().people),
    isSearching: computed(() => pause.isLoading() || isLoading()),
  };
}

function offersIn<T>(list: Resource<PageOf<T> | undefined>, offer: (item: T) => Offer): Offer[] {
  return list.hasValue() ? list.value().items.map(offer) : [];
}

/** The views that somebody saved, as pages to go to. */
export function savedViewOffers(): Signal<readonly Offer[]> {
  const views = inject(Views);
  views.need();
  return computed(() =>
    (views.saved() ?? []).map(({ id, label }) => ({
      ...{ id, icon: 'bookmark' as const, label: $localize`Queue: ${label}:view:` },
      does: { path: ['/queue'], params: linkTo({ id }) },
    })),
  );
}

function ticketOffer({ id, number, subject }: Ticket): Offer {
  return { id, icon: 'ticket', label: subject, aside: `#${number}`, does: { path: ['/tickets', id], params: {} } };
}

/** Whoever looks for a person mostly wants to see what he asked for. */
function personOffer({ id, name, email }: Person): Offer {
  return {
    ...{ id, icon: 'person', label: $localize`Tickets of ${name}:name:`, aside: email },
    does: { path: ['/queue'], params: { requester: id } },
  };
}
