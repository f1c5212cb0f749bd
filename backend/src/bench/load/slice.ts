import type { WireRequest } from './keep-alive-client.js';

/** Some seconds of load on one server. */
export interface SliceRequest {
  readonly port: number;
  readonly requests: readonly WireRequest[];
  readonly connections: number;
  readonly milliseconds: number;
  /** What each answer must have. */
  readonly status: number;
}

export interface SliceResult {
  /** Milliseconds of each request. */
  readonly durations: Float32Array;
  readonly milliseconds: number;
  /** Answers with another status. */
  readonly failures: number;
}
