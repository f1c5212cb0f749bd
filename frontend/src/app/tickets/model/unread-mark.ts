import { Component, input } from '@angular/core';

/** Stands before a subject, and shows where somebody else did something in the ticket that its reader has not looked at. */
@Component({
  selector: 'dh-unread-mark',
  host: { '[class.shown]': 'unread()' },
  template: `@if (unread()) {
    <span class="cdk-visually-hidden"><ng-container i18n>Unread:</ng-container>&ngsp;</span>
  }`,
  styles: `
    // In the gutter of its row, so that all subjects begin on one line.
    :host(.shown) {
      position: absolute;
      inline-size: 8px;
      block-size: 8px;
      margin-inline-start: -12px;
      margin-block-start: calc((1lh - 8px) / 2);
      border-radius: 50%;
      background: var(--mat-sys-primary);
    }
  `,
})
export class UnreadMark {
  readonly unread = input.required<boolean>();
}
