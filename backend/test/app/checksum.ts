import type { TestApp } from './app.js';

/**
 * A digest of every row of every table, so that two equal ones mean that nothing was changed in between.
 *
 * @param except patterns of LIKE
 */
export async function checksum({ dataSource }: TestApp, except: readonly string[] = []): Promise<string> {
  const tables: { name: string }[] = await dataSource.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename LIKE ANY ($1) ORDER BY 1",
    [except],
  );
  const digests = tables.map(
    ({ name }) => `(SELECT '${name} ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM ${name} t)`,
  );
  const rows: { digest: string }[] = await dataSource.query(`SELECT concat_ws(', ', ${digests.join(', ')}) AS digest`);
  return rows[0]!.digest;
}
