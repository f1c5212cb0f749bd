import { Component, input } from '@angular/core';

/**
 * A link that looks as Material's buttons do here, for the pages that a stranger sees first: there Material's own, with
 * its ripple and its watch over the focus, would be an eighth of what has to be loaded.
 */
@Component({
  selector: 'a[dhLinkButton]',
  host: { '[class]': 'look()' },
  template: '<ng-content />',
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      min-block-size: 44px;
      padding-inline: 24px;
      border: 1px solid transparent;
      border-radius: 8px;
      font: var(--mat-sys-label-large);
      text-decoration: none;
    }
    :host(.filled) {
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }
    :host(.outlined) {
      border-color: var(--mat-sys-outline);
      color: var(--mat-sys-primary);
    }
    :host(.filled:hover) {
      background: color-mix(in srgb, var(--mat-sys-on-primary) 8%, var(--mat-sys-primary));
    }
    :host(.outlined:hover) {
      background: color-mix(in srgb, var(--mat-sys-primary) 8%, transparent);
    }
  `,
})
export class LinkButton {
  readonly look = input.required<'filled' | 'outlined'>({ alias: 'dhLinkButton' });
}
