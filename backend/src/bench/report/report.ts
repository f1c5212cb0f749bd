import type { ServerFigures } from '../measuring/take-turns.js';
import type { TypeFigures } from '../measuring/measure.js';
import { faultsOf, growsTooMuch, ratioOf, timeRatioOf, verdicts } from './promises.js';
import type { Result } from './results.js';
import { shortNumber, table } from './table.js';

const SLOWEST_SHOWN = 10;
const HEADER = [
  ...['request', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU app ms', 'CPU db ms', 'statements', 'rows read', 'kB'],
  ...['bare req/s', 'bare p95 ms', 'bare CPU ms', 'ratio', 'CPU ratio', 'not kept'],
];

/** The results of all sizes as Markdown, the largest installation first. */
export function report(results: readonly Result[]): string {
  return [...results.toReversed().map(sizeReport), growthReport(results)].filter(Boolean).join('\n\n');
}

function sizeReport(result: Result): string {
  const { date, commit, machine, loadBefore, tickets, texts, turns, making } = result;
  const made = Object.values(making).reduce((sum, seconds) => sum + seconds, 0);
  const parts = Object.entries(making).map(([part, seconds]) => `${part} ${Math.round(seconds)} s`);
  return [
    `### ${tickets.toLocaleString('en')} tickets${texts === 'model' ? '' : ', given texts'}`,
    `${date} UTC, commit ${commit}, ${machine}; ${turns.rounds} × ${shortNumber(turns.seconds)} s for each server and request; load before ${loadBefore.toFixed(1)}. Made in ${Math.round(made)} s (${parts.join(', ')}).`,
    table(['', 'promise', 'result'], verdicts(result)),
    table(HEADER, result.types.map(figuresRow)),
    otherFigures(result),
    slowCombinations(result),
  ].join('\n\n');
}

function figuresRow(type: TypeFigures): string[] {
  const { app, bare } = type;
  const times = ({ p50, p95, p99 }: ServerFigures): string[] => [p50, p95, p99].map(shortNumber);
  return [
    type.promise === 'P02' ? `search: ${type.name}` : type.name,
    ...[Math.round(app.perSecond).toString(), ...times(app), shortNumber(app.ownTime), shortNumber(app.databaseTime)],
    ...[String(type.statements), String(type.plan.rows), (type.bytes / 1_000).toFixed(1)],
    ...[Math.round(bare.perSecond).toString(), shortNumber(bare.p95), shortNumber(bare.ownTime)],
    ...[ratioOf(type).toFixed(2), shortNumber(timeRatioOf(type)), faultsOf(type).join(', ')],
  ];
}

function otherFigures({ types, creates, mail, rush, live, startedIn, memory, missing }: Result): string {
  const built = types.filter(({ answerKind }) => answerKind === 'rows').length;
  const rows = [
    ['create: tickets/s at 16 connections', Math.round(creates.perSecond).toString()],
    ['create: p50 / p95 / p99 ms', [creates.p50, creates.p95, creates.p99].map(shortNumber).join(' / ')],
    ['create: CPU ms of app / database', [creates.ownTime, creates.databaseTime].map(shortNumber).join(' / ')],
    ['create: statements, BEGIN and COMMIT too', String(creates.statements)],
    ...mailRows(mail),
    ['list p95 ms during fifty sign-ins', shortNumber(rush.listP95)],
    ['fifty sign-ins done after ms', shortNumber(rush.lastAfter)],
    [`${live.streams} live streams: p50 / p95 / p99 ms`, [live.p50, live.p95, live.p99].map(shortNumber).join(' / ')],
    [`memory before / with ${live.streams} live streams, MB`, live.memory.map(shortNumber).join(' / ')],
    [
      'create/s by turns, without / with 100 live streams',
      [live.alone, live.beside].map((turn) => shortNumber(turn.perSecond)).join(' / '),
    ],
    [
      'create: CPU ms by turns, without / with 100 live streams',
      [live.alone, live.beside].map((turn) => shortNumber(turn.processorTime)).join(' / '),
    ],
    ['ready after ms', shortNumber(startedIn)],
    ['memory of the app after the load, MB', shortNumber(memory)],
    ['answers that the bare server builds from rows', `${built} of ${types.length}`],
    ...(missing.length > 0 ? [['not in this API', missing.join(', ')]] : []),
  ];
  return table(['beside', 'figure'], rows);
}

function mailRows({ without, beside, mails }: Result['mail']): string[][] {
  const both = [without, beside];
  return [
    ['create/s by turns, without / with a mail', both.map((turn) => shortNumber(turn.perSecond)).join(' / ')],
    [
      `create: CPU ms by turns, without / with a mail (${mails} written)`,
      both.map((turn) => shortNumber(turn.processorTime)).join(' / '),
    ],
  ];
}

function slowCombinations({ combinations }: Result): string {
  const rows = combinations.slice(0, SLOWEST_SHOWN).map(({ query, slowest }) => [query, shortNumber(slowest)]);
  return table([`slowest of ${combinations.length} combinations`, 'slowest ms'], rows);
}

/** How the median of each request grows with the number of tickets. */
function growthReport(results: readonly Result[]): string {
  const sizes = results.filter(({ texts }) => texts === 'model');
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (!smallest || !largest || sizes.length < 2) return '';
  const medianOf = (result: Result, name: string): number | null =>
    result.types.find((type) => type.name === name)?.app.p50 ?? null;
  const rows = largest.types.map(({ name }) => {
    const medians = sizes.map((result) => medianOf(result, name));
    const [first, last] = [medians[0] ?? null, medians.at(-1) ?? null];
    const growth = first === null || last === null ? null : last / first;
    return [
      name,
      ...medians.map(shortNumber),
      shortNumber(growth),
      growth !== null && growsTooMuch(growth) ? 'grows' : '',
    ];
  });
  const header = ['p50 ms with tickets', ...sizes.map(({ tickets }) => tickets.toLocaleString('en')), 'growth', ''];
  return `### Growth (P03)\n\n${table(header, rows)}`;
}
