import { describe, expect, test } from '@jest/globals';
import { ProbeModule } from '../support/probe.module.js';
import { useTestApp } from '../support/test-app.js';

const ID = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';
const t = useTestApp({ imports: [ProbeModule] });
const post = (body: string, type = 'application/json') =>
  t.http().post('/api/probe').set('Content-Type', type).set('Accept-Language', 'en').send(body);

describe('what goes in is checked, what comes out is declared', () => {
  test('an answer holds what its contract declares and nothing else', async () => {
    const { body } = await t.http().get(`/api/probe/${ID}`).expect(200);
    expect(body).toEqual({ id: ID, name: 'Gare', at: '2026-11-23T10:00:00.000Z', area: null });
  });

  test('values are read with their defaults and trimmed, instants come back in UTC', async () => {
    const { body } = await post('{"name":"  Halle  "}').expect(201);
    expect(body).toEqual({ id: ID, name: 'Halle', at: '2026-11-23T10:00:00.000Z', area: 0 });
  });

  test('each wrong value is named by its place, in the reader’s language', async () => {
    const { body } = await t
      .http()
      .post('/api/probe')
      .send({ name: 'x', where: { lon: 200, lat: 'a' } })
      .expect(422)
      .expect('Content-Type', /problem\+json/);
    expect(body.code).toBe('invalid-input');
    expect(body.title).toBe('Valeurs à corriger');
    expect(body.errors.map((fault: { in: string; pointer: string }) => `${fault.in} ${fault.pointer}`)).toEqual([
      'body /name',
      'body /where/lon',
      'body /where/lat',
    ]);
    expect(body.errors[0].message).toMatch(/^Trop petit/);
    const english = await post('{"name":"x"}').expect(422);
    expect(english.body.errors[0].message).toMatch(/^Too small/);
  });

  test('an answer that breaks its own contract is our fault, logged, and shows nothing', async () => {
    const { body } = await t.http().get('/api/probe/broken').expect(500);
    expect(body.code).toBe('unexpected');
    expect(JSON.stringify(body)).not.toContain('contract');
  });

  test('a crash tells the reader a request number and keeps the rest for the log', async () => {
    const { body, headers, text } = await t.http().get('/api/probe/crash').set('X-Request-Id', 'request-0042').expect(500);
    expect(body.requestId).toBe('request-0042');
    expect(headers['x-request-id']).toBe('request-0042');
    expect(text).not.toMatch(/hunter2|secret|at /);
  });

  test('a refusal gives its code, its facts and what to do', async () => {
    const { body } = await t.http().get('/api/probe/refused?lang=en').expect(409);
    expect(body).toEqual({
      type: '/api/docs/problems#changed-meanwhile',
      title: 'Changed meanwhile',
      status: 409,
      code: 'changed-meanwhile',
      detail: 'paused since Monday',
      whatToDo: 'Reload to see the current state, then try again.',
      requestId: expect.any(String),
      facts: { state: 'paused' },
    });
  });

  test('a route nobody opened stays closed', async () => {
    const { body } = await t.http().get('/api/probe-private').expect(401);
    expect(body.code).toBe('sign-in-needed');
  });
});

describe('lists are read page by page', () => {
  test('following the cursor reads everything once and then stops', async () => {
    const seen: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: { items: { n: number }[]; next: string | null } } = await t
        .http()
        .get('/api/probe')
        .query({ limit: 3, ...(next && { after: next }) })
        .expect(200);
      expect(Object.keys(body.items[0]!)).toEqual(['n']);
      seen.push(...body.items.map(({ n }) => n));
      next = body.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test.each(['zzz', 'WyJhIl0', 'W10', 'bnVsbA', '%F0%9F%98%80', 'a'.repeat(700)])(
    'a made-up cursor is refused, not guessed: %s',
    async (after) => {
      const { body } = await t.http().get(`/api/probe?after=${after}`).expect(422);
      expect(body.errors[0]).toMatchObject({ in: 'query', pointer: '/after' });
    },
  );

  test.each([
    'limit=0',
    'limit=101',
    'limit=',
    'limit=1e2',
    'limit=3&limit=4',
    'kinds=castle',
    'open=yes',
    'bbox=1,2,3',
    'bbox=5,48,4,47',
    'bbox=-200,0,0,0',
    'limit=%00',
  ])('a query that means nothing is refused: %s', async (query) => {
    const { body } = await t.http().get(`/api/probe?${query}`).expect(422);
    expect(body.errors[0].pointer.split('/')[1]).toBe(query.split('=', 1)[0]);
  });

  test('a query with every filter is understood', async () => {
    await t.http().get('/api/probe?limit=2&kinds=plot,office&open=true&bbox=4.8,47.6,5.6,48.1').expect(200);
  });
});

describe('bad requests are the sender’s to repair, never a crash', () => {
  const deep = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
  test.each([
    ['JSON that stops half way', '{"name":', 'application/json', 400, 'malformed-request'],
    ['a bare word', 'hello', 'application/json', 400, 'malformed-request'],
    ['a list instead of an object', '[]', 'application/json', 422, 'invalid-input'],
    ['a form instead of JSON', 'name=Halle', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['an unknown charset', '{"name":"Halle"}', 'application/json; charset=klingon', 415, 'unsupported-media-type'],
    ['a body of two megabytes', JSON.stringify({ name: 'a'.repeat(2_000_000) }), 'application/json', 413, 'too-large'],
    ['a NUL character', '{"name":"Ha\\u0000lle"}', 'application/json', 422, 'invalid-input'],
    ['half of an emoji', '{"name":"Ha\\ud83d"}', 'application/json', 422, 'invalid-input'],
    ['nine thousand brackets', `{"name":"Halle","tags":${deep}}`, 'application/json', 422, 'invalid-input'],
    ['nothing at all', '', 'application/json', 422, 'invalid-input'],
  ])('%s', async (_case, body, type, status, code) => {
    const answer = await post(body, type).expect(status).expect('Content-Type', 'application/problem+json; charset=utf-8');
    expect(answer.body.code).toBe(code);
  });

  test('an address that cannot be decoded is malformed', async () => {
    const { body } = await t.http().get('/api/probe/%E0%A4%A').expect(400);
    expect(body.code).toBe('malformed-request');
  });

  test('an unknown address is not found', async () => {
    const { body } = await t.http().get('/api/castles').expect(404);
    expect(body.code).toBe('not-found');
  });

  test('a known address with the wrong method says which methods it has', async () => {
    const { body, headers } = await t.http().delete('/api/probe').expect(405);
    expect(body.code).toBe('method-not-allowed');
    expect(headers['allow']).toBe('GET, POST, HEAD');
  });

  test('prototype tricks are dropped', async () => {
    await post('{"name":"Halle","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}').expect(201);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
