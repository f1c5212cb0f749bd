import type { TestApp } from '../app/app.js';

/** What a question is about. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly category?: readonly string[] | undefined;
  readonly priority?: readonly string[] | undefined;
  readonly assignee?: readonly string[] | undefined;
}

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

/** A ticket as a report sees it, with local dates. */
export interface Fact {
  readonly created: string;
  readonly replied: string | null;
  readonly resolved: string | null;
  readonly firstReplyS: number;
  readonly resolutionS: number;
  readonly open: boolean;
  readonly status: string;
}

/** The tickets that fit the filters, read as plainly as possible: dates are the database's own. */
export async function plainFacts({ dataSource }: TestApp, question: Question): Promise<Fact[]> {
  const { timeZone, category, priority, assignee } = question;
  const date = (column: string): string => `to_char(${column} AT TIME ZONE $1, 'YYYY-MM-DD')`;
  return dataSource.query(
    `SELECT ${date('created_at')} AS created, ${date('first_reply_at')} AS replied, ${date('resolved_at')} AS resolved,
       extract(epoch FROM first_reply_at - created_at)::float8 AS "firstReplyS",
       extract(epoch FROM resolved_at - created_at)::float8 AS "resolutionS",
       status NOT IN ('resolved', 'closed', 'cancelled') AS open, status
     FROM tickets WHERE deleted_at IS NULL AND ($2::text[] IS NULL OR category_id::text = ANY ($2))
       AND ($3::int[] IS NULL OR priority = ANY ($3)) AND ($4::text[] IS NULL OR coalesce(assignee_id::text, 'none') = ANY ($4))`,
    [timeZone, category, priority?.map((each) => PRIORITIES.indexOf(each)), assignee],
  );
}

/** How many of these dates lie between two, both included. */
export function within(dates: readonly (string | null)[], { from, to }: { from: string; to: string }): number {
  return dates.filter((date) => date !== null && date >= from && date <= to).length;
}

/** The least value that so large a part does not exceed. */
export function exactPercentile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
}

/** The parameters of an address. */
export function queryOf(question: Partial<Question> & { readonly interval?: string }): string {
  const parameters = Object.entries(question).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return `?${new URLSearchParams(Object.fromEntries(parameters) as Record<string, string>).toString()}`;
}
