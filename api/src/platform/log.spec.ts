import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createLog, type Log } from './log.js';

function written(write: (log: Log) => void): string {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  write(createLog('trace', destination));
  return text;
}

const SECRET = 'hunter2-hunter2';

describe('secrets never reach the log', () => {
  test.each([
    ['the credentials of a request', { req: { headers: { authorization: SECRET, cookie: SECRET } } }],
    ['the cookie of an answer', { res: { headers: { 'set-cookie': [SECRET] } } }],
    ['a header by itself', { 'set-cookie': SECRET, authorization: SECRET }],
    ['a password', { password: SECRET }],
    ['a body with a password and a token', { req: { body: { password: SECRET, token: SECRET, code: SECRET } } }],
    ['a code sent to sign in', { body: { code: SECRET }, query: { code: SECRET } }],
    ['something deep', { context: { account: { credentials: { password: SECRET, recoveryCodes: [SECRET] } } } }],
    ['the query of an address', { url: `https://terrain.example/compte/lien?lang=fr&token=${SECRET}&x=1` }],
    [
      'the address that ends a subscription',
      { path: `/api/unsubscribe/${SECRET}`, url: `https://terrain.example/api/unsubscribe/${SECRET}` },
    ],
    ['the answer of an identity provider', { path: `/api/accounts/oidc/back?code=${SECRET}&state=${SECRET}` }],
    ['the address of the database', { url: `postgres://terrain:${SECRET}@localhost:5432/terrain` }],
    ['the address of the mail relay', { err: new Error(`connect smtps://robot%40example.org:${SECRET}@mail.example.org:465 failed`) }],
    ['a bearer token in a sentence', { err: new Error(`refused: Authorization: Bearer ${SECRET}`) }],
  ])('%s', (_case, logged) => {
    const text = written((log) => log.error(logged, 'something happened'));
    expect(text).toContain('something happened');
    expect(text).not.toContain(SECRET);
  });

  test('the values of a failed statement stay out, its text and its code stay', () => {
    const failed = Object.assign(new Error('duplicate key value violates unique constraint "account_email"'), {
      query: 'insert into account values ($1)',
      parameters: [SECRET],
      code: '23505',
      detail: `Key (email)=(${SECRET}) already exists.`,
      driverError: { parameters: [SECRET] },
    });
    const text = written((log) => log.error({ err: failed }, 'request failed'));
    expect(text).not.toContain(SECRET);
    expect(JSON.parse(text)).toMatchObject({ err: { code: '23505', query: 'insert into account values ($1)' } });
  });

  test('what is no secret is kept as it was', () => {
    const text = written((log) => log.info({ requestId: 'r1', path: '/api/sites', status: 200, code: 'not-found' }, 'request'));
    expect(JSON.parse(text)).toMatchObject({ requestId: 'r1', path: '/api/sites', status: 200, code: 'not-found' });
  });

  test('a line stays one line of JSON whatever people type', () => {
    const text = written((log) => log.warn({ path: '/a\n{"level":"fatal"}?token=x"y\\z' }, 'forged\r\nline'));
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ level: 'warn', msg: 'forged\r\nline' });
  });
});
