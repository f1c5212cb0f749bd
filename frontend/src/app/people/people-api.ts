import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Role } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';

/** A person as staff see him. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly phone: string | null;
  readonly place: string | null;
  readonly disabled: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

export interface PersonChange {
  readonly role?: Role;
  readonly disabled?: boolean;
}

export interface ResetLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** What an admin does to other people's accounts. */
@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  change(id: string, change: PersonChange): Promise<Person> {
    return firstValueFrom(this.http.patch<Person>(personUrl(id), change));
  }

  makeResetLink(id: string): Promise<ResetLink> {
    return firstValueFrom(this.http.post<ResetLink>(`${personUrl(id)}/reset-link`, null));
  }
}

function personUrl(id: string): string {
  return `/api/v1/users/${encodeURIComponent(id)}`;
}
