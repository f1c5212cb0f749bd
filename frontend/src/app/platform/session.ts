import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { isStaffRole, type Permission } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';
import { asProblem, type Problem } from './problem';
import { SessionChannel } from './session-channel';
import { InstallationXsrfTokenExtractor } from './xsrf-token-extractor';

/** Whoever is signed in, as the API describes him to himself. */
export type Me = components['schemas']['MeDto'];

/** By the own hand, in another tab, or because the server said so. */
export type SessionEnd = 'signed-out' | 'elsewhere' | 'expired';

/** Who is signed in here. The cookies are the truth; this is what the screen knows of them. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly channel = inject(SessionChannel);
  private readonly xsrf = inject(InstallationXsrfTokenExtractor);
  private readonly person = signal<Me | null>(null);

  private readonly whyEnded = signal<SessionEnd | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly isLeaving = signal(false);

  readonly me = this.person.asReadonly();
  /** Why nobody is signed in any more, where somebody was. */
  readonly ending = this.whyEnded.asReadonly();
  /** Where the start could not find out who is here: neither signed in nor out, so no page can be shown. */
  readonly startFailure = this.failure.asReadonly();
  readonly isSignedIn = computed(() => this.person() !== null);
  /** Whom the page listens and reads for in the background: nobody any more while he signs out. */
  readonly listenerId = computed(() => (this.isLeaving() ? undefined : this.person()?.id));
  readonly isStaff = computed(() => {
    const me = this.person();
    return me !== null && isStaffRole(me.role);
  });

  constructor() {
    this.channel.heard((news) => void this.follow(news.personId));
  }

  may(permission: Permission): boolean {
    return this.person()?.permissions.includes(permission) ?? false;
  }

  /** Asks the server who is here. Without the readable cookie nobody is, and no request is needed to know it. */
  async load(): Promise<void> {
    if (this.xsrf.getToken() === null) return;
    try {
      this.person.set(await firstValueFrom(this.http.get<Me>('/api/v1/auth/me')));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.facts.status === 401) this.person.set(null);
      else if (this.person() === null) this.failure.set(problem);
    }
  }

  /** After setup, registering and signing in, and after a change of the own profile. */
  begin(me: Me): void {
    const changedHands = this.person()?.id !== me.id;
    this.whyEnded.set(null);
    this.person.set(me);
    if (changedHands) this.channel.tell({ personId: me.id });
  }

  /** The server no longer knows this session. */
  end(why: SessionEnd = 'expired'): void {
    if (this.person() === null) return;
    this.whyEnded.set(why);
    this.person.set(null);
    this.channel.tell({ personId: null });
  }

  async signOut(): Promise<void> {
    this.isLeaving.set(true);
    try {
      await firstValueFrom(this.http.post('/api/v1/auth/logout', null));
      this.end('signed-out');
    } finally {
      this.isLeaving.set(false);
    }
  }

  /** Another tab signed in or out: this one follows, for they share the cookies. */
  private async follow(personId: string | null): Promise<void> {
    if (personId === null) {
      this.whyEnded.set('elsewhere');
      this.person.set(null);
    } else if (personId !== this.person()?.id) {
      await this.load();
    }
  }
}
