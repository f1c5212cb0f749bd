import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';

/** A person as staff see him. */
export type Person = components['schemas']['PersonDto'];
export type PersonPage = components['schemas']['PersonPageDto'];
export type PersonChange = components['schemas']['UpdatePersonDto'];
export type ResetLink = components['schemas']['OneTimeLinkDto'];

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
