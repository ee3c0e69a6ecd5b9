import { beforeAll, describe, expect, test } from '@jest/globals';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { givenSite, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const STATED = { name: 'Gare de Langres', kind: 'disused_station', communeId: 'commune:52269', floorAreaM2: 220 };

let commune: string;
let editor: Person;
let unverified: string;
let newcomer: Person;
let moderator: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  commune = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner', columns: { owner_kind: 'commune' } });
  editor = await givenPerson(t, { name: 'Camille Durand', memberOf: [{ organisationId: commune, role: 'editor' }] });
  unverified = await givenOrganisation(t, { name: 'Ville de Chalindrey', kind: 'public_owner', state: 'claimed' });
  newcomer = await givenPerson(t, { memberOf: [{ organisationId: unverified, role: 'administrator' }] });
  moderator = await givenPerson(t, { name: 'Max Modération', platformRole: 'moderator' });
});

const given = async (input: object = {}, by = editor, organisationId = commune) =>
  (
    await by
      .http()
      .post('/api/sites')
      .send({ organisationId, ...STATED, ...input })
      .expect(201)
  ).body as { id: string; version: number };
const act = (id: string, move: string, body: object = {}, by = editor) => by.http().post(`/api/sites/${id}/${move}`).send(body);
/** Who was written to about a decision on this place. */
const lettersAbout = async (template: string, id: string): Promise<string[]> => {
  const rows: { accountId: string }[] = await t.db.query(
    `select account_id as "accountId" from outgoing_mail where template = $1 and event_key like '%' || $2 || '%' order by 1`,
    [template, id],
  );
  return rows.map(({ accountId }) => accountId);
};
const isSeen = async (id: string) => (await t.http().get(`/api/sites/${id}`)).status === 200;

describe('a verified public owner', () => {
  test('publishes what it owns at once, pauses it with a reason, resumes it and closes it for good', async () => {
    const { id } = await given();
    expect((await act(id, 'publish').expect(200)).body).toMatchObject({ state: 'published', seenByAll: true });
    expect(await isSeen(id)).toBe(true);
    expect((await act(id, 'pause', {}).expect(422)).body.errors[0].pointer).toBe('/reason');
    expect((await act(id, 'pause', { reason: 'Travaux de toiture' }).expect(200)).body).toMatchObject({
      state: 'paused',
      stateReason: 'Travaux de toiture',
    });
    expect(await isSeen(id)).toBe(false);
    await act(id, 'resume').expect(200);
    const { body } = await t.http().get(`/api/sites/${id}`).expect(200);
    expect(body.history.map(({ to, reason }: never) => [to, reason])).toEqual([
      ['published', null],
      ['paused', 'Travaux de toiture'],
      ['published', null],
    ]);
    expect((await act(id, 'close', { reason: 'sold', note: 'À la région' }).expect(200)).body).toMatchObject({
      state: 'closed',
      actions: { updateSite: 'site-state-forbids', resumeSite: 'site-state-forbids' },
    });
    expect(await isSeen(id)).toBe(false);
  });

  test('may not show a place that says neither its size nor what is on offer', async () => {
    const { id } = await given({ floorAreaM2: null });
    expect((await act(id, 'publish').expect(409)).body.code).toBe('site-too-vague');
    expect((await act(id, 'submit').expect(409)).body.code).toBe('site-too-vague');
  });

  test('has what it lists for another owner read by a moderator first', async () => {
    const { id } = await given({ role: 'lists' });
    expect((await act(id, 'publish').expect(409)).body.code).toBe('site-publication-moderated');
    expect((await act(id, 'submit').expect(200)).body).toMatchObject({ state: 'submitted', seenByAll: false });
    expect((await act(id, 'take-back').expect(200)).body).toMatchObject({ state: 'draft' });
  });

  test('leaves each move in the journal, and what suits the place is matched again', async () => {
    const ess = await givenOrganisation(t, { name: 'Les Clés de Douze' });
    const lead = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'editor' }] });
    const need = { kinds: ['disused_station'], zone: [{ anyOf: [{ type: 'territory', id: 'department:52' }] }] };
    await lead.http().post('/api/projects').send({ organisationId: ess, name: 'Atelier vélo', need }).expect(201);
    await t.runJobs();
    const suiting = async () =>
      (await lead.http().get(`/api/organisations/${ess}/projects`).expect(200)).body.items[0].matches.eligible as number;
    const before = await suiting();
    const { id } = await given();
    await act(id, 'publish').expect(200);
    const journal = await t.db.query(
      `select action, from_state, to_state, organisation_id from journal_act where thing_id = $1 order by seq`,
      [id],
    );
    expect(journal).toEqual([
      { action: 'create-site', from_state: null, to_state: 'draft', organisation_id: commune },
      { action: 'publish-site', from_state: 'draft', to_state: 'published', organisation_id: commune },
    ]);
    await t.runJobs();
    expect(await suiting()).toBe(before + 1);
  });
});

describe('an owner that nobody has verified yet', () => {
  test('submits, and a moderator who has read this very version accepts', async () => {
    const { id, version } = await given({ name: 'Gare de Chalindrey' }, newcomer, unverified);
    expect((await act(id, 'publish', {}, newcomer).expect(403)).body.code).toBe('organisation-not-ready');
    await act(id, 'submit', {}, newcomer).expect(200);
    const { body } = await moderator.http().get('/api/moderation/sites').expect(200);
    expect(body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      name: 'Gare de Chalindrey',
      organisation: { name: 'Ville de Chalindrey', state: 'claimed' },
      role: 'owns',
      daysWaiting: 0,
      version,
    });
    const read = await moderator.http().get(`/api/sites/${id}/kept`).expect(200);
    expect(read.body.actions).toMatchObject({ acceptSite: null, sendBackSite: null, updateSite: 'not-a-member' });
    await newcomer.http().patch(`/api/sites/${id}`).send({ version, summary: 'Changé' }).expect(200);
    expect((await act(id, 'accept', { version }, moderator).expect(409)).body.code).toBe('changed-meanwhile');
    await act(id, 'accept', { version: version + 1 }, moderator).expect(200);
    expect(await isSeen(id)).toBe(true);
    expect(await lettersAbout('site-accepted', id)).toEqual([newcomer.id]);
  });

  test('reads why its place was sent back, corrects it and submits it again', async () => {
    const { id, version } = await given({}, newcomer, unverified);
    await act(id, 'submit', {}, newcomer).expect(200);
    await act(id, 'send-back', { version, reason: 'Dites qui en est propriétaire' }, moderator).expect(200);
    expect(await lettersAbout('site-sent-back', id)).toEqual([newcomer.id]);
    const { body } = await newcomer.http().get(`/api/sites/${id}/kept`).expect(200);
    expect(body).toMatchObject({ state: 'draft', stateReason: 'Dites qui en est propriétaire', actions: { submitSite: null } });
    await act(id, 'submit', {}, newcomer).expect(200);
  });

  test('has no moderator among its members decide on its own place', async () => {
    const both = await givenPerson(t, { platformRole: 'moderator', memberOf: [{ organisationId: unverified, role: 'editor' }] });
    const { id, version } = await given({}, newcomer, unverified);
    await act(id, 'submit', {}, newcomer).expect(200);
    expect((await act(id, 'accept', { version }, both).expect(403)).body.code).toBe('own-organisation');
  });
});

describe('many places at once', () => {
  const actOn = async (body: object, by = editor) => (await by.http().post('/api/sites/acts').send(body).expect(200)).body.items as Done[];
  const undo = async (acts: readonly (string | null)[]) =>
    (await editor.http().post('/api/sites/acts/undo').send({ acts }).expect(200)).body.items as Done[];
  interface Done {
    readonly id: string;
    readonly act: string | null;
    readonly code: string | null;
  }

  test('are published together; what is refused for one is done for the others, and all of it is undone', async () => {
    const [one, two] = [await given(), await given()];
    const vague = await given({ floorAreaM2: null });
    const theirs = await given({}, newcomer, unverified);
    const ids = [one.id, two.id, vague.id, theirs.id];
    const done = await actOn({ action: 'publish', ids });
    expect(done.map(({ code }) => code)).toEqual([null, null, 'site-too-vague', 'not-found']);
    expect([await isSeen(one.id), await isSeen(two.id)]).toEqual([true, true]);

    const undone = await undo(done.filter(({ code }) => code === null).map(({ act: line }) => line));
    expect(undone.map(({ code }) => code)).toEqual([null, null]);
    expect([await isSeen(one.id), await isSeen(two.id)]).toEqual([false, false]);
    const { body } = await editor.http().get(`/api/sites/${one.id}/kept`).expect(200);
    expect(body).toMatchObject({ state: 'draft', publishedAt: null });
  });

  test('closed by mistake come back as they were, with the reason that held', async () => {
    const { id } = await given();
    await act(id, 'publish').expect(200);
    await act(id, 'pause', { reason: 'Travaux' }).expect(200);
    const [closed] = await actOn({ action: 'close', ids: [id], reason: 'mistake' });
    await undo([closed!.act]);
    const { body } = await editor.http().get(`/api/sites/${id}/kept`).expect(200);
    expect(body).toMatchObject({ state: 'paused', stateReason: 'Travaux' });
    await act(id, 'resume').expect(200);
    const { history } = (await t.http().get(`/api/sites/${id}`).expect(200)).body;
    expect(history.map(({ to }: never) => to)).toEqual(['published', 'paused', 'published']);
  });

  test('are not undone once something else has happened, nor by strangers, nor twice', async () => {
    const { id, version } = await given();
    const [published] = await actOn({ action: 'publish', ids: [id] });
    await editor.http().patch(`/api/sites/${id}`).send({ version, summary: 'Sur le quai' }).expect(200);
    expect((await undo([published!.act]))[0]!.code).toBe('site-undo-too-late');
    const other = await given();
    const [line] = await actOn({ action: 'publish', ids: [other.id] });
    const { body } = await newcomer
      .http()
      .post('/api/sites/acts/undo')
      .send({ acts: [line!.act] })
      .expect(200);
    expect(body.items[0].code).toBe('not-found');
    expect((await undo([line!.act]))[0]!.code).toBeNull();
    expect((await undo([line!.act]))[0]!.code).toBe('site-undo-too-late');
  });
});

describe('places of open data', () => {
  const PROOF = { text: 'Titre de propriété de la ville, publié au service de la publicité foncière', date: '2019-05-02' };
  const claim = (ids: readonly string[], by = editor, organisationId = commune, more: object = {}) =>
    by
      .http()
      .post('/api/sites/claims')
      .send({ organisationId, ids, role: 'owns', proof: PROOF, ...more });
  const givenLead = (name: string) =>
    givenSite(t.db, { name, state: 'potential', columns: { agent_role: null, owner_kind: null }, premises: [{ floor_area_m2: 150 }] });

  test('are taken up by their owner, many at once with one proof, and stay drafts of theirs until a moderator has checked the role', async () => {
    const leads = await Promise.all(['Gare A', 'Gare B', 'Gare C'].map(givenLead));
    const published = await givenSite(t.db, { name: 'Déjà proposé' });
    const { body } = await claim([...leads, published]).expect(200);
    expect(body.items.map(({ code }: { code: string | null }) => code)).toEqual([null, null, null, 'site-state-forbids']);
    const [first = ''] = leads;
    expect(await isSeen(first)).toBe(false);
    const kept = await editor.http().get(`/api/sites/${first}/kept`).expect(200);
    expect(kept.body).toMatchObject({
      state: 'draft',
      role: null,
      organisation: { id: commune },
      fields: { ownerKind: 'commune' },
      actions: { updateSite: null, publishSite: 'site-publication-moderated' },
    });
    const waiting = await moderator.http().get('/api/moderation/agent-roles').expect(200);
    const role = waiting.body.items.find((item: { site: { id: string } }) => item.site.id === first);
    expect(role).toMatchObject({ role: 'owns', state: 'declared', proof: { text: PROOF.text } });
    await moderator.http().post(`/api/agent-roles/${role.id}/check`).send({ version: role.version }).expect(200);
    await act(first, 'publish').expect(200);
    expect(await isSeen(first)).toBe(true);
  });

  test('are not taken up twice, without proof, by an organisation that nobody has verified, nor by one that owns no public place', async () => {
    const lead = await givenLead('Gare disputée');
    expect((await claim([lead], newcomer, unverified).expect(403)).body.code).toBe('organisation-not-ready');
    const ess = await givenOrganisation(t, { name: 'Une association' });
    const lead2 = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'editor' }] });
    expect((await claim([lead], lead2, ess).expect(409)).body.code).toBe('public-owners-only');
    expect((await claim([lead], editor, commune, { role: 'manages' }).expect(422)).body.errors[0].pointer).toBe('/until');
    expect((await claim([lead], editor, commune, { proof: undefined }).expect(422)).body.errors[0].pointer).toBe('/proof');
    await claim([lead]).expect(200);
    const other = await givenOrganisation(t, { name: 'Un EPCI', kind: 'public_owner' });
    const agent = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'editor' }] });
    expect((await claim([lead], agent, other).expect(200)).body.items[0].code).toBe('not-found');
  });

  test('are proposed to whoever is about to write the same place again: alike in name and near, on the same parcel or of the same identifier', async () => {
    const lead = await givenLead('Gare de Chalindrey-Ville');
    const parcel = await givenSite(t.db, { name: 'Tout autre nom', columns: { parcels: ['52269000AB0001'] } });
    const similar = async (query: string) =>
      (await t.http().get(`/api/sites/similar?${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id) as string[];
    expect(await similar('name=gare de chalindrey ville&communeId=commune:52269')).toContain(lead);
    expect(await similar('name=Piscine municipale&communeId=commune:52269')).not.toContain(lead);
    expect(await similar('name=Rien à voir&parcel=52269000AB0001')).toEqual([parcel]);
    await t.db
      .query(`insert into dataset (id, title, producer, licence, attribution, imported_at) values ('gares', 'Gares', 'SNCF', 'ODbL', 'SNCF', now())
      on conflict do nothing`);
    await t.db.query(
      `insert into site_source (id, site_id, dataset_id, source_key, values, content_hash, first_seen_at, last_seen_at)
       values (gen_random_uuid(), $1, 'gares', '87142109', '{"facts.uic": "87142109"}', 'x', now(), now())`,
      [lead],
    );
    const hidden = await givenSite(t.db, { name: 'Gare cachée', shown: 'commune', columns: { uic: '87142109', inventory_id: '52269_7' } });
    const inventoried = await givenSite(t.db, { name: 'Laiterie', columns: { inventory_id: '52269_0042' } });
    expect(await similar('name=Rien à voir&uic=87142109')).toEqual([lead]);
    expect(await similar('name=Rien à voir&inventoryId=52269_0042')).toEqual([inventoried]);
    expect(await similar('name=Rien à voir&inventoryId=52269_7')).not.toContain(hidden);
    expect((await t.http().get('/api/sites/similar?name=Gare').expect(422)).body.errors[0].pointer).toBe('/communeId');
  });
});

describe('the owner’s desk', () => {
  test('lists the places of the organisation with what each waits for, how complete it is and who looks for such a place', async () => {
    const owner = await givenOrganisation(t, { name: 'Région', kind: 'public_owner' });
    const agent = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'editor' }] });
    const published = await given({ name: 'Publié', contactPublic: 'Service du patrimoine' }, agent, owner);
    await act(published.id, 'publish', {}, agent).expect(200);
    await given({ name: 'Brouillon', floorAreaM2: null }, agent, owner);
    await t.runJobs();

    const { body } = await agent.http().get(`/api/organisations/${owner}/sites`).expect(200);
    expect(body.items.map(({ name, state, tasks }: never) => ({ name, state, tasks }))).toEqual(
      expect.arrayContaining([
        { name: 'Brouillon', state: 'draft', tasks: ['describe'] },
        { name: 'Publié', state: 'published', tasks: ['offer'] },
      ]),
    );
    const shown = body.items.find((item: { name: string }) => item.name === 'Publié');
    expect(shown).toMatchObject({ daysInState: 0, shelf: 'owner_known', interest: { eligible: 1 }, actions: { pauseSite: null } });
    expect(body.figures).toEqual({
      byState: [
        { state: 'draft', count: 1 },
        { state: 'published', count: 1 },
      ],
      shownFloorM2: 220,
      medianDaysToPublish: 0,
      interestedProjects: 1,
    });
    const drafts = await agent.http().get(`/api/organisations/${owner}/sites?state=draft`).expect(200);
    expect(drafts.body.items).toHaveLength(1);
    const first = await agent.http().get(`/api/organisations/${owner}/sites?limit=1`).expect(200);
    const second = await agent.http().get(`/api/organisations/${owner}/sites?limit=1&cursor=${first.body.next}`).expect(200);
    expect(new Set([first.body.items[0].name, second.body.items[0].name])).toEqual(new Set(['Brouillon', 'Publié']));
    expect((await editor.http().get(`/api/organisations/${owner}/sites`).expect(403)).body.code).toBe('not-a-member');
  });

  test('says why an answer matters: how many open projects ask for it', async () => {
    const ess = await givenOrganisation(t, { name: 'Les Vélos du Plateau' });
    const lead = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'editor' }] });
    const need = { kinds: ['workshop'], mustHave: ['electricity'], wish: ['electricity', 'internet'], neededBy: '2027-03-01' };
    const { body: project } = await lead.http().post('/api/projects').send({ organisationId: ess, name: 'Atelier', need }).expect(201);
    const asked = async (field: string) => {
      const { body } = await t.http().get('/api/matches/asked').expect(200);
      return body.items.find((item: { field: string }) => item.field === field)?.projects ?? 0;
    };
    expect(await asked('features.electricity')).toBe(0);
    await lead.http().post(`/api/projects/${project.id}/open`).expect(200);
    expect([await asked('features.electricity'), await asked('features.internet'), await asked('availableFrom')]).toEqual([1, 1, 1]);
  });
});
