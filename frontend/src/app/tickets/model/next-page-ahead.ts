import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, effect, inject } from '@angular/core';
import { switchMap, timer } from 'rxjs';
import { idle } from '../../platform/idle';
import { Connection } from '../../platform/connection';
import type { PageOf } from '../../platform/page-of';
import { PageVisible } from '../../platform/page-visible';
import { IN_BACKGROUND } from '../../platform/progress';
import { ListMemory } from './list-memory';
import type { TicketSummary } from './ticket';

/** So long somebody stays on a page before the next one is worth a request: a filter that is still changed is none. */
const SETTLED_MS = 300;

export interface NextPage {
  /** Where it will be looked for. */
  readonly address: string;
  /** The same without its total, which would be counted only to come out as that of the page before. */
  readonly request: string;
  readonly total: PageOf<TicketSummary>['total'];
}

/**
 * Has the next page in memory before somebody asks for it. Only that one, only while the page is looked at, and not
 * where the reader saves on data.
 */
export function fetchAhead(next: () => NextPage | undefined): void {
  const [http, memory] = [inject(HttpClient), inject(ListMemory)];
  const [page, connection] = [inject(PageVisible), inject(Connection)];
  // What is fetched is not begun anew where the same answer is merely looked at again.
  const nextPage = computed(next, { equal: isSame });
  effect((onCleanup) => {
    const wanted = nextPage();
    if (!wanted || !page.isVisible() || connection.savesData()) return;
    const { address, request, total } = wanted;
    const context = new HttpContext().set(IN_BACKGROUND, true);
    const fetching = timer(SETTLED_MS)
      .pipe(
        switchMap(() => idle()),
        switchMap(() => http.get<PageOf<TicketSummary>>(request, { context })),
      )
      .subscribe({
        next: (answer) => {
          memory.keep(address, { ...answer, ...(total ? { total } : {}) });
        },
        // Nobody asked for it yet; whoever does gets an answer of his own, with its failure.
        error: () => undefined,
      });
    onCleanup(() => {
      fetching.unsubscribe();
    });
  });
}

function isSame(one: NextPage | undefined, other: NextPage | undefined): boolean {
  return one?.address === other?.address && one?.total === other?.total;
}
