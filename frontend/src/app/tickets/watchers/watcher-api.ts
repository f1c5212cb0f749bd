import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';
import { ticketUrl } from '../model/ticket-api';

export type Watcher = components['schemas']['WatcherDto'];

export function watchersUrl(ticketId: string): string {
  return `${ticketUrl(ticketId)}/watchers`;
}

@Service()
export class WatcherApi {
  private readonly http = inject(HttpClient);

  add(ticketId: string, email: string): Promise<Watcher> {
    return firstValueFrom(this.http.post<Watcher>(watchersUrl(ticketId), { email }));
  }

  async remove(ticketId: string, email: string): Promise<void> {
    await firstValueFrom(this.http.delete(watchersUrl(ticketId), { body: { email } }));
  }
}
