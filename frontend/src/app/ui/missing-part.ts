import { Component, DOCUMENT, inject } from '@angular/core';

/**
 * In place of a part of a page whose script did not come: the connection broke, or an upgrade took it away. Only loading the
 * page again helps; whatever was typed is kept by whoever keeps drafts.
 */
@Component({
  selector: 'dh-missing-part',
  template: `
    <p role="status">
      <ng-container i18n>This part of the page did not come.</ng-container>
      <button type="button" (click)="document.location.reload()" i18n>Load the page again</button>
    </p>
  `,
  styles: `
    p {
      margin: 0;
      padding: 16px;
      color: var(--mat-sys-on-surface-variant);
    }
    button {
      min-block-size: 44px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--mat-sys-primary);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class MissingPart {
  protected readonly document = inject(DOCUMENT);
}
