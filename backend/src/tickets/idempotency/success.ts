import type { Response } from 'express';

/** A success as it is sent, and sent again to whoever repeats the request with its key. */
export interface Success<Body> {
  readonly status: number;
  readonly body: Body;
  /** `Location` and `ETag`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly ticketId: string;
  /** Where it is about one. */
  readonly commentId?: string | null;
}

/** Puts its headers into the answer, whose body it gives. */
export function succeed<Body>({ status, headers, body }: Success<Body>, response: Response): Body {
  response.status(status).set(headers);
  return body;
}
