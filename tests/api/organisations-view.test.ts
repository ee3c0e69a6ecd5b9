import { beforeAll, describe, expect, test } from '@jest/globals';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { claimed, givenRegistered, SIRET } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const ids: Record<string, string> = {};
let member: Person;
let stranger: Person;
let moderator: Person;

const SECRET = { proof: 'Une preuve que personne d’autre ne lit', contact_email: 'prive@example.org', decision_reason: 'Motif entre nous' };

beforeAll(async () => {
  await givenTerritories(t.db);
  const rows = {
    verified: {
      name: 'Épicerie du Lavoir',
      columns: { commune_id: 'commune:52269', siret: SIRET.rails, verified_at: '2026-11-02T09:00:00Z' },
    },
    refused: { name: 'Épicerie Fermée', state: 'refused', columns: { rna: 'W521000123' } },
    claimed: { name: 'Épicerie en Attente', state: 'claimed' },
    suspended: { name: 'Épicerie Suspendue', state: 'suspended' },
  };
  for (const [key, { columns, ...given }] of Object.entries<{ name: string; state?: string; columns?: object }>(rows)) {
    const texts = { summary: `Texte de ${key}`, website: 'https://epicerie.example', ...SECRET };
    ids[key] = await givenOrganisation(t, { ...given, columns: { ...texts, ...columns } });
  }
  ids['register'] = await givenRegistered(t, { name: 'ÉPICERIE DU REGISTRE' }, ['EI']);
  await t.db.query(
    `insert into organisation_status (organisation_id, status, dataset_id, seen_on, ends_on) values
    ($1, 'ACI', 'siae', '2026-09-15', null)`,
    [ids['verified']],
  );
  member = await givenPerson(t, { memberOf: Object.keys(rows).map((key) => ({ organisationId: ids[key]!, role: 'reader' as const })) });
  stranger = await givenPerson(t);
  moderator = await givenPerson(t, { platformRole: 'moderator' });
});

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('the search of organisations', () => {
  test('shows the public those that were verified, without regard to accents', async () => {
    const { body } = await t.http().get('/api/organisations?q=epicerie').expect(200);
    expect(names(body)).toEqual(['Épicerie du Lavoir']);
  });

  test('shows people with an account every name, to claim or to join', async () => {
    const { body } = await stranger.http().get('/api/organisations?q=ÉPICERIE').expect(200);
    expect(body.items.map(({ name, standing }: { name: string; standing: string }) => [name, standing])).toEqual([
      ['Épicerie du Lavoir', 'verified'],
      ['ÉPICERIE DU REGISTRE', 'unclaimed'],
      ['Épicerie en Attente', 'unverified'],
      ['Épicerie Fermée', 'unverified'],
      ['Épicerie Suspendue', 'suspended'],
    ]);
  });

  test('finds by number, by territory, by standing, and page by page', async () => {
    const found = async (query: string) => names((await stranger.http().get(`/api/organisations?${query}`).expect(200)).body);
    expect(await found('q=807 469 317 00018')).toEqual(['Épicerie du Lavoir']);
    expect(await found('q=w521000123')).toEqual(['Épicerie Fermée']);
    for (const place of ['commune:52269', 'epci:200072999', 'department:52', 'region:44']) {
      expect(await found(`q=lavoir&territory=${place}`)).toEqual(['Épicerie du Lavoir']);
    }
    expect(await found('q=lavoir&territory=department:70')).toEqual([]);
    expect(await found('standing=unverified')).toHaveLength(2);
    expect(await found('kind=public_owner')).toEqual([]);
    expect(await found('q=!!!')).toEqual([]);
    const first = (await stranger.http().get('/api/organisations?q=epicerie&limit=2').expect(200)).body;
    const second = (await stranger.http().get(`/api/organisations?q=epicerie&limit=2&cursor=${first.next}`).expect(200)).body;
    expect([...names(first), ...names(second)]).toHaveLength(4);
    await t.http().get('/api/organisations?territory=mars').expect(422);
  });
});

describe('the page of an organisation', () => {
  test('tells everyone who was verified, since when, and in its own words', async () => {
    const { body } = await t.http().get(`/api/organisations/${ids['verified']}`).expect(200);
    expect(body).toMatchObject({
      standing: 'verified',
      verifiedAt: '2026-11-02T09:00:00.000Z',
      summary: 'Texte de verified',
      commune: { name: 'Langres' },
      inside: null,
      actions: { updateOrganisation: 'sign-in-needed' },
    });
  });

  test('does not exist for the public before it is verified', async () => {
    for (const key of ['claimed', 'refused', 'register']) await t.http().get(`/api/organisations/${ids[key]}`).expect(404);
    await t.http().get(`/api/organisations/01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f`).expect(404);
  });

  test('says of a suspended organisation its name and that it is suspended, nothing else', async () => {
    const { body } = await t.http().get(`/api/organisations/${ids['suspended']}`).expect(200);
    expect(body).toMatchObject({
      name: 'Épicerie Suspendue',
      standing: 'suspended',
      summary: null,
      website: null,
      siret: null,
      evidence: [],
    });
  });

  test('shows a person with an account the name of one that waits or was refused, alike and without its words', async () => {
    for (const key of ['claimed', 'refused']) {
      const { body } = await stranger.http().get(`/api/organisations/${ids[key]}`).expect(200);
      expect(body).toMatchObject({ standing: 'unverified', summary: null, website: null, inside: null });
    }
  });

  test('shows its members and the moderators the state, the reason and the contact', async () => {
    for (const person of [member, moderator]) {
      const { body } = await person.http().get(`/api/organisations/${ids['suspended']}`).expect(200);
      expect(body.inside).toMatchObject({ state: 'suspended', decisionReason: 'Motif entre nous', contactEmail: 'prive@example.org' });
    }
  });

  test.each(['verified', 'claimed', 'refused', 'suspended'])('never lets a private field of a %s one leave for strangers', async (key) => {
    for (const http of [t.http(), stranger.http()]) {
      const page = await http.get(`/api/organisations/${ids[key]}`);
      const search = await http.get('/api/organisations?q=epicerie');
      for (const secret of Object.values(SECRET)) expect(page.text + search.text).not.toContain(secret);
      expect(page.text).not.toContain('"refused"');
    }
  });

  test('never shows the public what a register of unread licence says', async () => {
    const { body } = await t.http().get(`/api/organisations/${ids['verified']}`).expect(200);
    expect(body.evidence).toEqual([]);
    const { text } = await t.http().get('/api/organisations').expect(200);
    expect(text).not.toContain('REGISTRE');
    const signedIn = await stranger.http().get(`/api/organisations/${ids['register']}`).expect(200);
    expect(signedIn.body).toMatchObject({ provenance: { licence: 'À confirmer' }, summary: null, actions: { claimOrganisation: null } });
  });

  test('closes its inside with the membership', async () => {
    const president = await givenPerson(t);
    const id = await claimed(president, { siret: '35600000000048' });
    await t.db.query('delete from membership where organisation_id = $1', [id]);
    expect((await president.http().get(`/api/organisations/${id}`).expect(200)).body.inside).toBeNull();
  });
});
