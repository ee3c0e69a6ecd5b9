import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationPost } from '../../api/src/modules/applications/application-post.js';
import { Inbox } from '../../api/src/modules/inbox/inbox.js';
import { InboxLetters } from '../../api/src/modules/inbox/inbox-letters.js';
import { Teller } from '../../api/src/modules/notifications/telling/teller.js';
import { PersonalData } from '../../api/src/platform/privacy/personal-data.js';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { CLOSES, givenLot, givenPublishedCall, OPENS } from '../support/calls.js';
import { mailsTo } from '../support/mail.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const THING = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';
const OTHER = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e10';
const GOOD = { ess: ['oui'], jauge: 40, texte: 'Un café' };
let owner: string;
let ess: string;
let agent: Person;
let editor: Person;
let colleague: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
});
beforeEach(async () => {
  t.clock.set('2026-11-26T08:00:00Z');
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  ess = await givenOrganisation(t, { name: 'Les Clés de Douze' });
  agent = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'editor' }] });
  editor = await givenPerson(t, { name: 'Camille', memberOf: [{ organisationId: ess, role: 'editor' }] });
  colleague = await givenPerson(t, { name: 'Alex', memberOf: [{ organisationId: ess, role: 'administrator' }] });
});

async function itIs(instant: string | Date): Promise<void> {
  t.clock.set(instant);
  [agent, editor, colleague] = (await Promise.all([agent, editor, colleague].map((person) => signedInAgain(t, person)))) as [
    Person,
    Person,
    Person,
  ];
}
const tell = (person: Person, given: Partial<Parameters<Inbox['tell']>[1]> = {}) =>
  t.db.transaction((tx) =>
    t.get(Inbox).tell(tx, {
      kind: 'call_question_asked',
      accounts: [person.id],
      thing: { id: THING, name: 'La halle' },
      path: '/mes-appels',
      dedupeKey: `key-${Math.random()}`,
      ...given,
    }),
  );
const list = async (person: Person, query: object = {}) => (await person.http().get('/api/me/notifications').query(query).expect(200)).body;
const kinds = async (person: Person) => (await list(person)).items.map(({ kind }: { kind: string }) => kind);
const letters = (person: Person) => mailsTo(t, person.email).map(({ template }) => template);
const call = async () => givenPublishedCall(agent, owner, [await givenLot(t, owner, 'La halle')]);
const draftFor = async (callId: string) => {
  const { body } = await editor.http().post('/api/applications').send({ organisationId: ess, callId }).expect(201);
  return body.id as string;
};

describe('a notice', () => {
  test('is told once, on the site and by e-mail, and counts as unread until it is read', async () => {
    const told = { dedupeKey: 'once', accounts: [editor.id, editor.id, OTHER] };
    await tell(editor, told);
    await tell(editor, told);
    await t.runJobs();
    const { items, unread } = await list(editor);
    expect(unread).toBe(1);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'call_question_asked',
        title: 'La halle',
        text: 'Une question attend votre réponse publique.',
        path: '/mes-appels',
        count: 1,
        read: false,
      }),
    ]);
    const { body: english } = await editor.http().get('/api/me/notifications').set('Accept-Language', 'en').expect(200);
    expect(english.items[0].text).toBe('A question awaits your public answer.');
    expect(letters(editor)).toEqual(['inbox-news']);
    await colleague.http().post(`/api/me/notifications/${items[0].id}/read`).expect(404);
    expect((await editor.http().post(`/api/me/notifications/${items[0].id}/read`).expect(200)).body).toEqual({ unread: 0 });
    expect((await editor.http().get('/api/me/notifications/unread').expect(200)).body).toEqual({ unread: 0 });
    await t.http().get('/api/me/notifications').expect(401);
  });

  test('stands for those about the same thing that were not read, and leaves the others', async () => {
    await tell(editor);
    await tell(editor);
    await tell(editor, { thing: { id: OTHER, name: 'La gare' } });
    await tell(editor, { kind: 'request_received', facts: { who: 'Une coopérative' } });
    await tell(editor);
    const { items, unread } = await list(editor);
    expect(unread).toBe(3);
    expect(items.map(({ title, count }: { title: string; count: number }) => [title, count])).toEqual([
      ['La halle', 3],
      ['La halle', 1],
      ['La gare', 1],
    ]);
    const until = items[1].id;
    expect((await editor.http().post('/api/me/notifications/read').send({ until }).expect(200)).body).toEqual({ unread: 1 });
    const first = await list(editor, { limit: 2 });
    const second = await list(editor, { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ read }: { read: boolean }) => read)).toEqual([false, true, true]);
    expect(second.next).toBeNull();
  });

  test('comes in one letter with those that happened within ten minutes, without what was read meanwhile', async () => {
    await tell(editor);
    await t.runJobs();
    await tell(editor);
    await tell(editor);
    await tell(editor, { kind: 'request_received', thing: { id: OTHER, name: 'La gare' }, facts: { who: 'Une coopérative' } });
    await tell(editor, { kind: 'application_withdrawn', facts: { who: 'Lue avant' } });
    await editor
      .http()
      .post(`/api/me/notifications/${(await list(editor)).items[0].id}/read`)
      .expect(200);
    await t.runJobs();
    expect(letters(editor)).toHaveLength(1);
    t.clock.advance({ minutes: 11 });
    await t.get(InboxLetters).write(editor.id);
    await t.runJobs();
    const [last] = mailsTo(t, editor.email);
    expect(letters(editor)).toHaveLength(2);
    expect(last?.text).toContain('(3 fois)');
    expect(last?.text).toContain('Une coopérative demande ce lieu.');
    expect(last?.text).not.toContain('Lue avant');
  });
});

describe('how one is told', () => {
  test('is chosen kind by kind; a letter cannot be silenced and says so', async () => {
    const url = (kind: string) => `/api/me/notification-settings/${kind}`;
    await editor.http().put(url('call_question_asked')).send({ onSite: false, byEmail: true }).expect(200);
    const { body } = await editor.http().put(url('request_received')).send({ onSite: true, byEmail: false }).expect(200);
    expect(body.items).toContainEqual({
      kind: 'request_received',
      label: 'Demande reçue pour un de vos lieux',
      onSite: true,
      byEmail: false,
      canSilence: true,
    });
    expect(body.items).toContainEqual(expect.objectContaining({ kind: 'decision', onSite: true, byEmail: true, canSilence: false }));
    const refused = await editor.http().put(url('application_filed')).send({ onSite: false, byEmail: false }).expect(409);
    expect(refused.body.code).toBe('letter-not-silenced');
    await editor.http().put(url('unknown')).send({ onSite: false, byEmail: false }).expect(422);
    await tell(editor);
    await tell(editor, { kind: 'request_received' });
    await t.runJobs();
    expect(await kinds(editor)).toEqual(['request_received']);
    const [only, ...others] = mailsTo(t, editor.email);
    expect(others).toEqual([]);
    expect(only?.text).toContain('Une question attend');
    expect(only?.text).not.toContain('demande ce lieu');
  });

  test('ends by one press in the mail program, for the kind of the letter, and opening the link ends nothing', async () => {
    await tell(editor);
    await t.runJobs();
    const link = mailsTo(t, editor.email)[0]?.links.find((url) => url.includes('/api/unsubscribe/inbox/')) ?? '';
    const path = new URL(link).pathname;
    const { headers } = await t.http().get(path).redirects(0).expect(303);
    expect(headers['location']).toMatch(/^\/mes-notifications\/arreter#call_question_asked-/);
    const press = () => t.http().post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' });
    expect((await press().expect(200)).body).toEqual({ kinds: 1 });
    expect((await press().expect(200)).body).toEqual({ kinds: 0 });
    const forged = path.replace('call_question_asked', 'all');
    expect((await t.http().post(forged).expect(409)).body.code).toBe('link-not-valid');
    t.clock.advance({ minutes: 11 });
    await tell(editor);
    await tell(editor, { kind: 'request_received' });
    await t.runJobs();
    expect(mailsTo(t, editor.email)[0]?.text).not.toContain('Une question attend');
    expect(await kinds(editor)).toEqual(['request_received', 'call_question_asked']);
  });
});

describe('calls and files tell', () => {
  test('the owner of a question, and whoever asked of its answer, once however many ways it concerns them', async () => {
    const callId = await call();
    await draftFor(callId);
    const { body } = await editor.http().post(`/api/calls/${callId}/questions`).send({ question: 'Y a-t-il de l’eau ?' }).expect(201);
    expect(await kinds(agent)).toEqual(['call_question_asked']);
    const question = body.questions[0].id;
    const answer = { question: 'Y a-t-il de l’eau ?', answer: 'Oui.' };
    await agent.http().post(`/api/calls/${callId}/questions/${question}/answer`).send(answer).expect(200);
    await t.runJobs();
    expect(await kinds(editor)).toEqual(['call_question_answered']);
    expect(await kinds(colleague)).toEqual(['call_changed']);
    expect(letters(colleague)).toEqual(['call-changed-for-applicant']);
    expect(letters(editor)).toEqual(['inbox-news']);
  });

  test('those who follow a call and prepare a file for it in one letter, those who only follow in theirs', async () => {
    const callId = await call();
    await draftFor(callId);
    await t.runJobs();
    const follow = { about: 'call', subject: callId, frequency: 'at_once' };
    const resident = await givenPerson(t);
    for (const person of [editor, resident]) await person.http().post('/api/me/follows').send(follow).expect(200);
    t.clock.advance({ minutes: 11 });
    [agent] = [await signedInAgain(t, agent)];
    const extension = { closesAt: '2026-12-28', reason: 'La neige a retardé les visites.' };
    await agent.http().post(`/api/calls/${callId}/extend`).send(extension).expect(200);
    await t.runJobs();
    const [subscriber] = await t.db.query('select id from subscriber where account_id = $1', [editor.id]);
    await t.get(Teller).tell(subscriber.id, 'digest');
    await t.runJobs();
    expect(letters(editor)).toEqual(['call-changed-for-applicant']);
    expect(letters(resident)).toEqual(['follow-news']);
    expect((await list(editor)).items[0].text).toMatch(/prolongé au .*28 décembre 2026/);
  });

  test('of a receipt, a reminder, a withdrawal: those it concerns and nobody else', async () => {
    const callId = await call();
    const id = await draftFor(callId);
    await itIs(new Date(CLOSES.getTime() - 20 * 3_600_000));
    await t.get(ApplicationPost).remind();
    await t.get(ApplicationPost).remind();
    await t.runJobs();
    expect(await kinds(colleague)).toEqual(['application_draft_reminder']);
    expect(letters(colleague)).toEqual(['application-draft-reminder']);
    await itIs(new Date(OPENS.getTime() + 1));
    await editor.http().patch(`/api/applications/${id}`).send({ version: 1, answers: GOOD }).expect(200);
    await editor.http().post(`/api/applications/${id}/file`).send({ version: 2 }).expect(200);
    await t.runJobs();
    expect(letters(colleague)[0]).toBe('application-filed');
    expect(mailsTo(t, colleague.email)[0]?.text).not.toContain('/api/unsubscribe/');
    expect(await kinds(colleague)).toEqual(['application_filed', 'application_draft_reminder']);
    await editor.http().post(`/api/applications/${id}/withdraw`).send({ reason: 'Un lieu trouvé ailleurs' }).expect(200);
    expect(await kinds(colleague)).toEqual(['application_withdrawn', 'application_filed', 'application_draft_reminder']);
    // Sealed: the owner does not learn before the closing who had filed.
    expect(await kinds(agent)).toEqual([]);
  });
});

test('what one was told is in the export of one’s data, ends with the account, and is forgotten after a year', async () => {
  await tell(editor);
  await tell(colleague);
  await editor.http().put('/api/me/notification-settings/call_changed').send({ onSite: true, byEmail: false }).expect(200);
  const part = t
    .get(PersonalData)
    .all()
    .find(({ name }) => name === 'notifications');
  expect(await part?.export(t.db.manager, editor.id)).toMatchObject({
    notifications: [{ title: 'La halle' }],
    notificationSettings: [{ kind: 'call_changed' }],
  });
  await t.db.transaction(async (tx) => part?.erase?.(tx, editor.id));
  expect(await part?.export(t.db.manager, editor.id)).toEqual({ notifications: [], notificationSettings: [] });
  t.clock.advance({ days: 366 });
  await t.get(Retention).apply();
  expect(await part?.export(t.db.manager, colleague.id)).toMatchObject({ notifications: [] });
});
