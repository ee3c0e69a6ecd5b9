import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { removeDemo } from '../../api/src/database/demo/demo.writes.js';
import { ApplicationFilesService } from '../../api/src/modules/applications/application-files.service.js';
import { ApplicationMoves } from '../../api/src/modules/applications/application-moves.service.js';
import { ApplicationPost } from '../../api/src/modules/applications/application-post.js';
import {
  APPLICATION_TRANSITIONS,
  type ApplicationAction,
  type ApplicationState,
} from '../../api/src/modules/applications/application.rules.js';
import { CALL_TRANSITIONS, callStateAt } from '../../api/src/modules/calls/call.rules.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { CLOSES, givenLot, givenPublishedCall, OPENS } from '../support/calls.js';
import { readPdf } from '../support/read-pdf.js';
import { actsOn } from '../support/organisations.js';
import { bytesOf, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';
import { unzip } from '../support/zip.js';

const t = useTestApp();
const SECRET = 'Nous avons un local caché rue des Moulins';
const GOOD = { ess: ['oui'], jauge: 40, texte: SECRET };
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
let owner: string;
let ess: string;
let agent: Person;
let editor: Person;
let coEditor: Person;
let stranger: Person;

/** Moves the clock; whoever was signed in signs in again. */
async function itIs(instant: string | Date): Promise<void> {
  t.clock.set(instant);
  const again = await Promise.all([agent, editor, coEditor, stranger].map((person) => signedInAgain(t, person)));
  [agent, editor, coEditor, stranger] = again as [Person, Person, Person, Person];
}

beforeAll(async () => {
  await givenTerritories(t.db);
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  ess = await givenOrganisation(t, { name: 'Les Clés de Douze' });
  const elsewhere = await givenOrganisation(t, { name: 'Une autre' });
  agent = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'editor' }] });
  editor = await givenPerson(t, { name: 'Camille', memberOf: [{ organisationId: ess, role: 'editor' }] });
  coEditor = await givenPerson(t, { name: 'Alex', memberOf: [{ organisationId: ess, role: 'administrator' }] });
  stranger = await givenPerson(t, { memberOf: [{ organisationId: elsewhere, role: 'administrator' }] });
});
beforeEach(() => itIs('2026-11-26T08:00:00Z'));

const call = async (lots = 1, changes: object = {}) => {
  const places = await Promise.all(Array.from({ length: lots }, (_, index) => givenLot(t, owner, `Lot ${index + 1}`)));
  return { callId: await givenPublishedCall(agent, owner, places, changes), places };
};
const begin = async (input: object, by = editor) =>
  (
    await by
      .http()
      .post('/api/applications')
      .send({ organisationId: ess, ...input })
      .expect(201)
  ).body;
const write = (id: string, body: object, by = editor) => by.http().patch(`/api/applications/${id}`).send(body);
const send = (id: string, version: number, by = editor) => by.http().post(`/api/applications/${id}/file`).send({ version });
const read = (id: string, by = editor) => by.http().get(`/api/applications/${id}`);
/** A whole dossier, written but not filed. */
const whole = async (callId: string) => {
  const { id } = await begin({ callId });
  const { body } = await write(id, { version: 1, answers: GOOD }).expect(200);
  return { id: id as string, version: body.version as number };
};

/** The same of the first of two steps. */
const outline = async (callId: string) => {
  const { id } = await begin({ callId });
  const { body } = await write(id, { version: 1, answers: { ess: ['oui'], jauge: 40 } }).expect(200);
  return { id: id as string, version: body.version as number };
};

describe('a file is begun', () => {
  test('as a draft that says what is missing; nobody but its members knows of it', async () => {
    const { callId, places } = await call();
    const application = await begin({ callId });
    expect(application).toMatchObject({
      state: 'draft',
      title: 'La gare cherche ses voisins',
      target: { kind: 'call', callState: 'published', closesAt: CLOSES.toISOString() },
      lots: places,
      filed: null,
      shown: ['ess', 'texte', 'budget', 'piece-statuts'],
      review: {
        lotMissing: false,
        sections: [
          { id: 'projet', asked: 3, answered: 0 },
          { id: 'pieces-jointes', faults: [] },
        ],
      },
      actions: { updateApplication: null, fileApplication: 'call-not-open', withdrawApplication: null },
    });
    for (const other of [agent, stranger]) await read(application.id, other).expect(404);
    await t.http().get(`/api/applications/${application.id}`).expect(401);
    const { body } = await editor.http().get(`/api/organisations/${ess}/applications`).expect(200);
    expect(body.items).toContainEqual(expect.objectContaining({ id: application.id, percent: 0 }));
    await agent.http().get(`/api/organisations/${ess}/applications`).expect(403);
  });

  test('from an earlier file or a saved project, and says where each answer comes from until it is rewritten', async () => {
    const { callId } = await call();
    const first = await whole(callId);
    const second = await begin({ callId, fromApplicationId: first.id });
    expect(second).toMatchObject({ answers: GOOD, sources: { texte: { kind: 'application' }, jauge: { kind: 'application' } } });
    const { body } = await write(second.id, { version: 1, answers: { texte: 'Autre chose' } }).expect(200);
    expect(Object.keys(body.sources).sort()).toEqual(['ess', 'jauge']);
    await stranger.http().post('/api/applications').send({ organisationId: ess, callId }).expect(403);
    const other = (await t.db.query('select organisation_id from membership where account_id = $1', [stranger.id]))[0].organisation_id;
    await stranger.http().post('/api/applications').send({ organisationId: other, callId, fromApplicationId: first.id }).expect(404);
  });

  test('never by a public owner, nor for a call that is not published or has ended', async () => {
    const { callId } = await call();
    const refused = await agent.http().post('/api/applications').send({ organisationId: owner, callId }).expect(409);
    expect(refused.body.code).toBe('ess-organisations-only');
    const draft = await agent.http().post('/api/calls').send({ organisationId: owner, title: 'Un brouillon' }).expect(201);
    await editor.http().post('/api/applications').send({ organisationId: ess, callId: draft.body.id }).expect(404);
    await editor.http().post('/api/applications').send({ organisationId: ess }).expect(422);
    await itIs(CLOSES);
    const late = await editor.http().post('/api/applications').send({ organisationId: ess, callId }).expect(409);
    expect(late.body.code).toBe('call-ended');
  });
});

describe('what is typed is never lost', () => {
  test('two co-editors merge answer by answer; the same answer is shown to whoever comes second', async () => {
    const { callId } = await call();
    const { id } = await begin({ callId });
    await write(id, { version: 1, answers: { texte: 'De Camille' } }).expect(200);
    const merged = await write(id, { version: 1, answers: { ess: ['oui'] } }, coEditor).expect(200);
    expect(merged.body.answers).toEqual({ texte: 'De Camille', ess: ['oui'] });
    const { body } = await write(id, { version: 1, answers: { texte: 'D’Alex' } }, coEditor).expect(409);
    expect(body.facts.changes).toEqual([expect.objectContaining({ field: 'answers.texte', to: 'De Camille' })]);
    const { body: history } = await coEditor.http().get(`/api/applications/${id}/history`).expect(200);
    expect(history.items.map(({ who, action }: { who: string; action: string }) => [who, action])).toEqual([
      ['Alex', 'edit'],
      ['Camille', 'edit'],
      ['Camille', 'create'],
    ]);
  });

  test('a wrong value is kept and told, a value of another shape is refused where it is', async () => {
    const { callId } = await call();
    const { id } = await begin({ callId });
    const { body } = await write(id, { version: 1, answers: { ess: ['oui'], jauge: -2.5 } }).expect(200);
    expect(body.review.sections[0].faults).toContainEqual({ question: 'jauge', label: 'Combien de personnes ?', faults: ['below'] });
    const refused = await write(id, {
      version: 2,
      answers: { jauge: 'beaucoup', ailleurs: 'x', ess: ['peut-etre'] },
      lots: [callId],
    }).expect(422);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/answers/jauge',
      '/answers/ailleurs',
      '/answers/ess',
      '/lots/0',
    ]);
  });

  test('a draft is still written after the closing, and never filed', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    await itIs(CLOSES);
    await write(id, { version, answers: { texte: 'Encore' } }).expect(200);
    const { body } = await send(id, version + 1).expect(409);
    expect(body).toMatchObject({ code: 'application-late', facts: { closesAt: expect.stringContaining('2026-12-20T22:59') } });
    expect((await read(id).expect(200)).body).toMatchObject({ state: 'draft', answers: { texte: 'Encore' } });
  });
});

describe('filing', () => {
  test('gives a number, the time and a fingerprint, writes to every editor, and is in the journal', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    await itIs(OPENS);
    const { body } = await send(id, version).expect(200);
    expect(body).toMatchObject({
      state: 'filed',
      filed: { number: expect.stringMatching(/^TE-2026-\d{6}$/), sequence: 1, at: OPENS.toISOString(), current: true },
    });
    expect(body.filed.hash).toMatch(/^[0-9a-f]{64}$/);
    const letters = await t.db.query(`select recipient from outgoing_mail where template = 'application-filed' order by recipient`);
    expect(letters.map(({ recipient }: { recipient: string }) => recipient)).toEqual([editor.email, coEditor.email].sort());
    const acts = await actsOn(t, id);
    expect(acts.at(-1)).toMatchObject({ action: 'file-application', to_state: 'filed', facts: { hash: body.filed.hash, sequence: 1 } });
    expect(JSON.stringify(acts)).not.toContain(SECRET);
  });

  test('sent twice, or ten times at once, is filed once', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    await itIs(OPENS);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(id, version)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await t.db.query('select count(*)::int as n from application_filing where application_id = $1', [id])).toEqual([{ n: 1 }]);
  });

  test('is judged by the instant its headers arrived, not by the end of its body or of the work', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    await itIs(new Date(CLOSES.getTime() - 1));
    const request = send(id, version);
    // The clock passes the closing while the request is on its way through.
    const now = t.clock.now.bind(t.clock);
    let reads = 0;
    t.clock.now = () => (reads++ === 0 ? now() : CLOSES);
    const answer = await request;
    t.clock.now = now;
    const { body } = answer;
    expect(answer.status).toBe(200);
    expect(body.filed.at).toBe(new Date(CLOSES.getTime() - 1).toISOString());
  });

  test('says what is missing, then which rule excludes and why; corrected, it is received', async () => {
    const { callId } = await call();
    const { id } = await begin({ callId });
    await itIs(OPENS);
    expect((await send(id, 1).expect(409)).body.code).toBe('application-incomplete');
    await write(id, { version: 1, answers: { ess: ['non'], texte: 'Un commerce' } }).expect(200);
    const { body } = await send(id, 2).expect(409);
    expect(body).toMatchObject({ code: 'application-not-eligible', detail: 'L’appel est réservé aux structures de l’ESS.' });
    await write(id, { version: 2, answers: { ess: ['oui'], jauge: 12 } }).expect(200);
    expect((await send(id, 2).expect(409)).body.code).toBe('changed-meanwhile');
    await send(id, 3).expect(200);
  });

  test('of several places asks for one at least, ranked', async () => {
    const { callId, places } = await call(2);
    const { id, version } = await whole(callId);
    await itIs(OPENS);
    expect((await send(id, version).expect(409)).body.code).toBe('application-incomplete');
    const ranked = [...places].reverse();
    const { body } = await write(id, { version, lots: ranked }).expect(200);
    expect(body.lots).toEqual(ranked);
    await send(id, version + 1).expect(200);
  });

  test('may be amended until the closing: the last filing stands, the earlier ones stay, and no hand changes them', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    await itIs(OPENS);
    const first = await send(id, version).expect(200);
    const changed = await write(id, { version, answers: { texte: 'Mieux dit' } }).expect(200);
    expect(changed.body.filed).toMatchObject({ sequence: 1, current: false });
    const second = await send(id, version + 1).expect(200);
    expect(second.body.filed).toMatchObject({ number: first.body.filed.number, sequence: 2, current: true });
    await expect(t.db.query(`update application_filing set content = '{}' where application_id = $1`, [id])).rejects.toThrow(
      /never changed/,
    );
    await itIs(CLOSES);
    expect((await write(id, { version: version + 1, answers: { texte: 'Trop tard' } }).expect(409)).body.code).toBe('application-late');
  });

  test('is taken back by a withdrawal with its reason, for good', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    await itIs(OPENS);
    await send(id, version).expect(200);
    await editor.http().post(`/api/applications/${id}/withdraw`).send({}).expect(422);
    const { body } = await editor.http().post(`/api/applications/${id}/withdraw`).send({ reason: 'Un lieu trouvé ailleurs' }).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', actions: { fileApplication: 'application-state-forbids' } });
    expect((await send(id, version).expect(409)).body.code).toBe('application-state-forbids');
  });
});

describe('the owner', () => {
  test('sees how many drafts and files there are, not one word of them before the closing; then what was filed, and no draft', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    const draft = await whole(callId);
    await itIs(OPENS);
    await send(id, version).expect(200);
    await write(id, { version, answers: { texte: 'Écrit après le dépôt' } }).expect(200);
    const sealed = await agent.http().get(`/api/calls/${callId}/applications`).expect(200);
    expect(sealed.body).toEqual({ drafts: 1, filed: 1, sealed: true, items: [] });
    await read(id, agent).expect(404);
    await stranger.http().get(`/api/calls/${callId}/applications`).expect(403);
    await itIs(CLOSES);
    const { body } = await agent.http().get(`/api/calls/${callId}/applications`).expect(200);
    expect(body).toMatchObject({ drafts: 1, filed: 1, sealed: false, items: [{ id, organisation: { name: 'Les Clés de Douze' } }] });
    const seen = await read(id, agent).expect(200);
    expect(seen.body).toMatchObject({
      reader: 'owner',
      answers: { texte: SECRET },
      filed: { current: true },
      actions: { updateApplication: 'not-a-member' },
    });
    expect(seen.text).not.toContain('Écrit après');
    await read(draft.id, agent).expect(404);
    await read(id, stranger).expect(404);
  });
});

describe('documents of a file', () => {
  test('are told by their content, checked, and given to those who read the file only', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    await editor.http().post(`/api/applications/${id}/files`).attach('file', Buffer.from('<svg/>'), 'plan.pdf').expect(415);
    const { body: file } = await editor.http().post(`/api/applications/${id}/files`).attach('file', PDF, 'Statuts 2026.pdf').expect(201);
    expect(file).toMatchObject({ title: 'Statuts 2026', type: 'application/pdf', state: 'received' });
    await write(id, { version, answers: { 'piece-statuts': [file.id] } }).expect(200);
    await stranger.http().post(`/api/applications/${id}/files`).attach('file', PDF, 'x.pdf').expect(404);
    const early = await editor.http().get(`/api/applications/${id}/files/${file.id}`).expect(409);
    expect(early.body.code).toBe('file-being-checked');
    await t.runJobs();
    expect((await read(id).expect(200)).body.files).toEqual([expect.objectContaining({ id: file.id, state: 'ready' })]);
    const given = await editor.http().get(`/api/applications/${id}/files/${file.id}`).expect(200);
    expect(given.headers['content-disposition']).toContain('statuts-2026.pdf');
    await agent.http().get(`/api/applications/${id}/files/${file.id}`).expect(404);
    await itIs(OPENS);
    await send(id, version + 1).expect(200);
    await itIs(CLOSES);
    await agent.http().get(`/api/applications/${id}/files/${file.id}`).expect(200);
    // A check lost with its task is made again at night.
    await t.db.query(`update application_file set state = 'received' where id = $1`, [file.id]);
    await agent.http().get(`/api/applications/${id}/files/${file.id}`).expect(409);
    await t.get(ApplicationFilesService).checkAgain();
    await t.runJobs();
    await agent.http().get(`/api/applications/${id}/files/${file.id}`).expect(200);
  });

  test('take a space that is counted together, and told; what was replaced stops counting, what was filed never does', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    const space = async (by = editor): Promise<{ usedBytes: number; quotaBytes: number }> =>
      (await by.http().get(`/api/applications/${id}/space`).expect(200)).body;
    await stranger.http().get(`/api/applications/${id}/space`).expect(404);
    const upload = () => editor.http().post(`/api/applications/${id}/files`).attach('file', PDF, 'Plan.pdf');
    const { usedBytes: before, quotaBytes } = await space();
    const { body: first } = await upload().expect(201);
    expect(await space(coEditor)).toEqual({ usedBytes: before + PDF.length, quotaBytes });
    await t.db.query('update application_file set bytes = $2 where id = $1', [first.id, quotaBytes - before - PDF.length + 1]);
    expect((await upload().expect(409)).body).toMatchObject({ code: 'application-space-full', facts: { quotaBytes } });
    const { body: written } = await write(id, { version, answers: { 'piece-statuts': [first.id] } }).expect(200);
    await itIs(OPENS);
    await upload().expect(409);
    await write(id, { version: written.version, answers: { 'piece-statuts': null } }).expect(200);
    expect(await space()).toMatchObject({ usedBytes: before });
    const { body: second } = await upload().expect(201);
    await t.runJobs();
    const named = await write(id, { version: (written.version as number) + 1, answers: { 'piece-statuts': [second.id] } }).expect(200);
    await send(id, named.body.version).expect(200);
    await write(id, { version: named.body.version, answers: { 'piece-statuts': null } }).expect(200);
    // One that no answer names counts for a day, then goes; what was filed stays.
    const { body: loose } = await upload().expect(201);
    expect(await space()).toMatchObject({ usedBytes: before + 2 * PDF.length });
    await itIs(new Date(OPENS.getTime() + 90_000_000));
    expect(await space()).toMatchObject({ usedBytes: before + PDF.length });
    await t.runJobs();
    await t.get(ApplicationFilesService).forgetLoose(new Date(OPENS.getTime() + 3_600_000));
    const left = await t.db.query('select id from application_file where application_id = $1', [id]);
    expect(left).toEqual([{ id: second.id }]);
    expect(left).not.toContainEqual({ id: loose.id });
    // Full: nothing more is received, but what the owner asked to correct.
    await itIs(CLOSES);
    await t.db.query('update application_file set bytes = $2 where id = $1', [second.id, quotaBytes]);
    const correction = (field: string) =>
      agent
        .http()
        .post(`/api/instruction/${id}/correction`)
        .send({ dueAt: '2027-01-05', reason: 'Une réponse à revoir.', items: [{ field, fault: 'outdated', note: null }] })
        .expect(200);
    await correction('texte');
    expect((await upload().expect(409)).body.code).toBe('application-space-full');
    await agent.http().post(`/api/instruction/${id}/correction/end`).send({ reason: 'Demande remplacée.' }).expect(200);
    await correction('piece-statuts');
    await upload().expect(201);
    // Documents of messages take the same space.
    const attach = () => editor.http().post(`/api/applications/${id}/message-files`).attach('file', PDF, 'Photo.pdf');
    expect((await attach().expect(409)).body.code).toBe('application-space-full');
    await t.db.query('update application_file set bytes = $2 where id = $1', [second.id, PDF.length]);
    const { usedBytes } = await space();
    await attach().expect(201);
    expect(await space()).toMatchObject({ usedBytes: usedBytes + PDF.length });
  });

  test('go with the whole dossier on paper, which says when it was filed and its fingerprint, to those who may read it', async () => {
    const { callId } = await call();
    const { id, version } = await whole(callId);
    const { body: file } = await editor.http().post(`/api/applications/${id}/files`).attach('file', PDF, 'Statuts 2026.pdf').expect(201);
    const { body: written } = await write(id, { version, answers: { 'piece-statuts': [file.id] } }).expect(200);
    await t.runJobs();
    const elsewhere = await givenOrganisation(t, { name: 'Les Voisins' });
    await editor.http().post(`/api/applications/${id}/partners`).send({ organisationId: elsewhere }).expect(200);
    await t.db.query(`update application_partner set state = 'accepted' where application_id = $1`, [id]);
    const paper = async (by: Person) =>
      readPdf((await by.http().get(`/api/applications/${id}/dossier.pdf`).buffer().parse(bytesOf).expect(200)).body);
    expect((await paper(editor)).title).toBe('Brouillon de candidature');
    await agent.http().get(`/api/applications/${id}/dossier.pdf`).expect(404);
    await stranger.http().get(`/api/applications/${id}/dossier.zip`).expect(404);
    await itIs(OPENS);
    const { body: filed } = await send(id, written.version).expect(200);
    await write(id, { version: written.version, answers: { texte: 'Écrit après le dépôt' } }).expect(200);
    // Who leaves afterwards has written what was filed.
    await editor.http().delete(`/api/applications/${id}/partners/${elsewhere}`).expect(200);
    await itIs(CLOSES);
    const read = await paper(agent);
    expect(read).toMatchObject({ title: `Dossier de candidature ${filed.filed.number}`, language: 'fr-FR' });
    const said = read.parts.map(({ role, text }) => `${role} ${text}`);
    expect(said).toEqual(expect.arrayContaining([`P ${SECRET}`, 'TH Déposé le', 'TD Statuts 2026', 'TH Avec', 'TD Les Voisins']));
    // Longer than its column: it goes on over the next line.
    expect(said.join().replaceAll(' ', '')).toContain(filed.filed.hash);
    expect(said.join()).not.toContain('Écrit après');
    const { body: archive } = await agent.http().get(`/api/applications/${id}/dossier.zip`).buffer().parse(bytesOf).expect(200);
    expect(Object.keys(await unzip(archive))).toEqual([`candidature-${filed.filed.number}.pdf`, 'pieces/01-statuts-2026.pdf']);
  });
});

describe('a place in no call', () => {
  test('is asked for directly: its owner reads the request as soon as it is filed', async () => {
    const siteId = await givenLot(t, owner, 'Maison du garde-barrière');
    const { id } = await begin({ siteId });
    const { body } = await write(id, { version: 1, answers: { projet: 'Un gîte', economique: ['oui'], duree: 36 } }).expect(200);
    await read(id, agent).expect(404);
    await send(id, body.version).expect(200);
    expect((await read(id, agent).expect(200)).body).toMatchObject({
      reader: 'owner',
      target: { kind: 'place', title: 'Maison du garde-barrière' },
    });
    const { body: requests } = await agent.http().get(`/api/organisations/${owner}/requests`).expect(200);
    expect(requests.items).toEqual([expect.objectContaining({ id, state: 'filed' })]);
    await stranger.http().get(`/api/organisations/${owner}/requests`).expect(403);
  });

  test('that is in a call is asked for through the call', async () => {
    const { places } = await call();
    const { body } = await editor.http().post('/api/applications').send({ organisationId: ess, siteId: places[0] }).expect(409);
    expect(body.code).toBe('place-not-on-offer');
  });
});

describe('the demonstration', () => {
  test('goes with the calls and files about it, and nothing else of them can be deleted', async () => {
    const { callId, places } = await call();
    const { id, version } = await whole(callId);
    await itIs(OPENS);
    await send(id, version).expect(200);
    await expect(t.db.query('delete from application_filing where application_id = $1', [id])).rejects.toThrow(/never changed/);
    await t.db.query('update site set demo = true where id = any($1)', [places]);
    await t.db.transaction((tx) => removeDemo(tx));
    await read(id).expect(404);
    await editor.http().get(`/api/calls/${callId}`).expect(404);
  });
});

describe('those who prepare a file', () => {
  test('of a call in two steps hear which one is extended, and nothing more once nothing can be filed, but its end', async () => {
    const two = { firstStep: { questions: ['ess', 'jauge'], documents: [] }, firstClosesAt: '2026-12-10' };
    const { callId } = await call(1, two);
    await outline(callId);
    await t.runJobs();
    const reason = 'La neige a retardé les visites.';
    const follow = { about: 'call', subject: callId, frequency: 'at_once' };
    for (const person of [editor, stranger]) await person.http().post('/api/me/follows').send(follow).expect(200);
    const told = async (template: string) => {
      for (let run = 0; run < 3; run += 1) await t.runJobs();
      return t.db.query(
        `select recipient, template_values as vals from outgoing_mail where template = $1 and template_values::text like '%' || $2 || '%' order by id`,
        [template, callId],
      );
    };
    const extend = (closesAt: string) =>
      agent.http().post(`/api/calls/${callId}/extend`).send({ closesAt, reason, step: 'second' }).expect(200);
    await t.runJobs();
    t.clock.advance({ minutes: 30 });
    await extend('2026-12-30');
    const letters = await told('call-changed-for-applicant');
    expect(letters).toHaveLength(2);
    expect(letters[0].vals).toMatchObject({ what: 'extended', step: 'second', closesAt: '2026-12-30T22:59:00.000Z' });
    expect(await told('follow-news')).toEqual([
      {
        recipient: stranger.email,
        vals: expect.objectContaining({
          items: [
            expect.objectContaining({ kind: 'call_extended', step: 'second', closesAt: expect.stringContaining('2026-12-30T22:59') }),
          ],
        }),
      },
    ]);
    await itIs('2026-12-11T08:00:00Z');
    await extend('2027-01-10');
    expect(await told('call-changed-for-applicant')).toHaveLength(2);
    await agent.http().post(`/api/calls/${callId}/cancel`).send({ reason }).expect(200);
    expect(await told('call-changed-for-applicant')).toHaveLength(4);
  });

  test('are told once of an extension, with its reason; reminded of drafts before the closing, and never after', async () => {
    const { callId } = await call();
    await whole(callId);
    await t.runJobs();
    const letters = (template: string) =>
      t.db.query(
        `select recipient, template_values as vals from outgoing_mail where template = $1 and template_values::text like '%' || $2 || '%'`,
        [template, template === 'call-changed-for-applicant' ? callId : 'mes-candidatures'],
      );
    const reason = 'La neige a retardé les visites.';
    await agent.http().post(`/api/calls/${callId}/extend`).send({ closesAt: '2026-12-24', reason }).expect(200);
    await t.runJobs();
    const told = await letters('call-changed-for-applicant');
    expect(told).toHaveLength(2);
    expect(told[0].vals).toMatchObject({ what: 'extended', reason, closesAt: '2026-12-24T22:59:00.000Z' });

    const remind = async (instant: string) => {
      await itIs(instant);
      await t.get(ApplicationPost).remind();
      await t.get(ApplicationPost).remind();
      const sent = await letters('application-draft-reminder');
      return sent.filter(({ vals }: { vals: { closesAt: string } }) => vals.closesAt === '2026-12-24T22:59:00.000Z').length;
    };
    expect(await remind('2026-12-21T08:00:00Z')).toBe(0);
    expect(await remind('2026-12-22T08:00:00Z')).toBe(2);
    expect(await remind('2026-12-24T08:00:00Z')).toBe(4);
    expect(await remind('2026-12-25T08:00:00Z')).toBe(4);
  });
});

describe('whatever anybody does, in whatever order', () => {
  const MOVES = [...new Set(APPLICATION_TRANSITIONS.map(({ action }) => action))].filter(
    (action) => !['file', 'amend', 'correct', 'withdraw', 'invite', 'leaveOut'].includes(action),
  );
  const ARROWS = new Set(APPLICATION_TRANSITIONS.flatMap(({ from, to }) => from.map((origin) => `${origin}>${to}`)));
  const SEALED: readonly ApplicationState[] = ['draft', 'withdrawn', 'obsolete'];
  const CALL_ARROWS = new Set(CALL_TRANSITIONS.flatMap(({ from, to }) => from.map((origin) => `${origin}>${to}`)));
  const someone = fc.constantFrom('agent', 'editor', 'coEditor', 'stranger');
  const step = fc.oneof(
    fc.record({
      what: fc.constantFrom('write', 'file', 'choose', 'announce', 'withdraw', 'criteria', 'extend', 'cancel', 'publish', 'unsuccessful'),
      by: someone,
    }),
    fc.record({ what: fc.constant('move' as const), action: fc.constantFrom<ApplicationAction>(...MOVES) }),
    fc.record({ what: fc.constant('later' as const), days: fc.constantFrom(1, 6, 15) }),
  );

  test('a file goes only along its table, criteria stay as they were published, and nobody but its sides reads it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), fc.boolean(), async (steps, inTwo) => {
        await itIs('2026-11-30T08:00:00Z');
        const two = { firstStep: { questions: ['ess', 'jauge'], documents: [] }, firstClosesAt: '2026-12-09' };
        const { callId } = await call(1, inTwo ? two : {});
        const { id } = inTwo ? await outline(callId) : await whole(callId);
        const criteria = async () => (await t.db.query('select form, grid, eligibility, first_step from call where id = $1', [callId]))[0];
        const published = await criteria();
        const people = () => ({ agent, editor, coEditor, stranger });
        const stored = async () => (await t.db.query('select state, version, number from application where id = $1', [id]))[0];
        const callState = async () => {
          const [row] = await t.db.query(
            'select state, opens_at as "opensAt", first_closes_at as "firstClosesAt", closes_at as "closesAt" from call where id = $1',
            [callId],
          );
          return callStateAt(row, t.clock.now());
        };
        for (const one of steps) {
          const [before, callBefore] = [await stored(), await callState()];
          if (one.what === 'later') await itIs(new Date(t.clock.now().getTime() + one.days * 86_400_000));
          else if (one.what === 'move')
            await t.db
              .transaction((tx) => t.get(ApplicationMoves).move(tx, null, { applicationId: id, action: one.action }))
              .catch(() => undefined);
          else {
            const http = people()[one.by].http();
            const reason = { reason: 'Une raison assez longue pour être lue.' };
            if (one.what === 'write')
              await http.patch(`/api/applications/${id}`).send({ version: before.version, answers: { jauge: steps.length } });
            if (one.what === 'file') await http.post(`/api/applications/${id}/file`).send({ version: before.version });
            if (one.what === 'choose')
              await http.post('/api/instruction/acts').send({ action: 'shortlist', ids: [id], choice: 'keep', ...reason });
            if (one.what === 'announce') await http.post(`/api/calls/${callId}/shortlist`).send({ keep: 1, leave: 0 });
            if (one.what === 'withdraw') await http.post(`/api/applications/${id}/withdraw`).send(reason);
            if (one.what === 'criteria')
              await http.patch(`/api/calls/${callId}`).send({ version: 2, grid: { scaleMax: 5, criteria: [], tieBreak: [] } });
            if (one.what === 'extend') await http.post(`/api/calls/${callId}/extend`).send({ closesAt: '2026-12-28', ...reason });
            if (one.what === 'cancel' || one.what === 'unsuccessful') await http.post(`/api/calls/${callId}/${one.what}`).send(reason);
            if (one.what === 'publish') await http.post(`/api/calls/${callId}/publish`).send({ version: 2 });
          }
          const after = await stored();
          if (before.state !== after.state) expect(ARROWS).toContain(`${before.state}>${after.state}`);
          const callAfter = await callState();
          // Only the hour passes over a state.
          if (one.what !== 'later' && callBefore !== callAfter) expect(CALL_ARROWS).toContain(`${callBefore}>${callAfter}`);
          if (one.what === 'file' && before.number === null && after.number !== null) expect(callBefore).toBe('open');
          if (before.state === 'invited' && after.state === 'filed') expect(callBefore).toBe('second_step');
          if (one.what === 'announce' && callAfter === 'second_step' && callBefore !== callAfter) expect(after.state).toBe('invited');
          expect(await criteria()).toEqual(published);
          await read(id, stranger).expect(404);
          const { status } = await read(id, agent);
          if (SEALED.includes(after.state) && after.number === null) expect(status).toBe(404);
          await read(id, coEditor).expect(200);
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
