import { describe, expect, test } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../infra/launch/paths.mjs';

const read = (/** @type {string} */ path) => readFileSync(join(projectRoot, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true });
/** @type {Record<string, any>} */
const services = compose.services;
const stages = read('infra/docker/Dockerfile')
  .split(/^(?=FROM )/m)
  .slice(1)
  .map((text) => ({ name: /^FROM \S+ AS (\S+)/.exec(text)?.[1] ?? '', from: /^FROM (\S+)/.exec(text)?.[1] ?? '', text }));

describe('docker-compose.yml', () => {
  test('follows the schema of the compose specification', () => {
    const schema = JSON.parse(read('infra/docker/compose-spec.json'));
    const { id: _id, $schema: _dialect, ...body } = schema;
    // Inner "id" keys are remnants of an older dialect; formats such as "duration" are not checked by the specification either.
    const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(withoutIds(body));
    expect([validate(compose), validate.errors]).toEqual([true, null]);
    expect(validate({ ...compose, services: { api: { imagee: 'typo' } } })).toBe(false);
  });

  test('has everything the service needs on one machine', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'database', 'mail', 'migrate', 'proxy', 'store', 'web', 'worker']);
  });

  test('pins every image that is not ours', () => {
    const foreign = Object.values(services).filter(({ build }) => build === undefined);
    expect(foreign.map(({ image }) => image)).toEqual(foreign.map(() => expect.stringMatching(/:v?\d/)));
  });

  test('waits only for services that can say they are healthy', () => {
    const awaited = Object.values(services).flatMap(({ depends_on: needs = {} }) =>
      Object.entries(needs).flatMap(([name, { condition }]) => (condition === 'service_healthy' ? [name] : [])),
    );
    const mute = awaited.filter((name) => services[name].healthcheck === undefined && !imageOf(name)?.text.includes('HEALTHCHECK'));
    expect(mute).toEqual([]);
  });

  test('publishes the proxy and, to the machine itself only, the caught mail', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(['proxy', 'mail']);
    expect(services.mail.ports).toEqual(['127.0.0.1:8025:8025']);
  });

  test('lets nothing out of the inner network but by the proxy, until the way out is asked for', () => {
    const reaching = (/** @type {Record<string, any>} */ given) =>
      Object.entries(given).flatMap(([name, { networks = [] }]) => (networks.includes('outside') ? [name] : []));
    expect(compose.networks.inside).toEqual({ internal: true });
    expect(reaching(services)).toEqual(['proxy', 'mail']);
    expect(reaching(parse(read('infra/docker/way-out.yml')).services)).toEqual(['api', 'worker']);
    expect(read('infra/docker/example.env')).toContain('#COMPOSE_FILE=docker-compose.yml:infra/docker/way-out.yml\n');
  });

  test('holds no secret: each is asked for, and listed in the example', () => {
    const secrets = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const example = read('infra/docker/example.env');
    expect(new Set(secrets)).toEqual(
      new Set(['POSTGRES_PASSWORD', 'APP_SECRET', 'GARAGE_RPC_SECRET', 'STORE_ACCESS_KEY', 'STORE_SECRET_KEY']),
    );
    for (const name of secrets) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });
});

describe('the images', () => {
  test('run as an ordinary account and say whether they are well', () => {
    for (const name of ['api', 'web', 'proxy']) {
      const own = stages.find((stage) => stage.name === name);
      const parent = stages.find((stage) => stage.name === own?.from);
      expect(`${parent?.text ?? ''}${own?.text ?? ''}`).toMatch(/^USER (node|caddy)$/m);
      expect(own?.text).toMatch(/^HEALTHCHECK /m);
    }
  });

  test('are built on the current long-term Node', () => {
    const bases = stages.map(({ from }) => from).filter((from) => from.startsWith('node:'));
    expect(new Set(bases)).toEqual(new Set(['node:24-bookworm-slim']));
  });
});

/** @param {string} service */
function imageOf(service) {
  return stages.find(({ name }) => name === services[service].build?.target);
}

/**
 * @param {unknown} node
 * @returns {any}
 */
function withoutIds(node) {
  if (Array.isArray(node)) return node.map(withoutIds);
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).filter(([key, value]) => !(key === 'id' && String(value).startsWith('#/')));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutIds(value)]));
}
