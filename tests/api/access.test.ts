import { describe, expect, test } from '@jest/globals';
import { asPerson, givenPerson, givenSession } from '../support/actors.js';
import { ProbeModule } from '../support/probe.module.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ imports: [ProbeModule] });
const PRIVATE = '/api/probe-private';

describe('a private route', () => {
  test('is open to a person with a session and closed to a stranger', async () => {
    const person = await givenPerson(t);
    await person.http().get(PRIVATE).expect(200);
    const { body } = await t.http().get(PRIVATE).expect(401);
    expect(body.code).toBe('sign-in-needed');
  });

  test('is closed to someone whose address is not confirmed, with what to do about it', async () => {
    const person = await givenPerson(t, { emailVerified: false });
    const { body } = await person.http().get(PRIVATE).expect(403);
    expect(body).toMatchObject({ code: 'email-not-verified', whatToDo: expect.stringContaining('lien') });
  });

  test('is closed to a cookie that was altered, and to one whose session is gone', async () => {
    const person = await givenPerson(t);
    await asPerson(t, `${person.cookie}x`).get(PRIVATE).expect(401);
    await t.db.query(`delete from session where sess ->> 'accountId' = $1`, [person.id]);
    await person.http().get(PRIVATE).expect(401);
  });

  test('is closed at once to a person who was erased', async () => {
    const person = await givenPerson(t);
    await t.db.query(`update account set state = 'erased', email = null, display_name = null, erased_at = now() where id = $1`, [
      person.id,
    ]);
    await person.http().get(PRIVATE).expect(401);
  });
});

describe('a session', () => {
  test('ends after a week without use, and after a month whatever happens', async () => {
    const person = await givenPerson(t);
    t.clock.advance({ days: 6 });
    await person.http().get(PRIVATE).expect(200);
    t.clock.advance({ days: 6 });
    await person.http().get(PRIVATE).expect(200);
    t.clock.advance({ days: 8 });
    await person.http().get(PRIVATE).expect(401);
    const other = await givenSession(t, person.id);
    for (let days = 0; days < 30; days += 6) {
      await asPerson(t, other).get(PRIVATE).expect(200);
      t.clock.advance({ days: 6 });
    }
    t.clock.advance({ hours: 1 });
    await asPerson(t, other).get(PRIVATE).expect(401);
  });

  test('of those who look after the service ends after half an hour without use', async () => {
    const moderator = await givenPerson(t, { platformRole: 'moderator' });
    t.clock.advance({ minutes: 29 });
    await moderator.http().get(PRIVATE).expect(200);
    t.clock.advance({ minutes: 31 });
    await moderator.http().get(PRIVATE).expect(401);
  });
});

describe('a write that another site makes a browser send', () => {
  const write = (headers: Record<string, string>) => t.http().post('/api/probe').set(headers).send({});

  test.each([
    ['by its Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['by its Sec-Fetch-Site, from a neighbour of our domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['by its Origin, in an old browser', { Origin: 'https://evil.example' }],
    ['by a cookie that comes without either', { Cookie: 'terrain-local=x' }],
  ])('is refused, known %s', async (_how, headers) => {
    const { body } = await write(headers).expect(403);
    expect(body.code).toBe('foreign-origin');
  });

  test.each([
    ['from our own pages', { 'Sec-Fetch-Site': 'same-origin' }],
    ['from our own pages in an old browser', { Origin: 'http://localhost:3000' }],
    ['from a program without cookies', {}],
  ])('%s passes to the next check', async (_how, headers) => {
    expect((await write(headers)).status).not.toBe(403);
  });
});
