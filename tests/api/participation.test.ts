import { beforeAll, describe, expect, test } from '@jest/globals';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { actsOn } from '../support/organisations.js';
import { givenSite, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';
import * as corpus from '../support/upload-corpus.js';

const t = useTestApp({ environment: { TRUST_PROXY: '1' } });
let commune: string;
let agent: Person;
let moderator: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  commune = await givenOrganisation(t, { name: 'Commune de Langres', kind: 'public_owner' });
  agent = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'editor' }] });
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
