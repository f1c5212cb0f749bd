import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';

/** A person as staff see him. */
export type Person = components['schemas']['PersonDto'];
export type PersonPage = components['schemas']['PersonPageDto'];
export type PersonChange = components['schemas']['UpdatePersonDto'];
export type PersonWithWork = components['schemas']['PersonWithWorkDto'];
export type OneTimeLink = components['schemas']['OneTimeLinkDto'];
export type Invitation = components['schemas']['InvitationDto'];

/** What an admin does to other people's accounts. */
@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  one(id: string): Promise<PersonWithWork> {
    return firstValueFrom(this.http.get<PersonWithWork>(personUrl(id)));
  }

  /** For whoever was invited already, a new link. */
  invite(invitation: components['schemas']['InviteDto']): Promise<Invitation> {
    return firstValueFrom(this.http.post<Invitation>('/api/v1/users/invitations', invitation));
  }

  change(id: string, change: PersonChange): Promise<Person> {
    return firstValueFrom(this.http.patch<Person>(personUrl(id), change));
  }

  /** Name, address and everything else about him, everywhere; nothing brings them back. */
  async erase(id: string, handOverTo: string | null): Promise<void> {
    await firstValueFrom(this.http.post(`${personUrl(id)}/erasure`, { handOverTo }));
  }

  makeResetLink(id: string): Promise<OneTimeLink> {
    return firstValueFrom(this.http.post<OneTimeLink>(`${personUrl(id)}/reset-link`, null));
  }
}

function personUrl(id: string): string {
  return `/api/v1/users/${encodeURIComponent(id)}`;
}
