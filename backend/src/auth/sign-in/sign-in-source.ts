import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { addressOf, requestIdOf } from '../../platform/http/request-context.js';
import type { SessionKind } from '../sessions/session.entity.js';
import type { Device } from '../sessions/sessions.service.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** From where a request comes: the device, its secret if it has one, and the request's id. */
export interface SignInSource extends Omit<Device, 'secretHash'> {
  readonly deviceSecret: string | null;
  readonly requestId: string;
}

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
    ip: addressOf(request),
    requestId: requestIdOf(request),
  };
}

/** The network address that a request comes from. */
export const RemoteAddress = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return addressOf(context.switchToHttp().getRequest<Request>());
});
