import { HttpClient } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import { type Preferences as Chosen, preferencesOf } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { Session } from './session';

/** How whoever is signed in likes to work. Kept with the person, so it is the same on another machine. */
@Service()
export class Preferences {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly chosen = computed(() => this.session.me()?.preferences ?? preferencesOf({}));
  /** One after the other, so that the last choice is the last word. */
  private underWay: Promise<unknown> = Promise.resolve();

  readonly shortcuts = computed(() => this.chosen().shortcuts);
  readonly density = computed(() => this.chosen().density);
  readonly columns = computed(() => this.chosen().columns);
  readonly preview = computed(() => this.chosen().preview);

  /** Counts at once. @throws Problem where it could not be kept: it then lasts as long as the page */
  change(change: Partial<Chosen>): Promise<void> {
    const me = this.session.me();
    if (!me) return Promise.resolve();
    this.session.begin({ ...me, preferences: { ...this.chosen(), ...change } as typeof me.preferences });
    const turn = this.underWay.then(() => firstValueFrom(this.http.patch('/api/v1/auth/me/preferences', change)));
    this.underWay = turn.catch(() => undefined);
    return turn.then(() => undefined);
  }
}
