import { PassThrough, type Readable } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { unknownNames } from '../../platform/http/edge.pipe.js';
import { InvalidBody, Problem } from '../../platform/problems.js';

const MEGABYTE = 1_048_576;
const FIELD = 'file';
/** Bytes of a form beside its file. */
const FRAME = 16 * 1024;

export interface ReceivedFile {
  /** As it was sent. */
  readonly name: string | undefined;
  /** Ends only if the whole form was good; else it breaks off. */
  readonly content: Readable;
}

/**
 * Reads the one file of a form as it arrives, and stops reading where it is too large.
 *
 * @param keep takes the file; what it gives is the result
 * @throws Problem for a form that is broken, too large, or holds anything else
 */
export async function receiveFile<T>(
  request: Request,
  megabytes: number,
  keep: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  if (!request.is('multipart/form-data')) throw missing();
  if (Number(request.headers['content-length']) > megabytes * MEGABYTE + FRAME) throw tooLarge(megabytes);
  const form = openForm(request, megabytes);
  const reading = new Reading(form, megabytes, keep);
  const cutOff = (): void => {
    if (!request.complete) reading.fail(malformed());
  };
  request.once('close', cutOff);
  request.pipe(form);
  try {
    return await reading.result();
  } finally {
    request.off('close', cutOff);
    // What is left of a refused form is not looked at, but must pass before the connection serves the next request.
    request.unpipe(form);
    request.resume();
  }
}

/** One form while it arrives. */
class Reading<T> {
  private readonly end = Promise.withResolvers<undefined>();
  private kept: Promise<T> | undefined;

  constructor(
    form: BusboyInstance,
    private readonly megabytes: number,
    private readonly keep: (file: ReceivedFile) => Promise<T>,
  ) {
    this.end.promise.catch(() => undefined);
    form.on('file', (field, content, name: string | undefined) => {
      this.take(field, content, name);
    });
    form.on('field', (field) => {
      this.fail(field === FIELD ? missing() : unknownNames('field', [field]));
    });
    form.on('filesLimit', () => {
      this.fail(new InvalidBody({ pointer: `/${FIELD}`, code: 'one', detail: 'Send one file at a time.' }));
    });
    form.on('error', () => {
      this.fail(malformed());
    });
    form.on('finish', () => {
      this.end.resolve(undefined);
    });
  }

  fail(problem: unknown): void {
    this.end.reject(problem);
  }

  async result(): Promise<T> {
    try {
      await this.end.promise;
      if (!this.kept) throw missing();
      return await this.kept;
    } catch (error) {
      await this.kept?.catch(() => undefined);
      throw error;
    }
  }

  private take(field: string, content: Readable, name: string | undefined): void {
    content.on('error', () => {
      this.fail(malformed());
    });
    if (field !== FIELD) {
      content.resume();
      this.fail(unknownNames('field', [field]));
      return;
    }
    content.on('limit', () => {
      this.fail(tooLarge(this.megabytes));
    });
    this.kept = this.keep({ name, content: this.untilEnd(content) });
    this.kept.catch((error: unknown) => {
      content.resume();
      this.fail(error);
    });
  }

  /** The same content, which ends when the form has ended well, and breaks off with what went wrong. */
  private untilEnd(content: Readable): Readable {
    const whole = new PassThrough({
      flush: (done) => {
        this.end.promise.then(() => {
          done();
        }, done);
      },
    });
    // It may break off before anybody listens.
    whole.on('error', () => undefined);
    this.end.promise.catch((error: unknown) => {
      content.unpipe(whole);
      content.resume();
      whole.destroy(error as Error);
    });
    return content.pipe(whole);
  }
}

function openForm({ headers }: Request, megabytes: number): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      preservePath: true,
      limits: { files: 1, fields: 1, parts: 4, fileSize: megabytes * MEGABYTE, headerPairs: 20, headerSize: 8192 },
    });
  } catch {
    throw malformed();
  }
}

function malformed(): Problem {
  return new Problem('malformed_request', 'The form could not be read to its end. Send the file again.');
}

function missing(): InvalidBody {
  return new InvalidBody({ pointer: `/${FIELD}`, code: 'missing', detail: 'Send a file in the field "file".' });
}

function tooLarge(megabytes: number): Problem {
  return new Problem(
    'too_large',
    `This file is too large: at most ${megabytes} MB. Make it smaller, or send a link to it.`,
  );
}
