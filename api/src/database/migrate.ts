import pg from 'pg';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';

const MIGRATION_LOCK = 7_233_401;

/**
 * Brings a database to the current schema and installs the job queue's own tables. Safe to start from several processes at
 * once: a transaction-scoped lock (the only kind that survives a pooler) lets one through, the others find nothing to do.
 * @returns the names of the migrations applied now, oldest first
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('begin');
    await lock.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    return await applyMigrations(databaseUrl);
  } finally {
    await lock.end();
  }
}

async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const options = dataSourceOptions({ url: databaseUrl, poolMax: 2, statementTimeoutMs: 0 }, 'terrain-migrate');
  const dataSource = await new DataSource(options).initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    await installQueue(databaseUrl);
    return applied.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

async function installQueue(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
}
