import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import type { StatusCode } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';

export type StatusFacts = components['schemas']['StatusDto'];

const chosen = signal<ReadonlyMap<StatusCode, string>>(new Map());

/** The words that an admin chose for a status; undefined where the translated ones stand. */
export function chosenLabel(status: StatusCode): string | undefined {
  return chosen().get(status);
}

/** Reads the words that an admin chose, once for everything that names a status. */
@Service()
export class StatusWords {
  private readonly http = inject(HttpClient);

  /** Where no answer comes the translated words stand. */
  async load(): Promise<void> {
    try {
      const { items } = await firstValueFrom(
        this.http.get<{ readonly items: readonly StatusFacts[] }>('/api/v1/statuses'),
      );
      this.take(items);
    } catch {
      // The default words are right too.
    }
  }

  take(statuses: readonly StatusFacts[]): void {
    chosen.set(new Map(statuses.flatMap(({ code, label }) => (label === null ? [] : [[code, label] as const]))));
  }
}
