import { describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { OrganisationRole } from '../../api/src/platform/access/permission.js';
import { PersonalData } from '../../api/src/platform/privacy/personal-data.js';
import { asPerson, givenOrganisation, givenPerson, type Person } from '../support/actors.js';
import { actsIn } from '../support/journal.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { startTestApp, useTestApp } from '../support/test-app.js';

const t = useTestApp();
const ROUNDS = 6;
const newAddress = () => `${uuidv7()}@example.org`;

async function givenAdministrator(name = 'Atelier des Rails', state = 'verified') {
  const organisationId = await givenOrganisation(t, { name, state });
  const administrator = await givenPerson(t, { name: 'Camille Exemple', memberOf: [{ organisationId, role: 'administrator' }] });
  return { organisationId, administrator, at: `/api/organisations/${organisationId}` };
}
const invite = (person: Person, at: string, email: string, role: OrganisationRole = 'editor') =>
  person.http().post(`${at}/invitations`).send({ email, role });
const accept = (person: Person, token: string) => person.http().post('/api/invitations/accept').send({ token });
const read = (token: string) => t.http().post('/api/invitations/read').send({ token });
const decline = (token: string) => t.http().post('/api/invitations/decline').send({ token });
const membershipsOf = ({ id }: Person) => t.db.query('select organisation_id, role from membership where account_id = $1', [id]);

/** What stands after the # of the link in the last message to this address. */
async function tokenSentTo(email: string): Promise<string> {
  await t.runJobs();
  return new URL(lastMailTo(t, email).links[0]!).hash.slice(1);
}
async function givenInvitation(role: OrganisationRole = 'editor') {
  const given = await givenAdministrator();
  const invited = await givenPerson(t, { name: 'Alex Exemple', email: newAddress() });
  const { body } = await invite(given.administrator, given.at, invited.email, role).expect(201);
  return { ...given, invited, invitationId: body.id as string, token: await tokenSentTo(invited.email) };
}

describe('an invitation', () => {
  test('leaves by e-mail with a link that shows who invites whom to what, and nothing more', async () => {
    const { organisationId, administrator, at } = await givenAdministrator('Les Clés de Douze');
    const email = newAddress();
    const { body } = await invite(administrator, at, email, 'reviewer').expect(201);
    expect(body).toMatchObject({ email, role: 'reviewer', state: 'pending', invitedBy: 'Camille Exemple', messageSent: true });
    const token = await tokenSentTo(email);
    const { subject, links } = lastMailTo(t, email);
    expect({ subject, page: links[0]!.split('#')[0] }).toEqual({
      subject: 'Invitation à rejoindre Les Clés de Douze',
      page: 'http://localhost:3000/invitation',
    });
    const offer = await read(token).expect(200);
    expect(offer.body).toEqual({
      organisation: 'Les Clés de Douze',
      role: 'reviewer',
      invitedBy: 'Camille Exemple',
      expiresAt: new Date(t.clock.now().getTime() + 14 * 86_400_000).toISOString(),
    });
    expect(await actsIn(t, organisationId)).toEqual(['invite-member']);
    const stored = JSON.stringify(await t.db.query('select * from invitation union all select * from invitation'));
    expect(stored).not.toContain(token);
  });

  test('is accepted by the account of that address: one more member, and the inviter is told', async () => {
    const { organisationId, administrator, at, invited, token } = await givenInvitation();
    expect((await accept(invited, token).expect(200)).body).toEqual({ organisationId, organisation: 'Atelier des Rails', role: 'editor' });
    await invited.http().get(`${at}/members`).expect(200);
    await t.runJobs();
    expect(lastMailTo(t, administrator.email).subject).toBe('Invitation acceptée : Alex Exemple');
    expect(await actsIn(t, organisationId)).toEqual(['invite-member', 'accept-invitation']);
    expect((await accept(invited, token).expect(410)).body.code).toBe('invitation-used');
    expect((await read(token).expect(410)).body.code).toBe('invitation-used');
  });

  test('forwarded to somebody else opens nothing, and does not say for whom it was', async () => {
    const { invited, token } = await givenInvitation();
    const other = await givenPerson(t);
    const answer = await accept(other, token).expect(403);
    expect(answer.body.code).toBe('invitation-for-another-address');
    expect(answer.text).not.toContain(invited.email);
    expect(await membershipsOf(other)).toEqual([]);
    await accept(invited, token).expect(200);
  });

  test('is accepted by nobody without an account, nor before the address is confirmed', async () => {
    const { administrator, at } = await givenAdministrator();
    const unsure = await givenPerson(t, { email: newAddress(), emailVerified: false });
    await invite(administrator, at, unsure.email).expect(201);
    const token = await tokenSentTo(unsure.email);
    await t.http().post('/api/invitations/accept').send({ token }).expect(401);
    expect((await accept(unsure, token).expect(403)).body.code).toBe('email-not-verified');
  });

  test('reaches its address however its letters are written', async () => {
    const { administrator, at } = await givenAdministrator();
    const invited = await givenPerson(t, { email: newAddress() });
    await invite(administrator, at, invited.email.toUpperCase()).expect(201);
    await accept(invited, await tokenSentTo(invited.email)).expect(200);
  });

  test('accepted twice at once makes one member and has one outcome', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { organisationId, invited, token } = await givenInvitation();
      const answers = await Promise.all([accept(invited, token), accept(invited, token), accept(invited, token)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
      expect(await membershipsOf(invited)).toEqual([{ organisation_id: organisationId, role: 'editor' }]);
      expect(await actsIn(t, organisationId)).toEqual(['invite-member', 'accept-invitation']);
    }
  });

  test('accepted and cancelled at once has one outcome, and the member is there only if it was accepted', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { administrator, at, invited, invitationId, token } = await givenInvitation();
      const [accepted, cancelled] = await Promise.all([
        accept(invited, token),
        administrator.http().delete(`${at}/invitations/${invitationId}`),
      ]);
      expect([accepted.status, cancelled.status].sort()).toEqual([200, 410]);
      expect(await membershipsOf(invited)).toHaveLength(accepted.status === 200 ? 1 : 0);
    }
  });

  test('expires after fourteen days', async () => {
    const { organisationId, at, invitationId, token } = await givenInvitation();
    t.clock.advance({ days: 13, hours: 23 });
    await read(token).expect(200);
    t.clock.advance({ hours: 1 });
    expect((await read(token).expect(410)).body.code).toBe('invitation-expired');
    expect((await decline(token).expect(410)).body.code).toBe('invitation-expired');
    const [invited, administrator] = [
      await givenPerson(t),
      await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] }),
    ];
    expect((await accept(invited, token).expect(410)).body.code).toBe('invitation-expired');
    expect((await administrator.http().get(`${at}/invitations`).expect(200)).body.items[0].state).toBe('expired');
    expect((await administrator.http().delete(`${at}/invitations/${invitationId}`).expect(410)).body.code).toBe('invitation-expired');
  });

  test('cancelled works no more', async () => {
    const { administrator, at, invited, invitationId, token } = await givenInvitation();
    expect((await administrator.http().delete(`${at}/invitations/${invitationId}`).expect(200)).body.state).toBe('cancelled');
    expect((await read(token).expect(410)).body.code).toBe('invitation-cancelled');
    expect((await accept(invited, token).expect(410)).body.code).toBe('invitation-cancelled');
    expect((await administrator.http().delete(`${at}/invitations/${invitationId}`).expect(410)).body.code).toBe('invitation-cancelled');
  });

  test('declined, without an account, is not sent again for a long while', async () => {
    const { organisationId, administrator, at, invited, token } = await givenInvitation();
    expect((await decline(token).expect(200)).body).toEqual({ state: 'declined' });
    expect((await decline(token).expect(410)).body.code).toBe('invitation-declined');
    expect((await accept(invited, token).expect(410)).body.code).toBe('invitation-declined');
    expect((await invite(administrator, at, invited.email).expect(409)).body.code).toBe('declined-recently');
    await t.runJobs();
    expect(mailsTo(t, invited.email)).toHaveLength(1);
    expect(mailsTo(t, administrator.email)).toEqual([]);
    expect(await actsIn(t, organisationId)).toEqual(['invite-member', 'decline-invitation']);
  });

  test('is not ended by somebody who signed up with its address without proving it, and erases that account', async () => {
    const { administrator, at } = await givenAdministrator();
    const impostor = await givenPerson(t, { email: newAddress(), emailVerified: false });
    await invite(administrator, at, impostor.email).expect(201);
    const token = await tokenSentTo(impostor.email);
    await t.db.transaction((tx) => t.get(PersonalData).erase(tx, impostor.id));
    await read(token).expect(200);
  });

  test('with a link that was guessed does not exist', async () => {
    const { invited } = await givenInvitation();
    await read('guessed').expect(404);
    await accept(invited, 'guessed').expect(404);
    await decline('guessed').expect(404);
    await read('').expect(422);
  });

  test('lets nobody in while the organisation is suspended', async () => {
    const { organisationId, administrator, at, invited, token } = await givenInvitation();
    await t.db.query(`update organisation set state = 'suspended' where id = $1`, [organisationId]);
    expect((await accept(invited, token).expect(403)).body.code).toBe('organisation-not-ready');
    expect((await invite(administrator, at, newAddress()).expect(403)).body.code).toBe('organisation-not-ready');
  });

  test('goes with the rights of whoever sent it, when they are taken away', async () => {
    for (const [method, body] of [['delete'], ['patch', { role: 'editor' }]] as const) {
      const { organisationId, administrator, at, invited, token } = await givenInvitation();
      const other = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
      await other.http()[method](`${at}/members/${administrator.id}`).send(body).expect(200);
      expect((await accept(invited, token).expect(410)).body.code).toBe('invitation-cancelled');
    }
  });
});

describe('inviting', () => {
  test('the same address again sends nothing more within a day, and may change the role', async () => {
    const { administrator, at, invited, invitationId, token } = await givenInvitation('reader');
    t.clock.advance({ hours: 23 });
    const { body } = await invite(administrator, at, invited.email, 'editor').expect(201);
    expect(body).toMatchObject({ id: invitationId, role: 'editor', messageSent: false });
    await t.runJobs();
    expect(mailsTo(t, invited.email)).toHaveLength(1);
    expect((await read(token).expect(200)).body.role).toBe('editor');
  });

  test('again after a day sends a new link, and the first works no more', async () => {
    const { administrator, at, invited, invitationId, token } = await givenInvitation();
    t.clock.advance({ days: 1 });
    expect((await invite(administrator, at, invited.email).expect(201)).body).toMatchObject({
      id: invitationId,
      messageSent: true,
    });
    const second = await tokenSentTo(invited.email);
    expect(mailsTo(t, invited.email)).toHaveLength(2);
    await read(token).expect(404);
    await read(second).expect(200);
  });

  test('the same address many times at once sends one message', async () => {
    const { administrator, at } = await givenAdministrator();
    const email = newAddress();
    const answers = await Promise.all([1, 2, 3, 4].map(() => invite(administrator, at, email)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(answers.filter(({ body }) => body.messageSent)).toHaveLength(1);
    await t.runJobs();
    expect(mailsTo(t, email)).toHaveLength(1);
  });

  test('a member is refused, and so is what is not an address', async () => {
    const { administrator, at } = await givenAdministrator();
    expect((await invite(administrator, at, administrator.email).expect(409)).body.code).toBe('already-member');
    for (const email of ['', 'alex', 'a@example.org\r\nBcc: b@example.org', 'a@example.org, b@example.org']) {
      await invite(administrator, at, email).expect(422);
    }
  });

  test.each(['editor', 'reviewer', 'reader'] as const)('is refused to: %s', async (role) => {
    const { organisationId, at } = await givenAdministrator();
    const member = await givenPerson(t, { memberOf: [{ organisationId, role }] });
    const requests = [
      invite(member, at, newAddress()),
      member.http().get(`${at}/invitations`),
      member.http().delete(`${at}/invitations/${uuidv7()}`),
    ];
    for (const request of requests) expect((await request.expect(403)).body.code).toBe('role-too-low');
  });

  test('for another organisation, reading or cancelling its invitations, is refused', async () => {
    const { at, invitationId } = await givenInvitation();
    const other = await givenAdministrator();
    expect((await invite(other.administrator, at, newAddress()).expect(403)).body.code).toBe('not-a-member');
    await other.administrator.http().get(`${at}/invitations`).expect(403);
    await other.administrator.http().delete(`${at}/invitations/${invitationId}`).expect(403);
    await other.administrator.http().delete(`${other.at}/invitations/${invitationId}`).expect(404);
    await other.administrator.http().delete(`${other.at}/invitations/${uuidv7()}`).expect(404);
    await t.http().post(`${at}/invitations`).send({ email: newAddress(), role: 'reader' }).expect(401);
  });

  test('is limited in number per organisation and per address, with the time to wait', async () => {
    const limited = await startTestApp({ environment: { RATE_LIMIT_FACTOR: '1' }, beside: t });
    try {
      const { administrator, at } = await givenAdministrator();
      const send = (email: string) => asPerson(limited, administrator.cookie).post(`${at}/invitations`).send({ email, role: 'reader' });
      const one = newAddress();
      for (let n = 0; n < 5; n += 1) expect((await send(one)).status).toBe(201);
      const refused = await send(one).expect(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      let last = 201;
      for (let n = 0; n < 60 && last === 201; n += 1) last = (await send(newAddress())).status;
      expect(last).toBe(429);
    } finally {
      await limited.close();
    }
  });
});

describe('somebody who was invited and has not accepted', () => {
  test('receives the invitation and nothing else, whatever happens in the organisation and however long it takes', async () => {
    const { administrator, at, invited, invitationId } = await givenInvitation();
    const outsider = newAddress();
    await invite(administrator, at, outsider).expect(201);
    const asker = await givenPerson(t);
    const { body: request } = await asker.http().post(`${at}/join-requests`).send({ message: 'Bonjour' }).expect(201);
    await administrator.http().post(`${at}/join-requests/${request.id}/accept`).send({ role: 'editor' }).expect(200);
    await administrator.http().patch(`${at}/members/${asker.id}`).send({ role: 'reader' }).expect(200);
    await administrator.http().delete(`${at}/invitations/${invitationId}`).expect(200);
    t.clock.advance({ days: 20 });
    await t.runJobs();
    expect(mailsTo(t, invited.email).map(({ template }) => template)).toEqual(['invitation']);
    expect(mailsTo(t, outsider).map(({ template }) => template)).toEqual(['invitation']);
    const others = await t.db.query(`select 1 from outgoing_mail where recipient = any($1) and template <> 'invitation'`, [
      [invited.email, outsider],
    ]);
    expect(others).toEqual([]);
  });

  test('and who asked to join meanwhile enters by one door, and the other closes', async () => {
    const { at, invited, token } = await givenInvitation();
    await invited.http().post(`${at}/join-requests`).send({ message: 'Bonjour' }).expect(201);
    await accept(invited, token).expect(200);
    expect((await invited.http().get('/api/me/join-requests').expect(200)).body.items[0].state).toBe('accepted');
  });
});

test('a name made to look like a link is not one in the mailbox of a stranger', async () => {
  const { administrator, at } = await givenAdministrator('Gagnez sur evil.example/x', 'claimed');
  const email = newAddress();
  await invite(administrator, at, email).expect(201);
  await t.runJobs();
  expect(lastMailTo(t, email).text).not.toMatch(/evil\.example/);
});
