import { Component, computed, input } from '@angular/core';

/** Grey lines in the shape of what is coming; invisible for the first 300 ms, for most answers are faster. */
@Component({
  selector: 'dh-skeleton',
  host: { role: 'status' },
  template: `
    <span class="cdk-visually-hidden" i18n>Loading</span>
    @for (line of lines(); track line) {
      <div class="line" [style.block-size.px]="height()"></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      opacity: 0;
      animation: appear 120ms ease-out 300ms forwards;
    }
    .line {
      border-radius: 6px;
      background: var(--mat-sys-surface-container-high);
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
  `,
})
export class Skeleton {
  readonly rows = input(8);
  /** Pixels, as high as the rows that will stand here. */
  readonly height = input(40);

  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}
