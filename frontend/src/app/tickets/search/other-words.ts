import { effect, inject, untracked } from '@angular/core';
import { type Params, Router } from '@angular/router';
import type { TicketList } from '../model/ticket-list';

/** What a list searches for, as its address says it. */
export interface SearchAddress {
  readonly q: string;
  /** What was typed, where the words of `q` were taken instead because nothing has those. */
  readonly instead: string;
  /** Whoever wants his own words gets them, though nothing has them. */
  readonly isExact: boolean;
}

export function searchAddressFrom(params: Params): SearchAddress {
  const q = textOf(params['q']).trim();
  return { q, instead: q === '' ? '' : textOf(params['instead']), isExact: params['exact'] === 'true' };
}

/** The parameters of another search: they replace all that an earlier one left. */
export function addressOf(search: Partial<SearchAddress>): Params {
  return {
    q: search.q ?? null,
    instead: search.instead ?? null,
    exact: search.isExact ? 'true' : null,
    cursor: null,
    from: null,
  };
}

/**
 * Where nothing has the words and the server knows better ones, the address becomes that of those: then paging, reload and
 * share are as with any search. Must run where `inject` may.
 */
export function takeBetterWords(list: TicketList, search: () => SearchAddress): void {
  const router = inject(Router);
  effect(() => {
    const suggestion = list.page()?.suggestion;
    const { q, isExact } = search();
    if (!suggestion || q === '' || isExact || list.isStale()) return;
    untracked(() => {
      void router.navigate([], {
        queryParams: addressOf({ q: suggestion.q, instead: q }),
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
    });
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
