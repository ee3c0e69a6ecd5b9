import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { SECRET_VARIABLES } from './config.secrets.js';
import { ConfigError, readConfig } from './config.js';

const DATABASE_URL = 'postgres://terrain@localhost/terrain';

describe('the configuration read at start', () => {
  test('needs nothing but a database', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      port: 3000,
      worker: 'inline',
      publicUrl: 'http://localhost:3000',
      mapTiles: null,
    });
  });

  test('an empty variable is one that was not given', () => {
    expect(readConfig({ DATABASE_URL, PORT: '', MAP_TILES_URL: '' })).toMatchObject({ port: 3000, mapTiles: null });
  });

  test('the public address loses its last slash, tiles keep their template', () => {
    const config = readConfig({ DATABASE_URL, PUBLIC_URL: 'https://terrain.example/', MAP_TILES_URL: 'https://t.example/{z}/{x}/{y}.png' });
    expect(config.publicUrl).toBe('https://terrain.example');
    expect(config.mapTiles).toEqual({ url: 'https://t.example/{z}/{x}/{y}.png', attribution: '' });
  });

  test('every fault is told at once, by the name of its variable, without repeating secrets', () => {
    const faults = () => readConfig({ PORT: 'http', WORKER: 'maybe', DATABASE_URL: 'mysql://root:hunter2@db', METRICS_TOKEN: 'short' });
    expect(faults).toThrow(ConfigError);
    expect(faults).toThrow(/PORT: [\s\S]*DATABASE_URL: is not a valid URL[\s\S]*WORKER: [\s\S]*METRICS_TOKEN: /);
    expect(faults).not.toThrow(/hunter2/);
  });

  test('who publishes the service is named, or nothing of it is said', () => {
    expect(readConfig({ DATABASE_URL }).publisher).toBeNull();
    const given = { PUBLISHER_NAME: 'Ville de Langres', PUBLISHER_DIRECTOR: 'Anne Martin, maire' };
    expect(readConfig({ DATABASE_URL, ...given }).publisher).toEqual({
      name: 'Ville de Langres',
      address: null,
      contact: null,
      director: 'Anne Martin, maire',
      host: null,
    });
    expect(() => readConfig({ DATABASE_URL, PUBLISHER_ADDRESS: '1 place de l’Hôtel-de-Ville' })).toThrow(/PUBLISHER_NAME: is required/);
  });

  test('people do not sign in over plain http, but on this very machine', () => {
    expect(() => readConfig({ DATABASE_URL, PUBLIC_URL: 'http://terrain.example' })).toThrow('PUBLIC_URL must be https');
    expect(readConfig({ DATABASE_URL, PUBLIC_URL: 'http://localhost:8080' }).publicUrl).toBe('http://localhost:8080');
  });

  test('production does not start on a secret made up for a laptop', () => {
    expect(() => readConfig({ DATABASE_URL, NODE_ENV: 'production', MAIL_DRIVER: 'off' })).toThrow('APP_SECRET is required in production');
  });

  test.each([
    ['security@example.org', 'mailto:security@example.org'],
    ['mailto:security@example.org', 'mailto:security@example.org'],
    ['https://example.org/signaler', 'https://example.org/signaler'],
  ])('whom to write to about a fault has a scheme, as RFC 9116 asks: %s', (given, read) => {
    expect(readConfig({ DATABASE_URL, SECURITY_CONTACT: given }).securityContact).toBe(read);
  });

  test.each(['the desk', 'http://example.org', 'javascript:alert(1)', 'a@b.org\nExpires: never'])(
    'a contact that nobody could use stops the start: %j',
    (given) => expect(() => readConfig({ DATABASE_URL, SECURITY_CONTACT: given })).toThrow(/SECURITY_CONTACT: /),
  );

  test('a missing database is said plainly', () => {
    expect(() => readConfig({})).toThrow('DATABASE_URL: is required');
  });
});

describe('secrets handed over as files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terrain-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  test('are read without the end of line that editors add', () => {
    const config = readConfig({
      DATABASE_URL_FILE: file('database', `${DATABASE_URL}\n`),
      METRICS_TOKEN_FILE: file('token', ' 16 characters or more \r\n'),
    });
    expect(config.database.url).toBe(DATABASE_URL);
    expect(config.metricsToken).toBe(' 16 characters or more ');
  });

  test.each(SECRET_VARIABLES)('%s may not come twice, by itself and by a file', (name) => {
    const twice = { DATABASE_URL, [name]: 'hunter2-hunter2-hunter2', [`${name}_FILE`]: file('twice', 'hunter3') };
    expect(() => readConfig(twice)).toThrow(`  - ${name}_FILE: is given twice: keep ${name} or ${name}_FILE`);
    expect(() => readConfig(twice)).not.toThrow(/hunter/);
  });

  test('are named, never shown, when their file is missing, empty or plainly another file', () => {
    const faults = () =>
      readConfig({
        DATABASE_URL_FILE: join(folder, 'nowhere'),
        METRICS_TOKEN_FILE: file('empty', '\n'),
        APP_SECRET_FILE: file('long', 'hunter2'.repeat(5_000)),
      });
    expect(faults).toThrow(
      /:\n {2}- DATABASE_URL_FILE: cannot be read \(ENOENT\)\n {2}- METRICS_TOKEN_FILE: leads to an empty file\n {2}- APP_SECRET_FILE: leads to a file too long to be a secret$/,
    );
    expect(faults).not.toThrow(/hunter2/);
  });

  test('are held to the same rules as given directly', () => {
    expect(() => readConfig({ DATABASE_URL, METRICS_TOKEN_FILE: file('short', 'short') })).toThrow(/METRICS_TOKEN: /);
  });
});
