import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RegisterFile } from '../../api/src/modules/organisations/register/register-file.js';
import { RegisterHttp } from '../../api/src/modules/organisations/register/register-http.js';
import { OutboundHttp } from '../../api/src/platform/outbound-http.js';
import { givenPerson, type Person } from '../support/actors.js';
import { association, claimed, givenRegistered, SIRET } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { startTestApp, type TestApp, useTestApp } from '../support/test-app.js';

const t = useTestApp();
const folder = mkdtempSync(join(tmpdir(), 'terrain-register-'));
const sirene = join(folder, 'sirene.csv');
writeFileSync(
  sirene,
  [
    'siret,denominationUniteLegale,categorieJuridiqueUniteLegale,codeCommuneEtablissement,etatAdministratifEtablissement',
    `${SIRET.plateau},LES ATELIERS DU PLATEAU,9220,52269,A`,
    `${SIRET.rails},"COMMUNE, ANCIENNE",7210,52093,F`,
  ].join('\n'),
);
let person: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  person = await givenPerson(t);
});
afterAll(() => rmSync(folder, { recursive: true }));

const lookUp = (asked: object, who = person) => who.http().post('/api/organisations/lookup').send(asked);

describe('looking a number up', () => {
  test('finds what was imported from a register, and says where it stands here', async () => {
    const id = await givenRegistered(t);
    const { body } = await lookUp({ siret: '900 000 001 00017' }).expect(200);
    expect(body).toEqual({
      status: 'found',
      body: expect.objectContaining({
        name: 'ATELIERS DU PLATEAU',
        commune: { id: 'commune:52269', name: 'Langres' },
        source: { register: 'Liste des SIAE', asOf: '2026-10-01' },
      }),
      organisation: { id, name: 'ATELIERS DU PLATEAU', standing: 'unclaimed', hasMembers: false },
    });
    await claimed(person);
    expect((await lookUp({ siret: SIRET.plateau }).expect(200)).body).toMatchObject({
      status: 'unavailable',
      body: null,
      organisation: { id, standing: 'unverified', hasMembers: true },
    });
  });

  test('asks for one number, with a sound key, from people with an account', async () => {
    await lookUp({}).expect(422);
    await lookUp({ siret: SIRET.plateau, rna: 'W521000123' }).expect(422);
    await lookUp({ siret: '12345678901234' }).expect(422);
    await t.http().post('/api/organisations/lookup').send({ siret: SIRET.plateau }).expect(401);
  });
});

describe('an installation with registers', () => {
  let other: TestApp;
  beforeAll(async () => {
    const environment = { REGISTER_FILE: sirene, REGISTER_URL: 'https://register.example/search', RATE_LIMIT_FACTOR: '1' };
    other = await startTestApp({ environment });
    await givenTerritories(other.db);
  }, 240_000);
  afterAll(() => other.close());

  test('finds in its file, and says when a service could not be asked', async () => {
    const someone = await givenPerson(other);
    expect((await lookUp({ siret: SIRET.plateau }, someone).expect(200)).body).toMatchObject({
      status: 'found',
      body: { legalForm: 'association' },
    });
    expect((await lookUp({ rna: 'W521000123' }, someone).expect(200)).body).toMatchObject({ status: 'unavailable', body: null });
  });

  test('never lets a service that is down stop a claim', async () => {
    const someone = await givenPerson(other);
    const { body } = await someone
      .http()
      .post('/api/organisations')
      .send({ ...association, siret: null, rna: 'W521000123' })
      .expect(201);
    expect(body.register).toBe('unavailable');
  });

  test('limits how often one person asks', async () => {
    const someone = await givenPerson(other);
    for (let asked = 0; asked < 60; asked++) await lookUp({ siret: SIRET.plateau }, someone).expect(200);
    const { headers } = await lookUp({ siret: SIRET.plateau }, someone).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await lookUp({ siret: SIRET.plateau }, await givenPerson(other)).expect(200);
  });
});

describe('a file of bodies', () => {
  test('is read as Sirene or the RNA write it, plain or gzipped', async () => {
    const register = new RegisterFile(sirene);
    expect(await register.find({ siret: SIRET.rails })).toMatchObject({
      status: 'found',
      body: { name: 'COMMUNE, ANCIENNE', ownerKind: 'commune', communeCode: '52093', active: false, source: { register: 'sirene.csv' } },
    });
    const rna = join(folder, 'rna.csv.gz');
    writeFileSync(rna, gzipSync('\ufeffid;titre;adrs_codeinsee;position\nW521000123;Les Amis du Rail;52269;D\n'));
    expect(await new RegisterFile(rna).find({ rna: 'W521000123' })).toMatchObject({
      body: { name: 'Les Amis du Rail', legalForm: 'association', rna: 'W521000123', active: false },
    });
    expect(await new RegisterFile(rna).find({ rna: 'W521000124' })).toEqual({ status: 'unknown', body: null });
  });

  test('that is missing or broken is unavailable, not an error', async () => {
    expect((await new RegisterFile(join(folder, 'none.csv')).find({ siret: SIRET.rails })).status).toBe('unavailable');
    const broken = join(folder, 'broken.csv.gz');
    writeFileSync(broken, 'not gzip');
    expect((await new RegisterFile(broken).find({ siret: SIRET.rails })).status).toBe('unavailable');
  });
});

/** Reaches this machine and nothing else. */
class LoopbackOnly extends OutboundHttp {
  override fetch(url: URL, init?: RequestInit, timeoutMs?: number): Promise<Response> {
    if (url.hostname !== '127.0.0.1') throw new Error(`not this machine: ${url.href}`);
    return super.fetch(url, init, timeoutMs);
  }
}

describe('a register service', () => {
  const answers = new Map<string, { status?: number; body: unknown }>();
  let server: Server;
  let register: RegisterHttp;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const asked = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('q') ?? '';
      const { status = 200, body } = answers.get(asked) ?? { body: { results: [] } };
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    register = new RegisterHttp(`http://127.0.0.1:${port}/search`, new LoopbackOnly(), () => '2026-11-23');
  });
  afterAll(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });

  const result = {
    nom_complet: 'ATELIERS (LES)',
    nom_raison_sociale: 'LES ATELIERS DU PLATEAU',
    nature_juridique: '9220',
    etat_administratif: 'A',
    siege: { siret: SIRET.plateau, commune: '52269', etat_administratif: 'A', autre: 1 },
    matching_etablissements: [{ siret: SIRET.rails, commune: '52093', etat_administratif: 'F' }],
    complements: { identifiant_association: 'W521000123', est_siae: true },
    finances: null,
  };

  test('answers for the seat, for an establishment, and for an RNA number', async () => {
    for (const number of [SIRET.plateau, SIRET.rails, 'W521000123']) answers.set(number, { body: { results: [result], total_results: 1 } });
    expect(await register.find({ siret: SIRET.plateau })).toEqual({
      status: 'found',
      body: {
        name: 'LES ATELIERS DU PLATEAU',
        siret: SIRET.plateau,
        rna: 'W521000123',
        legalForm: 'association',
        ownerKind: null,
        communeCode: '52269',
        active: true,
        source: { register: '127.0.0.1', asOf: '2026-11-23' },
      },
    });
    expect(await register.find({ siret: SIRET.rails })).toMatchObject({
      body: { siret: SIRET.rails, communeCode: '52093', active: false },
    });
    expect(await register.find({ rna: 'W521000123' })).toMatchObject({ status: 'found', body: { siret: SIRET.plateau } });
  });

  test('that answers with look-alikes knows nothing', async () => {
    answers.set('35600000000048', { body: { results: [result] } });
    expect((await register.find({ siret: '35600000000048' })).status).toBe('unknown');
    expect((await register.find({ rna: 'W999999999' })).status).toBe('unknown');
  });

  test.each([
    [{ status: 500, body: {} }, 'unavailable'],
    [{ status: 429, body: {} }, 'unavailable'],
    [{ status: 404, body: {} }, 'unknown'],
    [{ body: 'not json' }, 'unavailable'],
    [{ body: { erreur: 'q' } }, 'unavailable'],
    [{ body: { results: [{ nom_complet: 12, siege: 'x', matching_etablissements: 'y' }] } }, 'unknown'],
  ])('that answers %j is %s', async (answer, status) => {
    answers.set('90000000200007', answer);
    expect((await register.find({ siret: '90000000200007' })).status).toBe(status);
  });

  test('that cannot be reached is unavailable', async () => {
    const unreachable = new RegisterHttp('http://127.0.0.1:9/search', new LoopbackOnly(), () => '2026-11-23');
    expect((await unreachable.find({ siret: SIRET.plateau })).status).toBe('unavailable');
  });
});
