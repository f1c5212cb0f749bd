import { API } from './record.js';
import type { Stage } from './stage.js';

const REPEATS = 3;

export interface CombinationTime {
  readonly query: string;
  /** Milliseconds of the slowest of a few reads. */
  readonly slowest: number;
}

/** How long lists take that are filtered and sorted in every way, one after the other. The slowest first. */
export async function combinationTimes(
  stage: Stage,
  queries: readonly string[],
  milliseconds: number,
): Promise<CombinationTime[]> {
  const times: CombinationTime[] = [];
  const end = performance.now() + milliseconds;
  // With a stride that meets all parts of the list, where time does not suffice for the whole.
  const order = queries.map((_, index) => queries[(index * 7_919) % queries.length] ?? '');
  for (const query of new Set(order)) {
    if (performance.now() > end) break;
    let slowest = 0;
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const taken = await timed(stage, `/tickets?${query}`);
      if (taken === null) break;
      slowest = Math.max(slowest, taken);
    }
    if (slowest > 0) times.push({ query, slowest });
  }
  return times.sort((one, other) => other.slowest - one.slowest);
}

/** Null where the API does not know the filter. */
async function timed(stage: Stage, path: string): Promise<number | null> {
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${stage.app.port}${API}${path}`, { headers: stage.headers.agent });
  await answer.arrayBuffer();
  return answer.status === 400 ? null : performance.now() - begun;
}
