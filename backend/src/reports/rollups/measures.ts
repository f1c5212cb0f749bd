/** What the reports count, by the time of a ticket at which it happened. */
export const MEASURES = ['created', 'replied', 'resolved'] as const;
export type Measure = (typeof MEASURES)[number];

/** The column of `tickets t` that says when. */
export const TIME_OF: Record<Measure, string> = {
  created: 't.created_at',
  replied: 't.first_reply_at',
  resolved: 't.resolved_at',
};

/** Seconds of a quarter of an hour: zones end at :30 and :45, and no local day begins between two quarters. */
export const QUARTER_S = 900;

/** Stands for no category and for nobody, where a key cannot be null. */
export const NOTHING = '00000000-0000-0000-0000-000000000000';

/** A block is so many quarters, as a power of two: 4,096 of them are 42 days and 16 hours. */
export const BLOCK_BITS = 12;

/** How much longer than the one before it a bin lasts; its middle is at most 4.9 % away from what lies in it. */
export const BIN_RATIO = 1.1;
const BIN_BITS = 8;

/** The bin of what took so long, 255 at most, which is centuries. */
function binOf(measure: Measure): string {
  if (measure === 'created') return '0';
  const seconds = `greatest(date_part('epoch', ${TIME_OF[measure]} - t.created_at), 1)`;
  return `least(floor(ln(${seconds}) / ln(${BIN_RATIO}::float8)), 255)::integer`;
}

/** One event as one integer: its quarter of an hour and the bin of how long it took since the ticket was created. */
export function eventOf(measure: Measure): string {
  return `(report_quarter(${TIME_OF[measure]}) << ${BIN_BITS}) + ${binOf(measure)}`;
}

/** The smallest event of a quarter of an hour. */
export const firstEvent = (quarter: string): string => `(${quarter} << ${BIN_BITS})`;

export const binIn = (event: string): string => `(${event} & ${2 ** BIN_BITS - 1})`;

export const blockOf = (quarter: string): string => `(${quarter} >> ${BLOCK_BITS})`;

/** The time at which a quarter of an hour begins. */
export const timeOf = (quarter: string): string => `to_timestamp((${quarter})::float8 * ${QUARTER_S})`;
