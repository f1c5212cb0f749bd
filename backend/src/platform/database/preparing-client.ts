import { createHash } from 'node:crypto';
import pg from 'pg';

const MARK = '/* prepared */ ';
/** Each of them takes memory on its connection; lists have many shapes, of which few are asked for often. */
const MOST_PER_CONNECTION = 200;

/**
 * Marks a statement that is planned once for a connection, whatever its values: for what runs all the time and whose plan
 * does not depend on them. Planning is more than half of what the database does for a page of a list.
 */
export function prepared(sql: string): string {
  return `${MARK}${sql}`;
}

/**
 * A person's id that the planner does not look at. Else it would plan a prepared statement anew for each person, because a
 * plan for this one seems cheaper than one for all by more than the planning itself, which it takes for less than it is.
 *
 * @param parameter such as `$1`
 */
export function whoever(parameter: string): string {
  return `(SELECT ${parameter}::uuid)`;
}

/**
 * Ids that the planner does not look at, see {@link whoever}: for a handful it counts on fewer rows than for any number.
 *
 * @param parameter such as `$1`
 * @returns an array, as for `= ANY (…)`
 */
export function whichever(parameter: string): string {
  return `(SELECT ${parameter}::uuid[])::uuid[]`;
}

export function isPrepared(sql: string): boolean {
  return sql.startsWith(MARK);
}

/** Sends marked statements as prepared ones. */
export class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string>();

  override query(...given: never[]): never {
    const [text, values, ...rest] = given as readonly unknown[];
    const name = typeof text === 'string' && Array.isArray(values) && isPrepared(text) ? this.nameOf(text) : null;
    const sent = name === null ? given : [{ name, text, values }, ...rest];
    return super.query(...(sent as [never]));
  }

  /** Null where there are enough. */
  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_PER_CONNECTION) return known ?? null;
    const name = createHash('sha256').update(text).digest('base64url');
    this.names.set(text, name);
    return name;
  }
}
