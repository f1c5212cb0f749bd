import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';

interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The body of a failed answer, as the API writes it. */
export function problemBody(code: ErrorCode, detail: string, errors?: readonly FieldError[]): object {
  return {
    type: `urn:deskhand:${code}`,
    title: code,
    status: ERROR_CODES[code],
    detail,
    code,
    requestId: 'req-1',
    errors,
  };
}
