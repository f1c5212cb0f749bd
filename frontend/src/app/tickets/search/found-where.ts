import { Component, input } from '@angular/core';
import { MarkedText } from '../../ui/marked-text';

/** Where a search found its words, under the subject; nothing where only the subject has them. */
@Component({
  selector: 'dh-found-where',
  imports: [MarkedText],
  template: `
    @if (text(); as text) {
      <p><dh-marked [text]="text" [q]="q()" /></p>
    }
  `,
  styles: `
    p {
      overflow: hidden;
      padding-block-end: 4px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
      text-overflow: ellipsis;
    }
  `,
})
export class FoundWhere {
  readonly text = input.required<string | null>();
  readonly q = input.required<string>();
}
