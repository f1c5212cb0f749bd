import { Component, input } from '@angular/core';

/** The name of a page, a line about it where it helps, and its actions. */
@Component({
  selector: 'dh-page-header',
  template: `
    <div class="words" [class.few]="!lead()">
      <h1>
        {{ heading() }}
        @if (count(); as count) {
          <span class="count dh-figures" aria-hidden="true">{{ count.number }}</span>
          <span class="cdk-visually-hidden">{{ count.words }}</span>
        }
      </h1>
      @if (lead()) {
        <p class="dh-quiet">{{ lead() }}</p>
      }
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      margin-block-end: 24px;
    }
    .words {
      flex: 1 1 240px;
      min-inline-size: 0;
    }
    .few {
      flex-basis: auto;
    }
    .count {
      margin-inline-start: 4px;
      color: var(--mat-sys-on-surface-variant);
      font-weight: 400;
    }
    p {
      margin-block-start: 4px;
      max-inline-size: var(--dh-text-width);
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input<string>();
  /** How much there is: a number to see, words to hear. */
  readonly count = input<{ readonly number: string; readonly words: string }>();
}
