import type { Client } from 'pg';
import { Clock, DAY } from '../../platform/clock.js';
import type { Made } from '../making/installation.js';
import { findPeople } from '../making/people.js';
import { FIRST_NUMBER } from '../making/ticket-rows.js';
import type { Samples } from './request-types.js';

const TICKETS = 20;
const PAGES = 40;

interface ListPage {
  readonly nextCursor: string | null;
}

/**
 * What the requests name, found in the installation.
 *
 * @param read answers a path of the API as an agent
 */
export async function findSamples(
  client: Client,
  made: Made,
  read: (path: string) => Promise<unknown>,
): Promise<Samples> {
  const clock = new Clock();
  const people = await findPeople(client);
  const step = Math.floor(made.tickets / (TICKETS + 1));
  const numbers = Array.from({ length: TICKETS }, (_, index) => FIRST_NUMBER + (index + 1) * step);
  const tickets = await client.query<{ id: string }>(
    'SELECT id FROM tickets WHERE number = ANY ($1) AND deleted_at IS NULL ORDER BY number',
    [numbers],
  );
  const categories = await client.query<{ id: string }>(`SELECT id FROM categories WHERE name = 'Hardware'`);
  const cursors: string[] = [];
  for (let cursor = ''; cursors.length < PAGES - 1; cursors.push(cursor)) {
    const page = (await read(`/tickets${cursor && `?cursor=${cursor}`}`)) as ListPage;
    cursor = page.nextCursor ?? '';
  }
  const [second = '', last = ''] = [cursors[0], cursors.at(-1)];
  return {
    busyRequester: people.employees[1]?.id ?? '',
    category: categories.rows[0]?.id ?? '',
    number: numbers[0] ?? FIRST_NUMBER,
    ticketIds: tickets.rows.map(({ id }) => id),
    monthAgo: clock.in(-30 * DAY).toISOString(),
    yearAgo: clock.in(-365 * DAY).toISOString(),
    cursors: {
      'second page': second,
      '40th page': last,
      'page in the middle': await movedTo(client, second, FIRST_NUMBER + Math.floor(made.tickets / 2)),
    },
  };
}

/** A cursor of the same list at the place of another ticket: nobody would page through half a million to get one. */
async function movedTo(client: Client, cursor: string, number: number): Promise<string> {
  const [fingerprint, direction] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
  const { rows } = await client.query<{ at: string; number: string }>(
    `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, number
     FROM tickets WHERE number >= $1 ORDER BY number LIMIT 1`,
    [number],
  );
  const fields = [fingerprint, direction, rows[0]?.at, rows[0]?.number];
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}
