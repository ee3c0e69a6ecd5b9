import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { givenPerson, type Person } from '../support/actors.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { actsOn, association, claimed, givenRegistered, SIRET } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
let president: Person;
let moderator: Person;
let id: string;

beforeAll(() => givenTerritories(t.db));
beforeEach(async () => {
  await t.db.query('delete from membership; delete from organisation_evidence; delete from organisation_status; delete from organisation');
  president = await givenPerson(t);
  moderator = await givenPerson(t, { platformRole: 'moderator' });
  id = await claimed(president);
});

const reason = 'Procès-verbal vérifié par téléphone';
const decide = (person: Person, decision: string, organisationId = id) =>
  person.http().post(`/api/organisations/${organisationId}/${decision}`).send({ reason });
const stateOf = async () => (await president.http().get(`/api/organisations/${id}`).expect(200)).body.inside.state as string;

describe('a moderator', () => {
  test('verifies with a reason its members read; the journal and a message say so', async () => {
    const { body } = await decide(moderator, 'verify').expect(200);
    expect(body).toEqual({ id, state: 'verified', decidedAt: '2026-11-23T10:00:00.000Z', reason });
    const page = (await president.http().get(`/api/organisations/${id}`).expect(200)).body;
    expect(page).toMatchObject({ standing: 'verified', inside: { decisionReason: reason } });
    expect((await t.http().get(`/api/organisations/${id}`).expect(200)).body).toMatchObject({ summary: association.summary, inside: null });
    expect((await actsOn(t, id)).at(-1)).toMatchObject({
      action: 'verify-organisation',
      from_state: 'claimed',
      to_state: 'verified',
      why: reason,
      actor_id: moderator.id,
    });
    await t.runJobs();
    const mail = lastMailTo(t, president.email);
    expect(mail.subject).toBe('Les Ateliers du Plateau est vérifiée');
    expect(mail.text).toContain(reason);
    expect(mail.links[0]).toBe(`${t.config.publicUrl}/organisations/${id}/gerer`);
  });

  test('refuses; its administrator may claim again with a better proof, and others still may not take it', async () => {
    await decide(moderator, 'refuse').expect(200);
    expect(await stateOf()).toBe('refused');
    const stranger = await givenPerson(t);
    await stranger.http().post('/api/organisations').send(association).expect(409);
    await stranger.http().post(`/api/organisations/${id}/claim`).send({ proof: association.proof }).expect(403);
    await president
      .http()
      .post(`/api/organisations/${id}/claim`)
      .send({ proof: 'Récépissé de la préfecture du 4 mai, joint.' })
      .expect(200);
    expect(await stateOf()).toBe('claimed');
    expect((await president.http().post(`/api/organisations/${id}/claim`).send({ proof: association.proof }).expect(409)).body.code).toBe(
      'organisation-state-forbids',
    );
  });

  test('releases the number of a false claim: the true body is claimed, the drafts of the first stay theirs', async () => {
    await decide(moderator, 'release').expect(409);
    await decide(moderator, 'refuse').expect(200);
    await decide(moderator, 'release').expect(200);
    const trueOne = await givenPerson(t);
    const other = await claimed(trueOne);
    expect(other).not.toBe(id);
    expect((await trueOne.http().get(`/api/organisations/${id}`)).body.inside).toBeNull();
    expect((await president.http().get(`/api/organisations/${id}`)).body).toMatchObject({ siret: null, inside: { state: 'refused' } });
  });

  test.each([[true], [false]])('suspends, and reinstates as it was before (verified: %s)', async (isVerified) => {
    if (isVerified) await decide(moderator, 'verify').expect(200);
    await decide(moderator, 'suspend').expect(200);
    expect(await stateOf()).toBe('suspended');
    const change = { version: 9, summary: 'Autre' };
    expect((await president.http().patch(`/api/organisations/${id}`).send(change).expect(403)).body.code).toBe('organisation-not-ready');
    const { body } = await decide(moderator, 'reinstate').expect(200);
    expect(body.state).toBe(isVerified ? 'verified' : 'claimed');
  });

  test('and another deciding at once make one decision', async () => {
    const other = await givenPerson(t, { platformRole: 'platform_administrator' });
    const answers = await Promise.all([decide(moderator, 'verify'), decide(other, 'refuse')]);
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [200, 409],
      [200, 200],
    ]).toContainEqual(statuses);
    const acts = (await actsOn(t, id)).filter(({ action }) => action !== 'claim-organisation');
    expect(acts).toHaveLength(statuses.filter((status) => status === 200).length);
    // Verified then refused is a life it may have; refused then verified is not.
    if (acts.length === 2) expect(acts.map(({ to_state }) => to_state)).toEqual(['verified', 'refused']);
  });

  test('gives a reason, and never decides for an organisation of theirs', async () => {
    await moderator.http().post(`/api/organisations/${id}/verify`).send({ reason: ' ' }).expect(422);
    await t.db.query(`insert into membership values ($1, $2, 'reader', now(), now())`, [id, moderator.id]);
    expect((await decide(moderator, 'verify').expect(403)).body.code).toBe('own-organisation');
    expect((await moderator.http().get(`/api/organisations/${id}`)).body.actions.verifyOrganisation).toBe('own-organisation');
  });
});

describe('a decision', () => {
  test.each(['verify', 'refuse', 'release', 'suspend', 'reinstate'])(
    'to %s is refused to strangers, members and half-signed-in moderators',
    async (decision) => {
      expect((await t.http().post(`/api/organisations/${id}/${decision}`).send({ reason })).status).toBe(401);
      expect((await decide(president, decision).expect(403)).body.code).toBe('moderators-only');
      const half = await givenPerson(t, { platformRole: 'moderator', secondFactor: false });
      expect((await decide(half, decision).expect(403)).body.code).toBe('second-factor-needed');
      expect((await decide(moderator, decision, moderator.id)).status).toBe(404);
      expect(await stateOf()).toBe('claimed');
    },
  );
});

describe('the queue of organisations to verify', () => {
  const queue = async (query = '') => (await moderator.http().get(`/api/moderation/organisations${query}`).expect(200)).body;

  test('shows the oldest first, how long it has waited, and what differs from the register', async () => {
    await t.db.query('delete from membership; delete from organisation');
    await givenRegistered(t, { name: 'ATELIERS DU PLATEAU DE LANGRES', legal_form: 'scic' });
    const first = await claimed(president);
    t.clock.advance({ days: 3 });
    moderator = await givenPerson(t, { platformRole: 'moderator' });
    const second = await claimed(await givenPerson(t), { siret: SIRET.rails });
    const body = await queue();
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([first, second]);
    expect(body.items[0]).toMatchObject({
      daysWaiting: 3,
      members: 1,
      proof: association.proof,
      contactEmail: association.contactEmail,
      register: { status: 'found', name: 'Liste des SIAE', asOf: '2026-10-01' },
      sameName: [{ id: second }],
      checks: [
        { fact: 'name', declared: 'Les Ateliers du Plateau', register: 'ATELIERS DU PLATEAU DE LANGRES', same: false },
        { fact: 'legalForm', declared: 'association', register: 'scic', same: false },
        { fact: 'commune', declared: 'Langres', register: 'Langres', same: true },
        { fact: 'siret', same: true },
      ],
    });
    expect(body.items[1]).toMatchObject({ daysWaiting: 0, register: { status: 'unavailable', name: null } });
    const page = await queue('?limit=1');
    expect((await queue(`?limit=1&cursor=${page.next}`)).items.map((item: { id: string }) => item.id)).toEqual([second]);
  });

  test('is emptied by decisions, which other lists keep', async () => {
    await decide(moderator, 'verify').expect(200);
    expect((await queue()).items).toEqual([]);
    expect((await queue('?state=verified')).items).toMatchObject([{ id, decisionReason: reason }]);
  });

  test('is for moderators only', async () => {
    await t.http().get('/api/moderation/organisations').expect(401);
    await president.http().get('/api/moderation/organisations').expect(403);
    await president.http().get('/api/moderation/evidence').expect(403);
  });
});

test('nobody but the administrators is written to', async () => {
  const reader = await givenPerson(t, { memberOf: [{ organisationId: id, role: 'reader' }] });
  await decide(moderator, 'verify').expect(200);
  await t.runJobs();
  expect(mailsTo(t, reader.email)).toEqual([]);
});
