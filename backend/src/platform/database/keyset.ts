import { createHash } from 'node:crypto';
import { Problem } from '../problems.js';

/** A column to sort by and its tie-breaker, which must be unique together; both as SQL expressions with their types. */
export interface SortKey {
  readonly column: string;
  readonly type: 'timestamptz' | 'smallint' | 'bigint' | 'text';
  readonly descending: boolean;
  readonly tie: { readonly column: string; readonly type: 'bigint' | 'uuid' | 'text'; readonly descending: boolean };
}

/** A place between two rows of a sorted list, and the direction in which to read on from it. */
export interface Cursor {
  readonly backwards: boolean;
  readonly value: string;
  readonly tie: string;
}

/** What a page's SQL is made of. */
export interface PagePlan {
  /** A condition on the rows, with `$n` from `firstParameter` on; empty on the first page. */
  readonly condition: string;
  readonly parameters: readonly string[];
  readonly orderBy: string;
  /** Of the sort and of its tie-breaker. */
  readonly directions: readonly ['ASC' | 'DESC', 'ASC' | 'DESC'];
}

/** Names what a cursor belongs to: it is refused with other filters or another sort. */
export function listFingerprint(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

export function encodeCursor(cursor: Cursor, fingerprint: string): string {
  const fields = [fingerprint, cursor.backwards ? 1 : 0, cursor.value, cursor.tie];
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}

/** @throws Problem `invalid_query` for a cursor that was not made here or not for this list */
export function decodeCursor(text: string, fingerprint: string, sort: SortKey): Cursor {
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(fields) || fields.length !== 4) throw badCursor();
  const [owner, direction, value, tie] = fields as unknown[];
  if (owner !== fingerprint || (direction !== 0 && direction !== 1)) throw badCursor();
  if (typeof value !== 'string' || typeof tie !== 'string') throw badCursor();
  if (!IS_OF_TYPE[sort.type](value) || !IS_OF_TYPE[sort.tie.type](tie)) throw badCursor();
  return { backwards: direction === 1, value, tie };
}

/**
 * The condition and order that read on from a cursor. Backwards reads in the opposite order; the caller turns the rows
 * round.
 */
export function planPage(sort: SortKey, cursor: Cursor | null, firstParameter: number): PagePlan {
  const turned = cursor?.backwards ?? false;
  const descending = sort.descending !== turned;
  const tieDescending = sort.tie.descending !== turned;
  const directions = [direction(descending), direction(tieDescending)] as const;
  const orderBy = `${sort.column} ${directions[0]}, ${sort.tie.column} ${directions[1]}`;
  if (!cursor) return { condition: '', parameters: [], orderBy, directions };
  const value = `$${firstParameter}::${sort.type}`;
  const tie = `$${firstParameter + 1}::${sort.tie.type}`;
  const beyond = (isDescending: boolean): string => (isDescending ? '<' : '>');
  const condition =
    descending === tieDescending
      ? `(${sort.column}, ${sort.tie.column}) ${beyond(descending)} (${value}, ${tie})`
      : `${sort.column} ${beyond(descending)}= ${value} AND (${sort.column} ${beyond(descending)} ${value} OR ${sort.tie.column} ${beyond(tieDescending)} ${tie})`;
  return { condition, parameters: [cursor.value, cursor.tie], orderBy, directions };
}

function direction(descending: boolean): 'ASC' | 'DESC' {
  return descending ? 'DESC' : 'ASC';
}

const IS_OF_TYPE: Record<SortKey['type'] | SortKey['tie']['type'], (text: string) => boolean> = {
  timestamptz: (text) => /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/.test(text) && isOnCalendar(text),
  smallint: (text) => /^\d{1,4}$/.test(text),
  bigint: (text) => /^\d{1,18}$/.test(text),
  uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
  text: (text) => !text.includes('\u0000') && text.length <= 300,
};

/** A date such as the 30th of February is read as another one, so what is read is compared. */
function isOnCalendar(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === text.slice(0, 19);
}

function badCursor(): Problem {
  return new Problem('invalid_query', 'This cursor was not made for this list.', {
    errors: [{ pointer: '/cursor', code: 'cursor', detail: 'Begin again at the first page.' }],
  });
}
