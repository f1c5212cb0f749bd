import type { Client } from 'pg';

/** Makes the partitions of the trail from one time to another. */
export async function makeMonths(client: Client, from: Date, to: Date): Promise<void> {
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1));
  for (; month <= to; month.setUTCMonth(month.getUTCMonth() + 1)) {
    await client.query('SELECT make_activity_month($1)', [month.toISOString().slice(0, 10)]);
  }
}

/** Has the head of the chain name the last entry that was copied, so that the app goes on behind it. */
export async function setHead(client: Client): Promise<void> {
  await client.query(
    `UPDATE activity_chains c SET links = e.link, hash = e.hash, month = e.month
     FROM (SELECT * FROM activity ORDER BY position DESC LIMIT 1) e WHERE c.lane = e.lane`,
  );
  await client.query("SELECT setval('activity_positions', max(position)) FROM activity");
}
