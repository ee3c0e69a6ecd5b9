import pg from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { Config } from '../config.js';
import { migrations } from './migrations.js';

// Counts and sequence numbers stay far below 2^53; a calendar day has no time zone, so it must not become an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** The driver's own pool, for libraries that bring their SQL: the queue, the sessions, the counters of attempts. */
export function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}

/** A connection gets to know the tables and functions it meets: on a new one, the first write of a place takes 70 ms longer. */
const IDLE_CONNECTION_MS = 300_000;

/** Options shared by the API, the worker, the command line and the tests. Nothing is ever synchronised from entities. */
export function dataSourceOptions(database: Config['database'], applicationName: string) {
  return {
    type: 'postgres',
    url: database.url,
    applicationName,
    synchronize: false,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: {
      // Compiling a statement takes a third of a second, which no question asked here is long enough to win back.
      options: '-c jit=off',
      max: database.poolMax,
      statement_timeout: database.statementTimeoutMs,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: IDLE_CONNECTION_MS,
    },
  } satisfies DataSourceOptions;
}
