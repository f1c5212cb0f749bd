import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';
import type { StatusFacts } from '../../platform/status-words';

export const STATUSES_URL = '/api/v1/statuses';

@Service()
export class StatusApi {
  private readonly http = inject(HttpClient);

  async relabel(items: components['schemas']['StatusLabelDto'][]): Promise<readonly StatusFacts[]> {
    const sent = this.http.patch<{ readonly items: readonly StatusFacts[] }>(STATUSES_URL, { items });
    return (await firstValueFrom(sent)).items;
  }
}
