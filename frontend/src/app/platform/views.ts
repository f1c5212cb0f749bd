import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';
import { type QueueView, type SavedView, savedQueueView, standingView } from './queue-views';
import { Session } from './session';

export type NewView = components['schemas']['CreateViewDto'];
type ViewChange = components['schemas']['UpdateViewDto'];

const VIEWS_URL = '/api/v1/views';

/** The saved views of whoever is signed in, read once somebody needs them. */
@Service()
export class Views {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly isNeeded = signal(false);
  private readonly list = httpResource<{ readonly items: readonly SavedView[] }>(() =>
    this.isNeeded() && this.session.may('view.keep') ? VIEWS_URL : undefined,
  );

  /** Undefined until they are here. */
  readonly saved = computed(() => (this.list.hasValue() ? this.list.value().items.map(savedQueueView) : undefined));
  readonly error = this.list.error;

  need(): void {
    this.isNeeded.set(true);
  }

  /** Null where there is no such view, or not for this reader; undefined until that is known. */
  find(id: string | undefined): QueueView | null | undefined {
    const standing = standingView(id);
    if (standing) return standing;
    const saved = this.saved();
    return saved && (saved.find((view) => view.id === id) ?? null);
  }

  reload(): void {
    this.list.reload();
  }

  async create(view: NewView): Promise<SavedView> {
    const made = await firstValueFrom(this.http.post<SavedView>(VIEWS_URL, view));
    this.show((items) => [...items, made]);
    return made;
  }

  async change(id: string, change: ViewChange): Promise<SavedView> {
    const changed = await firstValueFrom(this.http.patch<SavedView>(addressOf(id), change));
    this.show((items) => items.map((item) => (item.id === id ? changed : item)));
    return changed;
  }

  async delete(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(addressOf(id)));
    this.show((items) => items.filter((item) => item.id !== id));
  }

  /** As it is now, at once: a new view is opened before the list could be read again. */
  private show(now: (items: readonly SavedView[]) => readonly SavedView[]): void {
    this.list.update((list) => list && { items: [...now(list.items)].sort(byName) });
  }
}

function byName(one: SavedView, other: SavedView): number {
  return one.name.localeCompare(other.name);
}

function addressOf(id: string): string {
  return `${VIEWS_URL}/${encodeURIComponent(id)}`;
}
