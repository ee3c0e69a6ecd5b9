import { describe, expect, test } from '@jest/globals';
import { browserOn, givenRegistered, PASSWORD } from '../support/browser-session.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ environment: { RATE_LIMIT_FACTOR: '1', TRUST_PROXY: '1' } });
/** Each test comes from networks of its own. */
const from = (network: string) => browserOn(t).set('X-Forwarded-For', network);
const attempt = (email: string, network: string, password = 'pas le bon mot de passe') =>
  from(network).post('/api/session').send({ email, password });
const times = (n: number) => Array.from({ length: n }, (_, at) => at);

describe('attempts to sign in', () => {
  test('are limited per account, wherever they come from, and the answer says how long to wait', async () => {
    const { email } = await givenRegistered(t);
    for (const at of times(10)) await attempt(email, `192.0.2.${at}`).expect(403);
    const { body, headers } = await attempt(email, '192.0.2.99', PASSWORD).expect(429);
    expect(body.code).toBe('too-many-requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  test('are limited alike for an address without account, so that the limit tells nothing', async () => {
    for (const at of times(10)) await attempt('nulle-part@example.org', `192.0.2.${100 + at}`).expect(403);
    await attempt('Nulle-Part@example.org', '192.0.2.199').expect(429);
  });

  test('are forgotten for the account once it is entered, not for the network', async () => {
    const { email } = await givenRegistered(t);
    for (const _round of [1, 2]) {
      for (const _at of times(9)) await attempt(email, '2001:db8:1:1::1').expect(403);
      await attempt(email, '2001:db8:1:1::1', PASSWORD).expect(200);
    }
    for (const at of times(30)) await attempt(`essai${at}@example.org`, `2001:db8:1:1::${at + 2}`).expect(403);
    await attempt('encore@example.org', '2001:db8:1:1:ffff::1').expect(429);
    await attempt('encore@example.org', '2001:db8:1:2::1').expect(403);
  });
});

describe('messages to one address', () => {
  test('are limited, whoever asks for them and with or without an account', async () => {
    const ask = (at: number) => from(`198.51.100.${at}`).post('/api/session/link').send({ email: 'inondee@example.org' });
    for (const at of times(5)) await ask(at).expect(202);
    const { headers } = await ask(9).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });
});
