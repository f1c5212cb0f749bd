import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { permissionsOf } from '@deskhand/shared';
import { AddressConfirmation } from '../platform/address-confirmation';
import { Notices } from '../platform/notices';
import { Session } from '../platform/session';

/** Tells a new account that its address waits for confirmation, and what it may not do until then. */
@Component({
  selector: 'dh-confirm-banner',
  imports: [MatButton, MatIcon],
  template: `
    @if (confirmation.awaited(); as address) {
      <section class="dh-banner" aria-label="Your mail address" i18n-aria-label>
        <mat-icon svgIcon="mark-unread" />
        <p>{{ wordsFor(address) }}</p>
        @if (isSentAgain()) {
          <p role="status" i18n>A new link is on its way.</p>
        } @else {
          <button matButton type="button" [disabled]="isSending()" disabledInteractive (click)="sendAgain()" i18n>
            Send it again
          </button>
        }
      </section>
    }
  `,
})
export class ConfirmBanner {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  protected readonly confirmation = inject(AddressConfirmation);

  protected readonly isSending = signal(false);
  protected readonly isSentAgain = signal(false);
  /** The server leaves out what an unconfirmed account may not do. */
  private readonly isRestricted = computed(() => {
    const me = this.session.me();
    return me !== null && me.permissions.length < permissionsOf(me.role).length;
  });

  protected wordsFor(address: string): string {
    return this.isRestricted()
      ? $localize`Confirm your mail address: open the link that we sent to ${address}:address:. Until then you get no other mails, and can file tickets and see what becomes of them, but not answer in them.`
      : $localize`Confirm your mail address: open the link that we sent to ${address}:address:. Until then you get no other mails.`;
  }

  protected async sendAgain(): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    try {
      await this.confirmation.ask();
      this.isSentAgain.set(true);
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
