import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ColorSchemeChoice } from './platform/color-scheme';
import { PageTitle } from './platform/page-title';
import { Progress } from './platform/progress';
import { Session } from './platform/session';
import { Typeface } from './platform/typeface';
import { StartFailure } from './shell/start-failure';
import { MissingPart } from './ui/missing-part';

/** What every page has: the skip link, the quiet line of progress, and the frame that the route brings. */
@Component({
  selector: 'dh-root',
  imports: [MissingPart, RouterOutlet, StartFailure],
  template: `
    <a class="skip" href="#main" (click)="skip($event)" i18n>Skip to the content</a>
    <p class="cdk-visually-hidden" aria-live="polite">{{ title.announcement() }}</p>
    @if (progress.isBusy()) {
      <div class="progress" aria-hidden="true"></div>
    }
    @if (session.startFailure(); as failure) {
      @defer {
        <dh-start-failure [error]="failure" />
      } @error {
        <dh-missing-part />
      }
    } @else {
      <router-outlet />
    }
  `,
  styleUrl: './app.scss',
})
export class App {
  protected readonly progress = inject(Progress);
  protected readonly title = inject(PageTitle);
  protected readonly session = inject(Session);

  constructor() {
    inject(ColorSchemeChoice);
    void inject(Typeface).bring();
  }

  /** The address of the page stays as it is; only the focus moves. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('main')?.focus();
  }
}
