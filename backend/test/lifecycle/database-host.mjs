/**
 * A process that holds the embedded database of the folder named first, until SIGTERM, and tells what happens in lines
 * that begin with a word. With `write` it inserts rows and tells each one that was acknowledged.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedDatabase } from '../../dist/platform/database/embedded/embedded-database.js';

const [, , dataDir, task] = process.argv;

const tell = (...words) => process.stdout.write(`${words.join(' ')}\n`);

async function write(pool) {
  await pool.query('CREATE TABLE IF NOT EXISTS witnessed (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)');
  for (;;) {
    try {
      const { rows } = await pool.query('INSERT INTO witnessed DEFAULT VALUES RETURNING n');
      tell('WROTE', rows[0].n);
    } catch (error) {
      tell('REFUSED', error.message);
      await pause(50);
    }
  }
}

async function hold() {
  const database = await openEmbeddedDatabase({ dataDir, log: (message) => tell('LOG', message) });
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  process.once('SIGTERM', async () => {
    await pool.end();
    await database.release();
    process.exit(0);
  });
  await pool.query('SELECT 1');
  tell('READY', database.url);
  if (task === 'write') await write(pool);
}

await hold().catch((error) => {
  tell(error.name === 'StartupProblem' ? 'PROBLEM' : 'CRASHED', error.message);
  process.exitCode = 1;
});
