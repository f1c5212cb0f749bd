import { Component } from '@angular/core';

/** The mark: the bell on a help desk. Decorative; the name stands beside it. */
@Component({
  selector: 'dh-logo',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="tile" width="32" height="32" rx="8" />
      <circle class="bell" cx="16" cy="8.75" r="1.75" />
      <path class="bell" d="M7 20.5a9 9 0 0 1 18 0z" />
      <rect class="bell" x="5.5" y="22.5" width="21" height="2.5" rx="1.25" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      inline-size: 28px;
      block-size: 28px;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
    }
    .tile {
      fill: var(--mat-sys-primary);
    }
    .bell {
      fill: var(--mat-sys-on-primary);
    }
  `,
})
export class Logo {}
