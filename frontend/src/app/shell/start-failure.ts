import { DOCUMENT } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { Failure } from '../ui/failure';
import { registerIcons } from '../ui/icons';

/** In place of every page, where the start could not find out who is here. */
@Component({
  selector: 'dh-start-failure',
  imports: [Failure],
  template: `
    <main id="main" tabindex="-1">
      <h1 class="cdk-visually-hidden" i18n>Deskhand</h1>
      <dh-failure [error]="error()" (retry)="startAgain()" />
    </main>
  `,
})
export class StartFailure {
  private readonly document = inject(DOCUMENT);
  readonly error = input.required<unknown>();

  constructor() {
    registerIcons();
  }

  protected startAgain(): void {
    this.document.location.reload();
  }
}
