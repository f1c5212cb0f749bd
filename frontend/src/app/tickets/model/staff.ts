import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { PageOf } from '../../platform/page-of';
import type { PersonRef } from './ticket';

/** Five hundred agents and admins; who has more finds the others by typing their whole name. */
const PAGES = 5;
const LARGEST_PAGE = 100;

/** The agents and admins with an active account, read once they are needed. */
@Service()
export class Staff {
  private readonly http = inject(HttpClient);
  private readonly read = signal<readonly PersonRef[]>([]);
  private reading: Promise<void> | null = null;

  readonly people = this.read.asReadonly();

  /** Where it fails, the next call tries again. */
  load(): void {
    this.reading ??= this.readAll().catch(() => {
      this.reading = null;
    });
  }

  private async readAll(): Promise<void> {
    let cursor: string | null = null;
    for (let pages = 0; pages < PAGES; pages += 1) {
      const params: Record<string, string | number> = {
        ...{ role: 'agent,admin', disabled: 'false', limit: LARGEST_PAGE },
        ...(cursor === null ? {} : { cursor }),
      };
      const page: PageOf<PersonRef> = await firstValueFrom(
        this.http.get<PageOf<PersonRef>>('/api/v1/users', { params }),
      );
      this.read.update((people) => [...people, ...page.items]);
      cursor = page.nextCursor;
      if (cursor === null) return;
    }
  }
}
