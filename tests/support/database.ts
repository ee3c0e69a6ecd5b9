import pg from 'pg';
import { type Content, templateName, templatePrefix, TEMPLATES } from './templates.js';

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

/** One at a time over all test processes: copying a template needs it unused, and two copies at once are “use”. */
const onServer = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => locked('server', work);

/** Whoever holds the same name waits; others go on. */
async function locked<T>(what: 'server' | Content, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, hashtext($2))', [TEMPLATE_LOCK, what]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own for a test file. Costs about 0.2 s once its template is there. */
export async function cloneDatabase(content: Content = 'empty'): Promise<{ url: string; drop: () => Promise<unknown> }> {
  const name = `${CLONE}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const template = await prepareTemplate(content);
  await onServer(async (client) => {
    await dropAbandonedClones(client);
    await client.query(`create database ${name} template ${template}`);
  });
  return { url: urlOf(name), drop: () => onServer((client) => dropDatabase(client, name)) };
}

/** Makes a template when it is missing, and drops those that former sources made. Who needs another one does not wait for it. */
async function prepareTemplate(content: Content): Promise<string> {
  const template = templateName(content);
  const { from, fill } = TEMPLATES[content];
  return locked(content, async (client) => {
    const former = await databasesNamed(client, templatePrefix(content));
    if (former.includes(template)) return template;
    for (const database of former) await dropDatabase(client, database);
    const base = from ? await prepareTemplate(from) : 'template1';
    const unfinished = `${template}_making`;
    await onServer((server) => server.query(`create database ${unfinished} template ${base}`));
    await fill(urlOf(unfinished));
    await client.query(`alter database ${unfinished} rename to ${template}`);
    return template;
  });
}

/** Clones left by runs that were killed: their process is gone. */
async function dropAbandonedClones(client: pg.Client): Promise<void> {
  for (const database of await databasesNamed(client, `${CLONE}_`)) {
    if (!isAlive(Number(database.split('_')[2]))) await dropDatabase(client, database);
  }
}

async function databasesNamed(client: pg.Client, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix]);
  return rows.map(({ datname }) => datname);
}

function dropDatabase(client: pg.Client, name: string): Promise<unknown> {
  return client.query(`drop database if exists ${name} with (force)`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
