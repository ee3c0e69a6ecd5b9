import { beforeAll, describe, expect, test } from '@jest/globals';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { insertRow } from '../support/access-world.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { actsOn } from '../support/organisations.js';
import { readPdf } from '../support/read-pdf.js';
import { bytesOf, givenSite, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';
import * as corpus from '../support/upload-corpus.js';

const t = useTestApp({ environment: { TRUST_PROXY: '1' } });
let commune: string;
let agent: Person;
let chief: Person;
let moderator: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  commune = await givenOrganisation(t, { name: 'Commune de Langres', kind: 'public_owner' });
  agent = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'editor' }] });
  chief = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'administrator' }] });
  moderator = await givenPerson(t, { platformRole: 'moderator' });
}, 240_000);

/** Someone on a network of their own. */
const from = (network: string) => ({ 'X-Forwarded-For': network });
const answer = (siteId: string, word: string, network: string) =>
  t.http().post(`/api/sites/${siteId}/standing`).set(from(network)).send({ answer: word });
const lead = (columns: object = {}) =>
  givenSite(t.db, { state: 'potential', name: 'Gare de Vaivre', columns: { agent_role: null, ...columns } });
const kept = () => givenSite(t.db, { columns: { owner_organisation_id: commune, keeper_organisation_id: commune } });

describe('what stands there today', () => {
  test('is unknown until two different people say the same, then a dated fact on the sheet and on cards', async () => {
    const site = await lead();
    const one = await answer(site, 'demolished', '192.0.2.1').expect(200);
    expect(one.body.standing).toMatchObject({ status: 'unknown', standing: null, answers: 1 });
    const again = await answer(site, 'demolished', '192.0.2.1').expect(200);
    expect(again.body.standing).toMatchObject({ status: 'unknown', answers: 1 });
    await answer(site, 'demolished', '192.0.2.2').expect(200);
    const { body } = await t.http().get(`/api/sites/${site}/standing`).expect(200);
    const on = t.clock.now().toISOString().slice(0, 10);
    expect(body).toEqual({ status: 'known', standing: 'demolished', people: 2, on, answers: 2, keeper: null });
    const { body: cards } = await t.http().get(`/api/sites/cards?ids=${site}`).expect(200);
    expect(cards.items[0].standing).toBe('demolished');
    expect((await actsOn(t, site)).map(({ action }) => action)).toEqual(['answer-standing', 'answer-standing', 'answer-standing']);
  });

  test('keeps no address, and forgets in time what told people apart', async () => {
    const site = await lead();
    await answer(site, 'standing', '192.0.2.3').expect(200);
    const [row] = await t.db.query('select * from standing_answer where site_id = $1', [site]);
    expect(JSON.stringify(row)).not.toContain('192.0.2.3');
    expect(row.network_key).not.toBeNull();
    await t.db.query(`update standing_answer set answered_at = $2 where site_id = $1`, [
      site,
      new Date(t.clock.now().getTime() - 181 * 86_400_000),
    ]);
    await t.get(Retention).apply();
    const [later] = await t.db.query('select network_key, answer from standing_answer where site_id = $1', [site]);
    expect(later).toEqual({ network_key: null, answer: 'standing' });
  });

  test('is contested by another passer-by, or by who keeps the place, and nothing is then stated', async () => {
    const site = await kept();
    await answer(site, 'demolished', '192.0.2.4').expect(200);
    await answer(site, 'demolished', '192.0.2.5').expect(200);
    const says = { says: 'standing', note: 'Nos agents y passent chaque semaine.' };
    const { body } = await agent.http().put(`/api/sites/${site}/standing`).send(says).expect(200);
    expect(body).toMatchObject({ status: 'contested', standing: null, keeper: { says: 'standing', note: says.note } });
    const desk = await agent.http().get(`/api/sites/${site}/standing-answers`).expect(200);
    expect(desk.body.items).toHaveLength(2);
    expect(JSON.stringify(desk.body)).not.toContain('networkKey');
    await agent.http().post(`/api/standing-answers/${desk.body.items[0].id}/set-aside`).send({ reason: 'Ce n’est pas vrai' }).expect(403);
    await agent.http().put(`/api/sites/${site}/standing`).send({ says: null }).expect(200);
    await moderator
      .http()
      .post(`/api/standing-answers/${desk.body.items[0].id}/set-aside`)
      .send({ reason: 'Réponse donnée par jeu' })
      .expect(200);
    expect((await t.http().get(`/api/sites/${site}/standing`).expect(200)).body).toMatchObject({
      status: 'unknown',
      answers: 1,
      keeper: null,
    });
  });

  test('is not answered by who keeps the place, nor of a place that is not public', async () => {
    const site = await kept();
    const { body } = await agent.http().post(`/api/sites/${site}/standing`).send({ answer: 'standing' }).expect(409);
    expect(body.code).toBe('own-place-answer');
    await answer(await givenSite(t.db, { state: 'draft' }), 'standing', '192.0.2.6').expect(404);
    await answer(site, 'flooded', '192.0.2.6').expect(422);
  });

  test('comes with a photo that nobody sees before somebody has looked at it', async () => {
    const site = await lead();
    const { body: answered } = await answer(site, 'demolished', '192.0.2.7').expect(200);
    const forged = answered.photoUrl.replace(/signature=.*/, 'signature=none');
    await t
      .http()
      .post(forged)
      .attach('file', await corpus.plainPhoto(), 'gare.jpg')
      .expect(409);
    await t
      .http()
      .post(answered.photoUrl)
      .attach('file', await corpus.plainPhoto(), 'gare.jpg')
      .expect(201);
    await t
      .http()
      .post(answered.photoUrl)
      .attach('file', await corpus.plainPhoto(), 'gare.jpg')
      .expect(409);
    await t.runJobs();
    const shown = async () => (await t.http().get(`/api/sites/${site}`).expect(200)).body.photos as { alt: string }[];
    expect(await shown()).toEqual([]);

    const queue = await moderator.http().get('/api/moderation/standing?limit=100').expect(200);
    expect(queue.body.items.find(({ id }: { id: string }) => id === site)).toMatchObject({ photosWaiting: 1, standing: null });
    const { body: list } = await moderator.http().get(`/api/sites/${site}/standing-answers`).expect(200);
    const [{ id, photo }] = list.items;
    expect(photo.pictures.jpeg.url).toContain('signature=');
    const { body: after } = await moderator
      .http()
      .post(`/api/standing-answers/${id}/photo/show`)
      .send({ alt: 'Un terrain nu' })
      .expect(200);
    expect(after.items[0].actions.showPasserbyPhoto).toBe('site-media-state-forbids');
    expect((await shown()).map(({ alt }) => alt)).toEqual(['Un terrain nu']);
  });
});

describe('a correction proposed by a third party', () => {
  const EMAIL = 'historienne@example.org';
  const proposal = { field: 'builtYear', value: 1882, source: 'Carte postale de 1905, archives départementales', credit: 'Jeanne Martin' };
  const propose = (siteId: string, changes: object = {}) =>
    t
      .http()
      .post(`/api/sites/${siteId}/proposals`)
      .set('Accept-Language', 'fr')
      .send({ ...proposal, email: EMAIL, ...changes });
  const tokenOf = (text: string, page: string): string => text.split(`${page}#`)[1]!.split(/\s/)[0]!;
  const waiting = async (who: Person, path: string) =>
    (await who.http().get(path).expect(200)).body.items as { id: string; state: string; site: { id: string } | null; current: object }[];
  const at = (found: Awaited<ReturnType<typeof waiting>>, siteId: string) => {
    const one = found.find(({ site }) => site?.id === siteId);
    if (one === undefined) throw new Error('No proposal waits there.');
    return one;
  };
  const ofCommune = () => waiting(agent, `/api/organisations/${commune}/site-proposals?limit=100`);
  const forModerators = () => waiting(moderator, '/api/moderation/site-proposals?limit=100');

  /** Asked and confirmed from the mailbox. @returns the token by which the proposer follows it */
  async function givenConfirmed(siteId: string, changes: object = {}): Promise<string> {
    expect((await propose(siteId, changes).expect(202)).body).toEqual({ confirmation: 'mailed' });
    await t.runJobs();
    const token = tokenOf(lastMailTo(t, EMAIL).text, '/propositions/confirmer');
    const { body } = await t.http().post('/api/site-proposals/confirm').send({ token }).expect(200);
    expect(body.proposal.state).toBe('received');
    await t.http().post('/api/site-proposals/confirm').send({ token }).expect(200);
    return body.token as string;
  }

  test('is read by nobody before its mailbox says yes, then applied as any edit, with its source and the name to be credited', async () => {
    const site = await kept();
    await propose(site).expect(202);
    expect((await ofCommune()).filter((one) => one.site?.id === site)).toEqual([]);
    const token = await givenConfirmed(site);
    await t.runJobs();
    expect(lastMailTo(t, chief.email)).toMatchObject({ template: 'site-proposal-received' });
    const { id, current } = at(await ofCommune(), site);
    expect(current).toEqual({ builtYear: null });
    await agent.http().post(`/api/site-proposals/${id}/accept`).expect(200);

    const { body: sheet } = await t.http().get(`/api/sites/${site}`).expect(200);
    const on = t.clock.now().toISOString().slice(0, 10);
    expect(sheet.facts.builtYear).toEqual({
      value: 1882,
      source: { datasetId: 'contributions', producer: 'Jeanne Martin', licence: 'Licence Ouverte 2.0', date: on },
    });
    expect(sheet.contributions).toEqual([{ kind: 'correction', credit: 'Jeanne Martin', on, fields: ['builtYear'] }]);
    const { body: history } = await agent.http().get(`/api/sites/${site}/history`).expect(200);
    expect(history.items[0]).toMatchObject({ action: 'correct', version: 2, proposed: true, credit: 'Jeanne Martin' });
    expect(history.items[0].changes).toEqual([{ field: 'builtYear', from: null, to: 1882 }]);
    expect((await actsOn(t, id)).map(({ action }) => action)).toEqual([
      'propose-site-proposal',
      'confirm-site-proposal',
      'accept-site-proposal',
    ]);

    await t.runJobs();
    expect(lastMailTo(t, EMAIL).subject).toBe('Votre proposition est acceptée');
    const { body: seen } = await t.http().post('/api/site-proposals/read').send({ token }).expect(200);
    expect(seen).toMatchObject({ state: 'accepted', site: { id: site }, credit: 'Jeanne Martin' });
    expect((await agent.http().post(`/api/site-proposals/${id}/accept`).expect(409)).body.code).toBe('proposal-state-forbids');
  });

  test('is refused with a reason, which its proposer reads, and changes nothing', async () => {
    const site = await kept();
    const token = await givenConfirmed(site, { field: 'features.water', value: true, credit: '' });
    const { id } = at(await ofCommune(), site);
    await agent.http().post(`/api/site-proposals/${id}/refuse`).send({}).expect(422);
    await agent.http().post(`/api/site-proposals/${id}/refuse`).send({ reason: 'L’eau a été coupée en 2019.' }).expect(200);
    await t.runJobs();
    expect(lastMailTo(t, EMAIL).text).toContain('L’eau a été coupée en 2019.');
    const { body } = await t.http().post('/api/site-proposals/read').send({ token }).expect(200);
    expect(body).toMatchObject({ state: 'refused', reason: 'L’eau a été coupée en 2019.', credit: null });
    expect((await t.http().get(`/api/sites/${site}`).expect(200)).body).toMatchObject({ contributions: [], features: { water: null } });
  });

  test('of a lead is decided by moderators, and a later import weighs it as any source', async () => {
    const site = await lead();
    await givenConfirmed(site);
    expect((await ofCommune()).filter((one) => one.site?.id === site)).toEqual([]);
    const { id } = at(await forModerators(), site);
    await agent.http().post(`/api/site-proposals/${id}/accept`).expect(404);
    await moderator.http().post(`/api/site-proposals/${id}/accept`).expect(200);
    expect((await t.http().get(`/api/sites/${site}`).expect(200)).body.facts.builtYear.value).toBe(1882);
    const [source] = await t.db.query('select dataset_id, values from site_source where site_id = $1', [site]);
    expect(source).toEqual({ dataset_id: 'contributions', values: { builtYear: 1882 } });
  });

  test.each([
    ['a value of the wrong kind', { value: 'ancien' }, '/value'],
    ['a year that cannot be', { value: 3000 }, '/value'],
    ['no source', { source: '' }, '/source'],
    ['no address, without an account', { email: null }, '/email'],
    ['a field that is not theirs to say', { field: 'contactEmail', value: 'moi@example.org' }, '/field'],
  ])('is refused at once with %s', async (_case, changes, pointer) => {
    const { body } = await propose(await kept(), changes).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  test('needs no message from someone signed in, who finds it in their account; forgotten with them, what it said stays', async () => {
    const site = await lead();
    const person = await givenPerson(t, {});
    const { body } = await person.http().post(`/api/sites/${site}/proposals`).send(proposal).expect(202);
    expect(body).toEqual({ confirmation: 'not_needed' });
    expect((await waiting(person, '/api/me/site-proposals')).map(({ state }) => state)).toEqual(['received']);
    const { id } = at(await forModerators(), site);
    await moderator.http().post(`/api/site-proposals/${id}/accept`).expect(200);
    await person.http().post('/api/me/erasure').expect(200);
    const { body: sheet } = await t.http().get(`/api/sites/${site}`).expect(200);
    expect(sheet.contributions[0].credit).toBeNull();
    expect(sheet.facts.builtYear).toMatchObject({ value: 1882, source: { producer: 'Contributions' } });
  });

  test('and its address are forgotten when nobody confirms, and long after the answer', async () => {
    const email = 'jamais@example.org';
    await propose(await lead(), { email }).expect(202);
    await t.runJobs();
    expect(mailsTo(t, email)).toHaveLength(1);
    const [{ n }] = await t.db.query(`select count(*)::int as n from site_proposal where email = $1`, [email]);
    expect(n).toBe(1);
    await t.db.query(
      `update site_proposal set proposed_at = proposed_at - interval '8 days', decided_at = decided_at - interval '91 days'`,
    );
    await t.get(Retention).apply();
    const kept = await t.db.query(`select 1 from site_proposal where email is not null and state <> 'received'`);
    expect(kept).toEqual([]);
  });
});

describe('a place pointed out by a third party', () => {
  test('becomes a lead once a moderator has read it, with its source and the name of who found it', async () => {
    const finder = await givenPerson(t, {});
    const place = {
      name: 'Halte de Brennes',
      kind: 'disused_station',
      communeId: 'commune:52269',
      point: { lon: 5.35, lat: 47.84 },
      summary: 'Petit bâtiment fermé, volets clos.',
      source: 'J’habite en face',
      credit: 'Une voisine',
    };
    await finder.http().post('/api/site-proposals').send(place).expect(202);
    const { body: queue } = await moderator.http().get('/api/moderation/site-proposals?limit=100').expect(200);
    const { id } = queue.items.find(({ kind }: { kind: string }) => kind === 'place');
    expect((await t.http().get('/api/sites?q=Brennes').expect(200)).body.items).toEqual([]);
    const { body: decided } = await moderator.http().post(`/api/site-proposals/${id}/accept`).expect(200);
    const { body: sheet } = await t.http().get(`/api/sites/${decided.site.id}`).expect(200);
    expect(sheet).toMatchObject({
      name: 'Halte de Brennes',
      state: 'potential',
      shelf: 'lead',
      point: place.point,
      territories: { commune: { id: 'commune:52269' } },
      contributions: [{ kind: 'place', credit: 'Une voisine' }],
      fieldSources: { name: { producer: 'Une voisine' } },
    });
  });

  test('is not taken when it lies far from its commune: the moderator is told, and refuses it with that reason', async () => {
    const finder = await givenPerson(t, {});
    const far = { name: 'Halte', kind: 'plot', communeId: 'commune:52269', point: { lon: 2, lat: 48 }, source: 'Carte' };
    await finder.http().post('/api/site-proposals').send(far).expect(202);
    const { body: queue } = await moderator.http().get('/api/moderation/site-proposals?limit=100').expect(200);
    const { id } = queue.items.find(({ proposed }: { proposed: { name: string } }) => proposed.name === 'Halte');
    const { body } = await moderator.http().post(`/api/site-proposals/${id}/accept`).expect(422);
    expect(body.errors[0].pointer).toBe('/point');
  });
});

describe('organisations that knock together', () => {
  let one: string;
  let other: string;
  let ana: Person;
  let ben: Person;
  beforeAll(async () => {
    one = await givenOrganisation(t, { name: 'Les Ateliers du Plateau' });
    other = await givenOrganisation(t, { name: 'La Recyclerie' });
    ana = await givenPerson(t, { email: 'ana@ateliers.example', memberOf: [{ organisationId: one, role: 'administrator' }] });
    ben = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'editor' }] });
    for (const organisation_id of [one, other])
      await insertRow(t, 'project', {
        organisation_id,
        state: 'open',
        name: 'Atelier',
        public: true,
        need: {},
        created_at: t.clock.now(),
        updated_at: t.clock.now(),
        version: 1,
        demo: false,
      });
  });
  const join = (who: Person, organisationId: string, siteId: string, named = true) =>
    who.http().post(`/api/sites/${siteId}/knock`).send({ organisationId, named });
  const write = (who: Person, organisationId: string, siteId: string) =>
    who.http().post(`/api/sites/${siteId}/knock/letters`).send({ organisationId });
  const answerWith = (code: string, said: string, note?: string) =>
    t.http().post('/api/knock-letters/answer').send({ code, answer: said, note });
  const knockAt = async (siteId: string) => (await t.http().get(`/api/sites/${siteId}/knock`).expect(200)).body;
  async function givenLetter(siteId: string) {
    await join(ana, one, siteId).expect(200);
    await join(ben, other, siteId, false).expect(200);
    return (await write(ana, one, siteId).expect(201)).body as { id: string; code: string; mailed: boolean; names: string[] };
  }

  test('write one letter when they are two, naming those that agree, and see the answer given without an account', async () => {
    const site = await lead();
    await join(ana, one, site).expect(200);
    expect((await write(ana, one, site).expect(409)).body.code).toBe('knock-too-few');
    await join(ben, other, site, false).expect(200);
    expect(await knockAt(site)).toMatchObject({ organisations: 2, names: ['Les Ateliers du Plateau'], letters: [], mine: [] });
    const { body: letter } = await write(ben, other, site).expect(201);
    expect(letter).toMatchObject({ by: 'La Recyclerie', names: ['Les Ateliers du Plateau'], organisationCount: 2, mailed: false });
    // Who joined reads it; its code is for the one that sends it.
    expect((await ana.http().get(`/api/knock-letters/${letter.id}`).expect(200)).body).toMatchObject({ code: null, answerUrl: null });
    expect((await ben.http().get(`/api/knock-letters/${letter.id}`).expect(200)).body.code).toBe(letter.code);
    await agent.http().get(`/api/knock-letters/${letter.id}`).expect(404);
    await agent.http().get(`/api/knock-letters/${letter.id}/letter.pdf`).expect(404);
    expect((await write(ana, one, site).expect(409)).body.code).toBe('knock-too-soon');

    const typed = letter.code.toLowerCase().replaceAll('-', ' ');
    const { body: received } = await t.http().post('/api/knock-letters/received').send({ code: typed }).expect(200);
    expect(received).toMatchObject({ site: { name: 'Gare de Vaivre' }, state: 'written', organisationCount: 2 });
    await answerWith(typed, 'interested', 'Appelez-moi.').expect(200);
    const on = t.clock.now().toISOString().slice(0, 10);
    expect((await knockAt(site)).letters).toEqual([{ writtenOn: on, state: 'interested', answeredOn: on }]);
    expect((await ana.http().get(`/api/knock-letters/${letter.id}`).expect(200)).body.note).toBe('Appelez-moi.');
    await t.runJobs();
    expect(lastMailTo(t, 'ana@ateliers.example').template).toBe('knock-answered');
    expect((await actsOn(t, site)).map(({ action }) => action)).toEqual([
      'join-knock',
      'join-knock',
      'write-knock-letter',
      'answer-knock-letter',
    ]);
    await t.db.query(`update knock_letter set answered_at = answered_at - interval '366 days'`);
    await t.get(Retention).apply();
    expect((await ana.http().get(`/api/knock-letters/${letter.id}`).expect(200)).body.note).toBeNull();
  });

  test('take the letter away as a PDF: to post, with its code, for the one that sends it; a copy without it for the others', async () => {
    const site = await lead();
    const { id, code } = await givenLetter(site);
    const pdfFor = async (who: Person) => {
      const answer = await who.http().get(`/api/knock-letters/${id}/letter.pdf`).buffer(true).parse(bytesOf).expect(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.headers['content-disposition']).toBe('attachment; filename="lettre-au-proprietaire.pdf"');
      expect(answer.headers['cache-control']).toBe('no-store');
      return answer.body as Buffer;
    };
    const sent = await pdfFor(ana);
    const letter = readPdf(sent);
    expect(letter).toMatchObject({ language: 'fr-FR', pages: 1, title: 'À propos de : Gare de Vaivre, Langres' });
    const said = letter.parts.map(({ role, text }) => `${role} ${text}`);
    expect(said.slice(0, 2)).toEqual(['H1 À propos de : Gare de Vaivre, Langres', 'P Les Ateliers du Plateau']);
    expect(said).toContain('LBody Les Ateliers du Plateau');
    expect(said).toContain('LBody et une autre, qui se fera connaître si vous répondez');
    expect(said).toContain(`H2 ${code}`);
    // The drawing for a telephone is told as a figure, with words.
    expect(sent.includes('/Figure')).toBe(true);
    expect(JSON.stringify(letter)).not.toContain('La Recyclerie');
    const copy = await pdfFor(ben);
    expect(JSON.stringify(readPdf(copy))).not.toContain(code);
    expect(readPdf(copy).parts.map(({ text }) => text)).toContain(
      'Copie sans code de réponse : la lettre à poster est celle de Les Ateliers du Plateau.',
    );
    expect(copy.includes('/Figure')).toBe(false);
    await t.http().get(`/api/knock-letters/${id}/letter.pdf`).expect(401);
  });

  test('write by mail as well where the place shows an address, and never again to someone who asked for silence', async () => {
    const email = 'patrimoine@proprietaire.example';
    const site = await lead({ contact_email: email });
    const letter = await givenLetter(site);
    expect(letter.mailed).toBe(true);
    await t.runJobs();
    expect(lastMailTo(t, email)).toMatchObject({ template: 'knock-letter' });
    expect(lastMailTo(t, email).text).toContain(letter.code);
    await answerWith(letter.code, 'stop').expect(200);
    expect((await answerWith(letter.code, 'interested').expect(409)).body.code).toBe('knock-stopped');
    expect((await knockAt(site)).stopped).toBe(true);
    const elsewhere = await lead({ contact_email: email.toUpperCase() });
    expect((await join(ana, one, elsewhere).expect(409)).body.code).toBe('knock-stopped');
  });

  test('knock only at leads, with a project that looks for a place, and leave when they want', async () => {
    expect((await join(ana, one, await kept()).expect(409)).body.code).toBe('knock-leads-only');
    const idle = await givenOrganisation(t, { name: 'Sans projet' });
    const eve = await givenPerson(t, { memberOf: [{ organisationId: idle, role: 'editor' }] });
    const site = await lead();
    expect((await join(eve, idle, site).expect(409)).body.code).toBe('knock-needs-project');
    await join(eve, one, site).expect(403);
    await join(ana, one, site).expect(200);
    const { body: mine } = await ana.http().get(`/api/sites/${site}/knock`).expect(200);
    expect(mine.mine[0]).toMatchObject({ joined: true, named: true, actions: { leaveKnock: null, writeKnockLetter: 'knock-too-few' } });
    await ana.http().post(`/api/sites/${site}/knock/leave`).send({ organisationId: one }).expect(200);
    expect(await knockAt(site)).toMatchObject({ organisations: 0, names: [] });
    await t.http().post('/api/knock-letters/received').send({ code: 'ABCD-EFGH-JKLM' }).expect(409);
  });
});
