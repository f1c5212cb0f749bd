import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { isStaffRole, type Permission } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom, Subject } from 'rxjs';
import { asProblem, type Problem } from './problem';
import { IN_BACKGROUND } from './progress';
import { SessionChannel } from './session-channel';
import { InstallationXsrfTokenExtractor } from './xsrf-token-extractor';

/** Whoever is signed in, as the API describes him to himself. */
export type Me = components['schemas']['MeDto'];
export type Credentials = components['schemas']['LoginDto'];

/** By the own hand, in another tab, or because the server said so. */
export type SessionEnd = 'signed-out' | 'elsewhere' | 'expired';

/** Who is signed in here. The cookies are the truth; this is what the screen knows of them. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly channel = inject(SessionChannel);
  private readonly xsrf = inject(InstallationXsrfTokenExtractor);
  private readonly person = signal<Me | null>(null);

  private readonly lapsed = signal(false);
  private readonly asked = signal(false);
  private readonly answers = new Subject<boolean>();
  private readonly whyEnded = signal<SessionEnd | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly leaving = signal(false);

  readonly me = this.person.asReadonly();
  /** The server knows the session no more; whose it was stays on the screen until he signs in again, in place, or leaves. */
  readonly isLapsed = this.lapsed.asReadonly();
  /** Something waits until he has signed in again, or he himself wants to. */
  readonly isAskedBack = this.asked.asReadonly();
  /** Why nobody is signed in any more, where somebody was. */
  readonly ending = this.whyEnded.asReadonly();
  /** Where the start could not find out who is here: neither signed in nor out, so no page can be shown. */
  readonly startFailure = this.failure.asReadonly();
  readonly isSignedIn = computed(() => this.person() !== null);
  /** Whom the page listens and reads for in the background: nobody once his session is over. */
  readonly listenerId = computed(() => (this.lapsed() ? undefined : this.person()?.id));
  /** He is signing out: the server ends what is under way before it answers, and nothing new need begin. */
  readonly isLeaving = this.leaving.asReadonly();
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

  /** Without the readable cookie nobody is here, and no request is needed to know it. */
  private isExpected(): boolean {
    return this.xsrf.getToken() !== null;
  }

  /** Asks the server who is here. */
  async load(): Promise<void> {
    if (!this.isExpected()) {
      this.lapse();
      return;
    }
    try {
      const context = new HttpContext().set(IN_BACKGROUND, true);
      const me = await firstValueFrom(this.http.get<Me>('/api/v1/auth/me', { context }));
      const isSame = me.id === this.person()?.id;
      this.person.set(me);
      this.answer(isSame);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.facts.status === 401) this.lapse();
      else if (this.person() === null) this.failure.set(problem);
    }
  }

  /** @throws Problem */
  async signIn(credentials: Credentials): Promise<void> {
    const answer = this.http.post<components['schemas']['SignedInDto']>('/api/v1/auth/login', credentials);
    this.begin((await firstValueFrom(answer)).user);
  }

  /** After setup, registering and signing in, and after a change of the own profile. */
  begin(me: Me): void {
    const changedHands = this.person()?.id !== me.id;
    const isNews = changedHands || this.lapsed();
    this.whyEnded.set(null);
    this.person.set(me);
    this.answer(!changedHands);
    if (isNews) this.channel.tell({ personId: me.id });
  }

  /** The server no longer knows this session. The other tabs share its cookies and find out by themselves. */
  lapse(): void {
    if (this.person() !== null && !this.leaving()) this.lapsed.set(true);
  }

  /** Whether the same person signs in again, who is asked to: only what is his may go on. */
  askBack(): Promise<boolean> {
    const answer = firstValueFrom(this.answers);
    this.asked.set(true);
    return answer;
  }

  /** Not now: whatever waited for it fails. */
  putOff(): void {
    this.asked.set(false);
    this.answers.next(false);
  }

  /** Nobody is here any more. */
  end(why: SessionEnd = 'expired'): void {
    if (this.person() === null) return;
    this.forget(why);
    this.channel.tell({ personId: null });
  }

  async signOut(): Promise<void> {
    this.leaving.set(true);
    try {
      if (!this.lapsed()) await firstValueFrom(this.http.post('/api/v1/auth/logout', null));
      this.end('signed-out');
    } finally {
      this.leaving.set(false);
    }
  }

  private forget(why: SessionEnd): void {
    this.whyEnded.set(why);
    this.person.set(null);
    this.answer(false);
  }

  private answer(isBack: boolean): void {
    this.lapsed.set(false);
    this.asked.set(false);
    this.answers.next(isBack);
  }

  /** Another tab signed in or out: this one follows, for they share the cookies. */
  private async follow(personId: string | null): Promise<void> {
    if (personId === null) this.forget('elsewhere');
    else if (this.lapsed() || personId !== this.person()?.id) await this.load();
  }
}
