import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../infra/launch/port.mjs';
import { isAlive } from '../../infra/launch/lock.mjs';
import { tinyProject } from './support/tiny-project.mjs';

// Whole programs and a real PostgreSQL start and stop here, on machines that may be busy.
jest.setTimeout(120_000);

describe('npm start', () => {
  /** @type {ReturnType<typeof tinyProject>} */
  let project;
  /** @type {string} */
  let PORT;
  beforeAll(async () => {
    project = tinyProject();
    PORT = String(await freePort());
  });
  afterAll(() => project.remove());

  const postmaster = () => join(project.folder, '.local', 'pg-app', 'postmaster.pid');
  const ask = async (/** @type {string} */ path) => (await fetch(`http://127.0.0.1:${PORT}${path}`)).text();

  test('prepares the database, loads the demo data, serves, and Ctrl-C stops all of it', async () => {
    const start = project.run(['infra/start.mjs'], { PORT });
    await start.says(/is ready: http:\/\/localhost:\d+/);
    expect(await ask('/database')).toMatch(/^postgres:\/\/postgres:\w+@127\.0\.0\.1:\d+\/terrain$/);
    expect(start.text()).toMatch(/✓ Migrating the database[\s\S]*✓ Demo data/);
    start.signal('SIGINT');
    expect(await start.ended).toBe(0);
    expect(start.text()).toMatch(/Stopping…\nserver closed/);
    expect(existsSync(postmaster())).toBe(false);
    await expect(ask('/')).rejects.toThrow();
  });

  test('killed without warning, it leaves nothing in the way of the next start, which finds its data again', async () => {
    const killed = project.run(['infra/start.mjs'], { PORT });
    await killed.says(/is ready/);
    const before = await ask('/database');
    killed.signal('SIGKILL');
    await killed.gone;
    const next = project.run(['infra/start.mjs'], { PORT });
    await next.says(/is ready/);
    expect(next.text()).not.toMatch(/Creating the private PostgreSQL/);
    expect(passwordOf(await ask('/database'))).toBe(passwordOf(before));
    next.signal('SIGTERM');
    expect(await next.ended).toBe(0);
    expect(existsSync(postmaster())).toBe(false);
  });

  test('killed while PostgreSQL was starting, it waits for that one instead of starting a second', async () => {
    const holder = project.run(['infra/database.mjs', 'app']);
    const [url] = await holder.says(/postgres:\/\/\S+/);
    holder.signal('SIGKILL');
    await holder.gone;
    const content = readFileSync(postmaster(), 'utf8');
    writeFileSync(postmaster(), content.replace(/ready\s*$/, 'starting\n'));
    const next = project.run(['infra/database.mjs', 'app']);
    const lock = join(project.folder, '.local', 'run', 'app', 'database.lock');
    await untilExists(lock);
    expect(next.text()).toBe('');
    writeFileSync(postmaster(), content);
    expect((await next.says(/postgres:\/\/\S+/))[0]).toBe(url);
    next.signal('SIGINT');
    await next.ended;
    expect(existsSync(postmaster())).toBe(false);
  });

  test('survives a PostgreSQL killed with -9', async () => {
    const first = project.run(['infra/database.mjs', 'app']);
    await first.says(/postgres:\/\//);
    process.kill(Number(readFileSync(postmaster(), 'utf8').split('\n')[0]), 'SIGKILL');
    first.signal('SIGKILL');
    await first.ended;
    expect(existsSync(postmaster())).toBe(true);
    const second = project.run(['infra/database.mjs', 'app', '--', 'true']);
    expect([await second.ended, second.text()]).toEqual([0, '']);
  });

  test('shares one database between commands, and the last to leave stops it', async () => {
    const holders = [1, 2].map(() => project.run(['infra/database.mjs', 'app']));
    const urls = await Promise.all(holders.map(async (holder) => (await holder.says(/postgres:\/\/\S+/))[0]));
    expect(urls[0]).toBe(urls[1]);
    holders[0]?.signal('SIGINT');
    await holders[0]?.ended;
    expect(existsSync(postmaster())).toBe(true);
    holders[1]?.signal('SIGINT');
    await holders[1]?.ended;
    expect(existsSync(postmaster())).toBe(false);
    expect(readdirSync(join(project.folder, '.local', 'run', 'app', 'users'))).toEqual([]);
  });

  test('a port already in use stops it at once with a sentence that says which and what to do', async () => {
    const taken = createServer();
    await new Promise((listening) => taken.listen(Number(PORT), '127.0.0.1', () => listening(null)));
    const start = project.run(['infra/start.mjs'], { PORT });
    expect(await start.ended).toBe(1);
    expect(start.text()).toMatch(
      new RegExp(`^✗ Port ${PORT} is already used by another program.*\\n  → Stop that program, or choose another port: PORT=`),
    );
    taken.close();
  });

  test('a port that is not a number is refused in words', async () => {
    const start = project.run(['infra/start.mjs'], { PORT: 'trois-mille', LANG: 'fr_FR.UTF-8' });
    expect(await start.ended).toBe(1);
    expect(start.text()).toBe("✗ PORT=trois-mille n'est pas un numéro de port.\n  → Donnez un nombre de 1 à 65535 : PORT=3000 npm start\n");
  });

  test('a folder where this account may not write is said in one sentence', async () => {
    const foreign = tinyProject();
    chmodSync(foreign.folder, 0o555);
    // Root may write anywhere: another account is needed to be refused.
    const start = foreign.run(['infra/start.mjs'], { PORT }, process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
    expect(await start.ended).toBe(1);
    expect(start.text()).toMatch(
      /^✗ This account may not write here: .*\.local\S*\n {2}→ Make the project folder yours \(chown -R\), or clone it elsewhere\.\n$/,
    );
    chmodSync(foreign.folder, 0o755);
    foreign.remove();
  });

  test('a server that ends by itself is told apart from one that was stopped', async () => {
    project.file('api/dist/main.js', `console.log('cannot do it'); process.exit(3);`);
    const start = project.run(['infra/start.mjs'], { PORT });
    expect(await start.ended).toBe(1);
    expect(start.text()).toMatch(/cannot do it[\s\S]*The server stopped by itself \(code 3\)/);
    expect(existsSync(postmaster())).toBe(false);
  });

  test('the command line reads files from the folder where it was typed and gives back the exit code', async () => {
    const INIT_CWD = join(project.folder, 'infra');
    const cli = project.run(['infra/cli.mjs', 'import', 'stations', 'gares.csv'], { INIT_CWD });
    expect(await cli.ended).toBe(0);
    expect(cli.text()).toContain(`cli import stations gares.csv in ${INIT_CWD}`);
    project.file('api/dist/cli.js', `process.exit(process.argv[2] === 'migrate' ? 0 : 4);`);
    expect(await project.run(['infra/cli.mjs', 'match', 'verify']).ended).toBe(4);
  });

  test('no process of ours is left behind', () => {
    const cards = join(project.folder, '.local', 'run', 'services');
    const alive = readdirSync(cards).filter((name) => isAlive(readFileSync(join(cards, name), 'utf8').split('\n')[1] ?? ''));
    expect(alive).toEqual([]);
  });
});

/** @param {string} file */
async function untilExists(file) {
  while (!existsSync(file)) await new Promise((done) => setImmediate(done));
}

/** @param {string} url */
const passwordOf = (url) => new URL(url).password;
