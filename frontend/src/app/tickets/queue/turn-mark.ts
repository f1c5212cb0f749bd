import { Component } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

/** Beside the status of a ticket that is under way: staff have to answer. */
@Component({
  selector: 'dh-turn-mark',
  imports: [MatIcon],
  host: { role: 'img', '[attr.aria-label]': 'words', '[attr.title]': 'words' },
  template: `<mat-icon svgIcon="reply" />`,
  styles: `
    // Above the link that reaches over the row, so that its words show under the pointer.
    :host {
      position: relative;
      z-index: 1;
      display: inline-flex;
      color: var(--mat-sys-tertiary);
    }
    mat-icon {
      inline-size: 18px;
      block-size: 18px;
    }
  `,
})
export class TurnMark {
  protected readonly words = $localize`The requester wrote last`;
}
