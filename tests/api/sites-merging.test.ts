import { beforeAll, describe, expect, test } from '@jest/globals';
import { SILENT } from '../../api/src/modules/imports/import.progress.js';
import { runImport } from '../../api/src/modules/imports/import.runner.js';
import { IMPORTERS } from '../../api/src/modules/imports/imports.registry.js';
import { Ids } from '../../api/src/platform/ids.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { insertRow } from '../support/access-world.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { mailsTo } from '../support/mail.js';
import { givenSite, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
let town: string;
let editor: Person;
let stranger: Person;
let moderator: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  town = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  editor = await givenPerson(t, { name: 'Camille Durand', memberOf: [{ organisationId: town, role: 'editor' }] });
  const other = await givenOrganisation(t, { name: 'Un EPCI', kind: 'public_owner' });
  stranger = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'administrator' }] });
  moderator = await givenPerson(t, { platformRole: 'moderator' });
  await t.db.query(
    `insert into dataset (id, title, producer, licence, attribution, imported_at) values ('inventaire', 'Inventaire', 'DDT', 'LO', 'DDT', now())`,
  );
});

const ours = (name: string, more: Parameters<typeof givenSite>[1] = {}, keeper = town) =>
  givenSite(t.db, { name, ...more, columns: { keeper_organisation_id: keeper, owner_organisation_id: keeper, ...more.columns } });
const sourceOf = (siteId: string, key: string, values: object = {}) =>
  insertRow(t, 'site_source', {
    ...{ site_id: siteId, dataset_id: 'inventaire', source_key: key, values, notes: [], content_hash: key },
    ...{ first_seen_at: t.clock.now().toISOString(), last_seen_at: t.clock.now().toISOString() },
  });
const compare = (id: string, other: string, by = editor) => by.http().get(`/api/sites/${id}/comparison?with=${other}`);
const merge = (id: string, other: string, more: object = {}, by = editor) =>
  by
    .http()
    .post(`/api/sites/${id}/merge`)
    .send({ with: other, version: 1, withVersion: 1, take: [], parts: 'stays', ...more });
const kept = async (id: string, by = editor) => (await by.http().get(`/api/sites/${id}/kept`).expect(200)).body;
const undo = (id: string, by = editor) => by.http().post(`/api/site-merges/${id}/undo`);

describe('two sheets of one place', () => {
  test('are found under one another by identifier, parcel and name, among those that the reader may merge', async () => {
    const here = await ours('Halle aux grains', { columns: { uic: '87142999', parcels: ['52269000AB0042'] } });
    const lead = await givenSite(t.db, { name: 'Gare marchandise', state: 'potential', lonLat: [5.4, 47.9] });
    await sourceOf(lead, '87142999', { 'facts.uic': '87142999' });
    const twin = await ours('Autre nom', { state: 'draft', columns: { parcels: ['52269000AB0042'] }, lonLat: [5.4, 47.9] });
    const named = await ours('La halle aux grains', { lonLat: [5.4, 47.9] });
    await givenSite(t.db, { name: 'Halle aux grains (d’un autre)' });
    const { body } = await editor.http().get(`/api/sites/${here}/twins`).expect(200);
    expect(body.items.map(({ id, signs }: never) => [id, signs])).toEqual([
      [lead, ['identifier']],
      [twin, ['parcel']],
      [named, ['name']],
    ]);
    await stranger.http().get(`/api/sites/${here}/twins`).expect(404);
  });

  test('are compared side by side, and become one that keeps the sources, identifiers, photos, roles, favourites and follows of both', async () => {
    const stays = await ours('Gare', { premises: [{ name: 'Hall' }], columns: { kind: 'other', uic: '87142111' } });
    const other = await ours('Gare de Langres', {
      columns: { kind: 'disused_station', summary: 'Sur le quai', inventory_id: '52269_0001', condition: 'works' },
      premises: [{ name: 'Halle' }],
      offers: [{ part: 0, tenure: 'civil_lease' }],
    });
    const source = await sourceOf(other, '52269_0001', { condition: 'works' });
    await t.db.query(`insert into site_provenance (site_id, field, source_id) values ($1, 'condition', $2)`, [other, source]);
    const at = t.clock.now().toISOString();
    const shown = {
      site_id: other,
      actor: 'person',
      from_state: 'draft',
      to_state: 'published',
      action: 'publish',
      version: 1,
      changes: [],
    };
    await insertRow(t, 'site_history', { ...shown, at: '2026-01-01T00:00:00Z', id: '019b0000-0000-7000-8000-000000000001' });
    const media = (visibility: string, organisation: string) =>
      insertRow(t, 'site_media', {
        ...{
          site_id: other,
          organisation_id: organisation,
          kind: 'document',
          state: 'available',
          visibility,
          position: 1,
          type: 'application/pdf',
        },
        ...{ bytes: 10, title: 'Plan', decorative: false, version: 1, created_at: at, updated_at: at, released_at: at },
      });
    const [photo, privateToUs] = [await media('public', town), await media('private', town)];
    const resident = await givenPerson(t, { email: 'riveraine@example.org' });
    await t.db.query('insert into favourite (account_id, site_id, kept_at) values ($1, $2, now()) on conflict do nothing', [
      resident.id,
      other,
    ]);
    const subscriber = await insertRow(t, 'subscriber', { email: 'voisin@example.org', language: 'fr', created_at: at });
    await insertRow(t, 'subscription', {
      ...{
        subscriber_id: subscriber,
        about: 'place',
        subject: other,
        frequency: 'at_once',
        asked_at: at,
        active_since: '2026-01-01T00:00:00Z',
      },
    });

    const { body: seen } = await compare(stays, other).expect(200);
    expect(seen).toMatchObject({
      stays: { name: 'Gare', version: 1, premisesCount: 1 },
      other: { name: 'Gare de Langres', offersCount: 1, sources: ['Inventaire'], documentsCount: 2 },
      parts: 'other',
      privateFilesLeft: 0,
      whyNot: null,
      whyNotTheOtherWay: null,
    });
    expect(seen.differences.map(({ field, take }: never) => [field, take])).toEqual(
      expect.arrayContaining([
        ['name', 'stays'],
        ['kind', 'other'],
        ['summary', 'other'],
        ['inventoryId', 'other'],
      ]),
    );
    const take = seen.differences.filter((each: { take: string }) => each.take === 'other').map(({ field }: never) => field);
    const { body: done } = await merge(stays, other, { take: [...take, 'name'], parts: 'both' }).expect(200);
    expect(done).toMatchObject({ id: stays, undoUntil: expect.any(String) });
    await t.runJobs();

    const after = await kept(stays);
    expect(after.fields).toMatchObject({
      ...{ name: 'Gare de Langres', kind: 'disused_station', summary: 'Sur le quai', uic: '87142111', inventoryId: '52269_0001' },
      premises: [{ name: 'Hall' }, { name: 'Halle' }],
      offers: [{ tenure: 'civil_lease' }],
    });
    expect(after.fields.offers[0].premisesId).toBe(after.fields.premises[1].id);
    const [own] = await t.db.query(
      `select (select count(*)::int from site_source where site_id = $1) as sources,
         (select array_agg(field) from site_provenance where site_id = $1) as fields,
         (select array_agg(id order by id) from site_media where site_id = $1) as media,
         (select count(*)::int from favourite where site_id = $1) as favourites,
         (select count(*)::int from subscription where subject = $1::text) as follows`,
      [stays],
    );
    expect(own).toEqual({ sources: 1, fields: ['condition'], media: [photo, privateToUs].sort(), favourites: 1, follows: 1 });
    const told = mailsTo(t, 'voisin@example.org');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('La fiche « Gare de Langres » était celle du même lieu');

    // The sheet that went says where it went, to programs and to people; it cannot be written any more.
    const gone = await t.http().get(`/api/sites/${other}`).redirects(0).expect(301);
    expect(gone.headers).toMatchObject({ location: `/api/sites/${stays}`, 'cache-control': 'no-store' });
    expect(await kept(other)).toMatchObject({ state: 'closed', mergedInto: { id: stays }, actions: { updateSite: 'site-state-forbids' } });
    const { body: history } = await editor.http().get(`/api/sites/${stays}/history`).expect(200);
    expect(history.items.map(({ action, of, note }: never) => [action, of, note])).toEqual([
      ['mergeInto', 'Gare de Langres', 'Gare'],
      ['merge', null, 'Gare de Langres'],
      ['publish', 'Gare de Langres', null],
    ]);
    const journal = await t.db.query(`select action, why, facts from journal_act where thing_id in ($1, $2) order by seq`, [stays, other]);
    expect(journal).toMatchObject([
      { action: 'merge-site', facts: { mergedId: other } },
      { action: 'merge-into-site', why: 'duplicate', facts: { intoId: stays } },
    ]);
    expect((await editor.http().get(`/api/sites/${stays}/twins`)).body.merged).toMatchObject([{ merge: done.merge, id: other }]);

    // Undone, each is as it was.
    expect((await undo(done.merge, stranger).expect(404)).body.code).toBe('not-found');
    await undo(done.merge).expect(200);
    await t.runJobs();
    expect((await kept(stays)).fields).toMatchObject({
      name: 'Gare',
      kind: 'other',
      summary: null,
      premises: [{ name: 'Hall' }],
      offers: [],
    });
    expect(await kept(other)).toMatchObject({ state: 'published', mergedInto: null, fields: { premises: [{ name: 'Halle' }] } });
    const [back] = await t.db.query(
      `select (select count(*)::int from site_source where site_id = $1) as sources, (select count(*)::int from site_media where site_id = $1) as media,
         (select count(*)::int from favourite where site_id = $1) as favourites, (select count(*)::int from subscription where subject = $1::text) as follows`,
      [other],
    );
    expect(back).toEqual({ sources: 1, media: 2, favourites: 1, follows: 1 });
    expect((await undo(done.merge).expect(409)).body.code).toBe('site-undo-too-late');
    await t.http().get(`/api/sites/${other}`).expect(200);
  });

  test('are merged once, by one of two who try at the same time; what was not compared is not merged', async () => {
    const [one, two] = [await ours('Dépôt'), await ours('Le dépôt')];
    expect((await merge(one, two, { withVersion: 2 }).expect(409)).body.code).toBe('changed-meanwhile');
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('site-already-merged');
    expect((await merge(one, one).expect(422)).body.code).toBe('site-merge-itself');
    await merge(one, '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f').expect(404);
  });

  test('are merged by who writes both: not by a stranger to one of them, nor by a moderator while one is a draft', async () => {
    const [published, draft] = [await ours('Silo'), await ours('Le silo', { state: 'draft' })];
    const theirs = await ours('Le grand silo', {}, await givenOrganisation(t, { name: 'Région', kind: 'public_owner' }));
    await compare(published, draft, stranger).expect(404);
    await merge(published, draft, {}, stranger).expect(404);
    await compare(published, theirs).expect(404);
    await compare(published, draft, moderator).expect(404);
    const at = t.clock.now().toISOString();
    const secret = await insertRow(t, 'site_media', {
      ...{ site_id: theirs, organisation_id: (await kept(theirs, moderator)).organisation.id, kind: 'document', state: 'available' },
      ...{ visibility: 'private', position: 1, type: 'application/pdf', bytes: 10, version: 1, created_at: at, updated_at: at },
    });
    expect((await compare(published, theirs, moderator).expect(200)).body.privateFilesLeft).toBe(1);
    await merge(published, theirs, {}, moderator).expect(200);
    const [{ site_id: stayed }] = await t.db.query('select site_id from site_media where id = $1', [secret]);
    expect(stayed).toBe(theirs);
  });

  test('a published place does not end in a draft, nor a kept one in a lead; a lead goes into a kept one', async () => {
    const [published, draft] = [await ours('Ferme'), await ours('La ferme', { state: 'draft' })];
    expect((await merge(draft, published).expect(409)).body.code).toBe('site-merge-would-hide');
    const lead = await givenSite(t.db, { name: 'Ferme du lac', state: 'potential' });
    expect((await merge(lead, published, {}, moderator).expect(409)).body.code).toBe('site-merge-other-way');
    await merge(lead, published).expect(404);
    const newcomers = await givenOrganisation(t, { name: 'Pas encore vérifiée', state: 'claimed' });
    const newcomer = await givenPerson(t, { memberOf: [{ organisationId: newcomers, role: 'editor' }] });
    const theirs = await ours('Ferme', { state: 'draft' }, newcomers);
    expect((await merge(theirs, lead, {}, newcomer).expect(403)).body.code).toBe('organisation-not-ready');
    const { body } = await merge(draft, lead).expect(200);
    await undo(body.merge).expect(200);
    expect(await t.db.query('select state, lead, state_reason from site where id = $1', [lead])).toEqual([
      { state: 'potential', lead: true, state_reason: null },
    ]);
  });
});

describe('a source imported again', () => {
  const HEAD = 'CODE_UIC;LIBELLE;FRET;VOYAGEURS;COMMUNE;DEPARTEMEN;X_WGS84;Y_WGS84\n';
  const imported = async (name: string) => {
    const { mkdtemp, writeFile } = await import('node:fs/promises');
    const file = `${await mkdtemp('/tmp/merging-')}/gares.csv`;
    await writeFile(
      file,
      `${HEAD}87142800;${name};N;N;LANGRES;HAUTE-MARNE;5.35;47.87\n87142801;Quai;N;N;LANGRES;HAUTE-MARNE;5.351;47.87\n`,
    );
    const tools = {
      dataSource: t.db,
      clock: t.clock,
      ids: new Ids(),
      journal: new Journal(t.clock),
      importers: IMPORTERS,
      progress: SILENT,
    };
    return (await runImport({ kind: 'stations', files: [file], dryRun: false, asOf: '2026-10-01' }, tools)).totals;
  };

  test('speaks of the sheet that stays, and makes no twin of the one that went', async () => {
    expect(await imported('Langres-Marne')).toMatchObject({ created: 2 });
    const leadOf = async (key: string) =>
      (await t.db.query<{ site_id: string }[]>('select site_id from site_source where source_key = $1', [key]))[0]?.site_id as string;
    const [stays, other] = [await leadOf('87142800'), await leadOf('87142801')];
    await merge(stays, other, {}, moderator).expect(200);
    expect(await imported('Langres-Marne (ancienne)')).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(
      await t.db.query(`select id, name from site where state = 'potential' and name like 'Gare de L%' or name = 'Gare de Quai'`),
    ).toEqual(expect.arrayContaining([{ id: stays, name: 'Gare de Langres-Marne (ancienne)' }]));
    expect(await leadOf('87142801')).toBe(stays);
    const keeper = await ours('Gare de Langres-Marne');
    await merge(keeper, stays, { withVersion: 2 }).expect(200);
    expect(await imported('Encore un nom')).toMatchObject({ created: 0, updated: 1 });
    expect((await kept(keeper)).fields.name).toBe('Gare de Langres-Marne');
    const gone = await t.http().get(`/api/sites/${other}`).redirects(0).expect(301);
    expect(gone.headers['location']).toBe(`/api/sites/${keeper}`);
  });
});
