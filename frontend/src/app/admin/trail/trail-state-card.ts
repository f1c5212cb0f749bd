import { httpResource } from '@angular/common/http';
import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { wholeNumber } from '../../ui/whole-number';
import { TRAIL_URL, type TrailState } from './trail-api';

/** How much of the trail is here, since when, and where its chains end. Beside the entries: without it they are as good. */
@Component({
  selector: 'dh-trail-state-card',
  template: `
    @if (state(); as state) {
      <section aria-labelledby="trail-state">
        <h2 id="trail-state" i18n>What is kept</h2>
        <p>{{ words() }}</p>
        @if (retired(); as retired) {
          <p>{{ retired }}</p>
        }
        <p class="dh-quiet dh-small" i18n>
          Each entry is chained to its predecessor. These are the ends of the chains, to compare with a copy that you
          keep elsewhere:
        </p>
        <ul class="dh-small">
          @for (head of state.heads; track head.lane) {
            <li>
              <code>{{ head.hash }}…</code> <span class="dh-quiet">{{ lengthOf(head.links) }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-block-start: 24px;
      padding: 16px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
    }
    h2 {
      font: var(--mat-sys-title-medium);
      margin: 0 0 8px;
    }
    p {
      margin: 0 0 8px;
      max-inline-size: var(--dh-text-width);
    }
    code {
      margin-inline-end: 8px;
    }
    ul {
      margin: 0;
      padding-inline-start: 20px;
      columns: 320px;
    }
  `,
})
export class TrailStateCard {
  private readonly locale = inject(LOCALE_ID);
  private readonly resource = httpResource<TrailState>(() => `${TRAIL_URL}/state`);

  protected readonly state = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly words = computed(() => {
    const state = this.state();
    if (!state) return '';
    const entries = this.numbered(state.entries);
    return state.oldestMonth === null
      ? $localize`${entries}:count: entries`
      : $localize`${entries}:count: entries since ${this.monthOf(state.oldestMonth)}:month:`;
  });
  protected readonly retired = computed(() => {
    const { retiredMonths = 0, retiredEntries = 0 } = this.state() ?? {};
    if (retiredMonths === 0) return null;
    return retiredMonths === 1
      ? $localize`1 earlier month with ${this.numbered(retiredEntries)}:count: entries is in files.`
      : $localize`${retiredMonths}:months: earlier months with ${this.numbered(retiredEntries)}:count: entries are in files.`;
  });

  protected lengthOf(links: number): string {
    return links === 1 ? $localize`after 1 entry` : $localize`after ${this.numbered(links)}:count: entries`;
  }

  private numbered(count: number): string {
    return wholeNumber(count, this.locale);
  }

  private monthOf(month: string): string {
    const format = new Intl.DateTimeFormat(this.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return format.format(Date.parse(`${month}-01T00:00:00Z`));
  }
}
