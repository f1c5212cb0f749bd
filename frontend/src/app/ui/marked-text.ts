import { Component, computed, input } from '@angular/core';
import { markHits } from '@deskhand/shared';

/** A text in which what somebody searches for stands out. */
@Component({
  selector: 'dh-marked',
  host: { dir: 'auto' },
  // Bound, not written: a formatter's blanks would stand between the pieces.
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.isHit) {
        <mark [textContent]="piece.text"></mark>
      } @else {
        <span [textContent]="piece.text"></span>
      }
    }
  `,
  styles: `
    mark {
      border-radius: 3px;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly q = input('');

  protected readonly pieces = computed(() => markHits(this.text(), this.q()));
}
