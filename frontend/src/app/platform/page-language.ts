import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { effect, inject, LOCALE_ID, Service } from '@angular/core';
import { Router } from '@angular/router';
import { knownLanguage, type Language, LANGUAGE_COOKIE, languageOf } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { type Me, Session } from './session';

const YEAR_S = 31_536_000;

/**
 * The language of this page. The server picks it by a cookie, which is written here, so another one comes by loading
 * the page again: what somebody typed is kept in drafts.
 */
@Service()
export class PageLanguage {
  private readonly document = inject(DOCUMENT);
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  readonly current = languageOf(inject(LOCALE_ID));

  constructor() {
    const router = inject(Router);
    effect(() => {
      // Whoever has just signed in is still on his way to another page.
      if (router.currentNavigation() === null) this.follow();
    });
  }

  /** What whoever is signed in chose, here or in another browser, goes before what this browser says. */
  follow(): boolean {
    const own = knownLanguage(this.session.me()?.language);
    // A server that speaks one language only gives the same page again and again.
    if (!own || own === this.current || this.chosenHere() === own) return false;
    return this.turnTo(own);
  }

  /** Remembers the choice: for whoever is signed in everywhere, and in this browser for the time before. @throws Problem */
  async choose(language: Language): Promise<void> {
    if (this.session.isSignedIn()) {
      this.session.begin(await firstValueFrom(this.http.patch<Me>('/api/v1/auth/me', { language })));
    }
    if (language !== this.current) this.turnTo(language);
  }

  private turnTo(language: Language): boolean {
    const { location } = this.document;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    this.document.cookie = `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${secure}`;
    // Where cookies are switched off the page would come back as it is.
    if (this.chosenHere() !== language) return false;
    location.reload();
    return true;
  }

  private chosenHere(): Language | undefined {
    const cookies = this.document.cookie.split(';').map((cookie) => cookie.trim().split('='));
    return knownLanguage(cookies.find(([name]) => name === LANGUAGE_COOKIE)?.[1]);
  }
}
