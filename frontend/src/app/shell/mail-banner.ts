import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, LOCALE_ID, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { type Params, RouterLink } from '@angular/router';
import type { components } from '@deskhand/shared/api';
import { Now } from '../platform/now';
import { PageVisible } from '../platform/page-visible';
import { wholeNumber } from '../ui/whole-number';

/**
 * Milliseconds after which it is looked again. Mail is stuck after a quarter of an hour, and for hours; the few admins ask for
 * it, rather than that each process looks after all mails to tell of it at once.
 */
const LOOK_EVERY = 300_000;

interface Trouble {
  readonly words: string;
  /** What of the mail log is about it. */
  readonly query: Params;
}

/** Tells admins that mails do not get out. Beside everything else: where nobody answers it is not there. */
@Component({
  selector: 'dh-mail-banner',
  imports: [MatButton, MatIcon, RouterLink],
  template: `
    @if (trouble(); as trouble) {
      <section class="dh-banner" aria-label="Mails that do not get out" i18n-aria-label>
        <mat-icon svgIcon="error" />
        <p>{{ trouble.words }}</p>
        <a matButton routerLink="/admin/mail" [queryParams]="trouble.query" i18n>Look at the mails</a>
        <button matButton type="button" (click)="isHidden.set(true)" i18n>Not now</button>
      </section>
    }
  `,
})
export class MailBanner {
  private readonly page = inject(PageVisible);
  private readonly locale = inject(LOCALE_ID);
  private readonly now = inject(Now);

  /** Until the page is loaded anew. */
  protected readonly isHidden = signal(false);
  private readonly state = httpResource<components['schemas']['MailStateDto']>(() => '/api/v1/mail/state');
  protected readonly trouble = computed<Trouble | null>(() => {
    if (this.isHidden() || !this.state.hasValue()) return null;
    const { transport, waiting, stuck, dead } = this.state.value();
    if (transport === 'none') return { words: this.withoutServer(waiting), query: {} };
    if (stuck > 0) return { words: this.stuckWords(stuck), query: { stuck: 'true' } };
    return dead > 0 ? { words: this.deadWords(dead), query: { state: 'dead' } } : null;
  });

  constructor() {
    let looked = this.now.ms();
    effect(() => {
      const now = this.now.ms();
      if (now - looked < LOOK_EVERY || !this.page.isVisible()) return;
      looked = now;
      this.state.reload();
    });
  }

  private withoutServer(waiting: number): string {
    if (waiting === 0) return $localize`No mail server is set up (MAIL_URL), so nobody gets mails.`;
    return waiting === 1
      ? $localize`No mail server is set up (MAIL_URL): 1 mail waits. It is sent once there is one.`
      : $localize`No mail server is set up (MAIL_URL): ${wholeNumber(waiting, this.locale)}:count: mails wait. They are sent once there is one.`;
  }

  private deadWords(dead: number): string {
    return dead === 1
      ? $localize`1 mail was given up after four days of trying. You can send it again.`
      : $localize`${wholeNumber(dead, this.locale)}:count: mails were given up after four days of trying. You can send them again.`;
  }

  private stuckWords(stuck: number): string {
    return stuck === 1
      ? $localize`1 mail does not get out. Deskhand goes on trying.`
      : $localize`${wholeNumber(stuck, this.locale)}:count: mails do not get out. Deskhand goes on trying.`;
  }
}
