import { Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { wholeNumber } from '../ui/whole-number';
import { durationWords } from './charts/duration-words';
import type { Overview } from './reports-api';

/** The figures above the charts. */
@Component({
  selector: 'dh-report-figures',
  template: `
    <dl>
      @for (figure of figures(); track figure.name) {
        <div>
          <dt>{{ figure.name }}</dt>
          <dd>{{ figure.value }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(136px, 100%), 1fr));
      gap: 16px;
      margin: 0 0 24px;
    }
    dt {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      margin: 0;
      font: var(--mat-sys-headline-small);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Figures {
  private readonly locale = inject(LOCALE_ID);

  readonly overview = input.required<Overview>();

  protected readonly figures = computed(() => {
    const { created, resolved, open, firstReply, resolution } = this.overview();
    const number = (value: number): string => wholeNumber(value, this.locale);
    const time = (seconds: number | null): string => (seconds === null ? '–' : durationWords(seconds, this.locale));
    return [
      { name: $localize`Created`, value: number(created) },
      { name: $localize`Resolved`, value: number(resolved) },
      { name: $localize`Open now`, value: number(open) },
      { name: $localize`First reply, median`, value: time(firstReply.median) },
      { name: $localize`Resolution, median`, value: time(resolution.median) },
    ];
  });
}
