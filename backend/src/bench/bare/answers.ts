import type { ActorFacts } from '@deskhand/shared';
import { type SummaryRow, toSummary } from '../../tickets/ticket/ticket-row.js';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** How the bare server makes an answer's bytes out of what it has read. */
export type AnswerKind = 'rows' | 'copy';

interface ListTemplate {
  readonly items: readonly { readonly excerpt?: unknown }[];
}

/** A list of tickets is made of its rows; cursors, total and excerpts are those of the app's answer. */
export function listAnswer(template: ListTemplate, results: readonly Rows[], reader: ActorFacts): string {
  const rows = results.find((each) => each[0] && 'requester_name' in each[0]) ?? [];
  const items = rows.slice(0, template.items.length).map((row, index) => {
    const excerpt = template.items[index]?.excerpt;
    return Object.assign(toSummary(row as unknown as SummaryRow, reader), { excerpt });
  });
  return JSON.stringify({ ...template, items });
}

/** Anything else is the app's answer, which is turned into text anew each time. */
export function copiedAnswer(template: unknown): string {
  return JSON.stringify(template);
}
