import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { Notices } from '../platform/notices';
import { Preferences } from '../platform/preferences';
import { Shortcuts } from '../platform/shortcuts/shortcuts';

/** Whether single keys do something: whoever dictates, or rests a hand on the keys, may want that they do not. */
@Component({
  selector: 'dh-key-choice',
  imports: [MatButton, MatCheckbox],
  template: `
    <mat-checkbox [checked]="preferences.shortcuts()" aria-describedby="keys-hint" (change)="choose($event.checked)">
      <ng-container i18n>Single keys do something</ng-container>
    </mat-checkbox>
    <p id="keys-hint" class="dh-quiet dh-small" i18n>
      Such as J for the next ticket. Ctrl K, which finds and does everything, works in any case.
    </p>
    <button matButton="outlined" type="button" (click)="show()" i18n>Show all keys</button>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
    }
    p {
      margin-block-end: 12px;
      padding-inline-start: 40px;
    }
  `,
})
export class KeyChoice {
  private readonly notices = inject(Notices);
  private readonly shortcuts = inject(Shortcuts);
  protected readonly preferences = inject(Preferences);

  protected async choose(shortcuts: boolean): Promise<void> {
    try {
      await this.preferences.change({ shortcuts });
      this.notices.say(shortcuts ? $localize`Single keys do something.` : $localize`Single keys do nothing now.`);
    } catch (error) {
      this.notices.fail(error);
    }
  }

  protected show(): void {
    this.shortcuts.run('shortcuts');
  }
}
