import { Component, computed, input } from '@angular/core';
import { keyWords } from '../platform/shortcuts/keys';

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as they stand on the keyboard; those that are pressed one after the other stand apart. */
@Component({
  selector: 'dh-keys',
  template: `@for (key of caps(); track $index) {
    <kbd>{{ key }}</kbd>
  }`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      gap: 4px;
    }
    kbd {
      min-inline-size: 22px;
      padding: 1px 6px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 6px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-small);
      text-align: center;
    }
  `,
})
export class KeyCaps {
  /** As the table of the shortcuts names them. */
  readonly keys = input.required<string>();
  protected readonly caps = computed(() => keyWords(this.keys(), IS_APPLE));
}
