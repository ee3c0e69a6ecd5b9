import { describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { actsIn } from '../support/journal.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const ROUNDS = 6;

async function givenTeam(state = 'verified') {
  const organisationId = await givenOrganisation(t, { name: 'Atelier des Rails', state });
  const administrator = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
  return { organisationId, administrator, at: `/api/organisations/${organisationId}` };
}
const ask = (person: Person, at: string, message = 'Je coordonne l’atelier vélo.') =>
  person.http().post(`${at}/join-requests`).send({ message });
const answer = (person: Person, at: string, id: string, verb: 'accept' | 'decline' | 'withdraw', body: object = {}) =>
  person.http().post(`${at}/join-requests/${id}/${verb}`).send(body);

async function givenRequest() {
  const team = await givenTeam();
  const asker = await givenPerson(t, { name: 'Alex Exemple' });
  const { body } = await ask(asker, team.at).expect(201);
  return { ...team, asker, requestId: body.id as string };
}

describe('asking to join an organisation', () => {
  test('reaches each of its administrators once, by mail and in their list', async () => {
    const { organisationId, administrator, at } = await givenTeam();
    const second = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
    const editor = await givenPerson(t, { memberOf: [{ organisationId, role: 'editor' }] });
    const asker = await givenPerson(t, { name: 'Alex Exemple' });
    const { body } = await ask(asker, at).expect(201);
    expect(body).toMatchObject({ state: 'pending', person: { accountId: asker.id }, actions: ['withdraw'] });
    await t.runJobs();
    for (const { email } of [administrator, second]) {
      expect(mailsTo(t, email)).toHaveLength(1);
      expect(lastMailTo(t, email)).toMatchObject({
        subject: 'Alex Exemple demande à rejoindre Atelier des Rails',
        text: expect.stringContaining('Je coordonne l’atelier vélo.'),
      });
    }
    expect(mailsTo(t, editor.email)).toEqual([]);
    const list = await administrator.http().get(`${at}/join-requests`).expect(200);
    expect(list.body.items).toEqual([
      {
        id: body.id,
        organisation: { id: organisationId, name: 'Atelier des Rails' },
        person: { accountId: asker.id, displayName: 'Alex Exemple', email: asker.email },
        message: 'Je coordonne l’atelier vélo.',
        state: 'pending',
        reason: null,
        createdAt: t.clock.now().toISOString(),
        endedAt: null,
        actions: ['accept', 'decline'],
      },
    ]);
  });

  test('waits once per person and organisation, even asked several times at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { organisationId, administrator, at } = await givenTeam();
      const asker = await givenPerson(t);
      const answers = await Promise.all([ask(asker, at), ask(asker, at), ask(asker, at)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(answers.map(({ body }) => body.code).filter(Boolean)).toEqual(['join-request-pending', 'join-request-pending']);
      expect(await actsIn(t, organisationId)).toEqual(['ask-to-join']);
      await t.runJobs();
      expect(mailsTo(t, administrator.email)).toHaveLength(1);
    }
  });

  test('is refused to members, to strangers, without a word, and where nobody could answer', async () => {
    const { administrator, at } = await givenTeam();
    expect((await ask(administrator, at).expect(409)).body.code).toBe('already-member');
    await t.http().post(`${at}/join-requests`).send({ message: 'Bonjour' }).expect(401);
    const asker = await givenPerson(t);
    await ask(asker, at, '   ').expect(422);
    await ask(asker, at, 'x'.repeat(1_001)).expect(422);
    await ask(asker, `/api/organisations/${uuidv7()}`).expect(404);
    const empty = `/api/organisations/${await givenOrganisation(t, { state: 'unclaimed' })}`;
    expect((await ask(asker, empty).expect(409)).body.code).toBe('organisation-without-members');
    const suspended = await givenTeam('suspended');
    expect((await ask(asker, suspended.at).expect(403)).body.code).toBe('organisation-not-ready');
    const unsure = await givenPerson(t, { emailVerified: false });
    expect((await ask(unsure, at).expect(403)).body.code).toBe('email-not-verified');
  });
});

describe('a request to join', () => {
  test('accepted makes a member with the role given, and they are told', async () => {
    const { organisationId, administrator, at, asker, requestId } = await givenRequest();
    const { body } = await answer(administrator, at, requestId, 'accept', { role: 'editor' }).expect(200);
    expect(body).toMatchObject({ state: 'accepted', actions: [] });
    expect((await asker.http().get(`${at}/members`).expect(200)).body.items).toHaveLength(2);
    await t.runJobs();
    expect(lastMailTo(t, asker.email).subject).toBe('Vous avez rejoint Atelier des Rails');
    expect(await actsIn(t, organisationId)).toEqual(['ask-to-join', 'accept-join-request']);
  });

  test('declined says why to the person, who may ask again', async () => {
    const { administrator, at, asker, requestId } = await givenRequest();
    await answer(administrator, at, requestId, 'decline').expect(422);
    await answer(administrator, at, requestId, 'decline', { reason: 'Passez d’abord nous voir.' }).expect(200);
    await t.runJobs();
    expect(lastMailTo(t, asker.email).text).toContain('Passez d’abord nous voir.');
    const mine = await asker.http().get('/api/me/join-requests').expect(200);
    expect(mine.body.items).toMatchObject([{ state: 'declined', reason: 'Passez d’abord nous voir.', actions: [] }]);
    const facts = JSON.stringify(await t.db.query('select * from journal_act'));
    expect(facts).not.toContain('Passez');
    await ask(asker, at).expect(201);
  });

  test('is withdrawn by the person who made it, and by nobody else', async () => {
    const { administrator, at, asker, requestId } = await givenRequest();
    const other = await givenPerson(t);
    for (const person of [administrator, other]) await answer(person, at, requestId, 'withdraw').expect(404);
    expect((await answer(asker, at, requestId, 'withdraw').expect(200)).body.state).toBe('withdrawn');
    const late = await answer(administrator, at, requestId, 'accept', { role: 'editor' }).expect(409);
    expect(late.body).toMatchObject({ code: 'changed-meanwhile', facts: { state: 'withdrawn' } });
    await asker.http().get(`${at}/members`).expect(403);
  });

  test('accepted, declined and withdrawn at once has one outcome', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { organisationId, administrator, at, asker, requestId } = await givenRequest();
      const answers = await Promise.all([
        answer(administrator, at, requestId, 'accept', { role: 'reader' }),
        answer(administrator, at, requestId, 'decline', { reason: 'Non.' }),
        answer(asker, at, requestId, 'withdraw'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const members = await t.db.query('select 1 from membership where account_id = $1', [asker.id]);
      expect(members).toHaveLength(answers[0].status === 200 ? 1 : 0);
      expect(await actsIn(t, organisationId)).toHaveLength(2);
    }
  });

  test.each(['editor', 'reviewer', 'reader'] as const)('is neither seen nor answered by one who holds: %s', async (role) => {
    const { organisationId, at, requestId } = await givenRequest();
    const member = await givenPerson(t, { memberOf: [{ organisationId, role }] });
    const requests = [
      member.http().get(`${at}/join-requests`),
      answer(member, at, requestId, 'accept', { role: 'administrator' }),
      answer(member, at, requestId, 'decline', { reason: 'Non.' }),
    ];
    for (const request of requests) expect((await request.expect(403)).body.code).toBe('role-too-low');
  });

  test('of another organisation is not found in one’s own', async () => {
    const { at, asker, requestId } = await givenRequest();
    const other = await givenTeam();
    await answer(other.administrator, other.at, requestId, 'accept', { role: 'reader' }).expect(404);
    await answer(other.administrator, other.at, requestId, 'decline', { reason: 'Non.' }).expect(404);
    await answer(asker, other.at, requestId, 'withdraw').expect(404);
    expect((await answer(other.administrator, at, requestId, 'accept', { role: 'reader' }).expect(403)).body.code).toBe('not-a-member');
    await answer(other.administrator, other.at, uuidv7(), 'accept', { role: 'reader' }).expect(404);
    expect((await asker.http().get('/api/me/join-requests').expect(200)).body.items[0].state).toBe('pending');
  });

  test('is listed to nobody but the person and the administrators', async () => {
    const { at } = await givenRequest();
    const other = await givenPerson(t);
    expect((await other.http().get('/api/me/join-requests').expect(200)).body).toEqual({ items: [], next: null });
    await other.http().get(`${at}/join-requests`).expect(403);
    await t.http().get('/api/me/join-requests').expect(401);
  });
});
