import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { json, type Request, type Response } from 'express';
import { type Observable } from 'rxjs';
import { Problem } from '../problems.js';
import { unknownNames } from './edge.pipe.js';

/** Bytes: a description of 20,000 characters in any script, with room to spare. */
const BODY_LIMIT = 256 * 1024;
/** No body of this API nests deeper than a few levels. */
const DEPTH_LIMIT = 16;

const parseJson = json({ limit: BODY_LIMIT, strict: true });

/** The kinds of arguments as Nest numbers them in a handler's metadata. */
const BODY_ARGUMENT = '3:';
const QUERY_ARGUMENT = '4:';

/**
 * Reads the body only after the guards have let the request in, so that who may not is told so before anything is said
 * about what he sent, and refuses query parameters and bodies that the route does not have.
 */
@Injectable()
export class EdgeInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const takes = argumentsOf(context);
    if (!takes.query) refuseQuery(request);
    if (takes.body) await readBody(request, http.getResponse<Response>());
    return next.handle();
  }
}

function argumentsOf(context: ExecutionContext): { body: boolean; query: boolean } {
  const metadata: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  const keys = Object.keys(metadata ?? {});
  return {
    body: keys.some((key) => key.startsWith(BODY_ARGUMENT)),
    query: keys.some((key) => key.startsWith(QUERY_ARGUMENT)),
  };
}

function refuseQuery(request: Request): void {
  const names = Object.keys(request.query);
  if (names.length === 0) return;
  throw unknownNames(
    'query parameter',
    names.map((name) => ({ pointer: `/${name}`, code: 'unknown', detail: '' })),
  );
}

async function readBody(request: Request, response: Response): Promise<void> {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  if (hasBody && !request.is('application/json')) {
    throw new Problem('unsupported_media_type', 'Send the body as application/json.');
  }
  await new Promise<void>((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('unreadable body'));
    });
  });
  const body: unknown = request.body;
  if (Array.isArray(body)) throw new Problem('malformed_request', 'The body must be one JSON object.');
  if (isTooDeep(body, DEPTH_LIMIT)) throw new Problem('malformed_request', 'The body is nested too deeply.');
}

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isTooDeep(child, levels - 1));
}
