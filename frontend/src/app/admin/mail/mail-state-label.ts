import { Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { MailState } from '@deskhand/shared';
import { STATE_WORDS } from './mail-words';

/** What has become of a mail: a shape and a word. */
@Component({
  selector: 'dh-mail-state',
  imports: [MatIcon],
  host: { '[class.bad]': 'words().isBad' },
  template: `<mat-icon [svgIcon]="words().icon" /><span>{{ words().label }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      white-space: nowrap;
    }
    mat-icon {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      color: var(--mat-sys-on-surface-variant);
    }
    :host(.bad),
    :host(.bad) mat-icon {
      color: var(--mat-sys-error);
    }
  `,
})
export class MailStateLabel {
  readonly state = input.required<MailState>();

  protected readonly words = computed(() => STATE_WORDS[this.state()]);
}
