import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { WebPages } from '../../api/src/platform/http/web-page.js';
import { useTestApp } from '../support/test-app.js';

const folder = mkdtempSync(join(tmpdir(), 'terrain-web-'));
const shell = `<!doctype html><html lang="fr"><head><meta charset="utf-8">
<!--head--><title>Terrain d’entente</title><!--/head--></head><body><div id="root"></div></body></html>`;
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), shell);
writeFileSync(join(folder, 'assets/main-a1b2c3.js'), 'export {};');
writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');

const t = useTestApp({
  environment: {
    WEB_DIST: folder,
    PUBLIC_URL: 'https://terrain.example',
    MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png',
    MAP_TILES_ATTRIBUTION: '© "IGN"',
  },
});

beforeAll(() => {
  t.get(WebPages).register(
    '/essai/:name',
    ({ params, language }) =>
      params['name'] === 'absent'
        ? null
        : {
            title: language === 'fr' ? 'Halle </title><script>alert(1)</script>' : 'Shed',
            description: 'A "quoted" & <b>bold</b> place',
            imagePath: '/preview.png',
            jsonLd: { '@type': 'Place', name: '</script><script>alert(2)</script>' },
          },
    () => ['/essai/halle?a=1&b=2'],
  );
});

describe('pages for people', () => {
  test('a page arrives with its own title, description, preview and language, before any script', async () => {
    const { text, headers } = await t.http().get('/essai/halle').set('Accept-Language', 'en').expect(200).expect('Content-Type', /html/);
    expect(text).toContain('<html lang="en"');
    expect(text).toContain('<title>Shed · Terrain d’entente</title>');
    expect(text).toContain('<meta property="og:image" content="https://terrain.example/preview.png">');
    expect(text).toContain('<link rel="canonical" href="https://terrain.example/essai/halle">');
    expect(text).toContain('<meta name="map-tiles" content="https://tiles.example/{z}/{x}/{y}.png" data-attribution="© &quot;IGN&quot;">');
    expect(text.match(/<title>/g)).toHaveLength(1);
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('words typed by people cannot become markup', async () => {
    const { text } = await t.http().get('/essai/halle?lang=fr').expect(200);
    expect(text).toContain('Halle &lt;/title&gt;&lt;script&gt;alert(1)');
    expect(text).toContain('A &quot;quoted&quot; &amp; &lt;b&gt;bold&lt;/b&gt; place');
    expect(text).not.toMatch(/<script>alert/);
    expect(text).toContain('\\u003c/script>\\u003cscript>alert(2)');
  });

  test('an unknown page is the application with the status 404 and is not indexed', async () => {
    for (const path of ['/essai/absent', '/nulle-part']) {
      const { text } = await t.http().get(path).expect(404).expect('Content-Type', /html/);
      expect(text).toContain('Page introuvable');
      expect(text).toContain('noindex');
      expect(text).toContain('<div id="root">');
    }
  });

  test('the home page has its French title first', async () => {
    const { text } = await t.http().get('/').expect(200);
    expect(text).toContain('<title>Terrain d’entente</title>');
    expect(text).toContain('Des lieux publics qui attendent');
  });

  test('files with a hashed name are kept for a year, others for an hour, and missing ones are not pages', async () => {
    const script = await t.http().get('/assets/main-a1b2c3.js').expect(200);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const icon = await t.http().get('/favicon.svg').expect(200);
    expect(icon.headers['cache-control']).toBe('public, max-age=3600');
    await t
      .http()
      .get('/assets/gone-000000.js')
      .expect(404)
      .expect('Content-Type', /problem\+json/);
  });

  test('addresses of the API are never pages', async () => {
    await t
      .http()
      .get('/api/nulle-part')
      .expect(404)
      .expect('Content-Type', /problem\+json/);
    await t
      .http()
      .post('/health/live')
      .expect(405)
      .expect('Content-Type', /problem\+json/);
    await t
      .http()
      .get('/health/nothing')
      .expect(404)
      .expect('Content-Type', /problem\+json/);
    await t
      .http()
      .post('/a-propos')
      .expect(404)
      .expect('Content-Type', /problem\+json/);
  });
});

describe('pages for machines', () => {
  test('robots are sent to the map of the site, which lists what modules declare', async () => {
    const robots = await t
      .http()
      .get('/robots.txt')
      .expect(200)
      .expect('Content-Type', /text\/plain/);
    expect(robots.text).toContain('Sitemap: https://terrain.example/sitemap.xml');
    const { text } = await t
      .http()
      .get('/sitemap.xml')
      .expect(200)
      .expect('Content-Type', /application\/xml/);
    expect(text).toContain('<loc>https://terrain.example/a-propos</loc>');
    expect(text).toContain('<loc>https://terrain.example/essai/halle?a=1&amp;b=2</loc>');
  });

  test('security researchers find whom to write to, with a date of expiry', async () => {
    const { text } = await t.http().get('/.well-known/security.txt').expect(200);
    expect(
      Object.fromEntries(
        text
          .trimEnd()
          .split('\n')
          .map((line) => line.split(/: (.*)/, 2)),
      ),
    ).toEqual({
      Contact: 'https://terrain.example/mentions-legales',
      Expires: expect.stringMatching(/^2027-05-22T/),
      'Preferred-Languages': 'fr, en',
      Canonical: 'https://terrain.example/.well-known/security.txt',
      Policy: 'https://terrain.example/.well-known/security-policy.txt',
    });
    const policy = await t.http().get('/.well-known/security-policy.txt').expect(200).expect('Content-Type', 'text/plain; charset=utf-8');
    expect(policy.text).toContain('## Reporting a vulnerability');
  });

  test('the API can be read as a page made of our own files', async () => {
    const { text } = await t.http().get('/api/docs').expect(200);
    for (const [, file] of text.matchAll(/(?:src|href)="(\/api[^"]+)"/g)) await t.http().get(file!).expect(200);
    expect(text).not.toMatch(/<script>|style=|https?:/);
    const problems = await t.http().get('/api/docs/problems?lang=en').expect(200);
    expect(problems.text).toContain('id="not-found"');
  });

  test('figures are for this machine, or for those who hold the token', async () => {
    const { text } = await t.http().get('/metrics').expect(200);
    expect(text).toContain('http_request_duration_seconds_bucket');
    expect(text).toContain('route="unmatched"');
    await t.http().get('/metrics').set('X-Forwarded-For', '203.0.113.9').expect(404);
  });
});

describe('health', () => {
  test('a working service is alive and ready', async () => {
    await t.http().get('/health/live').expect(200, { status: 'up', checks: {} });
    const { body } = await t.http().get('/health/ready').expect(200);
    expect(body).toEqual({
      status: 'up',
      checks: { database: 'up', migrations: 'up', queue: 'up', process: 'up' },
      clockSkewMs: expect.any(Number),
    });
  });

  test('a service behind its migrations is alive but not ready', async () => {
    await t.db.query(`delete from schema_migration where name like 'Journal%'`);
    try {
      await t.http().get('/health/live').expect(200);
      const { body, headers } = await t.http().get('/health/ready').expect(503);
      expect(body).toMatchObject({ status: 'down', checks: { database: 'up', migrations: 'down' } });
      expect(headers['retry-after']).toBe('5');
    } finally {
      await t.db.query(`insert into schema_migration (timestamp, name) values (1763900001000, 'Journal1763900001000')`);
    }
  });
});

describe('headers that protect people', () => {
  test('pages run our own files only, cannot be framed, and tell other sites little', async () => {
    const { headers } = await t.http().get('/').expect(200);
    const policy = Object.fromEntries(
      headers['content-security-policy']!.split(';').map((directive: string) => {
        const [name, ...values] = directive.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob: https://tiles.example",
      'font-src': "'self'",
      'connect-src': "'self' https://tiles.example",
      'worker-src': "'self' blob:",
      'child-src': 'blob:',
      'manifest-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'frame-ancestors': "'none'",
      'upgrade-insecure-requests': '',
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'permissions-policy': expect.stringContaining('geolocation=(self), camera=()'),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('refusals carry the same protection and are never kept', async () => {
    const { headers } = await t.http().get('/api/nulle-part').expect(404);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });

  test('an unchanged answer is not sent twice', async () => {
    const first = await t.http().get('/api/web-config').expect(200);
    await t.http().get('/api/web-config').set('If-None-Match', first.headers['etag']!).expect(304);
  });

  test('long answers are compressed', async () => {
    const { headers } = await t.http().get('/api/openapi.json').set('Accept-Encoding', 'gzip').expect(200);
    expect(headers['content-encoding']).toBe('gzip');
  });
});
