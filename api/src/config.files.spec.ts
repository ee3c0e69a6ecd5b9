import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const base = { DATABASE_URL: 'postgres://terrain@localhost/terrain' };
const S3 = {
  FILES_STORE: 's3',
  FILES_S3_ENDPOINT: 'http://store:3900',
  FILES_S3_BUCKET: 'terrain',
  FILES_S3_ACCESS_KEY: 'GK1',
  FILES_S3_SECRET_KEY: 'secret',
};
const read = (given: Record<string, string> = {}) => readConfig({ ...base, ...given }).files;

describe('where files are kept', () => {
  test('in a folder of this machine, without antivirus, 2 GB for each organisation, unless said otherwise', () => {
    expect(read()).toEqual({ store: { driver: 'folder', folder: null }, clamd: null, quotaBytesPerOrganisation: 2_000_000_000 });
    expect(read({ FILES_FOLDER: '/srv/files', FILES_QUOTA_MB: '5' })).toMatchObject({
      store: { folder: '/srv/files' },
      quotaBytesPerOrganisation: 5_000_000,
    });
  });

  test('in a bucket, when all of it is given', () => {
    expect(read(S3).store).toMatchObject({ driver: 's3', endpoint: 'http://store:3900', region: 'garage', bucket: 'terrain' });
    const { FILES_S3_BUCKET: _, ...without } = S3;
    expect(() => read(without)).toThrow(new RegExp('FILES_S3_BUCKET: is required when FILES_STORE is s3'));
  });

  test.each([
    ['tcp://clamd', { host: 'clamd', port: 3310 }],
    ['tcp://10.0.0.4:3311', { host: '10.0.0.4', port: 3311 }],
    ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('the antivirus at %s', (url, address) => {
    expect(read({ CLAMD_URL: url }).clamd).toEqual(address);
  });

  test.each(['clamd:3310', 'http://clamd', 'tcp://clamd:99999', 'unix:relative'])('not at %s', (url) => {
    expect(() => read({ CLAMD_URL: url })).toThrow(ConfigError);
  });
});
