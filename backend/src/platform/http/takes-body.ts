import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';

/** A body that its handler reads by itself, as it arrives. */
export type StreamedBody =
  'multipart/form-data' | 'application/x-www-form-urlencoded' | 'text/csv' | 'application/gzip' | 'image/*';

export const STREAMED_BODY = 'streamed-body';

/**
 * Says that a handler takes a body of one of these kinds instead of JSON, and reads it from the request itself: nothing of it has
 * been read or limited by then, so the handler sets its own limit.
 */
export function TakesBody(...types: StreamedBody[]): MethodDecorator {
  return applyDecorators(SetMetadata(STREAMED_BODY, types), ApiConsumes(...types));
}
