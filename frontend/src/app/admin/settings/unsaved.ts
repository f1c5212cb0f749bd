import { computed, effect, inject, linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import { Session } from '../../platform/session';

/** What somebody has changed in a form and not saved, kept in this tab until it is saved or discarded. */
export interface Unsaved<T> {
  readonly model: WritableSignal<T>;
  /** Only the fields that differ from what is saved. */
  readonly changes: Signal<Partial<T>>;
  readonly hasChanges: Signal<boolean>;
  discard(): void;
  /** Forgets them, for they are saved: what the server makes of them may be written differently. */
  arrived(): void;
}

/** @param saved what the server has; only the fields that differ from it are kept, so the others stay up to date */
export function unsaved<T extends object>(page: string, saved: Signal<T>): Unsaved<T> {
  const key = `deskhand-settings:${inject(Session).me()?.id ?? 'nobody'}:${page}`;
  const model = linkedSignal<T>(() => ({ ...saved(), ...keptIn(key, saved()) }));
  const changes = computed(() => differing(model(), saved()));
  const hasChanges = computed(() => Object.keys(changes()).length > 0);
  effect(() => keep(key, changes()));
  return { model, changes, hasChanges, discard: () => model.set(saved()), arrived: () => keep(key, {}) };
}

function differing<T extends object>(now: T, saved: T): Partial<T> {
  const fields = Object.keys(now) as (keyof T)[];
  const changed = fields.filter((field) => JSON.stringify(now[field]) !== JSON.stringify(saved[field]));
  return Object.fromEntries(changed.map((field) => [field, now[field]])) as Partial<T>;
}

/** Only fields that the form still has. */
function keptIn<T extends object>(key: string, saved: T): Partial<T> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const known = Object.entries(kept ?? {}).filter(([field]) => field in saved);
    return Object.fromEntries(known) as Partial<T>;
  } catch {
    return {};
  }
}

/** Where storage is full or switched off, it lasts as long as the page. */
function keep(key: string, changes: object): void {
  try {
    if (Object.keys(changes).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(changes));
  } catch {
    // Kept in memory all the same.
  }
}
