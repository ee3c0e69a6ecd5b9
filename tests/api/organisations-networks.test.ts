import { describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { givenOrganisation, givenPerson, type OrganisationGiven, type Person } from '../support/actors.js';
import { actsIn } from '../support/journal.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const ROUNDS = 6;

async function givenBody(given: OrganisationGiven = {}) {
  const organisationId = await givenOrganisation(t, given);
  const administrator = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
  return { organisationId, administrator, at: `/api/organisations/${organisationId}` };
}
type Body = Awaited<ReturnType<typeof givenBody>>;
const ask = (network: Body, { organisationId }: Pick<Body, 'organisationId'>) =>
  network.administrator.http().post(`${network.at}/network-links`).send({ memberOrganisationId: organisationId });
const act = (body: Body, linkId: string, verb: 'accept' | 'decline' | 'withdraw' | 'end', by: Person = body.administrator) =>
  by.http().post(`${body.at}/network-links/${linkId}/${verb}`).send({});
const followedBy = async ({ at, administrator }: Body) => (await administrator.http().get(`${at}/followed`).expect(200)).body.items;

async function givenAsk() {
  const network = await givenBody({ name: 'Réseau des recycleries' });
  const member = await givenBody({ name: 'Les Clés de Douze' });
  const { body } = await ask(network, member).expect(201);
  return { network, member, linkId: body.id as string };
}
async function givenProject(organisationId: string, columns: Record<string, unknown>): Promise<void> {
  const row = {
    id: uuidv7(),
    organisation_id: organisationId,
    name: 'Nom secret',
    demo: false,
    need: {},
    updated_at: t.clock.now(),
    ...columns,
  };
  const names = Object.keys(row).join(', ');
  await t.db.query(`insert into project (${names}) select ${names} from jsonb_populate_record(null::project, $1)`, [JSON.stringify(row)]);
}

describe('a network', () => {
  test('asks an organisation, which is told; nothing is seen before it consents', async () => {
    const { network, member, linkId } = await givenAsk();
    await t.runJobs();
    expect(lastMailTo(t, member.administrator.email).subject).toBe('Réseau des recycleries demande à suivre Les Clés de Douze');
    const seen = await member.administrator.http().get(`${member.at}/network-links`).expect(200);
    expect(seen.body.items).toEqual([
      {
        id: linkId,
        side: 'member',
        network: { id: network.organisationId, name: 'Réseau des recycleries' },
        member: { id: member.organisationId, name: 'Les Clés de Douze' },
        state: 'asked',
        reason: null,
        askedAt: t.clock.now().toISOString(),
        answeredAt: null,
        endedAt: null,
        endedBy: null,
        actions: ['accept', 'decline'],
      },
    ]);
    expect(await followedBy(network)).toEqual([]);
  });

  test('that an organisation accepts sees its public projects counted, and nothing private', async () => {
    const { network, member, linkId } = await givenAsk();
    await givenProject(member.organisationId, { state: 'open', public: true, created_at: '2026-03-01T00:00:00Z' });
    await givenProject(member.organisationId, { state: 'open', public: true, created_at: '2026-10-01T00:00:00Z' });
    await givenProject(member.organisationId, { state: 'matched', public: true, created_at: '2026-01-01T00:00:00Z' });
    await givenProject(member.organisationId, { state: 'open', public: false, created_at: '2025-01-01T00:00:00Z' });
    await givenProject(member.organisationId, { state: 'draft', public: true, created_at: '2025-01-01T00:00:00Z' });
    expect((await act(member, linkId, 'accept').expect(200)).body).toMatchObject({ state: 'followed', actions: ['end'] });
    expect(await followedBy(network)).toEqual([
      {
        linkId,
        since: t.clock.now().toISOString(),
        organisation: { id: member.organisationId, name: 'Les Clés de Douze', commune: null, departmentCode: null },
        openPublicProjects: 2,
        settledPublicProjects: 1,
        searchingSince: '2026-03-01T00:00:00.000Z',
      },
    ]);
    expect(await followedBy(member)).toEqual([]);
    await t.runJobs();
    expect(lastMailTo(t, network.administrator.email).subject).toBe('Les Clés de Douze accepte d’être suivi par Réseau des recycleries');
  });

  test.each(['network', 'member'] as const)(
    'is stopped at any time by the %s; the past stays with its dates, and asking again is possible',
    async (side) => {
      const { network, member, linkId } = await givenAsk();
      await act(member, linkId, 'accept').expect(200);
      const accepted = t.clock.now().toISOString();
      t.clock.advance({ days: 1 });
      const [ender, other] = side === 'network' ? [network, member] : [member, network];
      await act(ender, linkId, 'end').expect(200);
      expect(await followedBy(network)).toEqual([]);
      await t.runJobs();
      expect(lastMailTo(t, other.administrator.email).subject).toBe('Réseau des recycleries ne suit plus Les Clés de Douze');
      await ask(network, member).expect(201);
      const { body } = await other.administrator.http().get(`${other.at}/network-links`).expect(200);
      expect(body.items).toMatchObject([
        { state: 'asked' },
        { state: 'ended', answeredAt: accepted, endedAt: t.clock.now().toISOString(), endedBy: side, actions: [] },
      ]);
      expect(await actsIn(t, member.organisationId)).toEqual(side === 'network' ? ['accept-follow'] : ['accept-follow', 'end-follow']);
    },
  );

  test('may be refused, with a reason it is told, or take its request back', async () => {
    const { network, member, linkId } = await givenAsk();
    const decline = { reason: 'Nous quittons le réseau.' };
    await member.administrator.http().post(`${member.at}/network-links/${linkId}/decline`).send(decline).expect(200);
    await t.runJobs();
    expect(lastMailTo(t, network.administrator.email).text).toContain('Nous quittons le réseau.');
    expect((await act(member, linkId, 'accept').expect(409)).body.code).toBe('changed-meanwhile');
    const { body } = await ask(network, member).expect(201);
    expect((await act(network, body.id, 'withdraw').expect(200)).body).toMatchObject({ state: 'ended', endedBy: 'network' });
    await act(member, body.id, 'accept').expect(409);
  });

  test('can neither consent in the place of the other, nor can the other withdraw what it did not ask', async () => {
    const { network, member, linkId } = await givenAsk();
    for (const verb of ['accept', 'decline'] as const) expect((await act(network, linkId, verb).expect(403)).body.code).toBe('forbidden');
    await act(member, linkId, 'withdraw').expect(403);
    await act(member, linkId, 'end').expect(409);
    expect(await followedBy(network)).toEqual([]);
  });

  test('asks once at a time, even twice at the same moment', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [network, member] = [await givenBody(), await givenBody()];
      const answers = await Promise.all([ask(network, member), ask(network, member)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already-following');
      await t.runJobs();
      expect(mailsTo(t, member.administrator.email)).toHaveLength(1);
    }
  });

  test('and organisation that answer and withdraw, or both end, at once: one outcome', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = await givenAsk();
      const answers = await Promise.all([act(first.member, first.linkId, 'accept'), act(first.network, first.linkId, 'withdraw')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const second = await givenAsk();
      await act(second.member, second.linkId, 'accept').expect(200);
      const ends = await Promise.all([act(second.member, second.linkId, 'end'), act(second.network, second.linkId, 'end')]);
      expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  test('must be a verified organisation of the social economy, and ask another one that has members', async () => {
    const network = await givenBody();
    const refused = async (from: Body, to: Pick<Body, 'organisationId'>, status: number, code: string) =>
      expect((await ask(from, to).expect(status)).body.code).toBe(code);
    await refused(network, network, 409, 'already-following');
    await refused(network, { organisationId: uuidv7() }, 404, 'not-found');
    await refused(network, { organisationId: await givenOrganisation(t, { state: 'unclaimed' }) }, 409, 'organisation-without-members');
    await refused(network, await givenBody({ kind: 'public_owner' }), 409, 'ess-organisations-only');
    await refused(await givenBody({ kind: 'public_owner' }), network, 409, 'ess-organisations-only');
    await refused(await givenBody({ state: 'claimed' }), network, 403, 'organisation-not-ready');
  });

  test('loses sight of an organisation at once when it loses its own standing, or the other does', async () => {
    const { network, member, linkId } = await givenAsk();
    await act(member, linkId, 'accept').expect(200);
    await t.db.query(`update organisation set state = 'suspended' where id = $1`, [member.organisationId]);
    expect(await followedBy(network)).toEqual([]);
    await t.db.query(`update organisation set state = 'claimed' where id = $1`, [network.organisationId]);
    await network.administrator.http().get(`${network.at}/followed`).expect(403);
  });

  test('ends with the last member of an organisation', async () => {
    const { network, member, linkId } = await givenAsk();
    await act(member, linkId, 'accept').expect(200);
    await member.administrator.http().post(`${member.at}/leave`).send({ evenIfLast: true }).expect(200);
    const { body } = await network.administrator.http().get(`${network.at}/network-links`).expect(200);
    expect(body.items).toMatchObject([{ state: 'ended', endedBy: 'service' }]);
  });
});

describe('links of networks', () => {
  test.each(['editor', 'reviewer', 'reader'] as const)('are read, not changed, by one who holds: %s', async (role) => {
    const { network, member, linkId } = await givenAsk();
    const person = await givenPerson(t, { memberOf: [network, member].map(({ organisationId }) => ({ organisationId, role })) });
    const { body } = await person.http().get(`${member.at}/network-links`).expect(200);
    expect(body.items).toMatchObject([{ id: linkId, actions: [] }]);
    await person.http().get(`${network.at}/followed`).expect(200);
    for (const verb of ['accept', 'decline', 'end'] as const) {
      expect((await act(member, linkId, verb, person).expect(403)).body.code).toBe('role-too-low');
    }
    await act(network, linkId, 'withdraw', person).expect(403);
    await ask({ ...network, administrator: person }, await givenBody()).expect(403);
  });

  test('between others are neither seen nor found', async () => {
    const { network, member, linkId } = await givenAsk();
    const other = await givenBody();
    for (const verb of ['accept', 'decline', 'withdraw', 'end'] as const) {
      await act(other, linkId, verb).expect(404);
      expect((await act(member, linkId, verb, other.administrator).expect(403)).body.code).toBe('not-a-member');
    }
    for (const at of [network.at, member.at]) {
      await other.administrator.http().get(`${at}/network-links`).expect(403);
      await other.administrator.http().get(`${at}/followed`).expect(403);
      await t.http().get(`${at}/followed`).expect(401);
    }
    expect((await other.administrator.http().get(`${other.at}/network-links`).expect(200)).body.items).toEqual([]);
  });
});
