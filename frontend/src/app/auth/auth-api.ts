import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type { Me } from '../platform/session';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface NewAccount extends Credentials {
  readonly name: string;
}

export interface FirstAdmin extends NewAccount {
  readonly token: string;
}

/** What a person may change of himself; `null` clears. */
export interface ProfileChange {
  readonly name?: string;
  readonly phone?: string | null;
  readonly place?: string | null;
}

interface SignedIn {
  readonly user: Me;
}

/** Everything about the own account. The session itself travels in cookies that no script can read. */
@Service()
export class AuthApi {
  private readonly http = inject(HttpClient);

  isSetupNeeded(): Promise<boolean> {
    return firstValueFrom(this.http.get<{ needed: boolean }>('/api/v1/setup').pipe(map(({ needed }) => needed)));
  }

  setUp(admin: FirstAdmin): Promise<Me> {
    return this.signedIn('/api/v1/setup', admin);
  }

  register(account: NewAccount): Promise<Me> {
    return this.signedIn('/api/v1/auth/register', account);
  }

  signIn(credentials: Credentials): Promise<Me> {
    return this.signedIn('/api/v1/auth/login', credentials);
  }

  resetPassword(token: string, password: string): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/v1/auth/reset-password', { token, password }));
  }

  changePassword(currentPassword: string, newPassword: string): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/v1/auth/change-password', { currentPassword, newPassword }));
  }

  changeProfile(change: ProfileChange): Promise<Me> {
    return firstValueFrom(this.http.patch<Me>('/api/v1/auth/me', change));
  }

  endSession(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/v1/auth/sessions/${encodeURIComponent(id)}`));
  }

  endOtherSessions(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/v1/auth/sessions'));
  }

  private signedIn(url: string, body: object): Promise<Me> {
    return firstValueFrom(this.http.post<SignedIn>(url, body).pipe(map(({ user }) => user)));
  }
}
