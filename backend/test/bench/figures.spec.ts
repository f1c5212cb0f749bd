import { describe, expect, it } from '@jest/globals';
import { joined, percentile, spreadOf } from '../../src/bench/measuring/percentiles.js';
import { indexHits, pagesRead, type PlanStep, rowsRead, scansOf } from '../../src/bench/measuring/plan-rows.js';
import { shortNumber, table } from '../../src/bench/report/table.js';

describe('Percentiles', () => {
  it('are durations that were measured, by the nearest rank', () => {
    const durations = Float32Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(durations)).toEqual({ p50: 50, p95: 95, p99: 99 });
    expect(percentile(Float32Array.of(7), 95)).toBe(7);
    expect(percentile(Float32Array.of(1, 2, 3, 4), 50)).toBe(2);
    expect(percentile(Float32Array.of(), 50)).toBeNaN();
  });

  it('are taken of all rounds together', () => {
    expect([...joined([Float32Array.of(1, 2), Float32Array.of(), Float32Array.of(3)])]).toEqual([1, 2, 3]);
  });
});

describe('The rows that a plan read', () => {
  const scan = (type: string, rows: number, more: Partial<PlanStep> = {}): PlanStep => ({
    'Node Type': type,
    'Relation Name': 'tickets',
    'Actual Rows': rows,
    'Actual Loops': 1,
    ...more,
  });
  const index = (rows: number): PlanStep => scan('Bitmap Index Scan', rows, { 'Index Name': 'tickets_in_status' });
  const over = (type: string, ...plans: PlanStep[]): PlanStep => ({
    'Node Type': type,
    'Actual Rows': 1_000,
    'Actual Loops': 1,
    Plans: plans,
  });

  it('are those that its scans gave and those that they threw away, in every loop', () => {
    const inner = scan('Index Scan', 2, { 'Actual Loops': 10, 'Rows Removed by Filter': 3 });
    const outer = scan('Seq Scan', 10, { 'Rows Removed by Filter': 90 });
    expect(rowsRead(over('Limit', over('Nested Loop', outer, inner)))).toBe(10 + 90 + 10 * (2 + 3));
  });

  it('count once where a bitmap names them first, and by its entries where those are more', () => {
    const fetched = (rows: number, ...plans: PlanStep[]): PlanStep => scan('Bitmap Heap Scan', rows, { Plans: plans });
    expect(rowsRead(fetched(40, index(40)))).toBe(40);
    const both = fetched(5, over('BitmapAnd', index(700), index(300)));
    expect([rowsRead(both), indexHits(both)]).toEqual([1_000, 1_000]);
  });

  it('are those of tables only: what a subquery or a function gives was read elsewhere', () => {
    const subquery = over('Subquery Scan', scan('Index Only Scan', 7, { 'Index Name': 'tickets_pkey' }));
    expect(rowsRead(subquery)).toBe(7);
    expect(rowsRead({ 'Node Type': 'Function Scan', 'Actual Rows': 9, 'Actual Loops': 1 })).toBe(0);
    expect(scansOf(subquery)).toEqual(['Index Only Scan tickets_pkey 7']);
  });

  it('go with the pages that were looked at', () => {
    expect(pagesRead({ 'Node Type': 'Limit', 'Shared Hit Blocks': 12, 'Shared Read Blocks': 3 })).toBe(15);
    expect(pagesRead({ 'Node Type': 'Result' })).toBe(0);
  });
});

describe('A table of figures', () => {
  it('is Markdown whose columns stand in line, numbers to the right', () => {
    expect(
      table(
        ['request', 'ms'],
        [
          ['list', shortNumber(7.25)],
          ['one ticket', shortNumber(123.4)],
        ],
      ),
    ).toBe(
      ['| request    |   ms |', '| ---------- | ---: |', '| list       | 7.25 |', '| one ticket |  123 |'].join('\n'),
    );
    expect(shortNumber(null)).toBe('–');
  });
});
