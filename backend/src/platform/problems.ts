import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';

/** One fault of a field: a JSON pointer to it, a stable code, and a sentence that says what to do. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemExtras {
  /** The faults of single fields. */
  readonly errors?: readonly FieldFault[];
  /** The present state of the thing that the caller tried to change (412). */
  readonly current?: object;
  /** Seconds until it makes sense to try again (429, 503). */
  readonly retryAfterSeconds?: number;
}

/** What every problem of that code says of itself (RFC 9457). */
export function headOf(code: ErrorCode): { type: string; title: string; status: number; code: ErrorCode } {
  const words = code.replaceAll('_', ' ');
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return { type: `urn:deskhand:problem:${code}`, title, status: ERROR_CODES[code], code };
}

/** An error that the caller may read: the problem filter turns it into RFC 9457 problem+json. */
export class Problem extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get status(): number {
    return ERROR_CODES[this.code];
  }
}

/** Absent, or invisible to this person: nobody can tell which. */
export class NotFound extends Problem {
  constructor(what: string) {
    super('not_found', `There is no such ${what}, or you may not see it.`);
  }
}

export class NotAllowed extends Problem {
  constructor(detail: string) {
    super('not_allowed', detail);
  }
}

export class Conflict extends Problem {
  constructor(detail: string, code: ErrorCode = 'conflict') {
    super(code, detail);
  }
}

/** A value in the body that cannot be taken, found only after looking at the data. */
export class InvalidBody extends Problem {
  constructor(...errors: FieldFault[]) {
    super('invalid_body', 'Some fields need your attention.', { errors });
  }
}

export class OutOfDate extends Problem {
  constructor(current: object) {
    super('out_of_date', 'Somebody else changed this in the meantime. Look at the present state and try again.', {
      current,
    });
  }
}

export class PreconditionRequired extends Problem {
  constructor() {
    super(
      'precondition_required',
      'Send the version that you are changing as If-Match, with the value of its ETag, such as "3".',
    );
  }
}

export class TooManyRequests extends Problem {
  constructor(retryAfterSeconds: number, detail: string) {
    super('too_many_requests', detail, { retryAfterSeconds });
  }
}
