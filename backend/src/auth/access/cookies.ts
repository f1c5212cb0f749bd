import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { DAY } from '../../platform/clock.js';
import { sameSecret } from '../../platform/ids.js';
import { Settings } from '../../platform/config/settings.js';
import { InstallationKeys } from '../../platform/config/installation-keys.js';
import { bearerOf } from './bearer.js';

const XSRF_HEADER = 'x-xsrf-token';
const LONGEST = 400 * DAY;

/**
 * The cookies of this installation. Their names carry its id, so that two installations on one host, which share their
 * cookies whatever their ports, do not disturb each other.
 */
@Injectable()
export class Cookies {
  constructor(
    private readonly settings: Settings,
    private readonly keys: InstallationKeys,
  ) {}

  accessToken(request: Request): string | null {
    return this.read(request, 'access');
  }

  refreshToken(request: Request): string | null {
    return this.read(request, 'refresh');
  }

  device(request: Request): string | null {
    return this.read(request, 'device');
  }

  /** Whether the request carries a session of ours, be it good or not. */
  hasSession(request: Request): boolean {
    return this.accessToken(request) !== null || this.refreshToken(request) !== null;
  }

  /** Gives the browser its tokens, and the readable proof that a request comes from our own page. */
  setSession(response: Response, sessionId: string, tokens: { access: string; refresh?: string }, expires: Date): void {
    this.write(response, 'access', tokens.access, { expires });
    if (tokens.refresh) this.write(response, 'refresh', tokens.refresh, { expires, path: '/api/v1' });
    this.write(response, 'xsrf', this.proofOf(sessionId), { expires, httpOnly: false });
  }

  setDevice(response: Response, secret: string): void {
    this.write(response, 'device', secret, { maxAge: LONGEST, path: '/api/v1/auth' });
  }

  clearSession(response: Response): void {
    for (const [name, path] of [
      ['access', '/'],
      ['refresh', '/api/v1'],
      ['xsrf', '/'],
    ] as const) {
      response.clearCookie(this.name(name), { path });
    }
  }

  /**
   * Whether the header proves that one of our own pages sent this. A page cannot know which of the readable cookies of
   * this host is ours, so it sends them all, joined by commas.
   */
  hasProof(request: Request): boolean {
    const sessionId = sessionIdIn(this.refreshToken(request)) ?? sessionIdIn(this.accessToken(request));
    if (!sessionId) return false;
    const expected = this.proofOf(sessionId);
    return (request.get(XSRF_HEADER) ?? '').split(',').some((proof) => sameSecret(proof.trim(), expected));
  }

  private proofOf(sessionId: string): string {
    return createHmac('sha256', this.keys.jwtSecret).update(`xsrf:${sessionId}`).digest('base64url');
  }

  private name(name: string): string {
    return `deskhand-${name}-${this.keys.cookieSuffix}`;
  }

  /** Nothing beside a bearer, which makes cookies ignored. */
  private read(request: Request, name: string): string | null {
    if (bearerOf(request) !== null) return null;
    const cookies = request.cookies as Record<string, unknown>;
    const value = cookies[this.name(name)];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  private write(response: Response, name: string, value: string, options: CookieOptions): void {
    const defaults: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: this.settings.isHttps, path: '/' };
    response.cookie(this.name(name), value, { ...defaults, ...options });
  }
}

/** The session that a token names: a refresh token begins with it, an access token holds it. Nothing is verified here. */
function sessionIdIn(token: string | null): string | null {
  if (!token) return null;
  const parts = token.split('.');
  if (parts.length === 2) return parts[0] ?? null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'sid' in claims ? String(claims.sid) : null;
  } catch {
    return null;
  }
}
