import { BIN_RATIO } from '../rollups/measures.js';

/** The largest relative error of a percentile, rounded up: half a bin. */
export const RELATIVE_ERROR = 0.05;

/** How often each bin was hit. */
export type Histogram = ReadonlyMap<number, number>;

/** What is told of many durations. */
export interface Durations {
  readonly count: number;
  /** Seconds. */
  readonly median: number | null;
  readonly percentile90: number | null;
}

export function durationsOf(histogram: Histogram): Durations {
  const count = [...histogram.values()].reduce((sum, hits) => sum + hits, 0);
  return { count, median: percentile(histogram, count, 0.5), percentile90: percentile(histogram, count, 0.9) };
}

export function merged(histograms: readonly Histogram[]): Histogram {
  const sum = new Map<number, number>();
  for (const [bin, hits] of histograms.flatMap((each) => [...each])) sum.set(bin, (sum.get(bin) ?? 0) + hits);
  return sum;
}

/** The least duration that so large a part does not exceed, as the geometric middle of its bin. */
function percentile(histogram: Histogram, count: number, part: number): number | null {
  let seen = 0;
  for (const [bin, hits] of [...histogram].sort(([one], [other]) => one - other)) {
    seen += hits;
    // Four digits: a fixed place after the point would add an error of its own to what took seconds.
    if (seen >= count * part) return Number((BIN_RATIO ** (bin + 0.5)).toPrecision(4));
  }
  return null;
}
