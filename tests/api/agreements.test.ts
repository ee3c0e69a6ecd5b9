import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AgreementCalendar } from '../../api/src/modules/agreements/agreement-calendar.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { AGREED_TERMS, givenDecided } from '../support/agreements.js';
import { givenLot } from '../support/calls.js';
import { mailsTo } from '../support/mail.js';
import { actsOn } from '../support/organisations.js';
import { readPdf } from '../support/read-pdf.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';
import { unzip } from '../support/zip.js';

const t = useTestApp();
const REASON = { reason: 'D’un commun accord entre les parties.' };
const SIGNATURES = { owner: { on: '2026-12-15', by: 'Madame la maire' }, occupant: { on: '2026-12-16', by: 'Le président' } };
let owner: string;
let ess: string;
let agent: Person;
let member: Person;
let reader: Person;
let stranger: Person;

/** Moves the clock, and what the day calls for is told; whoever was signed in signs in again. */
async function itIs(day: string): Promise<void> {
  t.clock.set(`${day}T09:00:00Z`);
  const again = await Promise.all([agent, member, reader, stranger].map((person) => signedInAgain(t, person)));
  [agent, member, reader, stranger] = again as [Person, Person, Person, Person];
}
/** Twice, as a worker that was stopped and starts again would. */
async function morning(day: string): Promise<void> {
  await itIs(day);
  for (let run = 0; run < 2; run += 1) await t.get(AgreementCalendar).follow();
  await t.runJobs();
}

beforeAll(async () => {
  await givenTerritories(t.db);
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner', columns: { owner_kind: 'commune' } });
  ess = await givenOrganisation(t, { name: 'Les Clés de Douze', columns: { legal_form: 'association' } });
  const elsewhere = await givenOrganisation(t, { name: 'Une autre' });
  agent = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'editor' }] });
  member = await givenPerson(t, { name: 'Camille', memberOf: [{ organisationId: ess, role: 'editor' }] });
  reader = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'reader' }] });
  stranger = await givenPerson(t, { memberOf: [{ organisationId: elsewhere, role: 'administrator' }] });
});
beforeEach(() => itIs('2026-12-10'));

const post = (id: string, act: string, body: object = {}, by = agent) => by.http().post(`/api/agreements/${id}/${act}`).send(body);
const read = async (id: string, by = agent) => (await by.http().get(`/api/agreements/${id}`).expect(200)).body;
const stateOfPlace = async (siteId: string) => (await t.db.query('select state from site where id = $1', [siteId]))[0].state;

async function drafted(decided = {}) {
  const siteId = await givenLot(t, owner, 'Gare de Langres', 'awarded');
  await t.db.query(`update site set state_changed_at = $2 where id = $1`, [siteId, t.clock.now()]);
  const applicationId = await givenDecided(t, siteId, ess, decided);
  const { body } = await agent.http().post('/api/agreements').send({ applicationId }).expect(201);
  return { id: body.id as string, siteId, applicationId };
}
const write = (id: string, version: number, terms: object) =>
  agent
    .http()
    .patch(`/api/agreements/${id}`)
    .send({ version, ...terms });
async function settled(decided = {}) {
  const draft = await drafted(decided);
  await write(draft.id, 1, AGREED_TERMS).expect(200);
  await post(draft.id, 'accept', { version: 2 }, member).expect(200);
  await post(draft.id, 'settle', { version: 2 }).expect(200);
  return draft;
}
async function signed() {
  const draft = await settled();
  await post(draft.id, 'conditions/assurance', { metOn: '2026-12-09', proof: 'Attestation MAIF n° 42' }).expect(200);
  await itIs('2026-12-18');
  await post(draft.id, 'sign', { version: 2, ...SIGNATURES }).expect(200);
  return draft;
}

describe('a draft', () => {
  test('follows a decision, once, and is known to its two sides alone', async () => {
    const { id, applicationId } = await drafted();
    const view = await read(id);
    expect(view).toMatchObject({
      ...{
        state: 'drafting',
        side: 'owner',
        waiting: 'settle',
        owner: { name: 'Ville de Langres' },
        occupant: { name: 'Les Clés de Douze' },
      },
      lacks: ['object', 'use', 'startsOn', 'endsOn', 'rent', 'ownerSigner', 'occupantSigner'],
      terms: { deed: 'temporary_occupation', law: { status: 'public_domain', economic: 'no' } },
      deeds: [expect.objectContaining({ deed: 'temporary_occupation', endDateNeeded: true })],
      actions: { settleAgreement: 'agreement-incomplete', signAgreement: 'agreement-state-forbids', acceptAgreement: 'not-a-member' },
    });
    expect((await read(id, reader)).side).toBe('occupant');
    await stranger.http().get(`/api/agreements/${id}`).expect(404);
    await t.http().get(`/api/agreements/${id}`).expect(401);
    const again = await agent.http().post('/api/agreements').send({ applicationId }).expect(409);
    expect(again.body.code).toBe('place-already-agreed');
    const undecided = await givenDecided(t, await givenLot(t, owner, 'Une autre', 'awarded'), ess, { state: 'under_review' });
    const refused = await agent.http().post('/api/agreements').send({ applicationId: undecided }).expect(409);
    expect(refused.body.code).toBe('agreement-not-decided');
    await member.http().post('/api/agreements').send({ applicationId: undecided }).expect(404);
  });

  test('stays within the law, and the article is quoted', async () => {
    const { id } = await drafted();
    const crossed = async (terms: object) =>
      (
        await write(id, 1, { ...AGREED_TERMS, ...terms })
          .set('Accept-Language', 'fr')
          .expect(409)
      ).body;
    const openEnded = await crossed({ openEnded: true, endsOn: null });
    expect(openEnded).toMatchObject({ code: 'agreement-out-of-bounds', facts: { rule: 'term-open-ended' } });
    expect(openEnded.detail).toContain('L. 2122-1 à L. 2122-3');
    expect((await crossed({ deed: 'administrative_emphyteutic_lease' })).detail).toContain('plus de 18 ans (CGCT L. 1311-2 ;');
    expect((await crossed({ deed: 'civil_lease' })).facts.rule).toBe('deed-not-open');
    expect((await crossed({ freeGround: 'loan-for-use' })).facts.rule).toBe('ground-not-open');
    await write(id, 1, { premises: [id] }).expect(404);
    await write(id, 1, { startsOn: '2027-02-30' }).expect(422);
  });

  test('is read, commented and accepted by the other side; a change is to be accepted again', async () => {
    const { id } = await drafted();
    await post(id, 'accept', { version: 1 }, member).expect(409);
    await write(id, 1, AGREED_TERMS).expect(200);
    await write(id, 1, { object: 'Autre chose' }).expect(409);
    const { body } = await post(id, 'comments', { text: 'Peut-on commencer en février ?' }, member).expect(200);
    expect(body.comments).toEqual([expect.objectContaining({ text: 'Peut-on commencer en février ?', who: 'Camille', version: 2 })]);
    await post(id, 'comments', { text: 'Moi aussi' }, reader).expect(403);
    await post(id, 'settle', { version: 2 }, member).expect(403);
    expect((await post(id, 'settle', { version: 2 }).expect(409)).body.code).toBe('agreement-not-accepted');
    await post(id, 'accept', { version: 2 }).expect(403);
    await post(id, 'accept', { version: 2 }, member).expect(200);
    await write(id, 2, { startsOn: '2027-02-01' }).expect(200);
    expect((await read(id, member)).accepted).toMatchObject({ version: 2, current: false });
    expect((await post(id, 'settle', { version: 3 }).expect(409)).body.code).toBe('agreement-not-accepted');
    await post(id, 'accept', { version: 3 }, member).expect(200);
    await post(id, 'settle', { version: 3 }).expect(200);
    await write(id, 3, { object: 'Trop tard' }).expect(409);
    const { body: history } = await member.http().get(`/api/agreements/${id}/history`).expect(200);
    expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
      ...['settle', 'accept', 'edit', 'accept', 'comment', 'edit', 'create'],
    ]);
    await t.runJobs();
    expect(mailsTo(t, member.email).map(({ subject }) => subject)).toContain('Projet de convention modifié : Gare de Langres');
  });

  test('is printed as a tagged document and given to be worked on', async () => {
    const { id } = await settled();
    const pdf = await member.http().get(`/api/agreements/${id}/document.pdf`).responseType('blob').expect(200);
    const { title, language, parts } = readPdf(pdf.body as Buffer);
    expect([title, language]).toEqual(['Convention d’occupation temporaire — Gare de Langres', 'fr-FR']);
    expect(parts.map(({ text }) => text).join(' ')).toContain('se termine le 31 décembre 2029 inclus');
    expect(new Set(parts.map(({ role }) => role))).toEqual(new Set(['H1', 'H2', 'P', 'TH', 'TD']));
    const docx = await agent.http().get(`/api/agreements/${id}/document.docx`).responseType('blob').expect(200);
    expect((await unzip(docx.body as Buffer))['word/document.xml']).toContain('Article 3. Durée');
    await stranger.http().get(`/api/agreements/${id}/document.docx`).expect(404);
  });
});

describe('an agreement', () => {
  test('is signed once its conditions are proved; the place is occupied from the first day, whatever the worker does', async () => {
    const { id, siteId } = await settled();
    const early = await post(id, 'sign', { version: 2, ...SIGNATURES }).expect(409);
    expect(early.body).toMatchObject({ code: 'agreement-conditions-unmet', facts: { unmet: ['assurance'] } });
    await post(id, 'conditions/autre', { metOn: '2026-12-09', proof: 'Une preuve' }).expect(404);
    await post(id, 'conditions/assurance', { metOn: '2026-12-24', proof: 'À venir' }).expect(409);
    await post(id, 'conditions/assurance', { metOn: '2026-12-09', proof: 'Attestation MAIF n° 42' }).expect(200);
    expect((await post(id, 'sign', { version: 2, ...SIGNATURES }).expect(409)).body.code).toBe('agreement-dates-cross');
    await itIs('2026-12-18');
    await post(id, 'sign', { version: 2, ...SIGNATURES }).expect(200);
    expect(await read(id)).toMatchObject({ state: 'signed', signatures: SIGNATURES });
    await post(id, 'renew', REASON).expect(409);
    await itIs('2027-01-01');
    expect((await read(id)).state).toBe('running');
    await morning('2027-01-01');
    expect(await stateOfPlace(siteId)).toBe('occupied');
    expect((await actsOn(t, id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['create-agreement', 'accept-agreement', 'settle-agreement', 'sign-agreement', 'started-agreement']),
    );
  });

  test('waits for every step that the law asks for', async () => {
    const { id } = await settled({ steps: false });
    await post(id, 'conditions/assurance', { metOn: '2026-12-09', proof: 'Attestation MAIF n° 42' }).expect(200);
    await itIs('2026-12-18');
    const { body } = await post(id, 'sign', { version: 2, ...SIGNATURES }).expect(409);
    expect(body).toMatchObject({ code: 'legal-step-missing', facts: { step: 'answers', act: 'sign' } });
  });

  test('reminds both sides at twelve, six and three months, once each and never after; then its place is at its owner’s desk', async () => {
    const { id, siteId } = await signed();
    const reminded = (person: Person) =>
      mailsTo(t, person.email).filter(({ subject, links }) => /se termine/.test(subject) && links[0]?.endsWith(id));
    for (const [day, letters] of [
      ['2027-01-01', 0],
      ['2028-12-31', 1],
      ['2029-03-01', 1],
      ['2029-07-01', 2],
      ['2029-10-01', 3],
      ['2030-01-01', 3],
    ] as const) {
      await morning(day);
      expect([day, reminded(agent).length, reminded(member).length]).toEqual([day, letters, letters]);
    }
    expect(reminded(member)[1]?.subject).toBe('Votre convention se termine dans six mois : Gare de Langres');
    const over = await read(id);
    expect(over).toMatchObject({ state: 'ended', waiting: 'place', reminders: [{ months: 12 }, { months: 6 }, { months: 3 }] });
    expect(over.actions.publishAgreementPlaceAgain).toBeNull();
    await post(id, 'publish-place-again', {}, member).expect(403);
    await post(id, 'publish-place-again').expect(200);
    expect(await stateOfPlace(siteId)).toBe('published');
    await post(id, 'publish-place-again').expect(409);
  });

  test('asks for its yearly report, and both sides read it', async () => {
    const { id } = await signed();
    await morning('2027-06-01');
    const report = { jobs: 3, insertionHours: 1_200, peopleWelcomed: 400, words: 'Une première année bien remplie.' };
    await post(id, 'reports/1', report, member).expect(409);
    await morning('2028-01-05');
    expect(await read(id, member)).toMatchObject({
      waiting: 'report',
      reports: [
        { year: 1, state: 'due' },
        { year: 2, state: 'to_come' },
      ],
    });
    const asked = mailsTo(t, member.email).filter(
      ({ subject, links }) => subject.startsWith('Bilan annuel attendu') && links[0]?.endsWith(id),
    );
    expect(asked).toHaveLength(1);
    await post(id, 'reports/1', report).expect(403);
    await post(id, 'reports/1', report, member).expect(200);
    await post(id, 'reports/1', report, member).expect(409);
    expect((await read(id)).reports[0]).toMatchObject({ state: 'received', received: { jobs: 3, words: report.words } });
  });

  test('is left by the notice of either side, after the time agreed', async () => {
    const { id, siteId } = await signed();
    await morning('2028-01-10');
    await post(id, 'notice', { ...REASON, givenOn: '2028-01-10', leavesOn: '2028-03-01' }, member).expect(409);
    await post(id, 'notice', { ...REASON, givenOn: '2028-01-10', leavesOn: '2028-04-10' }, reader).expect(403);
    const { body } = await post(id, 'notice', { ...REASON, givenOn: '2028-01-10', leavesOn: '2028-04-10' }, member).expect(200);
    expect(body).toMatchObject({ state: 'running', notice: { by: 'occupant', leavesOn: '2028-04-10' } });
    await post(id, 'notice', { ...REASON, givenOn: '2028-01-10', leavesOn: '2028-05-10' }).expect(409);
    await morning('2028-04-11');
    expect(await read(id)).toMatchObject({ state: 'terminated', waiting: 'place' });
    expect(await stateOfPlace(siteId)).toBe('occupied');
  });

  test('is renewed by another, drafted from it, while the window is open', async () => {
    const { id } = await signed();
    await itIs('2029-06-01');
    await post(id, 'renew', REASON).expect(409);
    await itIs('2029-08-01');
    const { body } = await post(id, 'renew', REASON).expect(200);
    expect(body).toMatchObject({ state: 'drafting', renews: id, accepted: null, terms: { startsOn: '2030-01-01', endsOn: null } });
    expect(await read(id)).toMatchObject({ state: 'renewed', renewedBy: body.id });
    const { body: list } = await member.http().get(`/api/organisations/${ess}/agreements?limit=100`).expect(200);
    expect(list.items).toContainEqual(expect.objectContaining({ id: body.id, side: 'occupant', waiting: null }));
    await stranger.http().get(`/api/organisations/${ess}/agreements`).expect(403);
  });

  test('never signed is stopped with a reason, and its place is on offer again when its owner says so', async () => {
    const { id, siteId } = await settled();
    await post(id, 'terminate', { reason: '' }).expect(422);
    await post(id, 'take-back', REASON).expect(200);
    await post(id, 'terminate', REASON).expect(200);
    expect(await read(id)).toMatchObject({ state: 'terminated', reason: REASON.reason, waiting: 'place' });
    await post(id, 'publish-place-again').expect(200);
    expect(await stateOfPlace(siteId)).toBe('published');
    await expect(t.db.query(`update agreement set terms = '{}' where id = $1`, [id])).rejects.toThrow('do not change');
  });
});
