import { beforeAll, describe, expect, test } from '@jest/globals';
import { SiteRolesService } from '../../api/src/modules/sites/roles/site-roles.service.js';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { givenSite, givenTerritories, OFFERED } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const PROOF = { text: 'Acte de vente publié au service de la publicité foncière', reference: '2019 P 1234', date: '2019-05-02' };

let commune: string;
let agent: Person;
let moderator: Person;
let stranger: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  commune = await givenOrganisation(t, { name: 'Commune de Langres', kind: 'public_owner' });
  agent = await givenPerson(t, { name: 'Alix Agente', memberOf: [{ organisationId: commune, role: 'editor' }] });
  moderator = await givenPerson(t, { name: 'Max Modération', platformRole: 'moderator' });
  const other = await givenOrganisation(t, { name: 'Un EPCI', kind: 'public_owner' });
  stranger = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'administrator' }] });
});

const declare = async (siteId: string, input: object = {}, by = agent) =>
  by
    .http()
    .put(`/api/sites/${siteId}/agent-role`)
    .send({ organisationId: commune, role: 'owns', proof: PROOF, ...input });
const declared = async (siteId: string, input: object = {}) => (await declare(siteId, input)).body as { id: string; version: number };
const check = (role: { id: string; version: number }, by = moderator) =>
  by.http().post(`/api/agent-roles/${role.id}/check`).send({ version: role.version });
const standing = async (siteId: string) => {
  const [row] = await t.db.query(
    'select s.agent_role as role, l.shelf from site s left join site_listing l on l.site_id = s.id where s.id = $1',
    [siteId],
  );
  return row;
};
/** A published place of an unknown owner that is only signalled: a lead, however well described. */
const givenLead = (columns: object = {}) =>
  givenSite(t.db, { ...OFFERED, columns: { agent_role: 'signals', owner_kind: null, ...columns } });

describe('an agent declares in what name an organisation speaks for a place', () => {
  test('with its proof; until a moderator has checked it, nothing of the place changes and nobody may award it', async () => {
    const site = await givenLead();
    const { body, status } = await declare(site);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      organisation: { name: 'Commune de Langres' },
      role: 'owns',
      until: null,
      proof: PROOF,
      state: 'declared',
      mayAward: false,
      actions: { checkAgentRole: 'moderators-only', endAgentRole: null },
      history: [{ action: 'declare', who: 'Alix Agente', toState: 'declared' }],
    });
    expect(await standing(site)).toEqual({ role: 'signals', shelf: 'lead' });
  });

  test('checked, it puts the place where it belongs and lets the owner award it', async () => {
    const site = await givenLead();
    const { body } = await check(await declared(site)).expect(200);
    expect(body).toMatchObject({ state: 'checked', mayAward: true });
    expect(await standing(site)).toEqual({ role: 'owns', shelf: 'offered' });
  });

  test.each([
    ['manages', { until: '2026-12-31' }, true, 'offered'],
    ['lists', {}, false, 'offered'],
    ['signals', { proof: null }, false, 'lead'],
  ] as const)('%s, once checked: may award or not, and on which shelf', async (role, input, awards, shelf) => {
    const site = await givenLead({ agent_role: null });
    const { body } = await check(await declared(site, { role, ...input })).expect(200);
    expect(body.mayAward).toBe(awards);
    expect(await standing(site)).toEqual({ role, shelf });
  });

  test.each([
    ['management without an end date', { role: 'manages' }, '/until'],
    ['ownership with one', { until: '2030-01-01' }, '/until'],
    ['a deed that is already over', { role: 'manages', until: '2026-11-01' }, '/until'],
    ['ownership without proof', { proof: null }, '/proof'],
  ])('%s is refused, at the field to correct', async (_case, input, pointer) => {
    const { status, body } = await declare(await givenLead(), input);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });

  test('declaring again rewrites what waits: a moderator who had read the first must read the second', async () => {
    const site = await givenLead();
    const first = await declared(site);
    const second = await declared(site, { role: 'lists' });
    expect(second).toMatchObject({ id: first.id, version: 2 });
    expect((await check(first).expect(409)).body.code).toBe('changed-meanwhile');
    await check(second).expect(200);
  });

  test('declared twice at once, one declaration waits', async () => {
    const site = await givenLead();
    const answers = await Promise.all([declare(site), declare(site, { role: 'lists' })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await t.db.query(`select 1 from site_role where site_id = $1`, [site])).toHaveLength(1);
  });
});

describe('a role that is replaced, ended or over', () => {
  test('the one that is checked next takes its place; both stay in the history', async () => {
    const site = await givenLead();
    await check(await declared(site)).expect(200);
    await check(await declared(site, { role: 'manages', until: '2027-06-30' })).expect(200);
    const { body } = await agent.http().get(`/api/sites/${site}/agent-role`).expect(200);
    expect(body.items.map(({ role, state, reason }: never) => ({ role, state, reason }))).toEqual([
      { role: 'manages', state: 'checked', reason: null },
      { role: 'owns', state: 'ended', reason: 'replaced' },
    ]);
    expect(await standing(site)).toMatchObject({ role: 'manages' });
  });

  test('ended, the place goes back to what was said before any record', async () => {
    const site = await givenLead();
    const role = await declared(site);
    await check(role).expect(200);
    const { body } = await agent.http().post(`/api/agent-roles/${role.id}/end`).send({ reason: 'Vendu en juin' }).expect(200);
    expect(body).toMatchObject({ state: 'ended', mayAward: false });
    expect(await standing(site)).toEqual({ role: 'signals', shelf: 'lead' });
    const acts = await t.db.query('select action, why from journal_act where thing_id = $1 order by seq', [role.id]);
    expect(acts).toEqual([
      { action: 'declare-site-role', why: null },
      { action: 'check-site-role', why: null },
      { action: 'end-site-role', why: null },
    ]);
  });

  test('the day after its deed, a manager may no longer award, and the place is on offer no more', async () => {
    const site = await givenLead({ agent_role: null });
    await check(await declared(site, { role: 'manages', until: '2026-11-30' })).expect(200);
    t.clock.advance({ days: 8 });
    const later = await givenPerson(t, { platformRole: 'moderator' });
    expect((await later.http().get(`/api/sites/${site}/agent-role`).expect(200)).body.items[0]).toMatchObject({
      state: 'checked',
      mayAward: false,
    });
    await t.get(SiteRolesService).endThosePastTheirTerm();
    await t.get(SiteRolesService).endThosePastTheirTerm();
    const { body } = await later.http().get(`/api/sites/${site}/agent-role`).expect(200);
    expect(body.items[0]).toMatchObject({ state: 'ended', reason: 'term-over', history: [{ action: 'end', who: null }, {}, {}] });
    expect(await standing(site)).toEqual({ role: null, shelf: 'lead' });
    t.clock.advance({ days: -8 });
  });

  test('a weaker role of another organisation does not take an owner’s place off the shelf', async () => {
    const site = await givenSite(t.db, OFFERED);
    await check(await declared(site, { role: 'signals', proof: null })).expect(200);
    expect(await standing(site)).toEqual({ role: 'owns', shelf: 'offered' });
  });

  test('refused, with the moderator’s reason, it changes nothing', async () => {
    const site = await givenLead();
    const role = await declared(site);
    await moderator.http().post(`/api/agent-roles/${role.id}/refuse`).send({ version: 1 }).expect(422);
    const refusal = { version: 1, reason: 'L’acte concerne une autre parcelle' };
    const { body } = await moderator.http().post(`/api/agent-roles/${role.id}/refuse`).send(refusal).expect(200);
    expect(body).toMatchObject({ state: 'refused', reason: refusal.reason });
    expect((await check(role).expect(409)).body.code).toBe('site-role-state-forbids');
    expect(await standing(site)).toEqual({ role: 'signals', shelf: 'lead' });
  });

  test('checked by two moderators at once, it is checked once', async () => {
    const role = await declared(await givenLead());
    const second = await givenPerson(t, { platformRole: 'moderator' });
    const answers = await Promise.all([check(role), check(role, second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await t.db.query(`select state from site_role where id = $1`, [role.id])).toEqual([{ state: 'checked' }]);
  });
});

describe('who may', () => {
  test('declare: editors and administrators of a public owner', async () => {
    const site = await givenLead();
    await t.http().put(`/api/sites/${site}/agent-role`).send({ organisationId: commune, role: 'owns', proof: PROOF }).expect(401);
    expect((await declare(site, {}, stranger)).body.code).toBe('not-a-member');
    const reader = await givenPerson(t, { memberOf: [{ organisationId: commune, role: 'reader' }] });
    expect((await declare(site, {}, reader)).body.code).toBe('role-too-low');
    const club = await givenOrganisation(t);
    const member = await givenPerson(t, { memberOf: [{ organisationId: club, role: 'administrator' }] });
    expect((await declare(site, { organisationId: club }, member)).body.code).toBe('public-owners-only');
  });

  test('declare for a place that only its owner may see: nobody else learns that it exists', async () => {
    const draft = await givenSite(t.db, { state: 'draft', columns: { owner_organisation_id: commune } });
    expect((await declare(draft)).status).toBe(200);
    const other = await givenOrganisation(t, { kind: 'public_owner' });
    const member = await givenPerson(t, { memberOf: [{ organisationId: other, role: 'editor' }] });
    expect((await declare(draft, { organisationId: other }, member)).status).toBe(404);
    await member.http().get(`/api/sites/${draft}/agent-role`).expect(404);
  });

  test('read the proof: the organisation’s own members and moderators, nobody else', async () => {
    const site = await givenLead();
    const role = await declared(site);
    expect((await stranger.http().get(`/api/sites/${site}/agent-role`).expect(200)).body.items).toEqual([]);
    expect((await moderator.http().get(`/api/sites/${site}/agent-role`).expect(200)).body.items).toHaveLength(1);
    await stranger.http().post(`/api/agent-roles/${role.id}/end`).send({ reason: 'Pour nuire' }).expect(404);
    expect((await t.http().get(`/api/sites/${site}`).expect(200)).text).not.toContain('publicité foncière');
  });

  test('check: moderators, never for an organisation of their own', async () => {
    const role = await declared(await givenLead());
    expect((await check(role, agent).expect(403)).body.code).toBe('moderators-only');
    const judge = await givenPerson(t, { platformRole: 'moderator', memberOf: [{ organisationId: commune, role: 'reader' }] });
    expect((await check(role, judge).expect(403)).body.code).toBe('own-organisation');
    await agent.http().get('/api/moderation/agent-roles').expect(403);
    const { body } = await moderator.http().get('/api/moderation/agent-roles?limit=100').expect(200);
    const waiting = body.items.find(({ id }: { id: string }) => id === role.id);
    expect(waiting).toMatchObject({ state: 'declared', actions: { checkAgentRole: null, refuseAgentRole: null } });
    expect(new Set(body.items.map(({ state }: { state: string }) => state))).toEqual(new Set(['declared']));
  });
});
