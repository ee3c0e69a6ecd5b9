import { describe, expect, test } from '@jest/globals';
import { RouteInventory } from '../../api/src/platform/http/route-inventory.js';
import { browserOn, PASSWORD } from '../support/browser-session.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ environment: { PUBLIC_URL: 'https://terrain.example', TRUST_PROXY: '1' }, content: 'demo' });

/** Addresses whose answers other sites may read: a new one is a decision, taken here too. */
const OPEN_DATA = [
  '/api/feeds/{about}/{subject}',
  '/api/feeds/search',
  '/api/matches/feed.atom',
  '/api/matches/method',
  '/api/notices/feed.atom',
  '/api/sites/export.csv',
  '/api/sites/export.geojson',
  '/api/sites/tiles/{z}/{x}/{y}',
];
const EXAMPLE_ID = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';

const addressesToRead = () =>
  t
    .get(RouteInventory)
    .all()
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path);

describe('every answer, refusals included, carries the protection of the browser', () => {
  test('over all addresses that can be read', async () => {
    for (const path of ['/', '/nulle-part', '/api/openapi.json', '/api/docs', ...addressesToRead()]) {
      const { headers } = await t.http().get(path.replace(/\{\w+\}/g, EXAMPLE_ID));
      expect({ path, ...headers }).toMatchObject({
        path,
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*object-src 'none';frame-ancestors 'none'/),
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'content-type': expect.stringMatching(/charset=utf-8|application\/(geo\+)?json/i),
      });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['server']).toBeUndefined();
    }
  });

  test('no script, style or frame may come from elsewhere, nor be written in the page', async () => {
    const { headers } = await t.http().get('/').expect(200);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-|\*|https?:/);
  });
});

describe('other sites read our open data, and nothing else', () => {
  test('exactly the listed addresses are open, to everybody and without cookies', async () => {
    const open: string[] = [];
    for (const path of addressesToRead()) {
      const { headers } = await t
        .http()
        .get(path.replace(/\{\w+\}/g, EXAMPLE_ID))
        .set('Origin', 'https://elsewhere.example');
      const seen = [headers['access-control-allow-origin'], headers['cross-origin-resource-policy']];
      expect([
        ['*', 'cross-origin'],
        [undefined, 'same-origin'],
      ]).toContainEqual(seen);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      if (seen[0] === '*') open.push(path);
    }
    expect(open).toEqual(OPEN_DATA);
  });

  test('so is the description of the API', async () => {
    const { headers } = await t.http().get('/api/openapi.json').expect(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
  });

  test('a refusal of an open address can be read there too', async () => {
    const { headers } = await t.http().get('/api/sites/export.csv?surprise=1').expect(422);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  test('a page of another site may not ask for anything that changes something', async () => {
    const { headers } = await t
      .http()
      .options('/api/matches/try')
      .set('Origin', 'https://elsewhere.example')
      .set('Access-Control-Request-Method', 'POST')
      .set('Access-Control-Request-Headers', 'content-type');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['access-control-allow-methods']).toBeUndefined();
  });

  test('TRACE, which would repeat the cookies of a visitor, is not served', async () => {
    const answer = await t.http().trace('/api/web-config').set({ Cookie: 'a=secret', 'Sec-Fetch-Site': 'same-origin' });
    expect(answer.status).toBe(405);
    expect(answer.text).not.toContain('a=secret');
  });

  test.each([
    '/assets',
    '/assets/',
    '/.env',
    '/.git/config',
    '/api/docs/assets/',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
  ])('folders and files that are not for visitors are not found: %s', async (path) => {
    const { text } = await t.http().get(path).expect(404);
    expect(text).not.toMatch(/Index of|workspaces/);
  });
});

describe('the cookie of a session', () => {
  const email = 'coffre@example.org';
  const signIn = (way: 'http' | 'https') =>
    browserOn(t).post('/api/session').set('X-Forwarded-Proto', way).send({ email, password: PASSWORD }).expect(200);

  test('given over TLS is bound to this very host, out of reach of scripts, and other sites cannot make it travel with a write', async () => {
    const person = { email, password: PASSWORD, displayName: 'Camille', language: 'fr' };
    await browserOn(t).post('/api/accounts/sign-up').send(person).expect(202);
    const cookies = (await signIn('https')).headers['set-cookie'] as unknown as string[];
    expect(cookies).toEqual([expect.stringMatching(/^__Host-terrain=s%3A[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/)]);
    const [cookie] = cookies[0]!.split(';');
    expect((await t.http().get('/api/me').set('Cookie', cookie!).expect(200)).body.account).toMatchObject({ email });
  });

  test('is not given at all in clear', async () => {
    expect((await signIn('http')).headers['set-cookie']).toBeUndefined();
  });
});
