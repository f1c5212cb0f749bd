/** Where the tickets behind a figure are listed. */
export type QueueParams = Readonly<Record<string, string>>;

export interface ChartRow {
  readonly label: string;
  /** One for each series; null where there is nothing to tell. */
  readonly values: readonly (number | null)[];
  /** In the table, where it has more to say than the chart. */
  readonly cells: readonly string[];
  readonly link: QueueParams | null;
}

/** The figures of one chart, for the picture and the table alike. */
export interface ChartModel {
  /** `course` is a line over time, `bars` lie beside their names. */
  readonly kind: 'course' | 'bars';
  readonly series: readonly string[];
  /** What the first column of the table is, and the others. */
  readonly columns: readonly string[];
  readonly rows: readonly ChartRow[];
  /** What the picture shows, in a sentence or two. */
  readonly summary: string;
  /** A value as it stands at the axis and in a hint. */
  readonly format: (value: number) => string;
  /** From one line of the scale to the next, where round numbers are no round values. */
  readonly stepFor?: (most: number) => number;
}
