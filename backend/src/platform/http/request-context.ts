import { isIP } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import { newId } from '../ids.js';

const WELL_FORMED = /^[\w.:-]{8,128}$/;

/** The id under which a request is answered, logged and written into activity. */
export function requestIdOf(request: { readonly id?: unknown }): string {
  return typeof request.id === 'string' ? request.id : '';
}

/** Takes a well-formed `X-Request-Id` or makes one, and sends it back. */
export function giveRequestId(request: Request & { id?: unknown }, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const id = given && WELL_FORMED.test(given) ? given : newId();
  request.id = id;
  response.setHeader('X-Request-Id', id);
  next();
}

/** The network address that a request comes from; what a proxy says of it counts only if it is one. */
export function addressOf({ ip = '', socket }: Pick<Request, 'ip' | 'socket'>): string {
  return isIP(ip) ? ip : (socket.remoteAddress ?? '');
}
