import { HttpClient } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Organisation } from './organisation';
import { Session } from './session';

/** Whether the own address is known to be one's own, and the mail by which one shows it. */
@Service()
export class AddressConfirmation {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly organisation = inject(Organisation);

  /** The address that waits for it; null where none does, or where no mail could be sent. */
  readonly awaited = computed(() => {
    const me = this.session.me();
    if (!me || me.emailConfirmed || this.organisation.facts()?.sendsMail !== true) return null;
    return me.email;
  });

  /** Sends the link again. @throws Problem */
  async ask(): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/auth/verify-email/request', null));
  }
}
