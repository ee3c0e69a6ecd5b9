import { describe, expect, test } from '@jest/globals';
import type { OrganisationRole } from '../../api/src/platform/access/permission.js';
import { asPerson, givenOrganisation, givenPerson, givenSession, type Person } from '../support/actors.js';
import { actsIn } from '../support/journal.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const ROUNDS = 6;

/** An organisation and its people, one per role given. */
async function givenCrew<const R extends readonly OrganisationRole[]>(...roles: R) {
  const organisationId = await givenOrganisation(t, { name: 'Les Clés de Douze' });
  const people: Person[] = [];
  for (const role of roles) people.push(await givenPerson(t, { name: `Camille ${people.length}`, memberOf: [{ organisationId, role }] }));
  return { organisationId, at: `/api/organisations/${organisationId}`, people: people as { [K in keyof R]: Person } };
}
const rolesIn = async (organisationId: string) => {
  const rows = await t.db.query<{ role: string }[]>('select role from membership where organisation_id = $1 order by role', [
    organisationId,
  ]);
  return rows.map(({ role }) => role);
};
const leave = (person: Person, at: string, evenIfLast?: boolean) => person.http().post(`${at}/leave`).send({ evenIfLast });
const statusesOf = async (...requests: PromiseLike<{ status: number }>[]) =>
  (await Promise.all(requests)).map(({ status }) => status).sort();

describe('the list of members', () => {
  test('is for members; only administrators see addresses, and what each may do is said', async () => {
    const { at, people } = await givenCrew('administrator', 'reader');
    const [administrator, reader] = people;
    const { body: seen } = await administrator.http().get(`${at}/members`).expect(200);
    expect(seen.items).toEqual([
      {
        accountId: administrator.id,
        displayName: 'Camille 0',
        email: administrator.email,
        role: 'administrator',
        since: expect.any(String),
      },
      { accountId: reader.id, displayName: 'Camille 1', email: reader.email, role: 'reader', since: expect.any(String) },
    ]);
    expect(seen.actions).toMatchObject({ changeMemberRole: null, inviteMember: null });
    const answer = await reader.http().get(`${at}/members`).expect(200);
    expect(answer.text).not.toContain('@');
    expect(answer.body.actions).toMatchObject({ changeMemberRole: 'role-too-low', listJoinRequests: 'role-too-low' });
  });

  test('is read page by page', async () => {
    const { at, people } = await givenCrew('administrator', 'editor', 'reader');
    const first = await people[0].http().get(`${at}/members?limit=2`).expect(200);
    const second = await people[0].http().get(`${at}/members?limit=2&cursor=${first.body.next}`).expect(200);
    expect([...first.body.items, ...second.body.items].map((member) => member.accountId)).toEqual(people.map(({ id }) => id));
    expect(second.body.next).toBeNull();
  });

  test('is closed to strangers, to members of other organisations, and to those whose organisation is suspended', async () => {
    const { at, organisationId, people } = await givenCrew('administrator');
    const other = await givenCrew('administrator');
    await t.http().get(`${at}/members`).expect(401);
    expect((await other.people[0].http().get(`${at}/members`).expect(403)).body.code).toBe('not-a-member');
    await t.db.query(`update organisation set state = 'suspended' where id = $1`, [organisationId]);
    expect((await people[0].http().get(`${at}/members`).expect(403)).body.code).toBe('organisation-not-ready');
  });
});

describe('a role', () => {
  test('is changed by an administrator, the person is told, the journal knows', async () => {
    const { at, organisationId, people } = await givenCrew('administrator', 'reader');
    const [administrator, reader] = people;
    const { body } = await administrator.http().patch(`${at}/members/${reader.id}`).send({ role: 'editor' }).expect(200);
    expect(body).toMatchObject({ accountId: reader.id, role: 'editor' });
    await t.runJobs();
    expect(lastMailTo(t, reader.email).subject).toBe('Votre rôle dans Les Clés de Douze a changé');
    expect(await actsIn(t, organisationId)).toEqual(['change-member-role']);
    await administrator.http().patch(`${at}/members/${reader.id}`).send({ role: 'editor' }).expect(200);
    expect(await actsIn(t, organisationId)).toHaveLength(1);
  });

  test.each(['editor', 'reviewer', 'reader'] as const)('is not changed by one who holds: %s', async (role) => {
    const { at, people } = await givenCrew('administrator', role);
    const answer = await people[1].http().patch(`${at}/members/${people[1].id}`).send({ role: 'administrator' }).expect(403);
    expect(answer.body.code).toBe('role-too-low');
    expect((await people[1].http().delete(`${at}/members/${people[0].id}`).expect(403)).body.code).toBe('role-too-low');
  });

  test('taken away ends at the next request, in the same session', async () => {
    const { at, people } = await givenCrew('administrator', 'administrator');
    const [administrator, former] = people;
    await former.http().get(`${at}/invitations`).expect(200);
    await administrator.http().patch(`${at}/members/${former.id}`).send({ role: 'reader' }).expect(200);
    expect((await former.http().get(`${at}/invitations`).expect(403)).body.code).toBe('role-too-low');
    await administrator.http().delete(`${at}/members/${former.id}`).expect(200);
    expect((await former.http().get(`${at}/members`).expect(403)).body.code).toBe('not-a-member');
    await t.runJobs();
    expect(lastMailTo(t, former.email).subject).toBe('Vous n’êtes plus membre de Les Clés de Douze');
  });

  test('of somebody elsewhere, or of nobody, is not found here', async () => {
    const { at, people } = await givenCrew('administrator');
    const other = await givenCrew('administrator');
    const stranger = other.people[0];
    await people[0].http().patch(`${at}/members/${stranger.id}`).send({ role: 'reader' }).expect(404);
    await people[0].http().delete(`${at}/members/${stranger.id}`).expect(404);
    await people[0].http().post(`${at}/transfer`).send({ accountId: stranger.id }).expect(404);
    expect(await rolesIn(other.organisationId)).toEqual(['administrator']);
  });

  test('must be one that exists', async () => {
    const { at, people } = await givenCrew('administrator', 'reader');
    await people[0].http().patch(`${at}/members/${people[1].id}`).send({ role: 'owner' }).expect(422);
  });
});

describe('an organisation with members always keeps an administrator', () => {
  test('the last one can neither change role, nor be removed, nor leave', async () => {
    const { at, people } = await givenCrew('administrator', 'editor');
    const [last] = people;
    const refused = [
      last.http().patch(`${at}/members/${last.id}`).send({ role: 'editor' }),
      last.http().delete(`${at}/members/${last.id}`),
      leave(last, at, true),
    ];
    for (const request of refused) expect((await request.expect(409)).body.code).toBe('last-administrator');
    await leave(people[1], at).expect(200);
  });

  test('they hand over, and then may leave', async () => {
    const { at, organisationId, people } = await givenCrew('administrator', 'reader');
    const [former, heir] = people;
    expect((await former.http().post(`${at}/transfer`).send({ accountId: heir.id }).expect(200)).body.role).toBe('administrator');
    expect(await rolesIn(organisationId)).toEqual(['administrator', 'editor']);
    expect((await former.http().post(`${at}/transfer`).send({ accountId: heir.id }).expect(403)).body.code).toBe('role-too-low');
    await leave(former, at).expect(200);
    expect(await actsIn(t, organisationId)).toEqual(['change-member-role', 'change-member-role', 'leave-organisation']);
  });

  test('handing over asks for a fresh sign-in, and for somebody else', async () => {
    const { at, people } = await givenCrew('administrator', 'reader');
    const tired = asPerson(t, await givenSession(t, people[0].id, { fresh: false }));
    expect((await tired.post(`${at}/transfer`).send({ accountId: people[1].id }).expect(403)).body.code).toBe('fresh-sign-in-needed');
    await people[0].http().post(`${at}/transfer`).send({ accountId: people[0].id }).expect(409);
  });

  test('two administrators who leave at once: one goes, the other stays', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { at, organisationId, people } = await givenCrew('administrator', 'administrator', 'reader');
      expect(await statusesOf(leave(people[0], at), leave(people[1], at))).toEqual([200, 409]);
      expect(await rolesIn(organisationId)).toEqual(['administrator', 'reader']);
    }
  });

  test('two administrators and nobody else who leave at once: the organisation is not emptied by surprise', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { at, organisationId, people } = await givenCrew('administrator', 'administrator');
      expect(await statusesOf(leave(people[0], at), leave(people[1], at))).toEqual([200, 409]);
      expect(await rolesIn(organisationId)).toEqual(['administrator']);
    }
  });

  test('two administrators who demote or remove each other at once: one outcome', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { at, organisationId, people } = await givenCrew('administrator', 'administrator', 'administrator');
      const [a, b] = people;
      const demotions = [
        a.http().patch(`${at}/members/${b.id}`).send({ role: 'editor' }),
        b.http().patch(`${at}/members/${a.id}`).send({ role: 'editor' }),
      ];
      expect(await statusesOf(...demotions)).toEqual([200, 403]);
      expect(await rolesIn(organisationId)).toEqual(['administrator', 'administrator', 'editor']);
      const c = await givenCrew('administrator', 'administrator');
      const removals = [
        c.people[0].http().delete(`${c.at}/members/${c.people[1].id}`),
        c.people[1].http().delete(`${c.at}/members/${c.people[0].id}`),
      ];
      expect(await statusesOf(...removals)).toEqual([200, 403]);
      expect(await rolesIn(c.organisationId)).toEqual(['administrator']);
    }
  });

  test('the database itself refuses it to whoever writes, one after the other or at once', async () => {
    const { organisationId, people } = await givenCrew('administrator', 'administrator', 'reader');
    const remove = (person: Person) =>
      t.db.transaction((tx) =>
        tx.query('delete from membership where organisation_id = $1 and account_id = $2', [organisationId, person.id]),
      );
    const done = await Promise.allSettled([remove(people[0]), remove(people[1])]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rolesIn(organisationId)).toEqual(['administrator', 'reader']);
    await expect(t.db.query(`update membership set role = 'editor' where organisation_id = $1`, [organisationId])).rejects.toThrow(
      /no administrator/,
    );
  });
});

describe('the only member', () => {
  test('may leave by saying so: what waited ends and the organisation can be claimed again', async () => {
    const { at, organisationId, people } = await givenCrew('administrator');
    const asker = await givenPerson(t);
    await people[0].http().post(`${at}/invitations`).send({ email: 'waiting@example.org', role: 'reader' }).expect(201);
    await asker.http().post(`${at}/join-requests`).send({ message: 'Bonjour' }).expect(201);
    expect((await leave(people[0], at).expect(409)).body.code).toBe('sole-member');
    await leave(people[0], at, true).expect(200);
    const [organisation] = await t.db.query('select state from organisation where id = $1', [organisationId]);
    expect(organisation.state).toBe('unclaimed');
    const states = await t.db.query(
      'select state from invitation where organisation_id = $1 union all select state from join_request where organisation_id = $1',
      [organisationId],
    );
    expect(states).toEqual([{ state: 'cancelled' }, { state: 'declined' }]);
    expect((await asker.http().post(`${at}/join-requests`).send({ message: 'Bonjour' }).expect(409)).body.code).toBe(
      'organisation-without-members',
    );
  });

  test('does not lift a suspension by leaving', async () => {
    const { at, organisationId, people } = await givenCrew('administrator');
    await t.db.query(`update organisation set state = 'suspended' where id = $1`, [organisationId]);
    await leave(people[0], at, true).expect(200);
    expect(await t.db.query('select state from organisation where id = $1', [organisationId])).toEqual([{ state: 'suspended' }]);
  });
});

describe('leaving', () => {
  test('is open to whoever belongs, also without a confirmed address or a second factor, and to nobody else', async () => {
    const { at, organisationId } = await givenCrew('administrator');
    await t.db.query('update organisation set second_factor_required = true where id = $1', [organisationId]);
    const member = await givenPerson(t, { emailVerified: false, memberOf: [{ organisationId, role: 'editor' }] });
    await leave(member, at).expect(200);
    expect((await leave(member, at).expect(403)).body.code).toBe('not-a-member');
    expect((await leave(await givenPerson(t), at).expect(403)).body.code).toBe('not-a-member');
    await t.http().post(`${at}/leave`).send({}).expect(401);
  });

  test('counts once, even asked twice at the same moment', async () => {
    const { at, people } = await givenCrew('administrator', 'reader');
    expect(await statusesOf(leave(people[1], at), leave(people[1], at))).toEqual([200, 403]);
  });
});

describe('the second factor of an organisation', () => {
  const setRule = (http: Person['http'], at: string, required: boolean) => http().post(`${at}/second-factor-rule`).send({ required });

  test('is required only by an administrator who has one, and then of every member at once', async () => {
    const { at, organisationId, people } = await givenCrew('administrator', 'editor');
    const [administrator, editor] = people;
    expect((await setRule(administrator.http, at, true).expect(403)).body.code).toBe('second-factor-needed');
    const strongCookie = await givenSession(t, administrator.id, { secondFactor: true });
    const strong = () => asPerson(t, strongCookie);
    expect((await setRule(strong, at, true).expect(200)).body).toEqual({ required: true });
    expect((await editor.http().get(`${at}/members`).expect(403)).body.code).toBe('second-factor-needed');
    expect((await administrator.http().get(`${at}/members`).expect(403)).body.code).toBe('second-factor-needed');
    await strong().get(`${at}/members`).expect(200);
    expect((await setRule(administrator.http, at, false).expect(403)).body.code).toBe('second-factor-needed');
    await setRule(strong, at, false).expect(200);
    await editor.http().get(`${at}/members`).expect(200);
    expect(await actsIn(t, organisationId)).toEqual(['require-second-factor', 'stop-requiring-second-factor']);
  });

  test('is decided by administrators of this organisation, freshly signed in', async () => {
    const { at, people } = await givenCrew('administrator', 'editor');
    const other = await givenCrew('administrator');
    expect((await setRule(people[1].http, at, false).expect(403)).body.code).toBe('role-too-low');
    expect((await setRule(other.people[0].http, at, false).expect(403)).body.code).toBe('not-a-member');
    const tired = await givenSession(t, people[0].id, { fresh: false, secondFactor: true });
    expect((await setRule(() => asPerson(t, tired), at, true).expect(403)).body.code).toBe('fresh-sign-in-needed');
  });
});

test('nobody receives a notice about an organisation they have left', async () => {
  const { at, people } = await givenCrew('administrator', 'administrator');
  const asker = await givenPerson(t, { name: 'Alex' });
  await leave(people[1], at).expect(200);
  await asker.http().post(`${at}/join-requests`).send({ message: 'Bonjour' }).expect(201);
  await t.runJobs();
  expect(mailsTo(t, people[0].email)).toHaveLength(1);
  expect(mailsTo(t, people[1].email)).toEqual([]);
});
