import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type { components } from '@deskhand/shared/api';
import { PageLanguage } from '../platform/page-language';
import type { Me } from '../platform/session';

type Schemas = components['schemas'];

/** Everything about the own account. The session itself travels in cookies that no script can read. */
@Service()
export class AuthApi {
  private readonly http = inject(HttpClient);
  /** Whoever makes his account on a page in his language gets his mails in it, too. */
  private readonly language = inject(PageLanguage).current;

  isSetupNeeded(): Promise<boolean> {
    return firstValueFrom(this.http.get<Schemas['SetupStateDto']>('/api/v1/setup').pipe(map(({ needed }) => needed)));
  }

  setUp(admin: Schemas['SetupDto']): Promise<Me> {
    return this.signedIn('/api/v1/setup', { ...admin, language: this.language });
  }

  /** Null where the address must be confirmed first: the answer must not tell whether it has an account already. */
  register(account: Schemas['RegisterDto']): Promise<Me | null> {
    const body = { ...account, language: this.language };
    const answer = this.http.post<Schemas['RegisteredDto']>('/api/v1/auth/register', body);
    return firstValueFrom(answer.pipe(map(({ user }) => user)));
  }

  acceptInvitation(acceptance: Schemas['AcceptInvitationDto']): Promise<Me> {
    return this.signedIn('/api/v1/auth/accept-invitation', { ...acceptance, language: this.language });
  }

  /** Whether or not the address has an account, the answer is the same. */
  forgotPassword(email: string): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/v1/auth/forgot-password', { email }));
  }

  confirmAddress(token: string): Promise<Schemas['VerifiedEmailDto']> {
    return firstValueFrom(this.http.post<Schemas['VerifiedEmailDto']>('/api/v1/auth/verify-email', { token }));
  }

  resetPassword(token: string, password: string): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/v1/auth/reset-password', { token, password }));
  }

  changePassword(currentPassword: string, newPassword: string): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/v1/auth/change-password', { currentPassword, newPassword }));
  }

  /** The new address counts from when a link that is sent there was used. */
  changeAddress(email: string, currentPassword: string): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/v1/auth/change-address', { email, currentPassword }));
  }

  /** The waiting address is given up; the present one stays. */
  keepAddress(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/v1/auth/change-address'));
  }

  changeProfile(change: Schemas['UpdateMeDto']): Promise<Me> {
    return firstValueFrom(this.http.patch<Me>('/api/v1/auth/me', change));
  }

  endSession(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/v1/auth/sessions/${encodeURIComponent(id)}`));
  }

  endOtherSessions(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/v1/auth/sessions'));
  }

  private signedIn(url: string, body: object): Promise<Me> {
    return firstValueFrom(this.http.post<Schemas['SignedInDto']>(url, body).pipe(map(({ user }) => user)));
  }
}
