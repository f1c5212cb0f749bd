import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestIdOf } from '../../platform/http/request-context.js';
import { Problem } from '../../platform/problems.js';
import { AccessTokens } from '../access/access-tokens.js';
import type { SignedInDto } from '../auth.dto.js';
import { Profiles } from '../accounts/profiles.service.js';
import { Cookies } from '../access/cookies.js';
import { RefreshService } from '../sessions/refresh.service.js';
import { type SignInSource, sourceOf } from './sign-in-source.js';
import type { SignedIn } from './sign-in.service.js';

/** Turns sessions into cookies and back: what only browsers need. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly cookies: Cookies,
    private readonly accessTokens: AccessTokens,
    private readonly refreshes: RefreshService,
    private readonly profiles: Profiles,
  ) {}

  sourceOf(request: Request): SignInSource {
    return sourceOf(request, 'browser', this.cookies.device(request));
  }

  /** Answers a sign-in with the person and the cookies of his session. */
  async welcome(session: SignedIn, response: Response): Promise<SignedInDto> {
    const access = this.accessTokens.issue(session.userId, session.id);
    this.cookies.setSession(response, session.id, { access, refresh: session.refreshToken }, session.expiresAt);
    this.cookies.setDevice(response, session.deviceSecret);
    return { user: await this.profiles.of({ id: session.userId }) };
  }

  /** Renews the cookies. One that cannot be renewed is cleared, so that the browser does not try again. */
  async renew(request: Request, response: Response): Promise<SignedInDto> {
    const token = this.cookies.refreshToken(request);
    if (!token) throw new Problem('session_ended', 'There is no session to renew. Sign in.');
    try {
      const renewed = await this.refreshes.refresh(token, requestIdOf(request));
      const { sessionId, userId, refreshToken, expiresAt } = renewed;
      const access = this.accessTokens.issue(userId, sessionId);
      this.cookies.setSession(response, sessionId, { access, refresh: refreshToken }, expiresAt);
      return { user: await this.profiles.of({ id: userId }) };
    } catch (error) {
      if (error instanceof Problem && error.code === 'session_ended') this.cookies.clearSession(response);
      throw error;
    }
  }

  forget(response: Response): void {
    this.cookies.clearSession(response);
  }
}
