import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock, MINUTE, SECOND } from '../../platform/clock.js';
import { InstallationKeys } from '../../platform/config/installation-keys.js';

export const ACCESS_AUDIENCE = 'deskhand:api';
export const ACCESS_PURPOSE = 'access';
/** Milliseconds. A session that ends counts at once; this is how often a browser renews its token. */
export const ACCESS_LIFETIME = 15 * MINUTE;

export interface AccessClaims {
  readonly sub: unknown;
  readonly sid: unknown;
  readonly purpose: unknown;
  /** Seconds since 1970. */
  readonly exp: unknown;
}

/** Makes the short-lived tokens that requests carry. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: InstallationKeys,
    private readonly clock: Clock,
  ) {}

  issue(userId: string, sessionId: string): string {
    const issuedAt = Math.floor(this.clock.now().getTime() / SECOND);
    return this.jwt.sign(
      { sid: sessionId, purpose: ACCESS_PURPOSE, iat: issuedAt, exp: issuedAt + ACCESS_LIFETIME / SECOND },
      {
        algorithm: 'HS256',
        secret: this.keys.jwtSecret,
        issuer: this.keys.installationId,
        audience: ACCESS_AUDIENCE,
        subject: userId,
      },
    );
  }
}
