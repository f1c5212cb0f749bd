const BUCKET_MS = 60 * 60 * 1_000;

/**
 * Rows that belong to later times wait here, so that each table is written in the order of time, as it would have grown:
 * what lies together on the disk is what happened together, not what belongs to one ticket.
 */
export class RowQueue<Row> {
  private readonly buckets = new Map<number, { at: number; row: Row }[]>();
  private reached = -Infinity;

  constructor(private readonly write: (row: Row) => void) {}

  add(at: number, row: Row): void {
    const key = Math.max(Math.floor(at / BUCKET_MS), this.reached);
    const bucket = this.buckets.get(key);
    if (bucket) bucket.push({ at, row });
    else this.buckets.set(key, [{ at, row }]);
  }

  /** Writes what lies before this time; nothing earlier comes any more. */
  writeUntil(time: number): void {
    const now = Math.floor(time / BUCKET_MS);
    if (now === this.reached) return;
    this.reached = now;
    const due = [...this.buckets.keys()].filter((key) => key < now);
    for (const key of due.sort((one, other) => one - other)) this.flush(key);
  }

  writeAll(): void {
    this.writeUntil(Infinity);
  }

  private flush(key: number): void {
    const rows = this.buckets.get(key) ?? [];
    this.buckets.delete(key);
    for (const { row } of rows.sort((one, other) => one.at - other.at)) this.write(row);
  }
}
