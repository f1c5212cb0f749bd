import { type ColumnType, DataSource, type EntitySchema } from 'typeorm';
import { MIGRATIONS } from './migrations/all.js';
import { PostgresNames } from './postgres-names.js';
import { PreparingClient } from './preparing-client.js';

type EntityClass = abstract new () => object;

/** Connections of one process, at most. */
const POOL_SIZE = 20;
/** Milliseconds to wait for a free connection before the request is answered with 503. */
const CONNECT_TIMEOUT = 5_000;
/** Milliseconds that one statement may take; nothing that a person waits for comes near. */
const STATEMENT_TIMEOUT = 15_000;

/**
 * A page that is not in order costs about as much as one that is, on what databases live on today; and no statement here
 * runs so long that compiling it would pay.
 */
const PLANNER = '-c random_page_cost=1.1 -c jit=off';

/** A type of PostgreSQL's that TypeORM does not know. */
const TRANSACTION_ID = 'xid8' as ColumnType;

/** Describes the connection; nothing is opened before `initialize()`. Tables come from migrations only. */
export function createDataSource(url: string, entities: readonly (EntityClass | EntitySchema)[]): DataSource {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as (new () => object)[],
    migrations: MIGRATIONS,
    namingStrategy: new PostgresNames(),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'deskhand',
    connectTimeoutMS: CONNECT_TIMEOUT,
    extra: {
      max: POOL_SIZE,
      statement_timeout: STATEMENT_TIMEOUT,
      keepAlive: true,
      options: PLANNER,
      Client: PreparingClient,
    },
  });
  dataSource.driver.supportedDataTypes.push(TRANSACTION_ID);
  return dataSource;
}
