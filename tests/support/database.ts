import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../api/src/database/migrate.js';

const MIGRATIONS = join(__dirname, '../../api/src/database');
const CLONE = 'terrain_test';
const TEMPLATE_LOCK = 7_233_402;

/** URL of the server tests may create databases on; never the one people work in. */
function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests by `npm test`, or give a PostgreSQL with PostGIS to test on.');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Named by the content of the migrations: it is made once per change of schema, not once per run. */
function templateName(): string {
  const hash = createHash('sha256');
  const files = readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('demo'),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return `terrain_template_${hash.digest('hex').slice(0, 12)}`;
}

/** Makes the migrated template when it is missing. Safe when two test files start together. */
async function prepareTemplate(): Promise<void> {
  const template = templateName();
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    await dropFormerTemplates(client);
    const unfinished = `${template}_making`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    await migrate(urlOf(unfinished));
    await client.query(`alter database ${unfinished} rename to ${template}`);
  });
}

async function dropFormerTemplates(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like 'terrain\\_template\\_%'`);
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
}

/** A database of its own for a test file, migrated and empty. Costs about 0.2 s. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<unknown> }> {
  await dropAbandonedClones();
  await prepareTemplate();
  const name = `${CLONE}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(async (client) => {
    // Copying a template needs it unused, and two copies at once are “use”: take turns.
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`create database ${name} template ${templateName()}`);
  });
  return {
    url: urlOf(name),
    drop: () => onServer((client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

/** Clones left by runs that were killed: their process is gone. */
async function dropAbandonedClones(): Promise<void> {
  await onServer(async (client) => {
    const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like '${CLONE}\\_%'`);
    for (const { datname } of rows) {
      const pid = Number(datname.split('_')[2]);
      if (!isAlive(pid)) await client.query(`drop database if exists ${datname} with (force)`);
    }
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
