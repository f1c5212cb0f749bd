import { httpResource } from '@angular/common/http';
import { Component, computed, input, linkedSignal, output, untracked } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS, MAT_NATIVE_DATE_FORMATS, MatOption } from '@angular/material/core';
import {
  MatDatepickerIntl,
  MatDatepickerToggle,
  MatDateRangeInput,
  MatDateRangePicker,
  MatEndDate,
  MatStartDate,
} from '@angular/material/datepicker';
import { MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatSelect } from '@angular/material/select';
import { PRIORITIES } from '@deskhand/shared';
import type { PageOf } from '../../platform/page-of';
import { CalendarWords } from '../../ui/calendar-words';
import { categoryLabel } from '../../ui/category-label';
import { FORM_FIELD } from '../../ui/form-field';
import { priorityLabel } from '../../ui/priority-label';
import { TypedDateAdapter } from '../../ui/typed-date-adapter';
import { dateIn, textOf } from './local-dates';
import { DAYS_CHOICES, type FilterKey, type ReportQuery } from './report-query';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** More agents than this would not fit a menu. */
const AGENTS = 100;
const OWN = 'own';

/** Which days, and whose tickets. */
@Component({
  selector: 'dh-report-filters',
  imports: [
    ...[MatDatepickerToggle, MatDateRangeInput, MatDateRangePicker, MatEndDate, MatStartDate],
    ...[FORM_FIELD, MatLabel, MatOption, MatSelect, MatSuffix],
  ],
  providers: [
    { provide: DateAdapter, useClass: TypedDateAdapter },
    { provide: MAT_DATE_FORMATS, useValue: MAT_NATIVE_DATE_FORMATS },
    { provide: MatDatepickerIntl, useClass: CalendarWords },
  ],
  host: { class: 'dh-dense', role: 'search' },
  templateUrl: './report-filters.html',
  styleUrl: './report-filters.scss',
})
export class ReportFilters {
  private readonly categories = httpResource<{ readonly items: readonly Named[] }>(() => '/api/v1/categories');
  private readonly agents = httpResource<PageOf<Named>>(() => ({
    url: '/api/v1/users',
    params: { role: 'agent,admin', disabled: 'false', limit: AGENTS },
  }));

  readonly query = input.required<ReportQuery>();
  /** The days that are shown, as the report tells. */
  readonly shown = input<{ readonly from: string; readonly to: string }>();
  readonly queryChange = output<ReportQuery>();

  protected readonly ranges = [
    ...DAYS_CHOICES.map((value) => ({ value, label: daysLabel(value) })),
    { value: OWN, label: $localize`Own dates` },
  ];
  protected readonly range = linkedSignal(() => (this.query().from === '' ? this.query().days : OWN));
  protected readonly isOwn = computed(() => this.range() === OWN);
  protected readonly start = linkedSignal(() => dateIn(this.query().from || (this.shown()?.from ?? '')));
  protected readonly end = linkedSignal(() => dateIn(this.query().to || (this.shown()?.to ?? '')));
  protected readonly today = new Date();

  protected readonly menus = computed(() => [
    this.menu('category', $localize`Category`, this.categoryChoices()),
    this.menu(
      'priority',
      $localize`Priority`,
      [...PRIORITIES].reverse().map((value) => ({ value, label: priorityLabel(value) })),
    ),
    this.menu('assignee', $localize`Assignee`, [
      { value: 'me', label: $localize`Me` },
      { value: 'none', label: $localize`Nobody` },
      ...named(this.agents.hasValue() ? this.agents.value().items : []),
    ]),
  ]);

  protected chooseRange(range: string): void {
    this.range.set(range);
    if (range !== OWN) this.change({ days: range, from: '', to: '' });
  }

  /** Both dates make a range; one alone waits for the other. */
  protected chooseDates(): void {
    const [from, to] = [textOf(this.start()), textOf(this.end())];
    if (from !== '' && to !== '' && from <= to) this.change({ from, to });
  }

  protected choose(key: FilterKey, values: readonly string[]): void {
    this.change({ [key]: values });
  }

  private categoryChoices(): ReturnType<typeof named> {
    const categories = this.categories.hasValue() ? this.categories.value().items : [];
    return named(categories.map(({ id, name }) => ({ id, name: categoryLabel(name) })));
  }

  private change(part: Partial<ReportQuery>): void {
    this.queryChange.emit({ ...untracked(this.query), ...part });
  }

  private menu(
    key: FilterKey,
    label: string,
    choices: readonly { readonly value: string; readonly label: string }[],
  ): { key: FilterKey; label: string; choices: typeof choices; chosen: readonly string[] } {
    return { key, label, choices, chosen: this.query()[key] };
  }
}

function named(items: readonly Named[]): { value: string; label: string }[] {
  return items.map(({ id, name }) => ({ value: id, label: name }));
}

function daysLabel(days: (typeof DAYS_CHOICES)[number]): string {
  switch (days) {
    case '7':
      return $localize`Last 7 days`;
    case '30':
      return $localize`Last 30 days`;
    case '90':
      return $localize`Last 90 days`;
    case '365':
      return $localize`Last year`;
  }
}
