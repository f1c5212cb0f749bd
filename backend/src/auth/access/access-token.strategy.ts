import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-jwt';
import { Clock, SECOND } from '../../platform/clock.js';
import { requestIdOf } from '../../platform/http/request-context.js';
import type { Actor } from './access.js';
import { ACCESS_AUDIENCE, ACCESS_PURPOSE, type AccessClaims } from './access-tokens.js';
import { InstallationKeys } from '../../platform/config/installation-keys.js';
import { bearerOf } from './bearer.js';
import { Cookies } from './cookies.js';
import { Sessions } from '../sessions/sessions.service.js';

/** Takes the access token from the bearer or else from the cookie, and the person from its session's row. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'access-token') {
  constructor(
    keys: InstallationKeys,
    cookies: Cookies,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: (request: Request) => bearerOf(request) ?? cookies.accessToken(request),
      secretOrKey: verifyingKey(keys.jwtSecret),
      algorithms: ['HS256'],
      issuer: keys.installationId,
      audience: ACCESS_AUDIENCE,
      // The end is looked at below, by the one clock of the app.
      ignoreExpiration: true,
      passReqToCallback: true,
    });
  }

  /** The session's row decides, so that an end, a new role or a disabled account counts on the next request. */
  async validate(request: Request & { id?: unknown }, claims: AccessClaims): Promise<Actor | false> {
    const { sub, sid, purpose, exp } = claims;
    const lives = typeof exp === 'number' && exp * SECOND > this.clock.now().getTime();
    if (!lives || purpose !== ACCESS_PURPOSE || typeof sid !== 'string' || typeof sub !== 'string') return false;
    const person = await this.sessions.personOf(sid, sub);
    return person ? { ...person, sessionId: sid, requestId: requestIdOf(request) } : false;
  }
}

/**
 * The secret as a key that is made once. From a string it would be made anew for each request, after an attempt to read it
 * as a certificate. The library takes such a key, and its types do not know.
 */
function verifyingKey(secret: string): Buffer {
  return createSecretKey(secret, 'utf8') as unknown as Buffer;
}
