import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../infra/launch/paths.mjs';
import { capture } from '../../infra/launch/shell.mjs';
import { emptyFolder } from './support/tiny-project.mjs';

// Compiles the API and the web as the image does, when they are not compiled yet.
jest.setTimeout(300_000);

describe('what goes into the images', () => {
  /** @type {string} */
  let out;
  beforeAll(async () => {
    out = emptyFolder();
    const env = { ...process.env, REUSE_NODE_MODULES: join(projectRoot, 'node_modules') };
    const { code, output } = await capture('sh', [join(projectRoot, 'infra', 'docker', 'build.sh'), out], { env });
    if (code !== 0) throw new Error(output);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  test('the API runs from there alone', async () => {
    const { code, output } = await capture(process.execPath, [join(out, 'api', 'dist', 'cli.js'), '--help'], { cwd: out });
    expect(code).toBe(0);
    expect(output).toMatch(/migrate/);
  });

  test('the web is there with its page and its assets', () => {
    expect(existsSync(join(out, 'web', 'dist', 'index.html'))).toBe(true);
    expect(readdirSync(join(out, 'web', 'dist', 'assets')).length).toBeGreaterThan(1);
  });

  test('neither sources nor tests are', () => {
    expect(readdirSync(join(out, 'tests'))).toEqual(['package.json']);
    expect(existsSync(join(out, 'api', 'src'))).toBe(false);
    expect(readdirSync(out).sort()).toEqual([
      '.npmrc',
      'SECURITY.md',
      'api',
      'infra',
      'node_modules',
      'package-lock.json',
      'package.json',
      'tests',
      'web',
    ]);
  });

  test('the health check follows what the API says', async () => {
    let status = 200;
    const api = createServer((request, response) => response.writeHead(request.url === '/health/ready' ? status : 404).end());
    await new Promise((listening) => api.listen(0, '127.0.0.1', () => listening(null)));
    const address = api.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    const check = async () =>
      (await capture(process.execPath, [join(out, 'infra', 'docker', 'health.mjs')], { env: { ...process.env, PORT } })).code;
    expect(await check()).toBe(0);
    status = 503;
    expect(await check()).toBe(1);
    await new Promise((closed) => api.close(closed));
    expect(await check()).toBe(1);
  });

  test('no secret is copied: the list of what Docker leaves out names them', () => {
    const ignored = readFileSync(join(projectRoot, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.local', '.git', '**/node_modules']));
  });
});
