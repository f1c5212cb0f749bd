import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { requestIdOf } from '../platform/http/request-context.js';
import type { SessionKind } from './session.entity.js';
import type { SignInSource } from './sign-in.service.js';

/** From where a request comes, as far as signing in needs to know. */
export function sourceOf(
  request: Request & { id?: unknown },
  kind: SessionKind,
  deviceSecret: string | null,
): SignInSource {
  return {
    kind,
    deviceSecret,
    userAgent: request.get('user-agent') ?? '',
    ip: request.ip ?? '',
    requestId: requestIdOf(request),
  };
}

/** The network address that a request comes from. */
export const RemoteAddress = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return context.switchToHttp().getRequest<Request>().ip ?? '';
});
