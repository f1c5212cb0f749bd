import { csvLine, disarmed } from '@deskhand/shared';
import type {
  DurationsDto,
  DurationsReportDto,
  OpenReportDto,
  OverviewReportDto,
  VolumeReportDto,
} from './report.dto.js';

/** Excel takes a file without it for one of the machine's own script. */
const BYTE_ORDER_MARK = '\ufeff';

type Cell = string | number | null;

function file(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => csvLine(row.map((cell) => disarmed(cell === null ? '' : String(cell)))));
  return [BYTE_ORDER_MARK, csvLine(columns), ...lines].join('');
}

const DURATIONS = ['count', 'medianSeconds', 'percentile90Seconds'];
const cellsOf = ({ count, median, percentile90 }: DurationsDto): Cell[] => [count, median, percentile90];

export function overviewCsv({ from, to, created, resolved, open, firstReply, resolution }: OverviewReportDto): string {
  return file(
    ['from', 'to', 'figure', ...DURATIONS],
    [
      [from, to, 'created', created, null, null],
      [from, to, 'resolved', resolved, null, null],
      [from, to, 'openNow', open, null, null],
      [from, to, 'firstReply', ...cellsOf(firstReply)],
      [from, to, 'resolution', ...cellsOf(resolution)],
    ],
  );
}

export function volumeCsv({ parts }: VolumeReportDto): string {
  return file(
    ['from', 'to', 'created', 'resolved'],
    parts.map(({ from, to, created, resolved }) => [from, to, created, resolved]),
  );
}

export function durationsCsv({ parts }: DurationsReportDto): string {
  return file(
    ['from', 'to', ...DURATIONS],
    parts.map(({ from, to, durations }) => [from, to, ...cellsOf(durations)]),
  );
}

export function openCsv({ statuses, priorities, categories, assignees, ages }: OpenReportDto): string {
  return file(
    ['by', 'value', 'count'],
    [
      ...statuses.map(({ status, count }) => ['status', status, count]),
      ...priorities.map(({ priority, count }) => ['priority', priority, count]),
      ...categories.map(({ category, count }) => ['category', category?.name ?? null, count]),
      ...assignees.map(({ assignee, count }) => ['assignee', assignee?.name ?? null, count]),
      ...ages.map(({ age, count }) => ['age', age, count]),
    ],
  );
}
