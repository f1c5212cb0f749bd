import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Settings } from '../../platform/config/settings.js';
import { Problem } from '../../platform/problems.js';
import { bearerOf } from './bearer.js';
import { Cookies } from './cookies.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses, before everything else, unsafe requests that another site makes a browser send: their `Origin` is not ours,
 * or they carry our session's cookie without the header that only our own pages can fill. A bearer token is never sent
 * by a browser on its own and needs neither.
 */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  constructor(
    private readonly settings: Settings,
    private readonly cookies: Cookies,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE_METHODS.has(request.method) || bearerOf(request) !== null) return true;
    const origin = request.get('origin');
    if (origin !== undefined && !this.settings.ownOrigins.includes(origin)) {
      throw new Problem('cross_site', 'This request was sent from another site. Use the tracker at its own address.');
    }
    if (this.cookies.hasSession(request) && !this.cookies.hasProof(request)) {
      throw new Problem('cross_site', 'This request lacks the X-XSRF-TOKEN header. Reload the page and try again.');
    }
    return true;
  }
}
