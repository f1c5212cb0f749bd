import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';

/** The general limit: for each session, or each address where nobody is signed in; all addresses of the API share it. */
@Injectable()
export class SessionThrottlerGuard extends ThrottlerGuard {
  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    const { user, ip } = request;
    const isSignedIn = typeof user === 'object' && user !== null && 'sessionId' in user;
    return Promise.resolve(isSignedIn ? `session:${String(user.sessionId)}` : `address:${String(ip)}`);
  }

  protected override generateKey(_context: unknown, tracker: string): string {
    return tracker;
  }
}
