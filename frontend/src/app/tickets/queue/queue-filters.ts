import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  LOCALE_ID,
  output,
  viewChild,
  viewChildren,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatOption } from '@angular/material/core';
import { MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSelect } from '@angular/material/select';
import type { Params } from '@angular/router';
import { PRIORITIES, SIDES } from '@deskhand/shared';
import { Now } from '../../platform/now';
import type { PageOf } from '../../platform/page-of';
import { toggledIn, without } from '../../platform/query-params';
import { FilterChipButton } from '../../ui/filter-chip-button';
import { focusAfterRemoval } from '../../ui/focus-after-removal';
import { FORM_FIELD } from '../../ui/form-field';
import { priorityLabel } from '../../ui/priority-label';
import { statusLabel } from '../../ui/status-label';
import { type TimeField, timeParams, type TimeRange, timeRangeIn } from '../../ui/time-range';
import { TimeRangeMenu } from '../../ui/time-range-menu';
import { Categories } from '../model/categories';
import type { PersonRef } from '../model/ticket';
import { chipsFrom, type FilterChip, sideLabel } from './filter-chips';
import { type FilterKey, type Sorting, statusesIn, valuesIn } from './queue-query';
import { sortChoices } from './sort-choices';

interface FilterMenu {
  readonly key: FilterKey;
  readonly label: string;
  /** Several values may be chosen together. */
  readonly several: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
}

const TIMES: readonly { readonly field: TimeField; readonly label: string; readonly question: string }[] = [
  { field: 'created', label: $localize`Created`, question: $localize`Created between` },
  { field: 'updated', label: $localize`Updated`, question: $localize`Updated between` },
];

/** More agents than this would not fit a menu. */
const AGENTS = 100;

/** What narrows the view: each filter a chip that can be taken away, and a menu that adds more. */
@Component({
  selector: 'dh-queue-filters',
  imports: [
    ...[FilterChipButton, MatButton, FORM_FIELD, MatIcon, MatLabel],
    ...[MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MatOption, MatSelect, TimeRangeMenu],
  ],
  templateUrl: './queue-filters.html',
  styleUrl: './queue-filters.scss',
})
export class QueueFilters {
  private readonly categories = inject(Categories);
  private readonly now = inject(Now);
  private readonly locale = inject(LOCALE_ID);
  private readonly agentList = httpResource<PageOf<PersonRef>>(() => ({
    url: '/api/v1/users',
    params: { role: 'agent,admin', disabled: 'false', limit: AGENTS },
  }));
  private readonly agents = computed(() => (this.agentList.hasValue() ? this.agentList.value().items : []));

  readonly params = input.required<Params>();
  /** Those that the name of the view tells already. */
  readonly ofView = input<Params>({});
  readonly sorting = input.required<Sorting>();
  /** Whether the order is chosen here, where there is no table with headers. */
  readonly sortable = input(false);
  readonly narrowed = output<Params>();
  readonly sorted = output<Sorting>();

  protected readonly sortChoices = computed(() => sortChoices({ isSearch: valuesIn(this.params(), 'q').length > 0 }));
  protected readonly sortChoice = computed(() => {
    const { key, direction } = this.sorting();
    return this.sortChoices().find((choice) => choice.key === key && choice.direction === direction);
  });
  protected readonly chips = computed(() =>
    chipsFrom(this.params(), this.ofView(), {
      categories: this.categories.all(),
      agents: this.agents(),
      locale: this.locale,
      now: new Date(this.now.ms()),
    }),
  );
  protected readonly isUnread = computed(() => valuesIn(this.params(), 'unread').includes('true'));
  protected readonly times = computed(() =>
    TIMES.map((time) => ({ ...time, range: timeRangeIn(this.params(), time.field) })),
  );
  protected readonly menus = computed<readonly FilterMenu[]>(() => [
    this.menu(
      'status',
      $localize`Status`,
      true,
      statusesIn(this.params()).map((code) => [code, statusLabel(code, 'staff')]),
    ),
    this.menu(
      'priority',
      $localize`Priority`,
      true,
      [...PRIORITIES].reverse().map((code) => [code, priorityLabel(code)]),
    ),
    this.menu(
      'category',
      $localize`Category`,
      true,
      this.categories.all().map(({ id, name }) => [id, name]),
    ),
    this.menu('assignee', $localize`Assignee`, false, [
      ['me', $localize`Me`],
      ['none', $localize`Nobody`],
      ...this.agents().map(({ id, name }) => [id, name] as const),
    ]),
    this.menu(
      'turn',
      $localize`Whose turn`,
      false,
      [...SIDES].reverse().map((side) => [side, sideLabel(side)]),
    ),
  ]);

  private readonly ranges = viewChildren(TimeRangeMenu);
  private readonly drawnChips = viewChildren(FilterChipButton);
  private readonly more = viewChild.required<string, ElementRef<HTMLElement>>('more', { read: ElementRef });
  private readonly isLeaving = focusAfterRemoval(this.drawnChips, () => this.more().nativeElement);

  protected rangesOf(nth: number): MatMenu | null {
    return this.ranges()[nth]?.menu() ?? null;
  }

  protected choose(menu: FilterMenu, value: string): void {
    const chosen = valuesIn(this.params(), menu.key);
    const single = chosen.includes(value) ? null : value;
    this.narrowed.emit({ [menu.key]: menu.several ? toggledIn(chosen, value) : single });
  }

  protected chooseTime(field: TimeField, range: TimeRange): void {
    this.narrowed.emit(timeParams(field, range));
  }

  protected remove(chip: FilterChip): void {
    this.isLeaving(this.chips().indexOf(chip));
    this.narrowed.emit(without(chip.keys));
  }

  private menu(
    key: FilterKey,
    label: string,
    several: boolean,
    entries: readonly (readonly [string, string])[],
  ): FilterMenu {
    const chosen = valuesIn(this.params(), key);
    const choices = entries.map(([value, words]) => ({ value, label: words, chosen: chosen.includes(value) }));
    return { key, label, several, choices };
  }
}
