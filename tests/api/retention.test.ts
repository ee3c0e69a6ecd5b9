import { describe, expect, test } from '@jest/globals';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { asPerson, givenPerson, givenSession } from '../support/actors.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const applyRetention = () => t.get(Retention).apply();
const count = async (sql: string, values: unknown[] = []): Promise<number> => {
  const [row] = await t.db.query<{ n: number }[]>(`select count(*)::int as n from ${sql}`, values);
  return row?.n ?? -1;
};

describe('the table of what is kept', () => {
  test('is public, in the reader’s language, and says what, until when, why and on what ground', async () => {
    const { body } = await t.http().get('/api/privacy/retention?lang=en').expect(200);
    expect(body.items).toContainEqual({
      key: 'rate_limit',
      what: 'Counters of attempts, under a hashed key',
      until: 'one hour at most, then deleted in the night',
      why: 'to stop guessing of passwords and flooding of mailboxes',
      keptDays: 0,
      basis: 'legitimate_interest',
    });
    const french = await t.http().get('/api/privacy/retention').set('Accept-Language', 'fr').expect(200);
    expect(french.body.items[0].what).toContain('Compte');
  });

  test('promises no term that nothing applies', () => {
    expect(t.get(Retention).unapplied()).toEqual([]);
  });
});

describe('every night', () => {
  test('sessions that ended are deleted, those in use stay', async () => {
    const person = await givenPerson(t);
    t.clock.advance({ days: 8 });
    const used = await givenSession(t, person.id);
    await applyRetention();
    expect(await count(`session where sess ->> 'accountId' = $1`, [person.id])).toBe(1);
    await asPerson(t, used).get('/api/privacy/retention').expect(200);
  });

  test('counters of attempts that count nothing any more are deleted', async () => {
    const now = t.clock.now().getTime();
    await t.db.query('insert into rate_limit (key, points, expire) values ($1, 1, $2), ($3, 1, $4)', [
      'ended',
      now - 1_000,
      'counting',
      now + 60_000,
    ]);
    await applyRetention();
    expect(await count(`rate_limit where key = 'ended'`)).toBe(0);
    expect(await count(`rate_limit where key = 'counting'`)).toBe(1);
  });
});
