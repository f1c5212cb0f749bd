import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { json, type Request, type Response } from 'express';
import { type Observable } from 'rxjs';
import { Problem } from '../problems.js';
import { unknownNames } from './edge.pipe.js';
import { STREAMED_BODY, type StreamedBody } from './takes-body.js';

/** Bytes: a description of 20,000 characters in any script, with room to spare. */
const BODY_LIMIT = 256 * 1024;
/** No body of this API nests deeper than a few levels. */
const DEPTH_LIMIT = 16;

const parseJson = json({ limit: BODY_LIMIT, strict: true });

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
    if (!takes.query) refuseNames('query parameter', request.query);
    if (takes.stream) {
      refuseOtherThan(takes.stream, request);
      return next.handle();
    }
    refuseOtherThan(['application/json'], request);
    await readBody(request, http.getResponse<Response>());
    if (!takes.body) refuseNames('field', request.body);
    return next.handle();
  }
}

interface Arguments {
  readonly body: boolean;
  readonly query: boolean;
  /** The kinds of body that the handler reads itself. */
  readonly stream: readonly StreamedBody[] | undefined;
}

function argumentsOf(context: ExecutionContext): Arguments {
  const metadata: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  // Nest names a handler's arguments by their kind and place, such as `3:0`, and those of own decorators by a random word.
  const kinds = new Set(Object.keys(metadata ?? {}).map((key) => (/^\d+:/.test(key) ? parseInt(key, 10) : null)));
  const stream = Reflect.getMetadata(STREAMED_BODY, context.getHandler()) as StreamedBody[] | undefined;
  return { body: kinds.has(RouteParamtypes.BODY), query: kinds.has(RouteParamtypes.QUERY), stream };
}

/** For routes that take none. An empty object is as good as nothing. */
function refuseNames(what: 'query parameter' | 'field', values: unknown): void {
  const names = Object.keys(values ?? {});
  if (names.length > 0) throw unknownNames(what, names);
}

/** No body at all is no other kind: whether there must be one is the handler's business. */
function refuseOtherThan(types: readonly string[], request: Request): void {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  if (hasBody && !request.is([...types])) {
    throw new Problem('unsupported_media_type', `Send the body as ${types.join(' or ')}.`);
  }
}

async function readBody(request: Request, response: Response): Promise<void> {
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
