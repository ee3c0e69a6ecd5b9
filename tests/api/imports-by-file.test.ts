import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { bytesOf, givenSite, givenTerritories } from '../support/sites.js';
import { givenGeoPackage, givenOds, givenShapefile, givenXlsx, givenZip } from '../support/table-files.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
let region: string;
let agent: Person;
let stranger: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  region = await givenOrganisation(t, { name: 'Région Grand Est', kind: 'public_owner' });
  agent = await givenPerson(t, { name: 'Alix Agente', memberOf: [{ organisationId: region, role: 'editor' }] });
  const other = await givenOrganisation(t, { name: 'Un EPCI', kind: 'public_owner' });
  stranger = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'administrator' }] });
});
beforeEach(async () => {
  await t.db.query(`update site_import set state = 'dropped' where state in ('reading', 'to_check') and title <> 'Lieux à céder'`);
});

interface View {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly refusal: string | null;
  readonly totals: Record<string, number>;
  readonly form: Record<string, unknown>;
  readonly settings: { readonly columns: (string | null)[]; readonly headerLine: number | null; readonly layout: string };
  readonly columns: { readonly heading: string; readonly suggested: string | null }[];
  readonly found: { readonly cause: string }[];
  readonly actions: Record<string, string | null>;
}
interface Row {
  readonly line: number;
  readonly outcome: string;
  readonly cells: string[];
  readonly place: { readonly name: string; readonly kind: string; readonly commune: string | null; readonly point: unknown } | null;
  readonly notes: { readonly cause: string; readonly column: number | null; readonly message: string }[];
}

const upload = (bytes: Buffer | string, name = 'lieux.xlsx', by = agent, organisation = region) =>
  by.http().post(`/api/organisations/${organisation}/site-imports`).attach('file', Buffer.from(bytes), name);
const get = async (id: string) => (await agent.http().get(`/api/site-imports/${id}`).expect(200)).body as View;
/** Sends a file, and waits until it has been read. */
const sent = async (bytes: Buffer | string, name?: string): Promise<View> => {
  const { body } = await upload(bytes, name).expect(201);
  await t.runJobs();
  return get((body as View).id);
};
const rowsOf = async (id: string, show = 'all') =>
  ((await agent.http().get(`/api/site-imports/${id}/rows?show=${show}&limit=100`).expect(200)).body as { items: Row[] }).items;
const act = (view: Pick<View, 'id' | 'version'>, action: string, by = agent) =>
  by.http().post(`/api/site-imports/${view.id}/${action}`).send({ version: view.version });
const committed = async (view: View): Promise<View> => {
  await act(view, 'commit').expect(200);
  await t.runJobs();
  return get(view.id);
};
const sitesOf = (importId: string) =>
  t.db.query(
    `select s.name, s.kind, s.state, s.owner_organisation_id as owner, s.agent_role as role, c.name as commune,
            round(st_x(s.point)::numeric, 3)::float8 as lon, round(st_y(s.point)::numeric, 3)::float8 as lat, s.updated_at as at
       from site s join site_import_row r on r.site_id = s.id left join territory c on c.id = s.commune_id
      where r.import_id = $1 order by r.line`,
    [importId],
  );

const MESSY = [
  'Liste des lieux à céder;;;;;;',
  'Nom du bien;Commune;Dépt;Longitude;Latitude;Surface (m²);Loyer annuel',
  'Halle de Chalindrey;Chalindrey;52;5,4421;47,7949;1 250,5;12 000',
  'Café de la gare;LANGRES;Haute-Marne;47,8598;5,3375;beaucoup;',
  'Maison perdue;Nulle-Part;52;;;80;',
  ';Langres;52;;;;',
].join('\r\n');

describe('a messy table in Windows-1252, with a title and decimal commas', () => {
  let view: View;
  beforeAll(async () => {
    view = await sent(Buffer.from(MESSY, 'latin1'), 'Lieux à céder.csv');
  });

  test('is understood: encoding, delimiter, line of headings, columns', () => {
    expect(view).toMatchObject({
      state: 'to_check',
      title: 'Lieux à céder',
      form: { format: 'csv', encoding: 'windows-1252', delimiter: ';', recognised: 'generic' },
      settings: { headerLine: 2, layout: 'generic', columns: ['name', 'commune', 'department', 'x', 'y', 'floorAreaM2', 'rentPerYear'] },
      totals: { rows: 4, created: 2, refused: 2, warned: 1 },
    });
  });

  test('tells row by row what is kept, what is unknown and what is refused, and why', async () => {
    const [hall, cafe, lost, nameless] = await rowsOf(view.id);
    expect(hall).toMatchObject({
      outcome: 'created',
      place: { name: 'Halle de Chalindrey', commune: 'Chalindrey', point: { lon: 5.4421, lat: 47.7949 } },
    });
    expect(cafe).toMatchObject({ outcome: 'created', place: { commune: 'Langres', point: { lon: 5.3375, lat: 47.8598 } } });
    expect(cafe?.notes.map(({ cause, column }) => [cause, column])).toEqual([
      ['point_swapped', 3],
      ['figure_unreadable', 5],
    ]);
    expect(lost?.notes.map(({ cause }) => cause)).toContain('place_nowhere');
    expect(nameless).toMatchObject({ outcome: 'refused', notes: [{ cause: 'place_name_missing', column: 0 }] });
  });

  test('a row is repaired in place and judged again; the others stay', async () => {
    const [, , lost] = await rowsOf(view.id);
    const fix = (cells: object, line = lost?.line) => agent.http().patch(`/api/site-imports/${view.id}/rows/${line}`).send({ cells });
    const { body } = await fix({ 1: 'Champlitte', 2: '70' }).expect(200);
    expect(body).toMatchObject({ outcome: 'created', fixed: [1, 2], place: { name: 'Maison perdue', commune: 'Champlitte', point: null } });
    expect((await get(view.id)).totals).toMatchObject({ rows: 4, created: 3, refused: 1 });
    await fix({ 99: 'x' }).expect(404);
    await fix({ 0: 'x' }, 1).expect(404);
  });

  test('two commits at once have one outcome: drafts of the organisation, with their source, premises and offer', async () => {
    const before = await get(view.id);
    const both = await Promise.all([act(before, 'commit'), act(before, 'commit')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await t.runJobs();
    await t.runJobs();
    expect(await get(view.id)).toMatchObject({
      state: 'done',
      totals: { created: 3, refused: 1 },
      actions: { undo: null, commit: 'site-import-state-forbids' },
    });
    expect(await sitesOf(view.id)).toEqual([
      expect.objectContaining({ name: 'Halle de Chalindrey', state: 'draft', owner: region, role: 'owns', lon: 5.442, lat: 47.795 }),
      expect.objectContaining({ name: 'Café de la gare', state: 'draft', commune: 'Langres' }),
      expect.objectContaining({ name: 'Maison perdue', state: 'draft', commune: 'Champlitte', lon: null }),
    ]);
    const parts = await t.db.query(
      `select p.floor_area_m2::float8 as area, f.rent_cents_per_year::int as rent, v.field is not null as proven, x.dataset_id as dataset
         from site s left join premises p on p.site_id = s.id left join offer f on f.site_id = s.id
         left join site_provenance v on v.site_id = s.id and v.field = 'name' left join site_source x on x.id = v.source_id
        where s.name = 'Halle de Chalindrey'`,
    );
    expect(parts).toEqual([{ area: 1250.5, rent: 1_200_000, proven: true, dataset: `organisation:${region}` }]);
  });

  test('nothing of it is public', async () => {
    const { body } = await t.http().get('/api/sites?q=Chalindrey').expect(200);
    expect((body as { items: unknown[] }).items).toEqual([]);
  });

  test('the same file again changes nothing; a corrected one updates, and can be undone on its own', async () => {
    const again = await sent(Buffer.from(MESSY, 'latin1'));
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    await act(again, 'commit').expect(409);
    const corrected = await committed(await sent(Buffer.from(MESSY.replace('1 250,5', '1 300'), 'latin1')));
    expect(corrected.totals).toMatchObject({ updated: 1, unchanged: 1 });
    const area = async () =>
      (
        await t.db.query(
          `select floor_area_m2::int as area from premises join site s on s.id = site_id where s.name = 'Halle de Chalindrey'`,
        )
      )[0].area;
    expect(await area()).toBe(1_300);
    // Whoever has the draft open is told that its text is another version.
    expect(
      await t.db.query(
        `select version from site where name in ('Halle de Chalindrey', 'Café de la gare') and state = 'draft' order by name`,
      ),
    ).toEqual([{ version: 1 }, { version: 2 }]);
    expect((await act(await get(view.id), 'undo').expect(409)).body).toMatchObject({ code: 'site-import-has-dependants' });
    expect((await act(corrected, 'undo').expect(200)).body).toMatchObject({ state: 'undoing', doneRows: 0 });
    await t.runJobs();
    expect(await get(corrected.id)).toMatchObject({ state: 'undone', actions: { undo: 'site-import-state-forbids' } });
    expect(await area()).toBe(1_251);
  });

  test('undone as a whole: its drafts are closed with the reason; not once one of them has been edited', async () => {
    await t.db.query(`update site set updated_at = updated_at + interval '1 hour' where name = 'Maison perdue'`);
    const refused = await act(await get(view.id), 'undo').expect(409);
    expect(refused.body).toMatchObject({ code: 'site-import-has-dependants', facts: { count: 1, places: ['Maison perdue'] } });
    await t.db.query(`update site set updated_at = updated_at - interval '1 hour' where name = 'Maison perdue'`);
    await act(await get(view.id), 'undo').expect(200);
    await t.runJobs();
    expect((await sitesOf(view.id)).map(({ state }: { state: string }) => state)).toEqual(['closed', 'closed', 'closed']);
    await act(await get(view.id), 'undo').expect(409);
    expect((await sent(Buffer.from(MESSY, 'latin1'))).totals).toMatchObject({ created: 2 });
  });
});

describe('columns', () => {
  const table = 'Truc;Bidule\nÉcole;Langres (52)\n';

  test('unknown ones are named by hand, and the organisation is spared the same work next time', async () => {
    const view = await sent(table, 'x.csv');
    expect(view).toMatchObject({ settings: { columns: [null, null] }, totals: { refused: 1 } });
    const patch = (body: object) =>
      agent
        .http()
        .patch(`/api/site-imports/${view.id}`)
        .send({ version: view.version, ...body });
    await patch({ columns: ['name', 'name'] }).expect(422);
    await patch({ columns: ['name', 'commune'], kind: 'vacant_building' }).expect(200);
    await t.runJobs();
    expect(await get(view.id)).toMatchObject({ state: 'to_check', totals: { created: 1 } });
    const next = await sent(table.replace('École', 'Mairie'), 'y.csv');
    expect(next).toMatchObject({ form: { remembered: true }, settings: { columns: ['name', 'commune'] }, totals: { created: 1 } });
    expect(await rowsOf(next.id)).toMatchObject([{ place: { name: 'Mairie', kind: 'vacant_building', commune: 'Langres' } }]);
  });

  test('another sheet or line of headings is chosen, and its columns proposed anew', async () => {
    const view = await sent(
      await givenXlsx({
        Vide: [['rien']],
        Lieux: [
          ['Nom', 'Commune', 'Département'],
          ['Atelier', 'Langres', 52],
          ['Bureau', 'Langres', 52],
        ],
      }),
    );
    expect(view).toMatchObject({
      form: { format: 'xlsx', sheets: ['Vide', 'Lieux'] },
      settings: { sheet: 1, headerLine: 1 },
      totals: { created: 2 },
    });
    await agent.http().patch(`/api/site-imports/${view.id}`).send({ version: view.version, headerLine: 2 }).expect(200);
    await t.runJobs();
    expect(await get(view.id)).toMatchObject({ settings: { headerLine: 2 }, totals: { rows: 1 } });
    const other = await get(view.id);
    await agent.http().patch(`/api/site-imports/${view.id}`).send({ version: other.version, sheet: 0 }).expect(200);
    await t.runJobs();
    expect(await get(view.id)).toMatchObject({ settings: { sheet: 0 }, totals: { rows: 0 } });
  });

  test('a known list is recognised: stations closed to all services, by their UIC', async () => {
    const csv =
      'CODE_UIC;LIBELLE;FRET;VOYAGEURS;COMMUNE;DEPARTEMEN;X_WGS84;Y_WGS84\n87142109;Langres-Marne;N;N;LANGRES;HAUTE-MARNE;5.35;47.87\n';
    const view = await sent(csv, 'gares.csv');
    expect(view).toMatchObject({ form: { recognised: 'stations' }, totals: { created: 1 } });
    expect(await rowsOf(view.id)).toMatchObject([
      { place: { name: 'Gare de Langres-Marne', kind: 'disused_station', commune: 'Langres' } },
    ]);
  });
});

describe('a place that is already there', () => {
  test('is told row by row: by its UIC code, its parcel, or its name and commune; one that hides where it is, is not', async () => {
    await givenSite(t.db, { name: 'La halte', columns: { uic: '87142612' } });
    await givenSite(t.db, { name: 'Les Tanneries', columns: { parcels: ['52269000AB0777'] } });
    await givenSite(t.db, { name: 'Ancienne gendarmerie', shown: 'commune', columns: { parcels: ['52269000AB0778'] } });
    await givenSite(t.db, { name: 'Brouillon d’un autre', state: 'draft', columns: { uic: '87142638' } });
    const view = await sent(
      [
        'nom;commune;département;code UIC;parcelles',
        'Gare;Langres;52;87142612;',
        'Usine;Langres;52;;52269000AB0777',
        'Caserne;Langres;52;;52269000AB0778',
        'ANCIENNE GENDARMERIE;Langres;52;;',
        'Arrêt;Langres;52;87142638;',
      ].join('\n'),
      'doubles.csv',
    );
    const told = (await rowsOf(view.id)).map(({ notes }) => notes.filter(({ cause }) => cause.startsWith('known_by')));
    expect(told.map((notes) => notes.map(({ cause, message }) => [cause, message.split('« ')[1]?.split(' »')[0]]))).toEqual([
      [['known_by_identifier', 'La halte']],
      [['known_by_parcel', 'Les Tanneries']],
      [],
      [['known_by_name', 'Ancienne gendarmerie']],
      [],
    ]);
  });
});

describe('where a place is', () => {
  const at = async (x: string, y: string) => {
    const view = await sent(`nom;x;y\nLieu;${x};${y}\n`, 'x.csv');
    return (await rowsOf(view.id))[0];
  };

  test.each([
    ['Lambert-93', '875000,0', '6753000,0', 'point_projected'],
    ['Web Mercator', '594168', '6082000', 'point_projected'],
    ['swapped axes', '47.86', '5.34', 'point_swapped'],
  ])('%s is recognised and said', async (_system, x, y, cause) => {
    const row = await at(x, y);
    expect(row).toMatchObject({ outcome: 'created', place: { point: { lon: expect.closeTo(5.34, 0), lat: expect.closeTo(47.86, 0) } } });
    expect(row?.notes.map((note) => note.cause)).toEqual(expect.arrayContaining([cause, 'commune_by_point']));
  });

  test.each([
    ['beyond the antimeridian', '179.9', '-16.5'],
    ['not numbers', 'NaN', 'Infinity'],
  ])('%s: refused, and told', async (_what, x, y) => {
    expect(await at(x, y)).toMatchObject({ outcome: 'refused', place: null });
  });

  test('without coordinates, it is found by the name and commune, or the UIC, that open data know', async () => {
    await givenSite(t.db, { name: 'Gare de Champlitte', state: 'potential', commune: '70122', lonLat: [5.52, 47.61] });
    const view = await sent('nom;commune;département\nChamplitte;Champlitte;70\n', 'x.csv');
    const [row] = await rowsOf(view.id);
    expect(row).toMatchObject({ place: { point: { lon: 5.52, lat: 47.61 } } });
    expect(row?.notes.map(({ cause }) => cause)).toContain('point_by_name');
  });

  test('GeoJSON outlines: one that crosses itself or circles the earth is left out and told, its place kept', async () => {
    const ring = (points: number[][]) => ({ type: 'Polygon', coordinates: [points] });
    const feature = (nom: string, geometry: object) => ({ type: 'Feature', properties: { nom, commune: 'Langres', dep: '52' }, geometry });
    const features = [
      feature(
        'Droit',
        ring([
          [5.33, 47.86],
          [5.34, 47.86],
          [5.34, 47.87],
          [5.33, 47.86],
        ]),
      ),
      feature(
        'Croisé',
        ring([
          [5.33, 47.86],
          [5.34, 47.87],
          [5.34, 47.86],
          [5.33, 47.87],
          [5.33, 47.86],
        ]),
      ),
      feature(
        'Autour du monde',
        ring([
          [179, 47],
          [-179, 47],
          [-179, 48],
          [179, 47],
        ]),
      ),
      feature('Cassé', { type: 'Polygon', coordinates: [[null, 'x', [1]]] }),
    ];
    const view = await sent(JSON.stringify({ type: 'FeatureCollection', features }), 'x.geojson');
    expect(view).toMatchObject({ form: { format: 'geojson' }, totals: { created: 4 } });
    const rows = await rowsOf(view.id);
    expect(rows.map(({ notes }) => notes.filter(({ cause }) => cause.startsWith('outline')).map(({ cause }) => cause))).toEqual([
      [],
      ['outline_crossing'],
      ['outline_unreadable'],
      [],
    ]);
    expect((await committed(view)).state).toBe('done');
  });
});

test.each([
  [
    'ods',
    () =>
      givenOds([
        ['Nom', 'Commune', 'Département', 'Surface'],
        ['Atelier ods', 'Langres', 52, 120.5],
      ]),
  ],
  ['gpkg', () => givenGeoPackage([{ name: 'Atelier gpkg', x: 875_000, y: 6_753_000 }])],
  ['shapefile', () => givenShapefile('Atelier d’été'.replace('’', "'"), 875_000, 6_753_000)],
])('%s is read too', async (format, file) => {
  const view = await sent(await file());
  expect(view).toMatchObject({ state: 'to_check', form: { format }, totals: { created: 1 } });
  expect(await rowsOf(view.id)).toMatchObject([
    { place: { name: expect.stringContaining('Atelier'), commune: expect.stringMatching(/Langres|Chalindrey/) } },
  ]);
});

describe('what would harm', () => {
  test('a formula is its last value, never run; a cell that looks like one comes out disarmed, and comes back as it was', async () => {
    const rows = [
      ['Nom', 'Commune', 'Département', 'Description'],
      ['=', 'Langres', 52, '=HYPERLINK("http://mal.example";"clic")'],
    ];
    const view = await sent(await givenXlsx({ Lieux: rows }, { text: 'WEBSERVICE("http://mal.example")', value: 'Atelier' }));
    expect(await rowsOf(view.id)).toMatchObject([{ outcome: 'created', place: { name: 'Atelier' } }]);
    const { text, headers } = await agent.http().get(`/api/site-imports/${view.id}/report?format=csv`).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="lieux.csv"');
    expect(text).toContain(`"'=HYPERLINK(""http`);
    expect(text).toContain('résultat de l’import');
    const back = await sent(text, 'retour.csv');
    expect((await rowsOf(back.id))[0]?.cells[3]).toBe('=HYPERLINK("http://mal.example";"clic")');
    const workbook = await agent.http().get(`/api/site-imports/${view.id}/report?format=xlsx`).buffer(true).parse(bytesOf).expect(200);
    expect(workbook.headers['content-disposition']).toBe('attachment; filename="lieux.xlsx"');
    const again = await sent(workbook.body as Buffer, 'retour.xlsx');
    expect(again.form).toMatchObject({ format: 'xlsx', sheets: ['Lieux'] });
    expect((await rowsOf(again.id))[0]?.cells).toEqual([
      'Atelier',
      'Langres',
      '52',
      '=HYPERLINK("http://mal.example";"clic")',
      'créé',
      expect.any(String),
      expect.any(String),
    ]);
    const { body } = await agent.http().get(`/api/site-imports/${view.id}/report?format=json`).buffer().expect(200);
    expect(body).toMatchObject({ import: { id: view.id }, rows: [{ line: 2, outcome: 'created' }] });
  });

  test('the domain of the place and the mailbox of the service are read, and what is not a mailbox is told', async () => {
    const table =
      'Nom;Commune;Département;Domanialité;Contact\r\nPoste;Langres;52;Domaine public;Immobilier@Region.fr\r\nLavoir;Langres;52;privé;demander à la mairie';
    const view = await committed(await sent(table, 'domaine.csv'));
    expect((await rowsOf(view.id)).map(({ notes }) => notes.map(({ cause }) => cause))).toEqual([
      ['point_missing'],
      ['mailbox_unreadable', 'point_missing'],
    ]);
    expect(
      await t.db.query(
        `select name, property_status as status, contact_email as email from site where name in ('Poste', 'Lavoir') order by name`,
      ),
    ).toEqual([
      { name: 'Lavoir', status: 'private_domain', email: null },
      { name: 'Poste', status: 'public_domain', email: 'Immobilier@Region.fr' },
    ]);
  });

  test('scripts, NUL and letters that turn the text are harmless words', async () => {
    const json = JSON.stringify([{ nom: 'a\u0000b\u202Ec<script>alert(1)</script>\ud800', commune: 'Langres', dep: '52' }]);
    const view = await sent(json, 'x.json');
    expect(await rowsOf(view.id)).toMatchObject([{ place: { name: 'abc<script>alert(1)</script>' } }]);
    expect((await committed(view)).state).toBe('done');
  });

  test.each([
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'PNG'],
    ['an old XLS', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'XLS, DOC'],
  ])('%s under a friendly name is refused at once', async (_what, bytes, found) => {
    const { body } = await upload(Buffer.from(bytes, 'latin1'), 'lieux.xlsx').expect(415);
    expect(body).toMatchObject({ code: 'import-type-refused', facts: { found } });
  });

  const bomb = () =>
    givenZip({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml': { repeat: 60_000_000 },
    });
  const entities = () => givenZip({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>' });
  test.each([
    ['a bomb', bomb, /décompress/],
    [
      'an archive of too many parts',
      () => givenZip(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}`, 'x']))),
      /décompress/,
    ],
    ['entities of its own', entities, /XML mal formé/],
    ['an archive of something else', () => givenZip({ 'a.txt': 'x' }), /ni classeur XLSX ou ODS/],
    ['a cut archive', async () => (await givenXlsx({ a: [['Nom']] })).subarray(0, 300), /abîmé/],
    ['a false GeoPackage', () => Buffer.from('SQLite format 3\u0000 and nothing else'), /GeoPackage illisible|aucune/],
    ['NUL in a text', () => Buffer.from('nom;x\na\u0000;1\n'), /pas un fichier texte/],
    ['a quote never closed', () => 'nom;commune\n"Lieu;Langres\n', /jamais refermé/],
    ['more than 20 000 rows', () => `nom;commune\n${'a;b\n'.repeat(20_050)}`, /plus de 20\s?000 lignes/],
    ['more than 300 columns', () => `${'a;'.repeat(301)}b\n`, /plus de 300 colonnes/],
    ['JSON cut short', () => '[{"nom":"a"}', /coupé/],
  ])('%s is refused with its reason, and nothing is kept of it', async (_what, file, reason) => {
    const view = await sent(await file(), 'piège.xlsx');
    expect(view).toMatchObject({ state: 'failed', refusal: expect.stringMatching(reason), totals: null });
    expect(view.refusal).toContain('piège');
    expect(await rowsOf(view.id)).toEqual([]);
  });
});

describe('an import and its people', () => {
  test('is unknown to strangers, and to organisations that own nothing', async () => {
    const view = await sent('nom;commune\nLieu;Langres\n', 'x.csv');
    await stranger.http().get(`/api/site-imports/${view.id}`).expect(404);
    await act(view, 'commit', stranger).expect(404);
    const ess = await givenOrganisation(t, { name: 'Association', kind: 'ess' });
    const member = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'editor' }] });
    expect((await upload('nom\nx\n', 'x.csv', member, ess).expect(409)).body).toMatchObject({ code: 'public-owners-only' });
    const { body } = await agent.http().get(`/api/organisations/${region}/site-imports`).expect(200);
    expect(body.items[0]).toMatchObject({ id: view.id, sentBy: 'Alix Agente', state: 'to_check' });
  });

  test('is abandoned before it starts; ten at once are enough', async () => {
    const views = [];
    for (let count = 0; count < 10; count++) views.push((await upload(`nom\n${count}\n`, 'x.csv').expect(201)).body as View);
    expect((await upload('nom\nx\n', 'x.csv').expect(409)).body).toMatchObject({ code: 'too-many-site-imports' });
    await act(views[0] as View, 'drop').expect(200);
    await upload('nom\nx\n', 'x.csv').expect(201);
    await t.runJobs();
    expect(await get((views[0] as View).id)).toMatchObject({ state: 'dropped' });
  });

  test('a commit that stopped halfway is taken up where it was', async () => {
    const many = Array.from({ length: 600 }, (_, at) => `Lieu ${at};Langres;52`).join('\n');
    const view = await sent(`nom;commune;dep\n${many}\n`, 'x.csv');
    await act(view, 'commit').expect(200);
    await t.db.query(`create function fail_late() returns trigger language plpgsql as $$ begin
      if (select count(*) from site_source where dataset_id = 'organisation:${region}') > 400 then raise 'out of luck'; end if; return null; end $$`);
    await t.db.query('create trigger fail_late after insert on site_source for each statement execute function fail_late()');
    await t.runJobs().catch(() => undefined);
    expect(await get(view.id)).toMatchObject({ state: 'committing', doneRows: 250 });
    await t.db.query('drop trigger fail_late on site_source');
    t.clock.advance({ minutes: 10 });
    await t.db.query(`update pgboss.job set start_after = now() where state = 'retry'`);
    await t.runJobs();
    expect(await get(view.id)).toMatchObject({ state: 'done', totals: { created: 600 } });
    expect(await t.db.query(`select count(*)::int as count from site where name like 'Lieu %' and state = 'draft'`)).toEqual([
      { count: 600 },
    ]);
  });

  test('thirty days later the file and its rows are gone, the drafts and the counts stay', async () => {
    const view = await committed(await sent('nom;commune;dep\nLieu gardé;Langres;52\n', 'x.csv'));
    t.clock.advance({ days: 31 });
    await t.get(Retention).apply();
    const later = await givenPerson(t, { memberOf: [{ organisationId: region, role: 'editor' }] });
    const { body } = await later.http().get(`/api/site-imports/${view.id}`).expect(200);
    expect(body).toMatchObject({ isForgotten: true, totals: { created: 1 }, actions: { undo: 'site-import-forgotten' } });
    expect(await t.db.query(`select state from site where name = 'Lieu gardé'`)).toEqual([{ state: 'draft' }]);
  });
});
