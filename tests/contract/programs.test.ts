import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { cloneDatabase } from '../support/database.js';
import { type Program, startProgram } from '../support/programs.js';

let database: Awaited<ReturnType<typeof cloneDatabase>>;
const running: Program[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
}, 120_000);
afterAll(async () => {
  running.forEach((program) => program.signal('SIGKILL'));
  await Promise.all(running.map((program) => program.ended));
  await database.drop();
});

function start(...[name, args, environment]: Parameters<typeof startProgram>): Program {
  const program = startProgram(name, args, environment);
  running.push(program);
  return program;
}
const environment = (more: Record<string, string> = {}) => ({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'info', ...more });
async function startApi(more: Record<string, string> = {}): Promise<{ api: Program; url: string }> {
  const api = start('main', [], environment(more));
  const { port } = JSON.parse(await api.says(/"msg":"listening"/)) as { port: number };
  return { api, url: `http://127.0.0.1:${port}` };
}

describe('the compiled programs, started as people start them', () => {
  test('the API starts, answers, logs without secrets and stops when asked', async () => {
    const { api, url } = await startApi({ WORKER: 'inline' });
    const headers = { Authorization: 'Bearer s3cret', 'X-Request-Id': 'seen-in-the-log' };
    expect((await fetch(`${url}/api/web-config?token=s3cret`, { headers })).status).toBe(422);
    const answer = await fetch(`${url}/api/web-config`, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await api.says(/seen-in-the-log/)).toContain('"path":"/api/web-config"');
    api.signal('SIGTERM');
    expect(await api.ended).toBe('SIGTERM');
    expect(api.text()).not.toContain('s3cret');
  });

  test('a request being answered when the API is asked to stop gets its answer', async () => {
    const { api, url } = await startApi({ WORKER: 'off' });
    const blocker = new pg.Client({ connectionString: database.url });
    await blocker.connect();
    await blocker.query('begin; lock table schema_migration');
    const pending = fetch(`${url}/health/ready`);
    await waitFor(async () => (await blocker.query(`select 1 from pg_locks where not granted`)).rowCount === 1);
    api.signal('SIGTERM');
    await blocker.query('commit');
    await blocker.end();
    expect([200, 503]).toContain((await pending).status);
    await api.ended;
  });

  test('the worker starts apart and stops when asked', async () => {
    const worker = start('worker', [], environment());
    await worker.says(/worker started/);
    worker.signal('SIGINT');
    expect(await worker.ended).toBe('SIGINT');
  });

  test('a database that disappears makes the API unready, not dead', async () => {
    const lost = await cloneDatabase();
    const { api, url } = await startApi({ DATABASE_URL: lost.url });
    await lost.drop();
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ checks: { database: 'down' } });
    api.signal('SIGTERM');
    await api.ended;
  });
});

describe('faults at start are one clear message', () => {
  test('a wrong environment lists every fault', async () => {
    const api = start('main', [], { PORT: 'abc', DATABASE_URL: 'nowhere' });
    expect(await api.ended).toBe(1);
    expect(api.text()).toMatch(/correct these environment variables:\n {2}- PORT: .*\n {2}- DATABASE_URL: is not a valid URL\n$/);
  });

  test('a database that does not answer is named as such, without a stack', async () => {
    const api = start('main', [], { PORT: '0', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', LOG_LEVEL: 'silent' });
    expect(await api.ended).toBe(1);
    expect(api.text()).toBe('The database does not answer: check that it runs and that DATABASE_URL is right.\n');
  }, 20_000);

  test('a database that was never migrated is said with what to do', async () => {
    const api = start('main', [], { PORT: '0', DATABASE_URL: process.env['TEST_DATABASE_URL']!, LOG_LEVEL: 'silent' });
    expect(await api.ended).toBe(1);
    expect(api.text()).toBe('The database is not prepared: run `npm run migrate` first.\n');
  });

  test('a port in use is said with what to do', async () => {
    const { api, url } = await startApi();
    const second = start('main', [], environment({ PORT: new URL(url).port }));
    expect(await second.ended).toBe(1);
    expect(second.text()).toMatch(/Port \d+ is already in use: stop the other program or set PORT\./);
    api.signal('SIGTERM');
    await api.ended;
  });
});

describe('the command line', () => {
  test('checks the journal', async () => {
    const cli = start('cli', ['journal', 'verify'], environment());
    expect(await cli.ended).toBe(0);
    expect(cli.text()).toMatch(/^journal intact: 0 acts, last hash 0{64}\n$/);
  });

  test('reads a delivery report from its standard input, and says when it is none', async () => {
    const cli = start('cli', ['mail', 'bounce'], environment());
    expect(await cli.ended).toBe(1);
    expect(cli.text()).toBe('This is not a delivery report: nothing was changed.\n');
  });

  test('migrates twice without harm', async () => {
    const cli = start('cli', ['migrate'], environment());
    expect(await cli.ended).toBe(0);
    expect(cli.text()).toBe('the database is up to date\n');
  });

  test('tells a mistyped command from a failed one by its exit code', async () => {
    const mistyped = start('cli', ['migrat'], {});
    expect(await mistyped.ended).toBe(2);
    expect(mistyped.text()).toMatch(/unknown command 'migrat'[\s\S]*Did you mean migrate\?/);
    const failed = start('cli', ['migrate'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(await failed.ended).toBe(1);
    expect(failed.text()).toMatch(/^The database does not answer/);
  });
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
