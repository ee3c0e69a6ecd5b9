import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { bodyInTime, LIMITS } from '../../api/src/platform/http/request-limits.js';
import { ProbeModule } from '../support/probe.module.js';
import { useTestApp } from '../support/test-app.js';

const log: string[] = [];
const t = useTestApp({ imports: [ProbeModule], logged: (line) => log.push(line) });
let server: Server;
beforeAll(() => {
  server = t.app.getHttpServer();
});

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: { code?: string; title?: string; whatToDo?: string; requestId?: string };
}

/** Bytes as they are, since a client library would refuse to send most of these. */
async function send(bytes: string): Promise<Answer> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return parse(await text(socket));
}

function parse(answer: string): Answer {
  const [headers = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(headers.split(' ')[1]), headers, body: JSON.parse(body || '{}') as Answer['body'] };
}

/** What the log says of a request. */
const linesOf = (requestId: string | undefined) =>
  log.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['requestId'] === requestId);

const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}Connection: close\r\n\r\n`;

describe('what the application never sees is refused in the same words as the rest', () => {
  test.each([
    ['an address of sixty thousand characters', get(`/api/probe?q=${'a'.repeat(60_000)}`), 431, 'headers-too-large'],
    ['a cookie of twenty thousand characters', get('/api/probe', `Cookie: a=${'b'.repeat(20_000)}\r\n`), 431, 'headers-too-large'],
    ['a hundred and fifty headers', get('/api/probe', 'X-More: 1\r\n'.repeat(150)), 431, 'headers-too-large'],
    ['something that is no HTTP', 'hello there\r\n\r\n', 400, 'malformed-request'],
    ['a header with a forbidden character', get('/api/probe', 'X-Bad: a\0b\r\n'), 400, 'malformed-request'],
    [
      'two lengths for one body, as request smugglers send',
      'POST /api/probe HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'malformed-request',
    ],
  ])('%s', async (_case, bytes, status, code) => {
    const answer = await send(bytes);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
    expect(answer.headers.toLowerCase()).toContain('cache-control: no-store');
    expect(answer.headers.toLowerCase()).toContain('connection: close');
    expect(answer.body.whatToDo).toMatch(/\.$/);
    expect(answer.headers.toLowerCase()).toContain(`x-request-id: ${answer.body.requestId}`);
    expect(linesOf(answer.body.requestId)).toEqual([expect.objectContaining({ status, code })]);
  });

  test('a request that dribbles in is cut off after a time that is set, and told so', async () => {
    expect([server.headersTimeout, server.requestTimeout]).toEqual([LIMITS.headersMs, LIMITS.uploadMs]);
    let said = '';
    const socket = new Duplex({
      read: () => undefined,
      write: (chunk: Buffer, _encoding, done) => {
        said += chunk.toString();
        done();
      },
    });
    server.emit('clientError', Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
    if (!socket.writableFinished) await once(socket, 'finish');
    expect(parse(said)).toMatchObject({ status: 408, body: { code: 'too-slow' } });
  });

  test.each([
    ['JSON that stops half way', '{"password":"hunter2-secret', 400, 'malformed-request'],
    ['a body too large', JSON.stringify({ password: 'hunter2-secret'.repeat(150_000) }), 413, 'too-large'],
    ['a value that breaks the schema', '{"name":"hunter2-secret, and much longer than allowed"}', 422, 'invalid-input'],
  ])('a refusal is one line of the log, with its number and code, nothing of what was sent: %s', async (_case, body, status, code) => {
    const sent = t
      .http()
      .post('/api/probe?lang=fr')
      .set('Content-Type', 'application/json')
      .set({ Cookie: 'terrain-local=hunter2-secret', Origin: t.config.publicUrl });
    const answer = await sent.set('Authorization', 'Bearer hunter2-secret').set('Origin', t.config.publicUrl).send(body).expect(status);
    const line = { level: 'info', method: 'POST', path: '/api/probe', status, code };
    expect(linesOf(answer.body.requestId)).toEqual([expect.objectContaining(line)]);
  });

  test('nothing that was sent in vain is in the log', async () => {
    await send(get('/api/probe?token=hunter2-secret', `Cookie: hunter2-secret=${'b'.repeat(20_000)}\r\n`));
    expect(log.length).toBeGreaterThan(8);
    expect(log.join('\n')).not.toMatch(/hunter2|hello there|a{12}|b{12}/);
  });

  test.each([
    ['a body of JSON that does not come to its end', 'never', false, [408]],
    ['a body of JSON that does', 'in time', false, []],
    ['a file, whose lines may be slow', 'never', true, []],
  ] as const)('%s, within its own time', async (_case, ends, isUpload, answered) => {
    const said: number[] = [];
    const request = Object.assign(new EventEmitter(), { headers: { 'content-length': '2' } });
    const response = Object.assign(new EventEmitter(), {
      headersSent: false,
      locals: {},
      status: (code: number) => (said.push(code), response),
      set: () => response,
      type: () => response,
      send: () => response,
    });
    bodyInTime(() => isUpload, 10)(request as unknown as Request, response as unknown as Response, () => undefined);
    if (ends === 'in time') request.emit('end');
    await new Promise((resume) => setTimeout(resume, 40));
    expect(said).toEqual(answered);
  });

  test('the longest need people can put into an address still passes', async () => {
    const answer = await send(get(`/api/nulle-part?need=${'a'.repeat(12_000)}`));
    expect(answer.body.code).toBe('not-found');
  });
});

describe('a parameter nobody knows is named instead of ignored', () => {
  test.each([
    ['a list written with brackets', 'kinds[]=plot', '/kinds[]'],
    ['a misspelt filter', 'kind=plot', '/kind'],
    ['a filter of another address', 'limit=3&radiusKm=4', '/radiusKm'],
    ['a name with a slash', 'a/b=1', '/a~1b'],
    ['the inherited', 'constructor=1', '/constructor'],
  ])('%s', async (_case, query, pointer) => {
    const { body } = await t.http().get(`/api/probe?${query}`).set('Accept-Language', 'en').expect(422);
    expect(body).toMatchObject({
      code: 'invalid-input',
      errors: [{ in: 'query', pointer, message: 'is not a parameter of this address' }],
    });
  });

  test('the language of the answer may be asked of every address', async () => {
    const { headers } = await t.http().get('/api/probe?limit=2&lang=en').expect(200);
    expect(headers['content-language']).toBe('en');
    const { body } = await t.http().get('/api/probe?lang=fr&kind=plot').expect(422);
    expect(body.errors[0].message).toBe('n’est pas un paramètre de cette adresse');
  });

  test('an address that must tolerate what another service adds says so in its schema', async () => {
    await t.http().get('/api/probe/tolerant?code=1&session_state=2').expect(200);
    await t.http().get('/api/probe/tolerant?session_state=2').expect(422);
  });

  test.each(['/api/sites', '/api/sites/export.csv', '/api/projects', '/api/territories', '/api/matches/feed.atom'])(
    'it holds for the real ones: %s',
    async (address) => {
      const { body } = await t.http().get(`${address}?surprise=1`).expect(422);
      expect(body.errors).toContainEqual(expect.objectContaining({ pointer: '/surprise' }));
    },
  );
});
