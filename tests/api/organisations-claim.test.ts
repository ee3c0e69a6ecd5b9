import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { actsOn, association, claimed, givenRegistered, SIRET } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
let president: Person;
let stranger: Person;

beforeAll(() => givenTerritories(t.db));
beforeEach(async () => {
  await t.db.query('delete from membership; delete from organisation_status; delete from organisation');
  president = await givenPerson(t);
  stranger = await givenPerson(t);
});

const claim = (person: Person, changes: object = {}) =>
  person
    .http()
    .post('/api/organisations')
    .send({ ...association, ...changes });

describe('claiming an organisation', () => {
  test('makes the claimant its administrator, waiting for a moderator, and says so in the journal', async () => {
    const { body } = await claim(president).expect(201);
    expect(body).toEqual({ id: body.id, standing: 'unverified', claimedAt: '2026-11-23T10:00:00.000Z', register: 'unavailable' });
    const read = await president.http().get(`/api/organisations/${body.id}`).expect(200);
    expect(read.body).toMatchObject({
      name: 'Les Ateliers du Plateau',
      siret: SIRET.plateau,
      summary: 'Menuiserie et maraîchage.',
      inside: { state: 'claimed', role: 'administrator', version: 1, proof: association.proof },
      actions: { updateOrganisation: null, claimOrganisation: 'organisation-has-members', verifyOrganisation: 'moderators-only' },
    });
    expect(await actsOn(t, body.id)).toMatchObject([
      { action: 'claim-organisation', from_state: null, to_state: 'claimed', actor_id: president.id, organisation_id: body.id },
    ]);
  });

  test('takes the row of the register instead of making another, and keeps nothing the register wrote', async () => {
    const registered = await givenRegistered(t, {}, ['ACI', 'AI']);
    const { body } = await claim(president, { summary: null }).expect(201);
    expect(body).toMatchObject({ id: registered, register: 'found' });
    const read = await president.http().get(`/api/organisations/${registered}`).expect(200);
    expect(read.body).toMatchObject({ name: 'Les Ateliers du Plateau', summary: null, provenance: null });
    expect(await actsOn(t, registered)).toMatchObject([{ from_state: 'unclaimed', to_state: 'claimed' }]);
    expect(await t.db.query('select count(*)::int as count from organisation')).toEqual([{ count: 1 }]);
  });

  test('by two people at once gives it to one; the other is told to ask to join, not who came first', async () => {
    for (const before of [() => Promise.resolve(''), () => givenRegistered(t)]) {
      await t.db.query('delete from membership; delete from organisation_status; delete from organisation');
      await before();
      const answers = await Promise.all([claim(president), claim(stranger)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const refusal = answers.find(({ status }) => status === 409)!;
      const winner = answers.find(({ status }) => status === 201)!;
      expect(refusal.body).toMatchObject({ code: 'organisation-has-members', facts: { organisationId: winner.body.id } });
      expect(refusal.text).not.toContain('@');
      expect(await t.db.query('select count(*)::int as count from membership')).toEqual([{ count: 1 }]);
    }
  });

  test('that has members is refused, with the way out', async () => {
    const id = await claimed(president);
    const { body } = await claim(stranger).expect(409);
    expect(body).toMatchObject({ code: 'organisation-has-members', facts: { organisationId: id } });
    expect((await t.http().post('/api/organisations').send(association)).status).toBe(401);
  });

  test('that a demonstration or nobody holds any more is left to the moderators', async () => {
    await givenOrganisation(t, { columns: { siret: SIRET.plateau } });
    expect((await claim(president).expect(409)).body.code).toBe('organisation-not-claimable');
  });

  test('with the numbers of two different bodies is refused', async () => {
    await givenRegistered(t);
    await givenRegistered(t, { siret: null, rna: 'W521000123', name: 'Une autre' });
    expect((await claim(president, { rna: 'W521000123' }).expect(409)).body.code).toBe('organisation-number-taken');
  });

  test('needs an address shown to be one’s own', async () => {
    const newcomer = await givenPerson(t, { emailVerified: false });
    expect((await claim(newcomer).expect(403)).body.code).toBe('email-not-verified');
  });

  test.each([
    [{ siret: '90000000100018' }, '/siret'],
    [{ rna: 'W12' }, '/rna'],
    [{ legalForm: null }, '/legalForm'],
    [{ legalForm: 'scop', siret: null }, '/siret'],
    [{ kind: 'public_owner', ownerKind: 'commune', legalForm: null, siret: null }, '/territoryId'],
    [{ kind: 'public_owner', ownerKind: 'epci', legalForm: null, territoryId: 'epci:200072999' }, '/siret'],
    [{ communeId: 'department:52' }, '/communeId'],
    [{ proof: 'c’est moi' }, '/proof'],
    [{ website: 'javascript:alert(1)' }, '/website'],
  ])('with %j points at %s', async (changes, pointer) => {
    const { body } = await claim(president, changes).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  test('of a place that does not exist is refused', async () => {
    expect((await claim(president, { communeId: 'commune:99999' }).expect(422)).body.code).toBe('unknown-territory');
  });
});

describe('a local authority', () => {
  const authority = {
    kind: 'public_owner',
    legalForm: null,
    siret: null,
    ownerKind: 'department',
    territoryId: 'department:52',
    communeId: null,
  };

  test('is known by its territory, once', async () => {
    const id = await claimed(president, { ...authority, name: 'Département de la Haute-Marne' });
    const { body } = await claim(stranger, { ...authority, name: 'Conseil départemental 52' }).expect(409);
    expect(body.facts.organisationId).toBe(id);
  });

  test('claimed twice at once is one organisation', async () => {
    const answers = await Promise.all([president, stranger].map((person) => claim(person, { ...authority, name: 'Haute-Marne' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('that is an intermunicipality has its own SIREN', async () => {
    const epci = { ...authority, ownerKind: 'epci', territoryId: 'epci:200072999', name: 'Grand Langres' };
    await claim(president, { ...epci, siret: SIRET.epci }).expect(201);
  });
});

describe('an association without number yet', () => {
  test('may be claimed on its proof alone', async () => {
    const id = await claimed(president, { siret: null });
    expect((await president.http().get(`/api/organisations/${id}`)).body).toMatchObject({ siret: null, rna: null });
  });
});

describe('the claimed organisation', () => {
  test('is described by its administrators and editors, never over someone else’s changes', async () => {
    const id = await claimed(president);
    const { body } = await president
      .http()
      .patch(`/api/organisations/${id}`)
      .send({ version: 1, website: 'https://ateliers.example', communeId: 'commune:52093' })
      .expect(200);
    expect(body).toMatchObject({
      website: 'https://ateliers.example',
      summary: 'Menuiserie et maraîchage.',
      commune: { name: 'Chalindrey' },
      inside: { version: 2 },
    });
    expect((await president.http().patch(`/api/organisations/${id}`).send({ version: 1, summary: 'Autre' }).expect(409)).body.code).toBe(
      'changed-meanwhile',
    );
    await stranger.http().patch(`/api/organisations/${id}`).send({ version: 2, summary: 'Autre' }).expect(403);
    const reader = await givenPerson(t, { memberOf: [{ organisationId: id, role: 'reader' }] });
    expect((await reader.http().patch(`/api/organisations/${id}`).send({ version: 2, summary: 'Autre' }).expect(403)).body.code).toBe(
      'role-too-low',
    );
    expect((await actsOn(t, id)).at(-1)).toMatchObject({ action: 'update-organisation', facts: { changed: ['communeId', 'website'] } });
  });

  test('keeps the name that was verified, unless a moderator changes it', async () => {
    const id = await claimed(president);
    await president.http().patch(`/api/organisations/${id}`).send({ version: 1, name: 'Ateliers et Plateau' }).expect(200);
    await t.db.query(`update organisation set state = 'verified' where id = $1`, [id]);
    const rename = { version: 2, name: 'Région Grand Est' };
    expect((await president.http().patch(`/api/organisations/${id}`).send(rename).expect(409)).body.code).toBe('verified-name-kept');
    const moderator = await givenPerson(t, { platformRole: 'moderator' });
    await moderator.http().patch(`/api/organisations/${id}`).send(rename).expect(200);
  });
});
