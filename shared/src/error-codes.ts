/**
 * The stable codes of problems (RFC 9457), each with its HTTP status. Clients decide on the code, people read the
 * detail.
 */
export const ERROR_CODES = {
  cross_site: 403,
  not_signed_in: 401,
  wrong_credentials: 401,
  session_ended: 401,
  not_allowed: 403,
  unconfirmed: 403,
  registration_closed: 403,
  malformed_request: 400,
  unknown_parameter: 400,
  invalid_query: 400,
  invalid_body: 422,
  invalid_token: 422,
  key_reused: 422,
  not_found: 404,
  precondition_required: 428,
  out_of_date: 412,
  conflict: 409,
  still_running: 409,
  email_taken: 409,
  already_set_up: 409,
  last_admin: 409,
  too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  method_not_allowed: 405,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
