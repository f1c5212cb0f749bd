import { Component, input } from '@angular/core';
import type { Phase } from '@deskhand/shared';

/** ○ new, ◐ active, ‖ waiting, ✓ done: told apart by form alone. Decorative; the word stands beside it. */
@Component({
  selector: 'dh-phase-icon',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 16 16" focusable="false" fill="none" stroke="currentColor" stroke-width="1.75">
      @switch (phase()) {
        @case ('new') {
          <circle cx="8" cy="8" r="5.25" />
        }
        @case ('active') {
          <circle cx="8" cy="8" r="5.25" />
          <path d="M8 4a4 4 0 0 1 0 8z" fill="currentColor" stroke="none" />
        }
        @case ('waiting') {
          <path d="M5.5 3.5v9M10.5 3.5v9" stroke-width="2.25" stroke-linecap="round" />
        }
        @case ('done') {
          <path d="m3 8.5 3.25 3.25L13 5" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
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
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
    }
  `,
})
export class PhaseIcon {
  readonly phase = input.required<Phase>();
}
