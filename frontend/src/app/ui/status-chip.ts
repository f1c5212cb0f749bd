import { Component, computed, input } from '@angular/core';
import { phaseOf, type StatusCode } from '@deskhand/shared';
import { PhaseIcon } from './phase-icon';
import { statusLabel } from './status-label';

/** Shape, word and colour together: whoever misses one still reads the other two. */
@Component({
  selector: 'dh-status-chip',
  imports: [PhaseIcon],
  host: { '[class]': 'phase()' },
  template: `<dh-phase-icon [phase]="phase()" /><span>{{ label() }}</span>`,
  styleUrl: './status-chip.scss',
})
export class StatusChip {
  readonly status = input.required<StatusCode>();
  /** Staff are not the ones waited for, so they read of the requester. */
  readonly reader = input<'requester' | 'staff'>('requester');

  /** Other words than those in use, to see how they would look. */
  readonly words = input<string>();

  protected readonly phase = computed(() => phaseOf(this.status()));
  protected readonly label = computed(() => this.words() ?? statusLabel(this.status(), this.reader()));
}
