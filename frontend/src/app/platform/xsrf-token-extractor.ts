import { DOCUMENT } from '@angular/common';
import type { HttpXsrfTokenExtractor } from '@angular/common/http';
import { inject, Service } from '@angular/core';

const COOKIE_PREFIX = 'deskhand-xsrf-';

/**
 * Two installations on one host (told apart by port only) see each other's cookies, and the client cannot know which
 * one is its own: it sends them all, and the server looks for the one that it bound to the session.
 */
@Service()
export class InstallationXsrfTokenExtractor implements HttpXsrfTokenExtractor {
  private readonly document = inject(DOCUMENT);

  getToken(): string | null {
    const tokens = this.document.cookie
      .split(';')
      .map((cookie) => cookie.trim())
      .filter((cookie) => cookie.startsWith(COOKIE_PREFIX))
      .map((cookie) => decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)))
      .filter((token) => token !== '');
    return tokens.length > 0 ? tokens.join(',') : null;
  }
}
