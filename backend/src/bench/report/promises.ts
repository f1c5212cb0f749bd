import type { TypeFigures } from '../measuring/measure.js';
import type { Result } from './results.js';

/** Milliseconds at the 95th percentile. */
const SLOWEST = { P01: 25, P02: 100, reports: 300, aside: Infinity };
const LEAST_RATIO = 0.5;
const COMBINATION_LIMIT = 300;
const MOST_STATEMENTS = 3;
const GROWTH = 1.3;
const CREATES = 500;
const LIST_MEANWHILE = 100;
/** Milliseconds at the 99th percentile. */
const SLOWEST_ARRIVAL = 250;
/** Rows of all tables that make up the 25 tickets of a page of hits. */
const PAGE_ROWS = 500;
/** So many of those that break a promise are named in one line. */
const NAMED = 4;

/** How much of the bare server's throughput the app reaches. */
export function ratioOf({ app, bare }: TypeFigures): number {
  return app.perSecond / bare.perSecond;
}

/** The same by processor time of server and database, which a busy machine disturbs less; null where it is not told. */
export function timeRatioOf({ app, bare }: TypeFigures): number | null {
  const [ours, theirs] = [app, bare].map(({ ownTime, databaseTime }) =>
    ownTime === null || databaseTime === null ? null : ownTime + databaseTime,
  );
  return ours && theirs ? theirs / ours : null;
}

/** A search may read what its index has for the words, and what the page shows, besides what it walks. */
function allowedRows({ promise, bound, plan }: TypeFigures): number {
  if (bound === null) return Infinity;
  return promise === 'P02' ? bound + 2 * plan.hits + PAGE_ROWS : bound;
}

/** What a type of request does not keep of its promises, in short words. */
export function faultsOf(type: TypeFigures): string[] {
  return [
    ...(type.app.p95 > SLOWEST[type.promise] ? ['p95'] : []),
    ...(type.promise === 'P01' && ratioOf(type) < LEAST_RATIO ? ['ratio'] : []),
    ...(type.plan.rows > allowedRows(type) ? ['rows'] : []),
    ...(type.promise !== 'reports' && type.statements > MOST_STATEMENTS ? ['statements'] : []),
    ...(type.app.failures > 0 ? ['failures'] : []),
  ];
}

/** Each promise in one sentence, with the figure that decides it. */
export function verdicts(result: Result): readonly (readonly [string, string, string])[] {
  const { types, combinations, creates, rush, live } = result;
  const of = (promise: string): TypeFigures[] => types.filter((type) => type.promise === promise);
  const broken = (list: readonly TypeFigures[], fault: string): string[] =>
    list.filter((type) => faultsOf(type).includes(fault)).map(({ name }) => name);
  const tooSlow = combinations.filter(({ slowest }) => slowest > COMBINATION_LIMIT);
  const most = Math.max(0, ...combinations.map(({ slowest }) => slowest));
  return [
    line('P01', `p95 at most ${SLOWEST.P01} ms at 16 connections`, broken(of('P01'), 'p95')),
    line('P01', `at least ${LEAST_RATIO} of the bare server`, broken(of('P01'), 'ratio')),
    line(
      'P01',
      `${combinations.length} combinations at most ${COMBINATION_LIMIT} ms (slowest ${Math.round(most)} ms)`,
      tooSlow.length > 0 ? [`${tooSlow.length} of them`] : [],
    ),
    line('P02', `search: p95 at most ${SLOWEST.P02} ms at 2 connections`, broken(of('P02'), 'p95')),
    line('', `reports: p95 at most ${SLOWEST.reports} ms at 2 connections`, broken(of('reports'), 'p95')),
    line('P03', 'no plan reads more rows than its bound', broken(types, 'rows')),
    line('P04', `at most ${MOST_STATEMENTS} statements`, broken(types, 'statements')),
    line(
      'P05',
      `create with a mail at least ${CREATES}/s (${Math.round(creates.perSecond)}/s)`,
      creates.perSecond < CREATES ? ['rate'] : [],
    ),
    line(
      'P05',
      `list p95 at most ${LIST_MEANWHILE} ms during fifty sign-ins (${Math.round(rush.listP95)} ms)`,
      rush.listP95 > LIST_MEANWHILE || rush.failures > 0 ? ['p95'] : [],
    ),
    line(
      'P07',
      `a change reaches ${live.streams} live streams within ${SLOWEST_ARRIVAL} ms at p99 (${Math.round(live.p99)} ms)`,
      [...(live.p99 > SLOWEST_ARRIVAL ? ['p99'] : []), ...(live.missing > 0 ? [`${live.missing} never came`] : [])],
    ),
  ];
}

function line(id: string, promise: string, faults: readonly string[]): [string, string, string] {
  return [id, promise, faults.length === 0 ? 'kept' : `not kept: ${inShort(faults)}`];
}

/** Whoever wants all finds them in the last column of the table below. */
function inShort(faults: readonly string[]): string {
  const more = faults.length - NAMED;
  return more > 0 ? `${faults.slice(0, NAMED).join(', ')} and ${more} more` : faults.join(', ');
}

/** Whether the median grew more than promised from the small installation to the large one. */
export function growsTooMuch(growth: number): boolean {
  return growth > GROWTH;
}
