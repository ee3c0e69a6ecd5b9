import { describe, expect, test } from '@jest/globals';
import { readConfig } from './config.js';

const DATABASE_URL = 'postgres://localhost/terrain';
const PROVIDER = {
  OIDC_ISSUER: 'https://provider.example.org',
  OIDC_CLIENT_ID: 'terrain',
  OIDC_CLIENT_SECRET: 'a secret long enough',
  OIDC_NAME: 'ProConnect',
};

describe('an identity provider', () => {
  test('is none unless configured', () => {
    expect(readConfig({ DATABASE_URL }).oidc).toBeNull();
  });

  test('is given by four variables, the rest having safe defaults', () => {
    expect(readConfig({ DATABASE_URL, ...PROVIDER }).oidc).toEqual({
      issuer: 'https://provider.example.org',
      clientId: 'terrain',
      clientSecret: 'a secret long enough',
      name: 'ProConnect',
      scopes: 'openid email profile',
      signedWith: 'RS256',
      multiFactor: [],
      trustsAddresses: false,
    });
  });

  test.each(Object.keys(PROVIDER))('is all or nothing: without %s the service does not start', (missing) => {
    expect(() => readConfig({ DATABASE_URL, ...PROVIDER, [missing]: undefined })).toThrow(`${missing}: is required with`);
  });

  test('is reached over TLS, except on this very machine', () => {
    const at = (issuer: string) => () => readConfig({ DATABASE_URL, ...PROVIDER, OIDC_ISSUER: issuer });
    expect(at('http://provider.example.org')).toThrow('OIDC_ISSUER: must be https');
    expect(at('http://127.0.0.1:4000')).not.toThrow();
  });

  test.each([
    ['OIDC_SIGNED_WITH', 'none'],
    ['OIDC_SIGNED_WITH', 'HS256'],
    ['OIDC_SCOPES', 'email'],
    ['OIDC_EMAIL', 'sometimes'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readConfig({ DATABASE_URL, ...PROVIDER, [name]: value })).toThrow(`${name}: `);
  });

  test('may be believed for a second factor, by the values named', () => {
    expect(readConfig({ DATABASE_URL, ...PROVIDER, OIDC_MULTI_FACTOR: 'mfa, eidas2,eidas3' }).oidc?.multiFactor).toEqual([
      'mfa',
      'eidas2',
      'eidas3',
    ]);
  });
});
