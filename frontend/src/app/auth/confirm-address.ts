import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { AddressConfirmation } from '../platform/address-confirmation';
import { Attempt } from '../platform/attempt';
import { Session } from '../platform/session';
import { AuthApi } from './auth-api';
import { FORGETTING_LINK, oneTimeToken } from './one-time-token';

/** Where the link of a mail leads. A button does it, for mail scanners open links, too. */
@Component({
  selector: 'dh-confirm-address',
  imports: [MatButton, RouterLink],
  templateUrl: './confirm-address.html',
  styleUrl: './auth-form.scss',
})
export class ConfirmAddress {
  private readonly api = inject(AuthApi);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly confirmation = inject(AddressConfirmation);

  private readonly token = oneTimeToken();
  /** The address, once it is done. */
  protected readonly confirmed = signal<string | null>(null);
  protected readonly isWorthless = signal(this.token === '');
  protected readonly isSentAgain = signal(false);
  protected readonly attempt = new Attempt();

  protected confirm(): Promise<void> {
    return this.run(async () => {
      const { email } = await this.api.confirmAddress(this.token);
      this.confirmed.set(email);
      await this.router.navigate([], FORGETTING_LINK);
      // Whoever is signed in may do more now.
      if (this.session.isSignedIn()) await this.session.load();
    });
  }

  protected sendAgain(): Promise<void> {
    return this.run(async () => {
      await this.confirmation.ask();
      this.isSentAgain.set(true);
    });
  }

  private run(work: () => Promise<void>): Promise<void> {
    return this.attempt.make(work, ({ code, words }) => {
      if (code !== 'invalid_token') return words;
      this.isWorthless.set(true);
      return null;
    });
  }
}
