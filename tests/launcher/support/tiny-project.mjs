import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../infra/launch/paths.mjs';

/**
 * A project with our launcher and almost nothing to launch, so that its whole life fits in a test:
 * the API is two small programs, dependencies are none, and nothing has to be compiled.
 */
export function tinyProject() {
  const folder = mkdtempSync(join(tmpdir(), 'terrain-launcher-'));
  // The account of PostgreSQL must be able to enter.
  chmodSync(folder, 0o755);
  cpSync(join(projectRoot, 'infra'), join(folder, 'infra'), { recursive: true });
  write(folder, 'package.json', JSON.stringify({ name: 'tiny', private: true, type: 'module' }));
  write(folder, 'package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: { '': {} } }));
  write(folder, 'node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
  write(folder, 'api/dist/cli.js', `process.stdout.write('cli ' + process.argv.slice(2).join(' ') + ' in ' + process.cwd() + '\\n');`);
  write(folder, 'api/dist/main.js', server);
  return {
    folder,
    file: (/** @type {string} */ path, /** @type {string} */ content) => write(folder, path, content),
    /** @type {(args: string[], env?: NodeJS.ProcessEnv, account?: { uid?: number, gid?: number }) => ReturnType<typeof launch>} */
    run: (args, env = {}, account = {}) => launch(folder, args, env, account),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const server = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  if (request.url === '/database') return response.end(process.env.DATABASE_URL);
  response.end('ok');
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => { process.stdout.write('server closed\\n'); server.close(); server.closeAllConnections(); });
`;

/**
 * @param {string} folder
 * @param {string} path
 * @param {string} content
 */
function write(folder, path, content) {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/**
 * Runs `node …args` in the project; its text can be waited for.
 * @param {string} folder
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ uid?: number, gid?: number }} account
 */
function launch(folder, args, env, account) {
  const { DATABASE_URL: _app, TEST_DATABASE_URL: _test, INIT_CWD: _cwd, ...inherited } = process.env;
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...inherited, LANG: 'en_US.UTF-8', ...env }, ...account });
  let text = '';
  /** @type {(() => void)[]} */
  let watchers = [];
  const hear = (/** @type {Buffer} */ chunk) => {
    text += chunk.toString('utf8');
    watchers.forEach((watch) => watch());
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  /** @type {Promise<number | null>} */
  const ended = new Promise((done) => child.on('close', (code) => done(code)));
  return {
    ended,
    /** Sooner than `ended` for a launcher killed with -9, whose programs keep its pipes open. */
    gone: new Promise((done) => child.on('exit', done)),
    text: () => text,
    signal: (/** @type {NodeJS.Signals} */ signal) => child.kill(signal),
    /** @param {RegExp} pattern */
    says: (pattern) =>
      new Promise((done, fail) => {
        const look = () => {
          const found = pattern.exec(text);
          if (found !== null) done(found);
        };
        watchers = [...watchers, look];
        void ended.then(() => fail(new Error(`ended without saying ${pattern}:\n${text}`)));
        look();
      }),
  };
}

/** @param {string} folder */
export function emptyFolder(folder = mkdtempSync(join(tmpdir(), 'terrain-folder-'))) {
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * A folder of programs, each a shell script.
 * @param {Record<string, string>} scripts
 * @param {string} [folder]
 */
export function programs(scripts, folder = emptyFolder()) {
  for (const [name, body] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}
