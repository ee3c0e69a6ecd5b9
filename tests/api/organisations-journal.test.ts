import { beforeAll, describe, expect, test } from '@jest/globals';
import { givenPerson, type Person } from '../support/actors.js';
import { claimed, SIRET } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
let president: Person;
let other: Person;
let moderator: Person;
let id: string;
let otherId: string;

beforeAll(async () => {
  await givenTerritories(t.db);
  president = await givenPerson(t, { name: 'Claude Président' });
  other = await givenPerson(t, { name: 'Dominique Ailleurs' });
  id = await claimed(president);
  otherId = await claimed(other, { siret: SIRET.rails });
  t.clock.advance({ days: 1 });
  moderator = await givenPerson(t, { name: 'Sacha Modération', platformRole: 'moderator' });
  await moderator.http().post(`/api/organisations/${id}/verify`).send({ reason: 'Statuts lus' }).expect(200);
});

const journal = async (query = '') => (await moderator.http().get(`/api/moderation/journal${query}`).expect(200)).body;
const actions = (body: { items: { action: string }[] }) => body.items.map(({ action }) => action);

describe('the journal', () => {
  test('is read by moderators, the latest act first', async () => {
    const { items } = await journal();
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'verify-organisation',
      'claim-organisation',
      'claim-organisation',
    ]);
    expect(items[0]).toMatchObject({
      actor: { kind: 'person', id: moderator.id, name: 'Sacha Modération' },
      thing: { kind: 'organisation', id },
      organisation: { id, name: 'Les Ateliers du Plateau' },
      from: 'claimed',
      to: 'verified',
      why: 'Statuts lus',
    });
  });

  test('is filtered by thing, organisation, person, action and days', async () => {
    expect(actions(await journal(`?organisation=${otherId}`))).toEqual(['claim-organisation']);
    expect(actions(await journal(`?thingKind=organisation&thingId=${id}`))).toHaveLength(2);
    expect(actions(await journal(`?actor=${president.id}`))).toEqual(['claim-organisation']);
    expect(actions(await journal('?action=verify-organisation'))).toHaveLength(1);
    expect(actions(await journal('?from=2026-11-24'))).toEqual(['verify-organisation']);
    expect(actions(await journal('?to=2026-11-23'))).toHaveLength(2);
    await moderator.http().get('/api/moderation/journal?from=hier').expect(422);
  });

  test('is read page by page', async () => {
    const first = await journal('?limit=2');
    expect(first.items).toHaveLength(2);
    expect(actions(await journal(`?limit=2&cursor=${first.next}`))).toEqual(['claim-organisation']);
  });

  test('is closed to everyone else', async () => {
    await t.http().get('/api/moderation/journal').expect(401);
    await president.http().get('/api/moderation/journal').expect(403);
  });
});

describe('the journal of one organisation', () => {
  test('is read by its administrators, without saying which moderator decided', async () => {
    const { body, text } = await president.http().get(`/api/organisations/${id}/journal`).expect(200);
    expect(body.items).toMatchObject([
      { action: 'verify-organisation', actor: { kind: 'moderator', name: null }, why: 'Statuts lus' },
      { action: 'claim-organisation', actor: { kind: 'member', name: 'Claude Président' } },
    ]);
    expect(text).not.toContain(moderator.id);
    expect(text).not.toContain('Sacha');
    expect(text).not.toContain(otherId);
  });

  test('is refused to other members, other organisations and strangers', async () => {
    const editor = await givenPerson(t, { memberOf: [{ organisationId: id, role: 'editor' }] });
    expect((await editor.http().get(`/api/organisations/${id}/journal`).expect(403)).body.code).toBe('role-too-low');
    await other.http().get(`/api/organisations/${id}/journal`).expect(403);
    await t.http().get(`/api/organisations/${id}/journal`).expect(401);
  });

  test('shows no name of someone who has left', async () => {
    await t.db.query('delete from membership where account_id = $1', [other.id]);
    const { body } = await moderator.http().get(`/api/organisations/${otherId}/journal`).expect(200);
    expect(body.items).toMatchObject([{ actor: { kind: 'former_member', name: null } }]);
  });
});
