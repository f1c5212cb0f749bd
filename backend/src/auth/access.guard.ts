import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { roleMay } from '@deskhand/shared';
import type { Request } from 'express';
import { NotAllowed, Problem } from '../platform/problems.js';
import { ACCESS, type Access, type Actor } from './access.js';

/** Lets in whoever the handler's declaration lets in, and nobody to a handler without one. */
@Injectable()
export class AccessGuard extends AuthGuard('access-token') implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === 'public') return true;
    await super.canActivate(context);
    const { user } = context.switchToHttp().getRequest<Request & { user: Actor }>();
    if (!access || !roleMay(user.role, access)) throw new NotAllowed('Your role does not include this.');
    return true;
  }

  override handleRequest<T>(error: Error | null, user: T | false): T {
    if (error) throw error;
    if (!user) throw new Problem('not_signed_in', 'Sign in first; your session may have ended.');
    return user;
  }
}
