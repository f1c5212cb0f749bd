/**
 * The month of the trail that a time belongs to, as SQL. No entry stands in an earlier month than its own, so that a
 * reader who knows since when says `e.month >= …`, and older partitions are not looked into.
 */
export function monthOf(time: string): string {
  return `date_trunc('month', ${time}::timestamptz AT TIME ZONE 'UTC')::date`;
}
