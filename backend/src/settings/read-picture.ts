import { LIMITS } from '@deskhand/shared';
import { raw, type Request, type Response } from 'express';
import { InvalidBody, Problem } from '../platform/problems.js';

const parse = raw({ type: 'image/*', limit: LIMITS.logo.maxBytes });

/** The body as it was sent. @throws Problem `too_large`, InvalidBody for none */
export async function readPicture(request: Request, response: Response): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(isTooLarge(error) ? tooLarge() : error instanceof Error ? error : new Error('unreadable body'));
    });
  });
  const body: unknown = request.body;
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new InvalidBody({ pointer: '', code: 'needed', detail: 'Send the picture as the body.' });
}

/** Express's body parser marks its errors with a status. */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 413;
}

function tooLarge(): Problem {
  return new Problem('too_large', `Choose a picture of at most ${LIMITS.logo.maxBytes / 1024} kB.`);
}
