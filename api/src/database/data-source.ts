import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config.js';
import { migrations } from './migrations.js';

// Counts and sequence numbers stay far below 2^53; a calendar day has no time zone, so it must not become an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

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
    extra: { max: database.poolMax, statement_timeout: database.statementTimeoutMs, connectionTimeoutMillis: 5_000 },
  } satisfies DataSourceOptions;
}
