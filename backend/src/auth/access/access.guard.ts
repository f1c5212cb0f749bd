import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { roleMay, unconfirmedMayDo } from '@deskhand/shared';
import type { Request } from 'express';
import { NotAllowed, Problem } from '../../platform/problems.js';
import { ACCESS, type Access, type Actor } from './access.js';

/** Lets in whoever the handler's declaration lets in, and nobody to a handler without one. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === 'public') return true;
    const { user } = context.switchToHttp().getRequest<Request & { user?: Actor }>();
    if (!user) throw new Problem('not_signed_in', 'Sign in first; your session may have ended.');
    if (!access || !roleMay(user.role, access)) throw new NotAllowed('Your role does not include this.');
    if (user.unconfirmedMay && !unconfirmedMayDo(user.unconfirmedMay, access)) {
      throw new Problem('unconfirmed', 'Confirm your mail address first: open the link that we mailed to you.');
    }
    return true;
  }
}
