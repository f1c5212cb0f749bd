import { HttpClient, HttpContext } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { LIMITS } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../../platform/notices';
import type { PageOf } from '../../platform/page-of';
import { IN_BACKGROUND } from '../../platform/progress';
import type { TicketSummary } from '../model/ticket';
import { TICKETS_URL } from '../model/ticket-api';
import type { ListQuery } from '../model/ticket-list';
import { QueueSelection } from './queue-selection';

/** As far as lists are counted. */
export const MOST_SELECTED = 10_000;

/** Selects what matches on all pages: as it is at that moment, so that nobody changes what he never saw counted. */
@Service({ autoProvided: false })
export class EveryMatch {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly selection = inject(QueueSelection);
  private readonly found = signal<number | null>(null);
  private readonly isStopped = signal(false);

  /** How many were found so far; null while nobody looks. */
  readonly progress = this.found.asReadonly();

  /** @param query of the list that is shown */
  async select(query: ListQuery): Promise<void> {
    if (this.found() !== null) return;
    this.isStopped.set(false);
    this.found.set(0);
    const page = this.selection.page();
    try {
      const tickets = await this.read({ ...query, limit: String(LIMITS.page.max), total: 'false', cursor: '' });
      // By now another page may have been turned to.
      if (!this.isStopped() && this.selection.page() === page) this.selection.selectBeyond(tickets);
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.found.set(null);
    }
  }

  stop(): void {
    this.isStopped.set(true);
  }

  private async read(query: ListQuery): Promise<TicketSummary[]> {
    const context = new HttpContext().set(IN_BACKGROUND, true);
    const tickets = new Map<string, TicketSummary>();
    let cursor: string | null = '';
    while (cursor !== null && tickets.size < MOST_SELECTED && !this.isStopped()) {
      const params = Object.fromEntries(Object.entries({ ...query, cursor }).filter(([, value]) => value !== ''));
      const page: PageOf<TicketSummary> = await firstValueFrom(
        this.http.get<PageOf<TicketSummary>>(TICKETS_URL, { params, context }),
      );
      for (const ticket of page.items) tickets.set(ticket.id, ticket);
      this.found.set(tickets.size);
      cursor = page.nextCursor;
    }
    return [...tickets.values()].slice(0, MOST_SELECTED);
  }
}
