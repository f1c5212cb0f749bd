import { categoryLabel } from '../../ui/category-label';
import { priorityLabel } from '../../ui/priority-label';
import { statusLabel } from '../../ui/status-label';
import { wholeNumber } from '../../ui/whole-number';
import { queueParams, type ReportQuery } from '../filters/report-query';
import type { OpenNow } from '../reports-api';
import type { ChartModel, ChartRow } from './chart-model';

type Age = OpenNow['ages'][number]['age'];

const OPEN_PHASES = 'new,active,waiting';

export interface OpenChart {
  readonly id: 'status' | 'age' | 'priority' | 'category' | 'assignee';
  readonly heading: string;
  readonly model: ChartModel;
}

/** Makes a row of one value, which leads to its open tickets. */
type RowMaker = (label: string, count: number, filters: Record<string, string> | null) => ChartRow;

/** What is open now, by five of its sides. */
export function openCharts(open: OpenNow, query: ReportQuery, locale: string): OpenChart[] {
  const number = (count: number): string => wholeNumber(count, locale);
  const row: RowMaker = (label, count, filters) => ({
    label,
    values: [count],
    cells: [number(count)],
    link: count > 0 && filters !== null ? queueParams(query, { phase: OPEN_PHASES, ...filters }) : null,
  });
  const chart = (id: OpenChart['id'], what: string, rows: readonly ChartRow[]): OpenChart => ({
    id,
    heading: $localize`Open by ${what}:what:`,
    model: barsOf(what, rows, number),
  });
  return [
    chart('status', $localize`status`, statusRows(open, row)),
    chart('age', $localize`age`, ageRows(open, row)),
    chart('priority', $localize`priority`, priorityRows(open, row)),
    chart('category', $localize`category`, categoryRows(open, row)),
    chart('assignee', $localize`assignee`, assigneeRows(open, row)),
  ];
}

function statusRows({ statuses }: OpenNow, row: RowMaker): ChartRow[] {
  return statuses.map(({ status, count }) => row(statusLabel(status, 'staff'), count, { status }));
}

function priorityRows({ priorities }: OpenNow, row: RowMaker): ChartRow[] {
  return priorities.map(({ priority, count }) => row(priorityLabel(priority), count, { priority }));
}

/** No list finds what has no category. */
function categoryRows({ categories }: OpenNow, row: RowMaker): ChartRow[] {
  return categories.map(({ category, count }) =>
    row(category ? categoryLabel(category.name) : $localize`No category`, count, category && { category: category.id }),
  );
}

function assigneeRows({ assignees }: OpenNow, row: RowMaker): ChartRow[] {
  return assignees.map(({ assignee, count }) =>
    row(assignee?.name ?? $localize`Nobody`, count, { assignee: assignee?.id ?? 'none' }),
  );
}

function ageRows({ ages }: OpenNow, row: RowMaker): ChartRow[] {
  return ages.map(({ age, count, createdFrom, createdTo }) =>
    row(ageLabel(age), count, { ...(createdFrom && { createdFrom }), ...(createdTo && { createdTo }) }),
  );
}

function barsOf(what: string, rows: readonly ChartRow[], number: ChartModel['format']): ChartModel {
  const most = rows.reduce<ChartRow | null>((one, other) => (amountOf(other) > amountOf(one) ? other : one), null);
  return {
    kind: 'bars',
    series: [$localize`Open tickets`],
    columns: [what.charAt(0).toUpperCase() + what.slice(1), $localize`Open tickets`],
    rows,
    summary:
      most === null
        ? $localize`Nothing is open.`
        : $localize`The most: ${most.label}:name:, ${number(amountOf(most))}:count:.`,
    format: number,
  };
}

function amountOf(row: ChartRow | null): number {
  return row?.values[0] ?? 0;
}

function ageLabel(age: Age): string {
  switch (age) {
    case 'today':
      return $localize`Today`;
    case 'up-to-3-days':
      return $localize`Up to 3 days`;
    case 'up-to-a-week':
      return $localize`Up to a week`;
    case 'up-to-a-month':
      return $localize`Up to a month`;
    case 'older':
      return $localize`Older`;
  }
}
