import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';

/** What everybody may know of the organisation that runs this. */
export type OrganisationFacts = components['schemas']['OrganisationDto'];

/** The name of the product, where the organisation has not been heard of yet. */
const PRODUCT = 'Deskhand';
const KEY = 'deskhand-organisation';

interface Look {
  readonly name: string;
  readonly logoUrl: string | null;
}

/**
 * Whose Deskhand this is. Read once at the start, and no page waits for it: what it looked like the last time stands
 * until the answer is here, and the product's own name where there was no last time.
 */
@Service()
export class Organisation {
  private readonly http = inject(HttpClient);
  private readonly read = signal<OrganisationFacts | null>(null);
  private readonly former = signal<Look>(formerLook());

  readonly facts = this.read.asReadonly();
  readonly name = computed(() => this.read()?.name ?? this.former().name);
  readonly logoUrl = computed(() => (this.read() ?? this.former()).logoUrl);

  /** At the start, and after an admin changed something. Where no answer comes, everything stays as it was. */
  async load(): Promise<void> {
    try {
      const facts = await firstValueFrom(this.http.get<OrganisationFacts>('/api/v1/organisation'));
      this.read.set(facts);
      const { name, logoUrl } = facts;
      localStorage.setItem(KEY, JSON.stringify({ name, logoUrl } satisfies Look));
    } catch {
      // The pages do without: a name and a logo are no reason to fail.
    }
  }
}

function formerLook(): Look {
  try {
    const { name, logoUrl } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<string, unknown>>;
    return {
      name: typeof name === 'string' && name !== '' ? name : PRODUCT,
      logoUrl: typeof logoUrl === 'string' && logoUrl.startsWith('/api/') ? logoUrl : null,
    };
  } catch {
    return { name: PRODUCT, logoUrl: null };
  }
}
