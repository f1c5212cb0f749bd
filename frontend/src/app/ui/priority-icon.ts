import { Component, computed, input } from '@angular/core';
import type { Priority } from '@deskhand/shared';
import { priorityLabel } from './priority-label';

/** ▁ low, nothing for normal, ▆ high, ! urgent: the form tells, and only urgent is red. The word is there for readers. */
@Component({
  selector: 'dh-priority-icon',
  host: {
    '[class.urgent]': "priority() === 'urgent'",
    '[attr.role]': 'label() ? "img" : null',
    '[attr.aria-label]': 'label()',
    '[attr.title]': 'label()',
  },
  template: `
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" fill="currentColor">
      @switch (priority()) {
        @case ('low') {
          <rect x="2" y="11" width="12" height="3" rx="1" />
        }
        @case ('high') {
          <rect x="2" y="3" width="12" height="11" rx="1.5" />
        }
        @case ('urgent') {
          <rect x="6.5" y="1.5" width="3" height="8.5" rx="1.5" />
          <circle cx="8" cy="13" r="1.75" />
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      inline-size: 16px;
      block-size: 16px;
      color: var(--mat-sys-on-surface-variant);
    }
    :host(.urgent) {
      color: var(--mat-sys-error);
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
    }
  `,
})
export class PriorityIcon {
  readonly priority = input.required<Priority>();
  protected readonly label = computed(() =>
    this.priority() === 'normal' ? null : $localize`Priority: ${priorityLabel(this.priority())}:priority:`,
  );
}
