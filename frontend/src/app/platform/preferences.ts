import { HttpClient } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import { type Preferences as Chosen, preferencesOf } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { InTurn } from './in-turn';
import { Session } from './session';

/** How whoever is signed in likes to work. Kept with the person, so it is the same on another machine. */
@Service()
export class Preferences {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly chosen = computed(() => this.session.me()?.preferences ?? preferencesOf({}));
  private readonly inTurn = new InTurn();

  readonly shortcuts = computed(() => this.chosen().shortcuts);
  readonly density = computed(() => this.chosen().density);
  readonly columns = computed(() => this.chosen().columns);
  readonly preview = computed(() => this.chosen().preview);

  /** Counts at once. @throws Problem where it could not be kept: it then lasts as long as the page */
  async change(change: Partial<Chosen>): Promise<void> {
    const me = this.session.me();
    if (!me) return;
    this.session.begin({ ...me, preferences: { ...this.chosen(), ...change } as typeof me.preferences });
    await this.inTurn.do(() => firstValueFrom(this.http.patch('/api/v1/auth/me/preferences', change)));
  }
}
