import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatSortModule, type Sort } from '@angular/material/sort';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import type { Density, ViewColumn } from '@deskhand/shared';
import { Session } from '../../platform/session';
import { MarkedText } from '../../ui/marked-text';
import { CategoryName } from '../../ui/category-name';
import { PersonName } from '../../ui/person-name';
import { PriorityIcon } from '../../ui/priority-icon';
import { RelativeTime } from '../../ui/relative-time';
import { StatusChip } from '../../ui/status-chip';
import type { TicketSummary } from '../model/ticket';
import { UnreadMark } from '../model/unread-mark';
import { rowKeys } from './row-keys';
import { SORT_KEYS, type Sorting } from './queue-query';
import { isStaffsTurn, mayTake } from './queue-row';
import { QueueSelection } from './queue-selection';
import { SelectionKeys } from './selection-keys';
import { TakeButton } from './take-button';
import { SortWords } from './sort-words';
import { TurnMark } from './turn-mark';
import { FoundWhere } from '../search/found-where';

/** The queue on a desk: dense rows, sorted by the server. */
@Component({
  selector: 'dh-queue-table',
  imports: [
    ...[
      CategoryName,
      FoundWhere,
      MarkedText,
      MatCheckbox,
      MatSortModule,
      MatTableModule,
      PersonName,
      PriorityIcon,
      RelativeTime,
    ],
    ...[RouterLink, SelectionKeys, SortWords, StatusChip, TakeButton, TurnMark, UnreadMark],
  ],
  host: { class: 'dh-dense', '[class.comfortable]': "density() === 'comfortable'" },
  templateUrl: './queue-table.html',
  styleUrl: './queue-table.scss',
})
export class QueueTable {
  private readonly session = inject(Session);
  protected readonly selection = inject(QueueSelection);
  private readonly keys = viewChild.required(SelectionKeys);

  readonly tickets = input.required<readonly TicketSummary[]>();
  /** Those that somebody else changed a moment ago. */
  readonly changed = input<ReadonlySet<string>>(new Set());
  readonly columns = input.required<readonly ViewColumn[]>();
  readonly density = input<Density>('compact');
  /** What is searched for. */
  readonly q = input('');
  readonly sorting = input.required<Sorting>();
  readonly take = output<TicketSummary>();
  readonly sorted = output<Sorting>();

  protected readonly currentId = computed(() => this.selection.current()?.id);
  protected readonly isStaffsTurn = isStaffsTurn;
  protected readonly shown = computed(() => ['select', ...this.columns()]);
  protected readonly takeable = computed(
    () =>
      new Set(
        this.tickets()
          .filter((ticket) => mayTake(this.session.me(), ticket))
          .map(({ id }) => id),
      ),
  );

  protected toggleAll(): void {
    if (this.selection.isAll()) this.selection.clear();
    else this.selection.selectAll();
  }

  protected toggle({ id }: TicketSummary): void {
    if (this.keys().isRange) this.selection.toggleTo(id);
    else this.selection.toggle(id);
  }

  protected selectLabel({ number }: TicketSummary): string {
    return $localize`Select #${number}:number:`;
  }

  protected sort({ active, direction }: Sort): void {
    const key = SORT_KEYS.find((candidate) => candidate === active);
    if (key && direction !== '') this.sorted.emit({ key, direction });
  }

  private readonly keyOf = rowKeys(computed(() => this.tickets().map(({ id }) => id)));
  protected readonly rowOf = (_index: number, { id }: TicketSummary): number => this.keyOf(id);
}
