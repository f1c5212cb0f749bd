import { PRIORITIES, STATUSES } from '@deskhand/shared';
import type { OpenReportDto } from '../report.dto.js';
import { addDays, startOfDay } from './calendar.js';
import { AGES, type OpenRow } from './open-query.js';

/** Local days before today at which an age ends, the youngest first. */
const AGE_DAYS = [0, 3, 7, 30];

export function ageStarts(today: string, timeZone: string): Date[] {
  return AGE_DAYS.map((days) => startOfDay(addDays(today, -days), timeZone));
}

/** Statuses, priorities and ages are few and all shown; of categories and people those that have open tickets. */
export function toOpenReport(rows: readonly OpenRow[], starts: readonly Date[]): Omit<OpenReportDto, 'timeZone'> {
  const of = (dimension: OpenRow['dimension']): readonly OpenRow[] => rows.filter((row) => row.dimension === dimension);
  const count = (row?: OpenRow): number => Number(row?.count ?? 0);
  const statuses = STATUSES.filter(({ phase }) => phase !== 'done').map(({ code }) => ({
    status: code,
    count: count(of('status').find(({ status }) => status === code)),
  }));
  return {
    total: statuses.reduce((sum, each) => sum + each.count, 0),
    statuses,
    priorities: PRIORITIES.map((priority, rank) => ({
      priority,
      count: count(of('priority').find((row) => row.priority === rank)),
    })).toReversed(),
    categories: of('category').map((row) => ({ category: named(row), count: count(row) })),
    assignees: of('assignee').map((row) => ({ assignee: named(row), count: count(row) })),
    ages: AGES.map((age, at) => ({
      age,
      createdFrom: starts[at]?.toISOString() ?? null,
      createdTo: starts[at - 1]?.toISOString() ?? null,
      count: count(of('age').find((row) => row.age === at)),
    })),
  };
}

function named({ id, name }: OpenRow): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}
