import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import { Now } from '../../platform/now';
import { RelativeTime } from '../../ui/relative-time';
import type { TicketSummary } from '../model/ticket';
import { BinActions } from './bin-actions';

const DAY_MS = 86_400_000;

/** The tickets in the bin, each with its two ways out. */
@Component({
  selector: 'dh-bin-table',
  imports: [MatButton, MatTableModule, RelativeTime, RouterLink],
  templateUrl: './bin-table.html',
  styleUrl: './bin-table.scss',
})
export class BinTable {
  private readonly actions = inject(BinActions);
  private readonly now = inject(Now);

  readonly tickets = input.required<readonly TicketSummary[]>();
  /** How long a ticket rests here, where that is known. */
  readonly binDays = input<number | null>(null);

  protected readonly columns = ['number', 'subject', 'requester', 'deleted', 'actions'];
  protected readonly restoring = signal<string | null>(null);
  protected readonly ends = computed(
    () => new Map(this.tickets().map(({ id, deletedAt }) => [id, this.endWords(deletedAt)])),
  );

  protected async restore({ id }: TicketSummary): Promise<void> {
    if (this.restoring() !== null) return;
    this.restoring.set(id);
    await this.actions.restore(id);
    this.restoring.set(null);
  }

  protected purge(ticket: TicketSummary): void {
    void this.actions.purge(ticket);
  }

  protected readonly idOf = (_index: number, ticket: TicketSummary): string => ticket.id;

  private endWords(deletedAt: string | null): string {
    const binDays = this.binDays();
    if (binDays === null || deletedAt === null) return '';
    const days = Math.ceil((Date.parse(deletedAt) + binDays * DAY_MS - this.now.ms()) / DAY_MS);
    if (days <= 0) return $localize`removed for good soon`;
    return days === 1 ? $localize`removed for good in 1 day` : $localize`removed for good in ${days}:count: days`;
  }
}
