import { beforeAll, describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { siteChanged } from '../../api/src/modules/sites/sites.events.js';
import { Jobs } from '../../api/src/platform/jobs/jobs.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { givenSite, givenTerritories, OFFERED } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const SECRET = 'Nous avons 12 345 € de côté';
const NEED = {
  activity: 'repair',
  zone: [{ anyOf: [{ type: 'territory', id: 'department:52' }] }],
  kinds: ['workshop'],
  floorAreaMinM2: 150,
  budget: { euros: 613, per: 'month' },
};
const STATED = {
  name: 'Atelier vélo de Langres',
  stage: 'study',
  need: NEED,
  publicSummary: 'Réparer les vélos du pays de Langres.',
  privateNote: SECRET,
  jobsPlanned: 3,
};

let organisation: string;
let editor: Person;
let reader: Person;
let elsewhere: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  organisation = await givenOrganisation(t, {
    name: 'Les Clés de Douze',
    columns: { legal_form: 'association', commune_id: 'commune:52269' },
  });
  editor = await givenPerson(t, { name: 'Camille Éditrice', memberOf: [{ organisationId: organisation, role: 'editor' }] });
  reader = await givenPerson(t, { memberOf: [{ organisationId: organisation, role: 'reader' }] });
  const other = await givenOrganisation(t, { name: 'Une autre' });
  elsewhere = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'administrator' }] });
});

const given = async (fields: object = {}, by = editor, organisationId = organisation) => {
  const { body } = await by
    .http()
    .post('/api/projects')
    .send({ organisationId, ...STATED, ...fields })
    .expect(201);
  return body;
};
const givenPublic = async (fields: object = {}) => {
  const { id } = await given(fields);
  await editor.http().post(`/api/projects/${id}/open`).expect(200);
  await editor.http().put(`/api/projects/${id}/visibility`).send({ public: true }).expect(200);
  return id as string;
};

describe('a need tried without an account', () => {
  test('becomes a draft of the organisation, whole: what is public, what is private, how complete it is', async () => {
    const project = await given();
    expect(project).toMatchObject({
      state: 'draft',
      name: STATED.name,
      activity: 'repair',
      organisation: { id: organisation, name: 'Les Clés de Douze' },
      looksFor: { kinds: ['workshop'], floorAreaMinM2: 150 },
      private: { version: 1, public: false, need: NEED, privateNote: SECRET, closing: null, completeness: { percent: 80 } },
      actions: { updateProject: null, openProject: null, closeProject: null, reopenProject: 'project-state-forbids' },
    });
    const { body } = await editor.http().get(`/api/projects/${project.id}`).expect(200);
    expect(body).toEqual(project);
  });

  test('is refused to a reader, to a stranger, to another organisation and to a public owner', async () => {
    const send = { organisationId: organisation, ...STATED };
    await t.http().post('/api/projects').send(send).expect(401);
    expect((await reader.http().post('/api/projects').send(send).expect(403)).body.code).toBe('role-too-low');
    expect((await elsewhere.http().post('/api/projects').send(send).expect(403)).body.code).toBe('not-a-member');
    const commune = await givenOrganisation(t, { kind: 'public_owner' });
    const agent = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'administrator' }] });
    const { body } = await agent
      .http()
      .post('/api/projects')
      .send({ ...send, organisationId: commune })
      .expect(409);
    expect(body.code).toBe('ess-organisations-only');
  });

  test('is refused when the engine could not read it, at the field to correct', async () => {
    const need = { ...NEED, matterMost: ['charm'] };
    const { body } = await editor
      .http()
      .post('/api/projects')
      .send({ organisationId: organisation, ...STATED, need })
      .expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/need/matterMost/0' })]);
  });
});

describe('who reads a saved project', () => {
  test('its members read the private part, whatever their role; nobody else knows that a draft exists', async () => {
    const { id } = await given();
    for (const role of ['reader', 'reviewer', 'editor', 'administrator'] as const) {
      const member = await givenPerson(t, { memberOf: [{ organisationId: organisation, role }] });
      const { body } = await member.http().get(`/api/projects/${id}`).expect(200);
      expect(body.private.privateNote).toBe(SECRET);
    }
    await t.http().get(`/api/projects/${id}`).expect(404);
    await elsewhere.http().get(`/api/projects/${id}`).expect(404);
    await elsewhere.http().get(`/api/projects/${id}/history`).expect(404);
    await elsewhere.http().get(`/api/projects/${id}/matches`).expect(404);
    await elsewhere.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'À moi' }).expect(404);
  });

  test('once public, everyone reads its summary, and not one word, figure or criterion of its private part', async () => {
    const id = await givenPublic({ name: 'Ressourcerie ouverte' });
    for (const someone of [t, elsewhere]) {
      for (const path of [`/api/projects/${id}`, '/api/projects']) {
        const { text } = await someone.http().get(path).expect(200);
        expect(text).toContain('Ressourcerie ouverte');
        for (const secret of [SECRET, '613', 'department:52', '"version"', '"completeness"', '"privateNote"'])
          expect(text).not.toContain(secret);
      }
      const { body } = await someone.http().get(`/api/projects/${id}`).expect(200);
      expect(body).toMatchObject({ publicSummary: STATED.publicSummary, private: null });
    }
    expect((await elsewhere.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'À moi' }).expect(403)).body.code).toBe(
      'not-a-member',
    );
    expect((await elsewhere.http().get(`/api/projects/${id}/matches`).expect(403)).body.code).toBe('not-a-member');
  });

  test('a member whose right was taken back reads no more than a stranger', async () => {
    const { id } = await given();
    const leaving = await givenPerson(t, { memberOf: [{ organisationId: organisation, role: 'editor' }] });
    await leaving.http().get(`/api/projects/${id}`).expect(200);
    await t.db.query('delete from membership where account_id = $1', [leaving.id]);
    await leaving.http().get(`/api/projects/${id}`).expect(404);
  });

  test('its public page says its name and its summary to whoever shares its address, and is gone once it is hidden', async () => {
    const id = await givenPublic({ name: 'Cantine du dépôt' });
    const { text } = await t.http().get(`/projets/${id}`).set('Accept', 'text/html').expect(200);
    expect(text).toContain('Cantine du dépôt');
    expect(text).toContain('Réparer les vélos');
    await editor.http().put(`/api/projects/${id}/visibility`).send({ public: false }).expect(200);
    await t.http().get(`/projets/${id}`).set('Accept', 'text/html').expect(404);
    await t.http().get(`/api/projects/${id}`).expect(404);
  });
});

describe('editing', () => {
  test('changes what is sent, empties what is null and keeps the rest; a second save needs the new version', async () => {
    const { id } = await given();
    const { body } = await editor
      .http()
      .patch(`/api/projects/${id}`)
      .send({ version: 1, name: 'Nouveau nom', privateNote: null })
      .expect(200);
    expect(body).toMatchObject({ name: 'Nouveau nom', stage: 'study', private: { version: 2, privateNote: null, need: NEED } });
    await editor.http().patch(`/api/projects/${id}`).send({ version: 2, name: 'Nouveau nom' }).expect(200);
    expect((await editor.http().get(`/api/projects/${id}`)).body.private.version).toBe(2);
  });

  test('says the activity once, whether it comes with the need or apart', async () => {
    const { id } = await given();
    const save = async (edit: object) => (await editor.http().patch(`/api/projects/${id}`).send(edit).expect(200)).body;
    expect(await save({ version: 1, need: { ...NEED, activity: 'reuse' } })).toMatchObject({
      activity: 'reuse',
      private: { need: { activity: 'reuse' } },
    });
    expect(await save({ version: 2, activity: 'canteen' })).toMatchObject({
      activity: 'canteen',
      private: { need: { activity: 'canteen' } },
    });
  });

  test('on a version that others have changed is refused, and shows what they changed', async () => {
    const { id } = await given();
    await editor.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'Nom de Camille' }).expect(200);
    await editor.http().patch(`/api/projects/${id}`).send({ version: 2, jobsPlanned: 5 }).expect(200);
    const { body } = await editor.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'Nom de Sacha' }).expect(409);
    expect(body).toMatchObject({
      code: 'changed-meanwhile',
      facts: {
        version: 3,
        changes: [
          { field: 'name', from: STATED.name, to: 'Nom de Camille' },
          { field: 'jobsPlanned', from: 3, to: 5 },
        ],
      },
    });
  });

  test('by two people at once: one is saved, the other learns what happened, nothing is lost', async () => {
    const { id } = await given();
    const administrator = await givenPerson(t, { memberOf: [{ organisationId: organisation, role: 'administrator' }] });
    const answers = await Promise.all([
      editor.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'Premier nom' }),
      administrator.http().patch(`/api/projects/${id}`).send({ version: 1, publicSummary: 'Autre résumé' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.facts.changes).toHaveLength(1);
    const { body } = await editor.http().get(`/api/projects/${id}/history`).expect(200);
    expect(body.items).toHaveLength(2);
  });

  test('is for editors and administrators', async () => {
    const { id } = await given();
    const { body } = await reader.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'Autre' }).expect(403);
    expect(body.code).toBe('role-too-low');
    expect((await reader.http().get(`/api/projects/${id}`)).body.actions).toMatchObject({ updateProject: 'role-too-low' });
  });
});

describe('the life of a saved project', () => {
  test('it opens, closes for a reason and reopens, and each step is in its history and in the journal', async () => {
    const { id } = await given();
    await editor.http().post(`/api/projects/${id}/open`).expect(200);
    const closing = { reason: 'funding_missing', note: 'La subvention attendra' };
    const { body: closed } = await editor.http().post(`/api/projects/${id}/close`).send(closing).expect(200);
    expect(closed).toMatchObject({
      state: 'closed',
      private: { closing },
      actions: { updateProject: 'project-state-forbids', reopenProject: null },
    });
    expect((await editor.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'Autre' }).expect(409)).body.code).toBe(
      'project-state-forbids',
    );
    const { body: reopened } = await editor.http().post(`/api/projects/${id}/reopen`).expect(200);
    expect(reopened).toMatchObject({ state: 'open', private: { closing: null } });
    const { body } = await reader.http().get(`/api/projects/${id}/history`).expect(200);
    expect(body.items.map(({ action, who, toState }: never) => ({ action, who, toState }))).toEqual([
      { action: 'reopen', who: 'Camille Éditrice', toState: 'open' },
      { action: 'close', who: 'Camille Éditrice', toState: 'closed' },
      { action: 'open', who: 'Camille Éditrice', toState: 'open' },
      { action: 'create', who: 'Camille Éditrice', toState: 'draft' },
    ]);
    expect(body.items[1]).toMatchObject(closing);
    const acts = await t.db.query(`select action, why, facts from journal_act where thing_id = $1 order by seq`, [id]);
    expect(acts.map(({ action }: { action: string }) => action)).toEqual([
      'create-project',
      'open-project',
      'close-project',
      'reopen-project',
    ]);
    expect(JSON.stringify(acts)).not.toContain('subvention');
  });

  test('it is not closed without a reason, nor opened twice, nor opened when it asks for nothing', async () => {
    const { id } = await given();
    await editor.http().post(`/api/projects/${id}/close`).send({}).expect(422);
    await editor.http().post(`/api/projects/${id}/open`).expect(200);
    expect((await editor.http().post(`/api/projects/${id}/open`).expect(409)).body.code).toBe('project-state-forbids');
    const vague = await given({ need: {} });
    expect((await editor.http().post(`/api/projects/${vague.id}/open`).expect(409)).body.code).toBe('project-need-too-vague');
  });

  test('opened by two people at once, it opens once', async () => {
    const { id } = await given();
    const answers = await Promise.all([editor.http().post(`/api/projects/${id}/open`), editor.http().post(`/api/projects/${id}/open`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('an organisation that is not verified yet keeps drafts, and is told why it can neither open nor show them', async () => {
    const fresh = await givenOrganisation(t, { state: 'claimed' });
    const founder = await givenPerson(t, { memberOf: [{ organisationId: fresh, role: 'administrator' }] });
    const project = await given({}, founder, fresh);
    expect(project.actions).toMatchObject({
      updateProject: null,
      openProject: 'organisation-not-ready',
      showProject: 'organisation-not-ready',
    });
    const { body } = await founder.http().post(`/api/projects/${project.id}/open`).expect(403);
    expect(body).toMatchObject({ code: 'organisation-not-ready', whatToDo: expect.stringContaining('modération') });
    await founder.http().put(`/api/projects/${project.id}/visibility`).send({ public: true }).expect(403);
    await founder.http().put(`/api/projects/${project.id}/visibility`).send({ public: false }).expect(200);
    await t.db.query(`update organisation set state = 'verified' where id = $1`, [fresh]);
    await founder.http().post(`/api/projects/${project.id}/open`).expect(200);
  });

  test('a project is not shown without a summary for the public', async () => {
    const { id } = await given({ publicSummary: '  ' });
    expect((await editor.http().put(`/api/projects/${id}/visibility`).send({ public: true }).expect(409)).body.code).toBe(
      'project-summary-missing',
    );
  });

  test('the projects of a suspended organisation leave the public pages; its members still read their work', async () => {
    const club = await givenOrganisation(t, { name: 'Club suspendu' });
    const member = await givenPerson(t, { memberOf: [{ organisationId: club, role: 'editor' }] });
    const { id } = await given({ name: 'Projet du club' }, member, club);
    await member.http().post(`/api/projects/${id}/open`).expect(200);
    await member.http().put(`/api/projects/${id}/visibility`).send({ public: true }).expect(200);
    await t.http().get(`/api/projects/${id}`).expect(200);
    await t.db.query(`update organisation set state = 'suspended' where id = $1`, [club]);
    await t.http().get(`/api/projects/${id}`).expect(404);
    const { body } = await member.http().get(`/api/projects/${id}`).expect(200);
    expect(body).toMatchObject({ private: { privateNote: SECRET }, actions: { updateProject: 'organisation-not-ready' } });
    await member.http().patch(`/api/projects/${id}`).send({ version: 1, name: 'Autre' }).expect(403);
  });
});

describe('the list of an organisation', () => {
  test('shows its members each project with its state, its completeness and how many places suit it', async () => {
    const club = await givenOrganisation(t, { name: 'Trois projets' });
    const member = await givenPerson(t, { memberOf: [{ organisationId: club, role: 'editor' }] });
    await givenSite(t.db, { name: 'Atelier offert', ...OFFERED });
    const { id } = await given({ name: 'Le premier' }, member, club);
    t.clock.advance({ minutes: 1 });
    await given({ name: 'Le second', need: {}, publicSummary: null }, member, club);
    await t.runJobs();
    const { body } = await member.http().get(`/api/organisations/${club}/projects`).expect(200);
    expect(body.items.map(({ name, state }: never) => ({ name, state }))).toEqual([
      { name: 'Le second', state: 'draft' },
      { name: 'Le premier', state: 'draft' },
    ]);
    expect(body.items[1]).toMatchObject({ id, public: false, completeness: { percent: 80 }, matches: { eligible: 1 } });
    const { body: page } = await member.http().get(`/api/organisations/${club}/projects?limit=1`).expect(200);
    const { body: following } = await member.http().get(`/api/organisations/${club}/projects?limit=1&cursor=${page.next}`).expect(200);
    expect(following.items[0].name).toBe('Le premier');
    expect(following.next).toBeNull();
    await elsewhere.http().get(`/api/organisations/${club}/projects`).expect(403);
    await t.http().get(`/api/organisations/${club}/projects`).expect(401);
    expect((await member.http().get(`/api/organisations/${club}/projects?state=closed`)).body.items).toEqual([]);
  });
});

describe('the matches of a saved project', () => {
  const totals = async (id: string) => (await t.db.query('select totals from project_match where project_id = $1', [id]))[0].totals;

  test('are those of its stored need, for its members only', async () => {
    await givenSite(t.db, { name: 'Lieu qui convient', ...OFFERED });
    const { id } = await given();
    const { body } = await reader.http().get(`/api/projects/${id}/matches?perSection=5`).expect(200);
    const { body: tried } = await t.http().post('/api/matches/try').send({ need: NEED, perSection: 5 }).expect(200);
    expect(body).toEqual(tried);
    await t.http().get(`/api/projects/${id}/matches`).expect(401);
  });

  test('are counted again when the project changes, by the task planned with the change', async () => {
    const { id } = await given({ need: { ...NEED, zone: [{ anyOf: [{ type: 'territory', id: 'department:70' }] }] } });
    await t.runJobs();
    expect(await totals(id)).toEqual({});
    await editor.http().patch(`/api/projects/${id}`).send({ version: 1, need: NEED }).expect(200);
    await t.runJobs();
    expect((await totals(id)).eligible).toBeGreaterThan(0);
    await editor.http().post(`/api/projects/${id}/close`).send({ reason: 'postponed' }).expect(200);
    await t.runJobs();
    expect(await totals(id)).toBeNull();
    expect(await t.db.query('select 1 from stored_match where project_id = $1', [id])).toEqual([]);
  });

  test('are counted again when a place where the project looks changes, or leaves', async () => {
    const { id } = await given({ need: { ...NEED, kinds: ['shop'] } });
    await t.runJobs();
    const announce = async (siteId: string) => {
      await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, siteChanged, { siteId }, { key: siteId }));
      await t.runJobs();
    };
    const site = await givenSite(t.db, { kind: 'shop', ...OFFERED });
    await announce(site);
    expect(await totals(id)).toEqual({ eligible: 1 });
    await t.db.query(`update site set state = 'closed' where id = $1`, [site]);
    await announce(site);
    expect(await totals(id)).toEqual({});
  });

  test('seen from the place, read nothing but what is ready: reading writes nothing, and what is hidden is gone at once', async () => {
    const site = await givenSite(t.db, { name: 'Miroir', kind: 'office', ...OFFERED });
    const id = await givenPublic({ name: 'Projet miroir', need: { ...NEED, kinds: ['office'] } });
    const names = async () =>
      (await t.http().get(`/api/sites/${site}/projects`).expect(200)).body.items.map(
        ({ project }: { project: { name: string } }) => project.name,
      );
    expect(await names()).toEqual([]);
    expect(await t.db.query('select stale from project_match where project_id = $1', [id])).toEqual([{ stale: true }]);
    await t.runJobs();
    expect(await names()).toEqual(['Projet miroir']);
    await editor.http().put(`/api/projects/${id}/visibility`).send({ public: false }).expect(200);
    expect(await names()).toEqual([]);
  });
});

test('an id that is no project’s is not found, whoever asks', async () => {
  const nobody = uuidv7();
  await t.http().get(`/api/projects/${nobody}`).expect(404);
  await editor.http().get(`/api/projects/${nobody}`).expect(404);
  await editor.http().post(`/api/projects/${nobody}/open`).expect(404);
});
