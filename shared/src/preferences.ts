import { columnsInOrder, DEFAULT_COLUMNS, type ViewColumn } from './views.js';

/** How high the rows of a table are. */
export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

/** How somebody likes to work, wherever he signs in. */
export interface Preferences {
  /** Whether single keys do something. */
  readonly shortcuts: boolean;
  readonly density: Density;
  /** What the table of the standing views shows. */
  readonly columns: readonly ViewColumn[];
  /** Whether the queue shows a ticket beside the list. */
  readonly preview: boolean;
}

const USUAL: Preferences = { shortcuts: true, density: 'compact', columns: DEFAULT_COLUMNS, preview: false };

/** All of them: what somebody chose, and for the others what is usual. */
export function preferencesOf(chosen: Partial<Preferences>): Preferences {
  const { shortcuts, density, columns, preview } = { ...USUAL, ...chosen };
  return { shortcuts, density, columns: columnsInOrder(columns), preview };
}
