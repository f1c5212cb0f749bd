import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { Request } from 'express';
import { addressOf } from './request-context.js';

/** The general limit: for each session, or each address where nobody is signed in; all addresses of the API share it. */
@Injectable()
export class SessionThrottlerGuard extends ThrottlerGuard {
  protected override getTracker(request: Request & { user?: { sessionId?: unknown } }): Promise<string> {
    const session = request.user?.sessionId;
    return Promise.resolve(typeof session === 'string' ? `session:${session}` : `address:${addressOf(request)}`);
  }

  protected override generateKey(_context: unknown, tracker: string): string {
    return tracker;
  }
}
