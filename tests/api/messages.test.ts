import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PersonalData } from '../../api/src/platform/privacy/personal-data.js';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { CLOSES, givenLot, givenPublishedCall, OPENS } from '../support/calls.js';
import { mailsTo } from '../support/mail.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const GOOD = { ess: ['oui'], jauge: 40, texte: 'Un café' };
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
let owner: string;
let ess: string;
let agent: Person;
let editor: Person;
let reader: Person;
let stranger: Person;

async function itIs(instant: string | Date): Promise<void> {
  t.clock.set(instant);
  const again = await Promise.all([agent, editor, reader, stranger].map((person) => signedInAgain(t, person)));
  [agent, editor, reader, stranger] = again as [Person, Person, Person, Person];
}

beforeAll(async () => {
  await givenTerritories(t.db);
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  ess = await givenOrganisation(t, { name: 'Les Clés de Douze' });
  const elsewhere = await givenOrganisation(t, { name: 'Une autre' });
  agent = await givenPerson(t, { name: 'Dominique', memberOf: [{ organisationId: owner, role: 'editor' }] });
  editor = await givenPerson(t, { name: 'Camille', memberOf: [{ organisationId: ess, role: 'editor' }] });
  reader = await givenPerson(t, { name: 'Alex', memberOf: [{ organisationId: ess, role: 'reader' }] });
  stranger = await givenPerson(t, { memberOf: [{ organisationId: elsewhere, role: 'administrator' }] });
});
beforeEach(() => itIs('2026-11-26T08:00:00Z'));

/** Filed in answer to a call that is still open. */
const filed = async (): Promise<string> => {
  const callId = await givenPublishedCall(agent, owner, [await givenLot(t, owner, 'La halle')]);
  const { body } = await editor.http().post('/api/applications').send({ organisationId: ess, callId }).expect(201);
  await itIs(new Date(OPENS.getTime() + 1));
  await editor.http().patch(`/api/applications/${body.id}`).send({ version: 1, answers: GOOD }).expect(200);
  await editor.http().post(`/api/applications/${body.id}/file`).send({ version: 2 }).expect(200);
  return body.id as string;
};
const read = async (): Promise<string> => {
  const id = await filed();
  await itIs(CLOSES);
  return id;
};
const thread = async (id: string, by: Person) => (await by.http().get(`/api/applications/${id}/messages`).expect(200)).body;
const write = (id: string, by: Person, text: string, files: readonly string[] = []) =>
  by.http().post(`/api/applications/${id}/messages`).send({ text, files });
const upload = (id: string, by: Person, content = PDF) =>
  by.http().post(`/api/applications/${id}/message-files`).attach('file', content, { filename: 'Plan du rez-de-chaussée.pdf' });

describe('both sides of a file', () => {
  test('write once it may be read: before the closing questions are public', async () => {
    const id = await filed();
    expect((await thread(id, editor)).actions.sendMessage).toBe('messages-not-yet');
    expect((await write(id, editor, 'Un mot discret').expect(409)).body.code).toBe('messages-not-yet');
    for (const other of [agent, stranger]) await other.http().get(`/api/applications/${id}/messages`).expect(404);
  });

  test('see who wrote, for whom and as what; each is told, and reads up to where it has read', async () => {
    const id = await read();
    await write(id, agent, 'Pouvez-vous préciser les horaires ?').expect(201);
    await write(id, agent, 'Et le nombre de salariés ?').expect(201);
    await t.runJobs();
    const { body: told } = await editor.http().get('/api/me/notifications').expect(200);
    expect(told.items[0]).toMatchObject({ kind: 'message_received', count: 2, text: 'Ville de Langres vous a écrit.' });
    expect(mailsTo(t, editor.email)[0]?.text).toContain(`/mes-candidatures/${id}`);
    const seen = await thread(id, editor);
    expect(seen).toMatchObject({ side: 'applicant', unread: 2, actions: { sendMessage: null, closeMessages: 'not-yours' } });
    expect(seen.items[1]).toMatchObject({
      side: 'owner',
      mine: false,
      who: 'Dominique',
      organisation: 'Ville de Langres',
      role: 'editor',
      text: 'Pouvez-vous préciser les horaires ?',
    });
    const until = seen.items[0].id;
    const now = await editor.http().post(`/api/applications/${id}/messages/read`).send({ until }).expect(200);
    expect(now.body).toEqual({ unread: 0 });
    const { body: after } = await editor.http().get('/api/me/notifications').expect(200);
    expect(after.items.filter(({ kind, read: isRead }: { kind: string; read: boolean }) => kind === 'message_received' && !isRead)).toEqual(
      [],
    );
    await write(id, editor, 'De 9 h à 18 h.').expect(201);
    expect(await thread(id, agent)).toMatchObject({ side: 'owner', unread: 1 });
    expect((await thread(id, reader)).unread).toBe(2);
    await write(id, reader, 'Je lis seulement').expect(403);
    await stranger.http().get(`/api/applications/${id}/messages`).expect(404);
    await t.http().get(`/api/applications/${id}/messages`).expect(401);
    await write(id, editor, '   ').expect(422);
  });

  test('are closed by the owner after its decision, and open again if it was too early', async () => {
    const id = await read();
    const close = (by: Person, closed = true) => by.http().put(`/api/applications/${id}/messages/closing`).send({ closed });
    expect((await close(agent).expect(409)).body.code).toBe('messages-decision-first');
    await editor.http().post(`/api/applications/${id}/withdraw`).send({ reason: 'Un lieu trouvé ailleurs' }).expect(200);
    await close(editor).expect(404);
    expect((await close(agent).expect(200)).body.actions.sendMessage).toBe('messages-closed');
    expect((await write(id, editor, 'Encore un mot').expect(409)).body.code).toBe('messages-closed');
    await close(agent, false).expect(200);
    await write(id, editor, 'Encore un mot').expect(201);
    await expect(t.db.query(`update message set body = 'autre' where application_id = $1`, [id])).rejects.toThrow(/never changed/);
    await expect(t.db.query('delete from message where application_id = $1', [id])).rejects.toThrow(/never changed/);
  });
});

describe('documents of messages', () => {
  test('go with one message, once checked, and are opened by both sides', async () => {
    const id = await read();
    const { body: file } = await upload(id, editor).expect(201);
    expect(file).toMatchObject({ type: 'application/pdf', state: 'received' });
    const open = (by: Person) => by.http().get(`/api/applications/${id}/message-files/${file.id}`);
    await open(agent).expect(404);
    expect((await open(editor).expect(409)).body.code).toBe('file-being-checked');
    await write(id, agent, 'Avec un document qui n’est pas à moi', [file.id]).expect(422);
    const { body } = await write(id, editor, 'Voici le plan', [file.id]).expect(201);
    expect(body.items[0].files).toMatchObject([{ id: file.id, title: 'Plan du rez-de-chaussée' }]);
    await write(id, editor, 'Une seconde fois', [file.id]).expect(422);
    expect((await thread(id, editor)).items).toHaveLength(1);
    await t.runJobs();
    await open(agent).expect(200);
    await open(stranger).expect(404);
    const refused = await upload(id, editor, Buffer.from('MZ un programme')).expect(415);
    expect(refused.body.code).toBe('file-type-refused');
  });

  test('sent without a message are forgotten after a day', async () => {
    const id = await read();
    await upload(id, editor).expect(201);
    t.clock.advance({ days: 2 });
    await t.get(Retention).apply();
    const [left] = await t.db.query('select count(*)::int as files from message_file where application_id = $1', [id]);
    expect(left).toEqual({ files: 0 });
  });
});

test('what a person wrote is in the export of their data', async () => {
  const part = t
    .get(PersonalData)
    .all()
    .find(({ name }) => name === 'file-messages');
  const mine = (await part?.export(t.db.manager, agent.id)) as { messages: object[] };
  expect(mine.messages).toContainEqual(
    expect.objectContaining({ text: 'Pouvez-vous préciser les horaires ?', inTheNameOf: 'Ville de Langres' }),
  );
});

describe('the desk of an applicant', () => {
  const desk = async (by: Person) => (await by.http().get('/api/me/desk').expect(200)).body.items;
  const of = (items: { application: { id: string } }[], id: string) => items.find(({ application }) => application.id === id);

  test('says what waits on them, until when and what is missing; nothing to others', async () => {
    const callId = await givenPublishedCall(agent, owner, [await givenLot(t, owner, 'La gare')]);
    const { body } = await editor.http().post('/api/applications').send({ organisationId: ess, callId }).expect(201);
    expect(of(await desk(editor), body.id)).toMatchObject({ waits: ['file'], deadline: CLOSES.toISOString(), missing: 2, unread: 0 });
    expect(of(await desk(stranger), body.id)).toBeUndefined();
    await t.http().get('/api/me/desk').expect(401);
    await itIs(new Date(OPENS.getTime() + 1));
    await editor.http().patch(`/api/applications/${body.id}`).send({ version: 1, answers: GOOD }).expect(200);
    expect(of(await desk(reader), body.id)).toMatchObject({ waits: ['file'], missing: 0 });
    await editor.http().post(`/api/applications/${body.id}/file`).send({ version: 2 }).expect(200);
    expect(of(await desk(editor), body.id)).toBeUndefined();
    await editor
      .http()
      .patch(`/api/applications/${body.id}`)
      .send({ version: 2, answers: { texte: 'Autre chose' } })
      .expect(200);
    expect(of(await desk(editor), body.id)).toMatchObject({ waits: ['fileAgain'] });
    await itIs(CLOSES);
    expect(of(await desk(editor), body.id)).toBeUndefined();
    await write(body.id, agent, 'Une précision ?').expect(201);
    expect(of(await desk(editor), body.id)).toMatchObject({ waits: ['readMessages'], deadline: null, unread: 1 });
  });
});

describe('a file written by several organisations', () => {
  let partnerId: string;
  let partner: Person;
  beforeEach(async () => {
    partnerId = await givenOrganisation(t, { name: 'La Coopérative du Quai' });
    partner = await givenPerson(t, { name: 'Sacha', memberOf: [{ organisationId: partnerId, role: 'editor' }] });
  });
  const draft = async () => {
    const callId = await givenPublishedCall(agent, owner, [await givenLot(t, owner, 'La remise')]);
    return (await editor.http().post('/api/applications').send({ organisationId: ess, callId }).expect(201)).body.id as string;
  };
  const invite = (id: string, organisationId = partnerId) =>
    editor.http().post(`/api/applications/${id}/partners`).send({ organisationId });
  const answer = (id: string, accepted: boolean, by = partner) =>
    by.http().post(`/api/applications/${id}/partners/${partnerId}/answer`).send({ accepted });
  const open = (id: string, by = partner) => by.http().get(`/api/applications/${id}`);

  test('is opened to a partner that said yes: it writes, and never files, withdraws or invites', async () => {
    const id = await draft();
    await invite(id).expect(200);
    expect((await invite(id).expect(409)).body.code).toBe('partner-already');
    expect((await invite(id, ess).expect(409)).body.code).toBe('partner-not-possible');
    await open(id).expect(404);
    await answer(id, true, stranger).expect(403);
    const { body: invited } = await partner.http().get(`/api/organisations/${partnerId}/partnerships`).expect(200);
    expect(invited.items).toMatchObject([{ applicationId: id, lead: 'Les Clés de Douze', state: 'invited' }]);
    expect((await partner.http().get('/api/me/notifications').expect(200)).body.items).toMatchObject([{ kind: 'partner_invited' }]);
    await answer(id, true).expect(200);
    const { body: seen } = await open(id).expect(200);
    expect(seen).toMatchObject({
      reader: 'member',
      partners: [{ id: partnerId, name: 'La Coopérative du Quai' }],
      actions: { updateApplication: null, fileApplication: 'lead-organisation-only', withdrawApplication: 'lead-organisation-only' },
    });
    await partner.http().patch(`/api/applications/${id}`).send({ version: 1, answers: GOOD }).expect(200);
    await partner.http().get(`/api/applications/${id}/history`).expect(200);
    await partner.http().post(`/api/applications/${id}/partners`).send({ organisationId: partnerId }).expect(404);
    await itIs(new Date(OPENS.getTime() + 1));
    partner = await signedInAgain(t, partner);
    const refused = await partner.http().post(`/api/applications/${id}/file`).send({ version: 2 }).expect(403);
    expect(refused.body.code).toBe('lead-organisation-only');
    await partner.http().post(`/api/applications/${id}/withdraw`).send({ reason: 'Sans accord' }).expect(403);
    const { body: kept } = await editor.http().post(`/api/applications/${id}/file`).send({ version: 2 }).expect(200);
    expect(kept.filed.current).toBe(true);
    // Whoever leaves changes what would be filed, not what was.
    await partner.http().delete(`/api/applications/${id}/partners/${partnerId}`).expect(200);
    await open(id).expect(404);
    expect((await open(id, editor).expect(200)).body).toMatchObject({ partners: [], filed: { current: false } });
    await itIs(CLOSES);
    expect((await open(id, agent).expect(200)).body.partners).toEqual([{ id: partnerId, name: 'La Coopérative du Quai' }]);
  });

  test('stays closed to one that declined or was removed, and can be proposed again', async () => {
    const id = await draft();
    await invite(id).expect(200);
    await answer(id, false).expect(200);
    await open(id).expect(404);
    expect((await answer(id, true).expect(409)).body.code).toBe('partner-state-forbids');
    await invite(id).expect(200);
    await answer(id, true).expect(200);
    await open(id).expect(200);
    await stranger.http().delete(`/api/applications/${id}/partners/${partnerId}`).expect(404);
    const { body } = await editor.http().delete(`/api/applications/${id}/partners/${partnerId}`).expect(200);
    expect(body.items).toMatchObject([{ state: 'removed', actions: { removePartner: 'partner-state-forbids' } }]);
    await open(id).expect(404);
    await partner.http().patch(`/api/applications/${id}`).send({ version: 1, answers: GOOD }).expect(404);
  });
});
