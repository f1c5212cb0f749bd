import { HttpErrorResponse } from '@angular/common/http';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';

/** One thing wrong with the body of a request; the pointer (RFC 6901) names the field. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** `unreachable` is ours: no answer came at all, so the network or the server is away. */
export type ProblemCode = ErrorCode | 'unreachable';

export interface ProblemFacts {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string | null;
  readonly errors: readonly FieldProblem[];
  /** Seconds to wait, where the server named them. */
  readonly retryAfter: number | null;
  /** What stands on the server now, where it sent that along (412). */
  readonly current: unknown;
}

/** Every failed request reaches its caller as one of these: problem+json (RFC 9457), or its stand-in without an answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly facts: ProblemFacts) {
    super(facts.detail);
  }

  get code(): ProblemCode {
    return this.facts.code;
  }

  /** What a person reads: it says what happened and what to do. */
  get detail(): string {
    return this.facts.detail;
  }

  get requestId(): string | null {
    return this.facts.requestId;
  }

  /** The detail, with the request's id where only the server's keeper can help. */
  get words(): string {
    const { detail, requestId, status } = this.facts;
    return requestId && status >= 500 ? `${detail} ${$localize`(Request ${requestId}:requestId:)`}` : detail;
  }
}

/** Reads an answer of the API, or of a proxy in front of it that speaks no problem+json. */
export function problemFrom(response: HttpErrorResponse): Problem {
  if (response.status === 0) return unreachable();
  const body = recordFrom(response.error);
  const code = body['code'];
  return new Problem({
    code: isErrorCode(code) ? code : codeByStatus(response.status),
    status: response.status,
    detail: textFrom(body['detail']) ?? $localize`The server could not do this. Please try again in a moment.`,
    requestId: textFrom(body['requestId']) ?? response.headers.get('X-Request-Id'),
    errors: fieldProblemsFrom(body['errors']),
    retryAfter: Number(response.headers.get('Retry-After')) || null,
    current: body['current'],
  });
}

/** Whatever was thrown, as something that a page can show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpErrorResponse) return problemFrom(error);
  return new Problem({
    code: 'internal',
    status: 0,
    detail: $localize`This page ran into an error. Loading it again usually helps.`,
    requestId: null,
    errors: [],
    retryAfter: null,
    current: undefined,
  });
}

function unreachable(): Problem {
  return new Problem({
    code: 'unreachable',
    status: 0,
    detail: $localize`Deskhand cannot be reached. Check your connection, then try again; what you typed is still here.`,
    requestId: null,
    errors: [],
    retryAfter: null,
    current: undefined,
  });
}

/** Angular hands over the parsed body, or the raw text where the content type is not JSON to it. */
function recordFrom(body: unknown): Record<string, unknown> {
  if (typeof body === 'string') {
    try {
      return recordFrom(JSON.parse(body));
    } catch {
      return {};
    }
  }
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function fieldProblemsFrom(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.map(recordFrom).map((entry) => ({
    pointer: textFrom(entry['pointer']) ?? '',
    code: textFrom(entry['code']) ?? 'invalid',
    detail: textFrom(entry['detail']) ?? $localize`This value is not accepted.`,
  }));
}

function textFrom(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && value in ERROR_CODES;
}

function codeByStatus(status: number): ProblemCode {
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  const found = Object.entries(ERROR_CODES).find(([, ofCode]) => ofCode === status);
  return found && isErrorCode(found[0]) ? found[0] : 'internal';
}
