import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import type { TicketSummary } from '../model/ticket';
import { QueueCursor } from './queue-cursor';

/** Which tickets of a list are selected: of the page that is shown, or of all its pages. Another page begins with none. */
@Service({ autoProvided: false })
export class QueueSelection {
  private readonly cursor = inject(QueueCursor);
  /** Which page of which list is shown. */
  readonly page = signal('');
  readonly offered = signal<readonly TicketSummary[]>([]);

  private readonly ids = linkedSignal<string, ReadonlySet<string>>({
    source: this.page,
    computation: () => new Set<string>(),
  });
  /** Everything that matches, where somebody asked for all of it. */
  private readonly all = linkedSignal<string, readonly TicketSummary[] | null>({
    source: this.page,
    computation: () => null,
  });
  /** The row from which a range reaches to the next one that is pressed with Shift. */
  private anchor: string | null = null;

  /** On phones cards lead to their tickets, until somebody says that he selects. */
  readonly isSelecting = linkedSignal<string, boolean>({ source: this.page, computation: () => false });
  /** In the order of the list; what left its page is selected no more. */
  readonly tickets = computed(() => (this.all() ?? this.offered()).filter(({ id }) => this.ids().has(id)));
  readonly count = computed(() => this.tickets().length);
  readonly isAll = computed(() => this.offered().length > 0 && this.offered().every(({ id }) => this.ids().has(id)));
  readonly isSome = computed(() => this.count() > 0 && !this.isAll());
  /** Whether it reaches beyond the page. */
  readonly isBeyond = computed(() => this.all() !== null);

  /** The ticket of this page at which somebody is. */
  readonly current = computed(() => {
    const id = this.cursor.place()?.id;
    return this.offered().find((ticket) => ticket.id === id);
  });
  /** What is done is done to these: to the selected ones, and where none is, to the one at which somebody is. */
  readonly targets = computed(() => {
    if (this.count() > 0) return this.tickets();
    const current = this.current();
    return current ? [current] : [];
  });

  has(id: string): boolean {
    return this.ids().has(id);
  }

  toggle(id: string): void {
    this.set([id], !this.has(id));
    this.anchor = id;
  }

  /** Everything from the row that was pressed last to this one becomes as this one. */
  toggleTo(id: string): void {
    const all = this.offered().map((ticket) => ticket.id);
    const [from, to] = [all.indexOf(this.anchor ?? id), all.indexOf(id)];
    if (from === -1) {
      this.toggle(id);
      return;
    }
    this.set(all.slice(Math.min(from, to), Math.max(from, to) + 1), !this.has(id));
    this.anchor = id;
  }

  selectAll(): void {
    this.only(this.offered().map(({ id }) => id));
  }

  /** Those of every page. */
  selectBeyond(tickets: readonly TicketSummary[]): void {
    this.all.set(tickets);
    this.only(tickets.map(({ id }) => id));
  }

  only(ids: readonly string[]): void {
    this.ids.set(new Set(ids));
  }

  clear(): void {
    this.only([]);
    this.all.set(null);
    this.anchor = null;
    this.isSelecting.set(false);
  }

  private set(ids: readonly string[], isSelected: boolean): void {
    this.ids.update((former) => {
      const next = new Set(former);
      for (const id of ids) {
        if (isSelected) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }
}
