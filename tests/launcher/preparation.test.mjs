import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { driftOf } from '../../infra/checking/drift.mjs';
import { installedState } from '../../infra/launch/dependencies.mjs';
import { isAlive, processIdentity, withLock } from '../../infra/launch/lock.mjs';
import { requireNode } from '../../infra/launch/node-version.mjs';
import { freePort, requireFreePort } from '../../infra/launch/port.mjs';
import { fingerprint, isStamped, writeStamp } from '../../infra/launch/stamp.mjs';
import { countUsers, joinUsers, leaveUsers } from '../../infra/launch/users.mjs';
import { spokenLanguage } from '../../infra/launch/words.mjs';
import { needsOf } from '../../infra/testing/needs.mjs';
import { countResults, summaryLine } from '../../infra/testing/results.mjs';
import { emptyFolder } from './support/tiny-project.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @type {(path: string, content?: string) => void} */
const write = (path, content = '') => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

describe('what is compiled again', () => {
  const inputs = ['src', 'tsconfig.json'];
  const print = () => fingerprint(folder, inputs);

  test('a change of content, name or number of files shows; a new date or an output does not', () => {
    write('src/a.ts', 'one');
    write('tsconfig.json', '{}');
    const first = print();
    write('src/a.ts', 'one');
    write('dist/a.js', 'built');
    write('src/node_modules/x.js', 'foreign');
    expect(print()).toBe(first);
    write('src/a.ts', 'two');
    const second = print();
    write('src/b.ts');
    expect(new Set([first, second, print()]).size).toBe(3);
  });

  test('a stamp holds until its sources change', () => {
    const stamp = join(folder, 'stamp');
    expect(isStamped(stamp, 'x')).toBe(false);
    writeStamp(stamp, 'x');
    expect([isStamped(stamp, 'x'), isStamped(stamp, 'y')]).toEqual([true, false]);
  });
});

describe('dependencies', () => {
  const lock = (/** @type {object} */ packages) => JSON.stringify({ packages });
  const wanted = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/other-system': { version: '1.0.0', optional: true } };

  test('are missing, outdated or current, by what npm wrote itself', () => {
    write('package-lock.json', lock(wanted));
    expect(installedState(folder)).toBe('missing');
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '0.9.0' } }));
    write('node_modules/a/package.json', '{}');
    expect(installedState(folder)).toBe('outdated');
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
    expect(installedState(folder)).toBe('current');
    rmSync(join(folder, 'node_modules', 'a'), { recursive: true });
    expect(installedState(folder)).toBe('outdated');
  });
});

describe('sharing between processes', () => {
  test('a lock lets one work at a time and gives the place of the dead to the living', async () => {
    const lock = join(folder, 'x.lock');
    writeFileSync(lock, '999999:1');
    /** @type {string[]} */
    const order = [];
    const work = (/** @type {string} */ name) =>
      withLock(lock, async () => {
        order.push(`${name} in`);
        await new Promise((done) => setImmediate(done));
        order.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b'), work('c')]);
    expect(order.map((line) => line.split(' ')[1])).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
    expect(existsSync(lock)).toBe(false);
  });

  test('a lock is given back when the work fails', async () => {
    const lock = join(folder, 'x.lock');
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(lock, () => Promise.resolve('yes'))).toBe('yes');
  });

  test('users are counted, and the ones killed without warning no longer count', () => {
    const [first, second] = [joinUsers(folder), joinUsers(folder)];
    writeFileSync(join(folder, 'ghost'), '999999:1');
    expect(countUsers(folder)).toBe(2);
    expect(leaveUsers(folder, first)).toBe(false);
    expect(leaveUsers(folder, second)).toBe(true);
    expect(existsSync(join(folder, 'ghost'))).toBe(false);
  });

  test('a number given again to another process is not taken for the first one', () => {
    const me = processIdentity(process.pid) ?? '';
    expect(isAlive(me)).toBe(true);
    if (process.platform === 'linux') expect(isAlive(`${process.pid}:1`)).toBe(false);
  });
});

describe('before any long work', () => {
  test('a taken port is named with the way out, a free one passes', async () => {
    const port = await freePort();
    await expect(requireFreePort(port)).resolves.toBeUndefined();
    const taken = createServer();
    await new Promise((listening) => taken.listen(port, '127.0.0.1', () => listening(null)));
    await expect(requireFreePort(port)).rejects.toMatchObject({
      message: expect.stringContaining(String(port)),
      advice: expect.stringContaining(`PORT=${port + 1} npm start`),
    });
    await new Promise((closed) => taken.close(closed));
  });

  test('an old Node is refused with its version, a recent one passes', () => {
    expect(() => requireNode('20.18.3')).toThrow(/20\.18\.3.*20\.19/);
    expect(() => requireNode('18.20.0')).toThrow();
    ['20.19.0', '22.1.0', '24.0.0'].forEach((version) => expect(() => requireNode(version)).not.toThrow());
  });

  test('the launcher speaks French unless the machine is in English', () => {
    expect([{}, { LANG: 'C.UTF-8' }, { LANG: 'fr_FR.UTF-8' }, { LANG: 'en_GB.UTF-8' }].map(spokenLanguage)).toEqual([
      'fr',
      'fr',
      'fr',
      'en',
    ]);
  });
});

describe('what a run of the suites prepares', () => {
  const needs = (/** @type {string} */ typed) => [...needsOf(typed.split(' ').filter(Boolean))].sort();

  test('everything by default, whatever file or option is given', () => {
    ['', 'tests/api/sites', '--watch', '--selectProjects unheard-of'].forEach((typed) =>
      expect(needs(typed)).toEqual(['browser', 'build', 'database']),
    );
  });

  test('only what the chosen groups use', () => {
    expect(needs('--selectProjects rules web')).toEqual([]);
    expect(needs('--selectProjects rules api --verbose')).toEqual(['database']);
    expect(needs('--selectProjects=contract')).toEqual(['build', 'database']);
    expect(needs('--verbose --selectProjects e2e')).toEqual(['browser', 'build', 'database']);
  });
});

describe('what a run says at its end', () => {
  const report = (/** @type {object} */ numbers) =>
    countResults({
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
      testResults: [],
      ...numbers,
    });

  test('one line counts what passed, failed and was skipped', () => {
    expect(summaryLine(report({ numPassedTests: 12 }))).toBe('12 passed, 0 failed');
    expect(summaryLine(report({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }))).toBe(
      '3 passed, 1 failed, 3 skipped',
    );
  });

  test('a suite that cannot even load is a failure', () => {
    expect(report({ numRuntimeErrorTestSuites: 1 }).failed).toBe(1);
  });

  test('generated files that changed are named, and put back as they were', async () => {
    write('docs/method.md', 'old');
    write('docs/hand.md', 'mine');
    write('api/openapi.json', '{}');
    const drifted = await driftOf(folder, ['docs', 'api/openapi.json'], async () => {
      write('docs/method.md', 'new');
      write('docs/added.md', 'new');
      rmSync(join(folder, 'api/openapi.json'));
    });
    expect(drifted).toEqual(['api/openapi.json', 'docs/added.md', 'docs/method.md']);
    expect([readFileSync(join(folder, 'docs/method.md'), 'utf8'), existsSync(join(folder, 'docs/added.md'))]).toEqual(['old', false]);
    expect(readFileSync(join(folder, 'api/openapi.json'), 'utf8')).toBe('{}');
  });
});

test('on a fresh clone the checks find the tools that were installed after the command began', () => {
  cpSync('infra', join(folder, 'infra'), { recursive: true, filter: (path) => !path.includes('node_modules') });
  write('package.json', '{"type":"module"}');
  const steps = pathToFileURL(join(folder, 'infra/checking/steps.mjs')).href;
  const manifest = (/** @type {string} */ command) => JSON.stringify({ bin: { [command]: 'run.js' } });
  const script = `
    import { mkdirSync, writeFileSync } from 'node:fs';
    const { checkSteps } = await import(${JSON.stringify(steps)});
    for (const [name, manifest] of ${JSON.stringify([
      ['prettier', manifest('prettier')],
      ['typescript', manifest('tsc')],
    ])}) {
      mkdirSync(${JSON.stringify(folder)} + '/node_modules/' + name, { recursive: true });
      writeFileSync(${JSON.stringify(folder)} + '/node_modules/' + name + '/package.json', manifest);
    }
    console.log(JSON.stringify(checkSteps().filter(({ script }) => script !== null).map(({ name }) => name)));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual(['types api', 'types web', 'types tests', 'types tests of the web', 'types infra', 'format']);
});
