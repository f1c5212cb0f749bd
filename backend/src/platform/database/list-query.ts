import type { PagePlan, SortKey } from './keyset.js';

/** How far a list counts before it says "at least so many". */
export const COUNT_LIMIT = 10_000;
/** How many rows a walk looks through, in order, before all that fits is gathered by its indexes. */
export const WALK_LIMIT = 20_000;
/** How many rows a count of a combination of filters looks at. */
export const EXAMINE_LIMIT = 40_000;

/**
 * How the rows of a page are found:
 * - `ordered`: an index gives those that fit in their order, for each branch, so that a page's worth is read;
 * - `gathered`: few rows fit, whatever the order: all are read by the filter's index, and sorted;
 * - `walked`: no index knows this combination. The first rows of the order are looked through, which fills the page where
 *   the combination is common; only if it does not, everything that fits is gathered. The planner, which takes filters to
 *   be independent of each other, would walk through the whole table for two that seldom meet.
 */
export type Reach = 'ordered' | 'gathered' | 'walked';

/** The table of which a list is a selection. `scope`, `where`, `branches` and the sort speak of its alias alone. */
export interface ListTable {
  readonly name: string;
  readonly alias: string;
  /** Its primary key, such as `t.id`. */
  readonly key: string;
}

/** Other ways to find rows, as statements over the values of the list. */
export interface Finder {
  /** Rows of `key`, `sort_key` and `tie_key`, among them the first ones of the page. */
  find(plan: PagePlan, limit: number): string;
  /** One row: `value`, `cut`. */
  count(most: number): string;
}

/** A list as SQL. The conditions use `$1` to `$n` of `parameters`, each of them. */
export interface ListQuery {
  readonly select: string;
  /** What is read of a page: the table of the list and what is joined to it. */
  readonly from: string;
  /** Given, a page is found in this table alone, and the columns are read for that page only. */
  readonly table?: ListTable;
  /** What says, with the branches, by which index rows are read: who may see them, and ranges of the sort's own column. */
  readonly scope?: readonly string[];
  readonly where: readonly string[];
  /**
   * Ways to a row, of which each row fits one at most. Each is read in order for itself, by its own index, and they are
   * merged: an OR would read everything and sort it. Empty where there is one way.
   */
  readonly branches?: readonly string[];
  readonly reach?: Reach;
  /** Whether its plan is the right one for all values, so that it need not be planned for each page. */
  readonly isSteady?: boolean;
  /** Where none of these ways is the right one. */
  readonly finder?: Finder;
  /** Those of the conditions by whose index a count of a combination begins. */
  readonly lead?: readonly string[];
  readonly parameters: readonly unknown[];
  /** Values of `select` and `from` only, numbered after `parameters`: a count has no use for them. */
  readonly shown?: readonly unknown[];
  readonly sort: SortKey;
}

export function clause(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}` : '';
}
