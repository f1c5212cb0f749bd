/** What is told of many durations, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** @param durations in any order */
export function spreadOf(durations: Float32Array): Spread {
  const sorted = durations.toSorted();
  return { p50: percentile(sorted, 50), p95: percentile(sorted, 95), p99: percentile(sorted, 99) };
}

/** By the nearest rank: a duration that was measured, which so many of a hundred did not exceed. */
export function percentile(sorted: Float32Array, percent: number): number {
  if (sorted.length === 0) return NaN;
  const rank = Math.max(Math.ceil((percent / 100) * sorted.length), 1);
  return sorted[rank - 1] ?? NaN;
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
