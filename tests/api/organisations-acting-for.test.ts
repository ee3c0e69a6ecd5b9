import { describe, expect, test } from '@jest/globals';
import { Actors } from '../../api/src/platform/access/actors.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const actFor = (person: Person, organisationId: string | null) => person.http().put('/api/me/acting-for').send({ organisationId });

async function organisationsOf({ id }: Person) {
  const [session] = await t.db.query(`select sess from session where sess ->> 'accountId' = $1`, [id]);
  return t.get(Actors).organisationsOf(id, session.sess);
}

describe('a person of several organisations', () => {
  test('says which one they work for, and goes back to working for themselves', async () => {
    const [atelier, bees] = [await givenOrganisation(t, { name: 'Atelier' }), await givenOrganisation(t, { name: 'Bees' })];
    const person = await givenPerson(t, {
      memberOf: [
        { organisationId: bees, role: 'reader' },
        { organisationId: atelier, role: 'editor' },
      ],
    });
    expect((await actFor(person, bees).expect(200)).body).toEqual({ actingFor: bees });
    expect(await organisationsOf(person)).toEqual({
      actingFor: bees,
      memberships: [
        { organisationId: atelier, name: 'Atelier', kind: 'ess', state: 'verified', role: 'editor', secondFactorRequired: false },
        { organisationId: bees, name: 'Bees', kind: 'ess', state: 'verified', role: 'reader', secondFactorRequired: false },
      ],
    });
    await actFor(person, null).expect(200);
    expect((await organisationsOf(person)).actingFor).toBeNull();
  });

  test('cannot work for an organisation they do not belong to, nor for one they have left', async () => {
    const [own, other] = [await givenOrganisation(t), await givenOrganisation(t)];
    const person = await givenPerson(t, { memberOf: [{ organisationId: own, role: 'reader' }] });
    expect((await actFor(person, other).expect(403)).body.code).toBe('not-a-member');
    await actFor(person, own).expect(200);
    await t.db.query('delete from membership where account_id = $1', [person.id]);
    expect(await organisationsOf(person)).toEqual({ actingFor: null, memberships: [] });
    expect((await actFor(person, own).expect(403)).body.code).toBe('not-a-member');
  });

  test('must have signed in', async () => {
    await t.http().put('/api/me/acting-for').send({ organisationId: null }).expect(401);
  });
});
