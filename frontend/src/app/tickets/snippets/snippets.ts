import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session';

export type Snippet = components['schemas']['SnippetDto'];
export type NewSnippet = components['schemas']['CreateSnippetDto'];
type SnippetChange = components['schemas']['UpdateSnippetDto'];

const SNIPPETS_URL = '/api/v1/snippets';

/** The texts that whoever is signed in has for his replies, read once somebody needs them. */
@Service()
export class Snippets {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly isNeeded = signal(false);
  private readonly list = httpResource<{ readonly items: readonly Snippet[] }>(() => {
    // Another person has others.
    const me = this.session.me();
    return this.isNeeded() && me && this.session.may('snippet.keep') ? SNIPPETS_URL : undefined;
  });

  /** Undefined until they are here. */
  readonly all = computed(() => (this.list.hasValue() ? this.list.value().items : undefined));
  readonly error = this.list.error;

  need(): void {
    this.isNeeded.set(true);
  }

  reload(): void {
    this.list.reload();
  }

  async create(snippet: NewSnippet): Promise<Snippet> {
    const made = await firstValueFrom(this.http.post<Snippet>(SNIPPETS_URL, snippet));
    this.show((items) => [...items, made]);
    return made;
  }

  async change(id: string, change: SnippetChange): Promise<Snippet> {
    const changed = await firstValueFrom(this.http.patch<Snippet>(addressOf(id), change));
    this.show((items) => items.map((item) => (item.id === id ? changed : item)));
    return changed;
  }

  async delete(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(addressOf(id)));
    this.show((items) => items.filter((item) => item.id !== id));
  }

  /** As it is now, at once. */
  private show(now: (items: readonly Snippet[]) => readonly Snippet[]): void {
    this.list.update((list) => list && { items: [...now(list.items)].sort(byName) });
  }
}

function byName(one: Snippet, other: Snippet): number {
  return one.name.localeCompare(other.name);
}

function addressOf(id: string): string {
  return `${SNIPPETS_URL}/${encodeURIComponent(id)}`;
}
