/** Words to search for, by what is known of them. */
export interface Searches {
  /** Stands in one ticket. */
  readonly rare: string;
  /** Stands in a good part of all tickets. */
  readonly common: string;
  /** Stand in one of ten to one of a hundred. */
  readonly frequent: readonly string[];
  readonly neverTogether: readonly [string, string];
  /** The first letters of a frequent word. */
  readonly beginning: string;
}
