import { computed, linkedSignal, Service, signal } from '@angular/core';
import type { TicketSummary } from '../model/ticket';

/** Which tickets of the page that is shown are selected. Another page begins with none. */
@Service({ autoProvided: false })
export class QueueSelection {
  /** Which page of which list is shown. */
  readonly page = signal('');
  readonly offered = signal<readonly TicketSummary[]>([]);

  private readonly ids = linkedSignal<string, ReadonlySet<string>>({
    source: this.page,
    computation: () => new Set<string>(),
  });
  /** The row from which a range reaches to the next one that is pressed with Shift. */
  private anchor: string | null = null;

  /** On phones cards lead to their tickets, until somebody says that he selects. */
  readonly isSelecting = linkedSignal<string, boolean>({ source: this.page, computation: () => false });
  /** In the order of the page; what left it is selected no more. */
  readonly tickets = computed(() => this.offered().filter(({ id }) => this.ids().has(id)));
  readonly count = computed(() => this.tickets().length);
  readonly isAll = computed(() => this.count() > 0 && this.count() === this.offered().length);
  readonly isSome = computed(() => this.count() > 0 && !this.isAll());

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

  only(ids: readonly string[]): void {
    this.ids.set(new Set(ids));
  }

  clear(): void {
    this.only([]);
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
