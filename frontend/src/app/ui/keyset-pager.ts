import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { type Params, RouterLink } from '@angular/router';
import { wholeNumber } from './whole-number';

/** Previous and next, as links: the page is part of the address, so reload, back and share show the same rows. */
@Component({
  selector: 'dh-keyset-pager',
  imports: [MatButton, MatIcon, RouterLink],
  templateUrl: './keyset-pager.html',
  styles: `
    nav {
      display: flex;
      align-items: center;
      gap: 8px;
      padding-block: 12px;
    }
    .summary {
      margin-inline-start: auto;
    }
    mat-icon[iconPositionEnd] {
      margin-inline-end: -4px;
    }
  `,
})
export class KeysetPager {
  readonly previousCursor = input.required<string | null>();
  readonly nextCursor = input.required<string | null>();
  /** How many there are, in words. */
  readonly summary = input<string>();
  /** The number of the page's first row; where it is given, the address remembers it beside the cursor. */
  readonly firstRow = input<number>();
  readonly rows = input(0);
  /** What else must be in the address for the cursor to be good, where the list has it by itself. */
  readonly beside = input<Params>({});

  protected readonly previous = computed(() => this.address(this.previousCursor(), -this.rows()));
  protected readonly next = computed(() => this.address(this.nextCursor(), this.rows()));

  private address(cursor: string | null, step: number): Params | null {
    const firstRow = this.firstRow();
    if (cursor === null) return null;
    return { ...this.beside(), cursor, ...(firstRow === undefined ? {} : { from: Math.max(1, firstRow + step) }) };
  }
}

/**
 * "17 tickets" needs the word, so callers bring it; this is the number: "17", or "37+" where counting stopped.
 *
 * @param shown the number of the last row that is shown: where counting stopped before it, it is known better
 */
export function totalInWords(
  total: { readonly value: number; readonly relation: 'eq' | 'gte' },
  locale: string,
  shown = 0,
): string {
  return total.relation === 'eq'
    ? wholeNumber(total.value, locale)
    : `${wholeNumber(Math.max(total.value, shown), locale)}+`;
}

/** The same as a phrase, to be heard. */
export function ticketsInWords(total: Parameters<typeof totalInWords>[0], locale: string): string {
  const number = wholeNumber(total.value, locale);
  if (total.relation === 'gte') return $localize`at least ${number}:count: tickets`;
  return total.value === 1 ? $localize`1 ticket` : $localize`${number}:count: tickets`;
}
