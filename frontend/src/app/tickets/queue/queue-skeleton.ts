import { Component, computed, input } from '@angular/core';
import type { Density } from '@deskhand/shared';

/** The table, or the cards of a phone, as they will stand there; invisible for 300 ms, for most answers are faster. */
@Component({
  selector: 'dh-queue-skeleton',
  host: { role: 'status', '[class.cards]': 'cards()', '[class.comfortable]': "density() === 'comfortable'" },
  template: `
    <span class="cdk-visually-hidden" i18n>Loading</span>
    @for (row of lines(); track row) {
      <div class="row">
        <span class="piece number"></span>
        <span class="piece subject" [style.inline-size.%]="row"></span>
        <span class="piece chip"></span>
        <span class="piece name"></span>
        <span class="piece time"></span>
      </div>
    }
  `,
  styleUrl: './queue-skeleton.scss',
})
export class QueueSkeleton {
  readonly cards = input(false);
  readonly rows = input(25);
  readonly density = input<Density>('compact');

  /** Subjects are of different lengths, in per cent of their room. */
  protected readonly lines = computed(() =>
    Array.from({ length: this.rows() }, (_, row) => 92 - ((row * 37) % 50) - row / 100),
  );
}
