import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OrganisationLetters } from '../../api/src/modules/organisations/organisation.letters.js';
import { givenPerson, type Person } from '../support/actors.js';
import { mailsTo } from '../support/mail.js';
import { actsOn, claimed, givenRegistered } from '../support/organisations.js';
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
  await t.db.query(`update organisation set state = 'verified' where id = $1`, [id]);
});

const aci = { kind: 'ACI', reference: 'ACI-052-2026', departments: ['department:52'], startsOn: '2026-01-01', endsOn: '2026-12-31' };
const add = (person: Person, changes: object = {}) =>
  person
    .http()
    .post(`/api/organisations/${id}/evidence`)
    .send({ ...aci, ...changes });
const added = async (changes: object = {}) => {
  const { body } = await add(president, changes).expect(201);
  const { rows } = {
    rows: await t.db.query<{ id: string }[]>('select id from organisation_evidence order by created_at desc, id desc limit 1'),
  };
  return { evidenceId: rows[0]!.id, items: body.items };
};
const step = (person: Person, evidenceId: string, action: string) =>
  person.http().post(`/api/organisations/${id}/evidence/${evidenceId}/${action}`).send({ reason: 'Convention lue' });

describe('the evidence of an organisation', () => {
  test('is declared until a day, for departments, several per body', async () => {
    await added();
    const { items } = await added({ kind: 'EI', reference: 'EI-070', departments: ['department:70', 'department:52'] });
    expect(items).toHaveLength(2);
    const read = await president.http().get(`/api/organisations/${id}/evidence`).expect(200);
    expect(read.body.items).toContainEqual(
      expect.objectContaining({
        kind: 'EI',
        territories: [
          { id: 'department:52', name: 'Haute-Marne' },
          { id: 'department:70', name: 'Haute-Saône' },
        ],
        state: 'declared',
        standing: 'valid',
        source: null,
      }),
    );
  });

  test.each([
    [{ endsOn: undefined }, '/endsOn'],
    [{ endsOn: '2026-11-22' }, '/endsOn'],
    [{ startsOn: '2027-01-01' }, '/endsOn'],
    [{ kind: 'EITI', endsOn: '2026-12-23' }, '/endsOn'],
    [{ departments: [] }, '/departments'],
    [{ kind: 'ESUS' }, '/kind'],
  ])('with %j is refused at %s', async (changes, pointer) => {
    const { body } = await add(president, changes).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  test('of a department that does not exist is refused, and the same piece twice at once is one', async () => {
    expect((await add(president, { departments: ['department:99'] }).expect(422)).body.code).toBe('unknown-territory');
    const answers = await Promise.all([add(president), add(president)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('raises a doubt when an ESUS approval is longer than the law gives', async () => {
    const { items } = await added({ kind: 'esus_approved', departments: [], startsOn: '2026-01-01', endsOn: '2032-01-01' });
    expect(items[0].warnings).toEqual(['esus-over-five-years']);
  });

  test('is shown to the public while valid, without its reference, and never once it has ended', async () => {
    await added();
    const shown = async () => (await t.http().get(`/api/organisations/${id}`).expect(200)).body.evidence;
    expect(await shown()).toMatchObject([{ kind: 'ACI', endsOn: '2026-12-31', state: 'declared', reference: null }]);
    await t.db.query(`update organisation_evidence set starts_on = '2025-01-01', ends_on = '2026-11-22'`);
    expect(await shown()).toEqual([]);
    expect((await president.http().get(`/api/organisations/${id}/evidence`)).body.items[0].standing).toBe('expired');
  });

  test('found in a register keeps its date, and stays to be confirmed when the register says no end', async () => {
    await t.db.query('delete from membership; delete from organisation_evidence; delete from organisation');
    id = await givenRegistered(t, {}, ['ACI']);
    await claimed(president);
    const { body } = await president.http().get(`/api/organisations/${id}/evidence`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        id: null,
        kind: 'ACI',
        endsOn: null,
        standing: 'to_confirm',
        source: { dataset: 'Liste des SIAE', producer: 'ASP', seenOn: '2026-09-15' },
      }),
    ]);
  });

  test('is checked or refused by a moderator, withdrawn by the organisation, each step once', async () => {
    const { evidenceId } = await added();
    const waiting = (await moderator.http().get('/api/moderation/evidence').expect(200)).body;
    expect(waiting.items).toMatchObject([{ id: evidenceId, organisation: { id }, daysWaiting: 0 }]);
    const { body } = await step(moderator, evidenceId, 'check').expect(200);
    expect(body.items[0]).toMatchObject({ state: 'checked', checkedAt: '2026-11-23T10:00:00.000Z', reason: 'Convention lue' });
    expect((await moderator.http().get('/api/moderation/evidence')).body.items).toEqual([]);
    expect((await step(moderator, evidenceId, 'check').expect(409)).body.code).toBe('evidence-state-forbids');
    await step(president, evidenceId, 'withdraw').expect(200);
    await step(moderator, evidenceId, 'refuse').expect(409);
    expect((await actsOn(t, evidenceId)).map(({ action }) => action)).toEqual(['add-evidence', 'check-evidence', 'withdraw-evidence']);
  });

  test('is nobody else’s business', async () => {
    const { evidenceId } = await added();
    const stranger = await givenPerson(t);
    const reader = await givenPerson(t, { memberOf: [{ organisationId: id, role: 'reader' }] });
    await stranger.http().get(`/api/organisations/${id}/evidence`).expect(403);
    await add(stranger).expect(403);
    expect((await add(reader).expect(403)).body.code).toBe('role-too-low');
    await step(stranger, evidenceId, 'withdraw').expect(403);
    await step(president, evidenceId, 'check').expect(403);
    const other = await claimed(stranger, { siret: '80746931700018' });
    await stranger.http().post(`/api/organisations/${other}/evidence/${evidenceId}/withdraw`).expect(404);
  });
});

describe('administrators', () => {
  const warn = async () => {
    await t.get(OrganisationLetters).warnOfEndings();
    await t.runJobs();
    return mailsTo(t, president.email).map(({ subject }) => subject);
  };

  test('are warned once 60 days and once 15 days before the end', async () => {
    await added({ endsOn: '2027-03-01' });
    expect(await warn()).toEqual([]);
    t.clock.advance({ days: 38 });
    expect(await warn()).toEqual(['Les Ateliers du Plateau : convention ACI jusqu’au 1 mars 2027']);
    expect(await warn()).toHaveLength(1);
    t.clock.advance({ days: 45 });
    expect(await warn()).toHaveLength(2);
    t.clock.advance({ days: 1 });
    expect(await warn()).toHaveLength(2);
  });

  test('are not warned of what was renewed, withdrawn or is over', async () => {
    const soon = t.clock.now();
    const inDays = (days: number) => new Date(soon.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    await added({ startsOn: null, endsOn: inDays(30) });
    await added({ startsOn: null, endsOn: inDays(300) });
    const { evidenceId } = await added({ kind: 'GEIQ', startsOn: null, endsOn: inDays(20) });
    president = await givenPerson(t, { memberOf: [{ organisationId: id, role: 'administrator' }] });
    await step(president, evidenceId, 'withdraw').expect(200);
    expect(await warn()).toEqual([]);
  });
});
