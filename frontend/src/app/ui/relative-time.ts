import { booleanAttribute, Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { Now } from '../platform/now';
import { remembered } from '../platform/remembered';

/** "2 h ago", with the exact moment on hover and for screen readers; with `focusable` on keyboard focus too. */
@Component({
  selector: 'dh-time',
  imports: [MatTooltip],
  template: `<time
    [attr.datetime]="at()"
    [attr.data-exact]="exact()"
    [attr.tabindex]="focusable() ? 0 : null"
    [matTooltip]="exact()"
    >{{ relative() }}</time
  >`,
  styles: `
    :host {
      white-space: nowrap;
    }
    time {
      border-radius: 4px;
    }
    // On paper "2 h ago" says nothing.
    @media print {
      time {
        font-size: 0;
      }
      time::after {
        content: attr(data-exact);
        font: var(--mat-sys-body-small);
      }
    }
  `,
})
export class RelativeTime {
  private readonly locale = inject(LOCALE_ID);
  private readonly now = inject(Now);

  readonly at = input.required<string>();
  /** For times that stand alone. In tables they would be a stop of the Tab key on every row. */
  readonly focusable = input(false, { transform: booleanAttribute });

  protected readonly relative = computed(() => relativeTime(Date.parse(this.at()), this.now.ms(), this.locale));
  protected readonly exact = computed(() => exactFormat(this.locale).format(Date.parse(this.at())));
}

/** With the zone: whoever travels, or reads over somebody's shoulder, knows whose clock it is. */
const exactFormat = remembered(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
    }),
);
const dayFormat = remembered((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }));
const dayAndYearFormat = remembered(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
);
const ageFormat = remembered((locale) => new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' }));

/**
 * Makes the format of ages in a turn of its own, before a page draws the first of them: a browser takes long for it, on a
 * slow phone a tenth of a second, and so a tap goes between. For pages that wait for their data. Must run where `inject` may.
 */
export function prepareAges(): void {
  const locale = inject(LOCALE_ID);
  setTimeout(() => ageFormat(locale));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Within a week in words; before that a date is easier to place. A clock that is slightly ahead means "now". */
export function relativeTime(at: number, now: number, locale: string): string {
  const age = now - at;
  if (age < MINUTE) return age < -MINUTE ? dayOf(at, now, locale) : $localize`just now`;
  const words = ageFormat(locale);
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return words.format(-Math.floor(age / HOUR), 'hour');
  if (age < 7 * DAY) return words.format(-Math.floor(age / DAY), 'day');
  return dayOf(at, now, locale);
}

function dayOf(at: number, now: number, locale: string): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dayFormat(locale) : dayAndYearFormat(locale)).format(at);
}
