import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Problem } from '../../platform/problems.js';

const LONGEST = 255;
const VISIBLE_ASCII = /^[!-~]+$/;

const HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description:
    'Makes it safe to send the same request again, such as after a lost answer: the same key and body by the same ' +
    'person within 24 hours get the first answer again, and nothing is made twice. Use a new random key for each thing.',
  schema: { type: 'string', minLength: 1, maxLength: LONGEST, pattern: VISIBLE_ASCII.source },
};

/** For the API's description: a call that takes a key, and the errors of it; 404 where one lost sight of what it made. */
export function TakesIdempotencyKey(): MethodDecorator {
  return applyDecorators(ApiHeader(HEADER), ApiProblems('not_found', 'key_reused', 'still_running'));
}

/** The key of a request, if it has one. @throws Problem for what is no key */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const key = context.switchToHttp().getRequest<Request>().get(HEADER.name);
  if (key === undefined || (VISIBLE_ASCII.test(key) && key.length <= LONGEST)) return key;
  throw new Problem(
    'malformed_request',
    `An Idempotency-Key has 1 to ${LONGEST} visible ASCII characters and no spaces, such as a random UUID.`,
  );
});
