import { beforeAll, describe, expect, test } from '@jest/globals';
import { PersonalData } from '../../api/src/platform/privacy/personal-data.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { givenDataset, givenSite, givenStop, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const LANGRES = { lon: 5.3331, lat: 47.8626 };
const EXPRESS = {
  name: 'Gare de Langres',
  kind: 'disused_station',
  communeId: 'commune:52269',
  point: LANGRES,
  floorAreaM2: 220,
  offer: {
    tenure: 'temporary_occupation',
    rentCentsPerYear: 360_000,
    chargesCentsPerYear: 0,
    taxesCentsPerYear: 0,
    availableFrom: '2027-01-01',
  },
};
const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [5.33, 47.86],
      [5.34, 47.86],
      [5.34, 47.87],
      [5.33, 47.87],
      [5.33, 47.86],
    ],
  ],
};

let commune: string;
let editor: Person;
let colleague: Person;
let reader: Person;
let elsewhere: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  await givenStop(t.db, 'stop:langres', 5.334, 47.8628);
  commune = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner', columns: { owner_kind: 'commune' } });
  editor = await givenPerson(t, { name: 'Camille Durand', memberOf: [{ organisationId: commune, role: 'editor' }] });
  colleague = await givenPerson(t, { name: 'Aïcha Belkacem', memberOf: [{ organisationId: commune, role: 'administrator' }] });
  reader = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'reader' }] });
  const other = await givenOrganisation(t, { name: 'Une autre', kind: 'public_owner' });
  elsewhere = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'administrator' }] });
});

const create = (input: object = {}, by = editor) =>
  by
    .http()
    .post('/api/sites')
    .send({ organisationId: commune, ...EXPRESS, ...input });
const given = async (input: object = {}) => (await create(input).expect(201)).body as Kept;
const patch = (id: string, version: number, edit: object, by = editor) =>
  by
    .http()
    .patch(`/api/sites/${id}`)
    .send({ version, ...edit });
const edited = async (id: string, version: number, edit: object, by = editor) =>
  (await patch(id, version, edit, by).expect(200)).body as Kept;
interface Kept {
  readonly id: string;
  readonly version: number;
  readonly fields: { readonly premises: { id: string }[]; readonly offers: { id: string }[] } & Record<string, unknown>;
}

describe('an agent who has four answers', () => {
  test('has a draft of the organisation: what, where, how big, on offer how, and what would help most next', async () => {
    const site = await given();
    expect(site).toMatchObject({
      state: 'draft',
      version: 1,
      organisation: { name: 'Ville de Langres' },
      role: 'owns',
      commune: { id: 'commune:52269', name: 'Langres' },
      seenByAll: false,
      fields: {
        name: 'Gare de Langres',
        ownerKind: 'commune',
        communeId: 'commune:52269',
        point: LANGRES,
        locationShown: 'exact',
        premises: [{ name: 'Ensemble du lieu', floorAreaM2: 220, powerKva: null, features: {} }],
        offers: [{ tenure: 'temporary_occupation', rentCentsPerYear: 360_000, openEnded: false, premisesId: null }],
      },
      actions: { updateSite: null, submitSite: null, publishSite: null, pauseSite: 'site-state-forbids', acceptSite: 'moderators-only' },
    });
    const [stored] = await t.db.query('select region_code, department_code, grid, nearest_stop_id from site where id = $1', [site.id]);
    expect(stored).toEqual({ region_code: '44', department_code: '52', grid: 2154, nearest_stop_id: 'stop:langres' });
    expect((await editor.http().get(`/api/sites/${site.id}/kept`).expect(200)).body).toEqual(site);
  });

  test('with a point only, finds the commune; without either, is asked for it', async () => {
    const { fields } = await given({ communeId: undefined });
    expect(fields['communeId']).toBe('commune:52269');
    const { body } = await create({ communeId: undefined, point: undefined }).expect(422);
    expect(body.errors[0]).toMatchObject({ pointer: '/communeId' });
  });

  test.each([
    ['a point at sea', { point: { lon: -30, lat: 40 } }, '/point'],
    ['a point far from the commune', { point: { lon: 2.35, lat: 48.85 } }, '/point'],
    ['a commune that does not exist', { communeId: 'commune:99999', point: undefined }, '/communeId'],
    [
      'a drawing that crosses itself',
      {
        outline: {
          type: 'Polygon',
          coordinates: [
            [
              [5.33, 47.86],
              [5.34, 47.87],
              [5.34, 47.86],
              [5.33, 47.87],
              [5.33, 47.86],
            ],
          ],
        },
      },
      '/outline',
    ],
    ['a parcel spoilt by a spreadsheet', { parcels: ['5,62E+184'] }, '/parcels/0'],
    ['an empty name', { name: ' ' }, '/name'],
  ])('is told what is wrong with %s, at its field', async (_what, input, pointer) => {
    const { body } = await create(input).expect(422);
    expect(body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
  });

  test('is refused when they only read, are elsewhere, or are nobody', async () => {
    expect((await create({}, reader).expect(403)).body.code).toBe('role-too-low');
    expect((await create({}, elsewhere).expect(403)).body.code).toBe('not-a-member');
    await t.http().post('/api/sites').send(EXPRESS).expect(401);
  });
});

describe('who reads a draft', () => {
  test('every member, and nobody else: not even moderators before it is submitted to them', async () => {
    const { id } = await given();
    await reader.http().get(`/api/sites/${id}/kept`).expect(200);
    const moderator = await givenPerson(t, { platformRole: 'moderator' });
    for (const someone of [elsewhere, moderator]) {
      await someone.http().get(`/api/sites/${id}/kept`).expect(404);
      await someone.http().get(`/api/sites/${id}/history`).expect(404);
      expect((await patch(id, 1, { name: 'À moi' }, someone)).status).toBe(404);
    }
    await t.http().get(`/api/sites/${id}`).expect(404);
    expect((await patch(id, 1, { name: 'À moi' }, reader).expect(403)).body.code).toBe('role-too-low');
  });
});

describe('sections are written one field at a time', () => {
  test('a key left out keeps, null empties, each fact of a list is its own, and all of it is kept in the history', async () => {
    const site = await given();
    const said = { summary: 'Sur le quai', features: { water: true, heating: false }, parcels: ['52269 000 AB 0123'], builtYear: 1857 };
    const first = await edited(site.id, 1, said);
    expect(first).toMatchObject({ version: 2, fields: { ...said, parcels: ['52269000AB0123'], name: 'Gare de Langres' } });
    const second = await edited(site.id, 2, { summary: '', features: { heating: null } });
    expect(second.fields).toMatchObject({ summary: null, features: { water: true } });
    const { body } = await reader.http().get(`/api/sites/${site.id}/history`).expect(200);
    expect(body.items.map(({ who, action, version }: never) => ({ who, action, version }))).toEqual([
      { who: 'Camille Durand', action: 'edit', version: 3 },
      { who: 'Camille Durand', action: 'edit', version: 2 },
      { who: 'Camille Durand', action: 'create', version: 1 },
    ]);
    expect(body.items[0].changes).toEqual([
      { field: 'summary', from: 'Sur le quai', to: null },
      { field: 'features.heating', from: false, to: null },
    ]);
  });

  test('saving what is already there changes nothing', async () => {
    const site = await given();
    expect((await edited(site.id, 1, { name: 'Gare de Langres' })).version).toBe(1);
  });

  test('premises are several, each with its power, works and public: added, changed, taken away with what was offered of them', async () => {
    const site = await given();
    const hall = {
      name: 'Halle',
      floorAreaM2: 400,
      divisibleFromM2: 50,
      usedAs: 'workshop',
      powerKva: 36,
      powerPhases: 3,
      erpType: 'w',
      erpCategory: 5,
      erpCapacity: 80,
      worksNeeded: 'Toiture à reprendre',
      worksPaidBy: 'shared',
      access: 'Par la cour',
      features: { step_free: true },
    };
    const added = await edited(site.id, 1, { addPremises: [hall] });
    expect(added.fields.premises[1]).toMatchObject({ ...hall, erpType: 'W' });
    const hallId = added.fields.premises[1]!.id;
    const offered = await edited(site.id, 2, {
      addOffers: [{ premisesId: hallId, tenure: 'civil_lease', minTermMonths: 12, maxTermMonths: 36, activitiesExcluded: ['culture'] }],
      premises: { [hallId]: { powerKva: null, features: { water: true } } },
    });
    expect(offered.fields.premises[1]).toMatchObject({ powerKva: null, powerPhases: 3, features: { step_free: true, water: true } });
    expect(offered.fields.offers).toHaveLength(2);
    const gone = await edited(site.id, 3, { premises: { [hallId]: null } });
    expect([gone.fields.premises.length, gone.fields.offers.length]).toEqual([1, 1]);
  });

  test.each([
    ['a part larger than the whole', { floorAreaM2: 100, divisibleFromM2: 200 }, {}, 'divisibleFromM2'],
    ['an end before the beginning', {}, { availableFrom: '2027-01-01', availableUntil: '2026-01-01' }, 'availableUntil'],
    ['a longest term under the shortest', {}, { minTermMonths: 24, maxTermMonths: 12 }, 'maxTermMonths'],
  ])('%s is refused at its field', async (_what, premises, offer, field) => {
    const site = await given();
    const [part, terms] = [site.fields.premises[0]!.id, site.fields.offers[0]!.id];
    const { body } = await patch(site.id, 1, { premises: { [part]: premises }, offers: { [terms]: offer } }).expect(422);
    expect(body.errors[0].pointer.split('/').at(-1)).toBe(field);
  });

  test('a drawing gives the place its outline, and a point when none was known', async () => {
    const site = await given({ point: undefined, outline: SQUARE });
    expect(site.fields).toMatchObject({ outline: { type: 'MultiPolygon' }, point: { lon: 5.335, lat: 47.865 } });
  });

  test('what an import had said is no longer credited to it once the owner has written something else', async () => {
    await givenDataset(t.db, 'gares', 'SNCF', 'ODbL');
    const id = await givenSite(t.db, { columns: { owner_organisation_id: commune } });
    const source = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';
    await t.db.query(
      `insert into site_source (id, site_id, dataset_id, source_key, values, content_hash, first_seen_at, last_seen_at) values ($1, $2, 'gares', 'k', '{}', 'h', now(), now())`,
      [source, id],
    );
    await t.db.query(`insert into site_provenance (site_id, field, source_id) values ($1, 'builtYear', $2), ($1, 'name', $2)`, [
      id,
      source,
    ]);
    await edited(id, 1, { builtYear: 1900 });
    expect(await t.db.query('select field from site_provenance where site_id = $1', [id])).toEqual([{ field: 'name' }]);
  });
});

describe('two people at once', () => {
  test('who change different fields lose nothing, whatever the section', async () => {
    const site = await given();
    await edited(site.id, 1, { summary: 'Par Camille', features: { water: true } });
    const merged = await edited(site.id, 1, { description: 'Par Aïcha', features: { heating: true } }, colleague);
    expect(merged).toMatchObject({
      version: 3,
      fields: { summary: 'Par Camille', description: 'Par Aïcha', features: { water: true, heating: true } },
    });
  });

  test('who change the same field: the second is shown what the first wrote, and decides', async () => {
    const site = await given();
    await edited(site.id, 1, { summary: 'Par Camille', builtYear: 1857 });
    const { body } = await patch(site.id, 1, { summary: 'Par Aïcha' }, colleague).expect(409);
    expect(body).toMatchObject({
      code: 'changed-meanwhile',
      facts: { version: 2, changes: [{ field: 'summary', from: null, to: 'Par Camille' }] },
    });
    expect((await edited(site.id, 2, { summary: 'Par Aïcha' }, colleague)).fields['summary']).toBe('Par Aïcha');
  });

  test('at the very same instant, both are kept or one is told', async () => {
    const site = await given();
    const answers = await Promise.all([patch(site.id, 1, { summary: 'Un' }), patch(site.id, 1, { summary: 'Deux' }, colleague)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('nobody adds to premises that somebody took away', async () => {
    const site = await given();
    const part = site.fields.premises[0]!.id;
    await edited(site.id, 1, { premises: { [part]: null } });
    const { body } = await patch(site.id, 1, { premises: { [part]: { powerKva: 12 } } }, colleague).expect(422);
    expect(body.errors[0].pointer).toBe(`/premises/${part}`);
  });
});

describe('a person who leaves', () => {
  test('takes away what they wrote, and their own address leaves the place and its history', async () => {
    const site = await given();
    const leaving = await givenPerson(t, { email: 'Alix@Langres.example', memberOf: [{ organisationId: commune, role: 'editor' }] });
    await edited(site.id, 1, { contactEmail: 'alix@langres.example' }, leaving);
    const { export: read, erase } = t
      .get(PersonalData)
      .all()
      .find(({ name }) => name === 'places')!;
    expect(await read(t.db.manager, leaving.id)).toMatchObject({
      placeActs: [{ place: 'Gare de Langres', action: 'edit', changes: [{ field: 'contactEmail', to: 'alix@langres.example' }] }],
      contactOf: [{ place: 'Gare de Langres' }],
    });
    await t.db.transaction((tx) => erase!(tx, leaving.id));
    const { body } = await editor.http().get(`/api/sites/${site.id}/history`).expect(200);
    expect(JSON.stringify(body)).not.toContain('alix@');
    expect((await editor.http().get(`/api/sites/${site.id}/kept`).expect(200)).body.fields.contactEmail).toBeNull();
  });
});

describe('the history', () => {
  test('puts the place back as it was at a version, premises included, and tells that it did', async () => {
    const site = await given();
    const part = site.fields.premises[0]!.id;
    await edited(site.id, 1, { summary: 'Une faute', features: { water: true } });
    await edited(site.id, 2, { premises: { [part]: null }, summary: 'Deux fautes' });
    const { body } = await editor.http().post(`/api/sites/${site.id}/restore`).send({ version: 3, to: 1 }).expect(200);
    expect(body).toMatchObject({ version: 4, fields: { ...site.fields } });
    const history = await editor.http().get(`/api/sites/${site.id}/history?limit=1`).expect(200);
    expect(history.body.items[0]).toMatchObject({ action: 'restore', version: 4 });
    expect(history.body.next).not.toBeNull();
    expect((await editor.http().post(`/api/sites/${site.id}/restore`).send({ version: 3, to: 1 }).expect(409)).body.code).toBe(
      'changed-meanwhile',
    );
  });

  test('of edits is for members; everyone reads what happened in public', async () => {
    const id = await givenSite(t.db, { columns: { owner_organisation_id: commune } });
    await edited(id, 1, {
      summary: 'Sur le quai',
      propertyStatus: 'private_domain',
      propertyAct: 'Décision de déclassement',
      contactEmail: 'patrimoine@langres.example',
    });
    const { body } = await t.http().get(`/api/sites/${id}`).expect(200);
    expect(body).toMatchObject({
      summary: 'Sur le quai',
      history: [],
      property: { act: 'Décision de déclassement' },
      owner: { contact: 'patrimoine@langres.example', email: 'patrimoine@langres.example' },
      actions: [],
    });
    const asMember = await editor.http().get(`/api/sites/${id}`).expect(200);
    expect(asMember.body.actions).toEqual(expect.arrayContaining(['edit', 'pause', 'close']));
  });
});
