import { describe, expect, test } from '@jest/globals';
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

  test('a missing database is said plainly', () => {
    expect(() => readConfig({})).toThrow('DATABASE_URL: is required');
  });
});
