import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationPost } from '../../api/src/modules/applications/application-post.js';
import { ApplicationCorrections } from '../../api/src/modules/applications/application-corrections.service.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { OpinionsService } from '../../api/src/modules/instruction/opinions/opinions.service.js';
import { givenLot, givenPublishedCall } from '../support/calls.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { actsOn } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const WHILE_OPEN = '2026-12-02T08:00:00Z';
const AFTER = '2026-12-21T08:00:00Z';
const GOOD = { ess: ['oui'], jauge: 40, texte: 'Un atelier ouvert à tous' };
let owner: string;
let agent: Person;
let colleague: Person;
let reader: Person;
let reviewer: Person;
let applicants: { readonly organisation: string; editor: Person }[];

async function itIs(instant: string | Date): Promise<void> {
  t.clock.set(instant);
  [agent, colleague, reader, reviewer] = (await Promise.all(
    [agent, colleague, reader, reviewer].map((person) => signedInAgain(t, person)),
  )) as [Person, Person, Person, Person];
  for (const applicant of applicants) applicant.editor = await signedInAgain(t, applicant.editor);
}

beforeAll(async () => {
  await givenTerritories(t.db);
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  const member = (name: string, role: 'editor' | 'reader' | 'reviewer') =>
    givenPerson(t, { name, memberOf: [{ organisationId: owner, role }] });
  agent = await member('Agnès', 'editor');
  colleague = await member('Bruno', 'editor');
  reader = await member('Lise', 'reader');
  reviewer = await member('René', 'reviewer');
  applicants = [];
  for (const name of ['Éclats', 'Bois vif', 'Cuisine']) {
    const organisation = await givenOrganisation(t, { name });
    applicants.push({ organisation, editor: await givenPerson(t, { name, memberOf: [{ organisationId: organisation, role: 'editor' }] }) });
  }
});
beforeEach(() => itIs('2026-11-26T08:00:00Z'));

/** A closed call and the files filed to it, one by applicant. */
async function closedCall(count = 1, changes: object = {}) {
  const places = [await givenLot(t, owner, 'Halle'), await givenLot(t, owner, 'Bureau')];
  const callId = await givenPublishedCall(agent, owner, places, changes);
  await itIs(WHILE_OPEN);
  const ids: string[] = [];
  for (const { organisation, editor } of applicants.slice(0, count)) {
    const begun = await editor.http().post('/api/applications').send({ organisationId: organisation, callId }).expect(201);
    const body = { version: 1, answers: GOOD, lots: places.slice(0, 1 + (ids.length % 2)) };
    const { body: written } = await editor.http().patch(`/api/applications/${begun.body.id}`).send(body).expect(200);
    await editor.http().post(`/api/applications/${begun.body.id}/file`).send({ version: written.version }).expect(200);
    ids.push(begun.body.id);
  }
  await itIs(AFTER);
  return { callId, places, ids: ids as [string, ...string[]] };
}
const list = (callId: string, query: object = {}, by = agent) => by.http().get(`/api/calls/${callId}/instruction`).query(query);
const see = (id: string, by = agent) => by.http().get(`/api/instruction/${id}`);
const post = (id: string, path: string, body: object = {}, by = agent) => by.http().post(`/api/instruction/${id}/${path}`).send(body);
const tick = (id: string, lines: readonly object[], by = agent) => by.http().put(`/api/instruction/${id}/checks`).send({ lines });
const act = (body: object, by = agent) => by.http().post('/api/instruction/acts').send(body);
const undo = (acts: readonly string[], by = agent) => by.http().post('/api/instruction/acts/undo').send({ acts });
const settings = async () => (await agent.http().get(`/api/organisations/${owner}/instruction-settings`).expect(200)).body;
const ASKED = {
  dueAt: '2027-01-05',
  reason: 'Votre texte ne dit rien des horaires.',
  items: [{ field: 'texte', fault: 'incomplete', note: 'Les horaires' }],
};
const KEYS = ['eligibility:ess', 'document:statuts', 'complete', 'lots'];
const all = (verdict: string, version = 0) => KEYS.map((criterion) => ({ criterion, version, verdict }));
const mails = async (template: string, about: string) =>
  (
    await t.db.query(
      `select template_values as values from outgoing_mail where template = $1 and template_values::text like '%' || $2 || '%' order by id`,
      [template, about],
    )
  ).map(({ values }: { values: object }) => values);

describe('a call in two steps', () => {
  const FIRST = { ess: ['oui'], jauge: 40 };
  const BETWEEN = '2026-12-11T08:00:00Z';
  const TWO = { firstStep: { questions: ['ess', 'jauge'], documents: [] }, firstClosesAt: '2026-12-10' };
  const WHY = 'Un projet utile au quartier, déjà bien préparé.';
  const FIX = { ...ASKED, dueAt: '2026-12-13', items: [{ field: 'jauge', fault: 'incorrect', note: null }] };
  const file = (id: string, version: number, { editor } = applicants[0]!) =>
    editor.http().post(`/api/applications/${id}/file`).send({ version });
  const dossier = async (id: string, { editor } = applicants[0]!) => (await editor.http().get(`/api/applications/${id}`).expect(200)).body;
  const write = (id: string, version: number, answers: object, { editor } = applicants[0]!) =>
    editor.http().patch(`/api/applications/${id}`).send({ version, answers });
  const shortlist = (ids: readonly string[], choice: string, by = agent) => act({ action: 'shortlist', ids, choice, reason: WHY }, by);
  const announce = (callId: string, keep: number, leave: number, by = agent) =>
    by.http().post(`/api/calls/${callId}/shortlist`).send({ keep, leave });

  /** The first step is over, and three outlines were filed. */
  async function outlines() {
    const places = [await givenLot(t, owner, 'Halle')];
    const callId = await givenPublishedCall(agent, owner, places, TWO);
    await itIs(WHILE_OPEN);
    const ids: string[] = [];
    for (const applicant of applicants) {
      const http = applicant.editor.http();
      const { body } = await http.post('/api/applications').send({ organisationId: applicant.organisation, callId }).expect(201);
      const written = await write(body.id, 1, FIRST, applicant).expect(200);
      await file(body.id, written.body.version, applicant).expect(200);
      ids.push(body.id);
    }
    return { callId, ids: ids as [string, string, string] };
  }
  /** And two of them go on. */
  async function invited() {
    const begun = await outlines();
    await itIs(BETWEEN);
    await shortlist(begun.ids.slice(0, 2), 'keep').expect(200);
    await shortlist(begun.ids.slice(2), 'leave').expect(200);
    await announce(begun.callId, 2, 1).expect(200);
    return begun;
  }

  test('asks first for the outline alone, and receives it until the first closing', async () => {
    const { callId, ids } = await outlines();
    const outline = await dossier(ids[0]);
    expect(outline).toMatchObject({
      state: 'filed',
      target: { step: 'first', closesAt: '2026-12-10T22:59:00.000Z', secondClosesAt: '2026-12-20T22:59:00.000Z' },
      shown: ['ess', 'jauge'],
      percent: 100,
      filed: { sequence: 1, current: true },
    });
    expect((await write(ids[0], outline.version, { texte: 'Trop tôt' }).expect(422)).body.errors[0].pointer).toBe('/answers/texte');
    expect((await list(callId).expect(200)).body).toMatchObject({ sealed: true, items: [] });
    expect((await shortlist([ids[0]], 'keep').expect(200)).body.items[0].code).toBe('not-found');
    await itIs('2026-12-10T22:58:59.999Z');
    const amended = await write(ids[0], outline.version, { jauge: 50 }).expect(200);
    await file(ids[0], amended.body.version).expect(200);
    await itIs('2026-12-10T22:59:00Z');
    expect((await write(ids[0], amended.body.version, { jauge: 60 }).expect(409)).body.code).toBe('application-late');
    const { organisation, editor } = applicants[0]!;
    expect((await editor.http().post('/api/applications').send({ organisationId: organisation, callId }).expect(409)).body.code).toBe(
      'call-ended',
    );
  });

  test('is shortlisted file by file among agents, undone while nothing is told, and announced to all at once', async () => {
    const { callId, ids } = await outlines();
    await itIs(BETWEEN);
    const view = async () => (await agent.http().get(`/api/calls/${callId}/shortlist`).expect(200)).body;
    expect((await announce(callId, 0, 0).expect(409)).body.code).toBe('shortlist-undecided');
    const kept = (await shortlist(ids, 'keep').expect(200)).body.items;
    expect(kept.map(({ code }: { code: string }) => code)).toEqual([null, null, null]);
    await undo([kept[2].act]).expect(200);
    expect(await view()).toMatchObject({
      callState: 'shortlisting',
      keep: 2,
      leave: 0,
      undecided: 1,
      actions: { announceShortlist: 'shortlist-undecided' },
    });
    await shortlist([ids[2]], 'leave', colleague).expect(200);
    expect((await shortlist([ids[2]], 'leave').expect(200)).body.items[0]).toMatchObject({ act: null, code: null });
    expect((await list(callId).expect(200)).body.items.map(({ shortlist: one }: { shortlist: { choice: string } }) => one.choice)).toEqual([
      'keep',
      'keep',
      'leave',
    ]);
    // Nothing of it shows before it is announced.
    expect(await dossier(ids[2], applicants[2])).toMatchObject({ state: 'filed', reason: null });
    await reader.http().get(`/api/calls/${callId}/shortlist`).expect(200);
    await announce(callId, 2, 1, reader).expect(403);
    await applicants[0]!.editor.http().get(`/api/calls/${callId}/shortlist`).expect(403);
    expect((await announce(callId, 3, 0).expect(409)).body.code).toBe('changed-meanwhile');
    expect((await announce(callId, 2, 1).expect(200)).body).toMatchObject({
      callState: 'second_step',
      keep: 0,
      announcedAt: '2026-12-11T08:00:00.000Z',
    });
    expect((await announce(callId, 2, 1).expect(409)).body.code).toBe('call-state-forbids');
    expect((await undo([kept[0].act]).expect(200)).body.items[0].code).toBe('instruction-undo-too-late');
    expect((await t.http().get(`/api/calls/${callId}`).expect(200)).body).toMatchObject({
      state: 'second_step',
      shortlist: { at: '2026-12-11T08:00:00.000Z', files: 3, kept: 2 },
    });
    expect(await mails('shortlist-told', ids[2])).toEqual([expect.objectContaining({ outcome: 'leave', reason: WHY })]);
    expect(await mails('shortlist-told', ids[0])).toEqual([
      expect.objectContaining({ outcome: 'keep', closesAt: '2026-12-20T22:59:00.000Z' }),
    ]);
    const acts = await t.db.query(`select action from journal_act where thing_id = any($1) order by seq`, [[callId, ...ids]]);
    expect(acts.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['invite-application', 'leave-out-application', 'announce-shortlist-call', 'shortlist-instruction']),
    );
  });

  test('waits for its corrections, leaves a week to write the whole file, and needs somebody to go on', async () => {
    const { callId, ids } = await outlines();
    await itIs(BETWEEN);
    await shortlist(ids, 'leave').expect(200);
    expect((await announce(callId, 0, 3).expect(409)).body.code).toBe('shortlist-empty');
    await shortlist(ids.slice(0, 1), 'keep').expect(200);
    await post(ids[1], 'correction', FIX).expect(200);
    expect((await shortlist([ids[1]], 'keep').expect(200)).body.items[0].code).toBe('correction-under-way');
    expect((await announce(callId, 1, 2).expect(409)).body.code).toBe('correction-under-way');
    await post(ids[1], 'correction/end', { reason: 'Nous avons trouvé la réponse.' }).expect(200);
    expect((await announce(callId, 1, 1).expect(409)).body.code).toBe('shortlist-undecided');
    await shortlist([ids[1]], 'leave').expect(200);
    await itIs('2026-12-14T08:00:00Z');
    expect((await announce(callId, 1, 2).expect(409)).body.code).toBe('shortlist-closing-too-soon');
    await agent
      .http()
      .post(`/api/calls/${callId}/extend`)
      .send({ closesAt: '2026-12-31', reason: 'La lecture a duré plus que prévu.' })
      .expect(200);
    await announce(callId, 1, 2).expect(200);
  });

  test('forgets a choice when a correction is asked, and has it again once the act that took it away is undone', async () => {
    const { callId, ids } = await outlines();
    await itIs(BETWEEN);
    const choices = async () => (await list(callId).expect(200)).body.items.map(({ shortlist: one }: { shortlist: object | null }) => one);
    const actsDone = ({ body }: { body: { items: { act: string }[] } }) => body.items.map(({ act: done }) => done);
    const kept = { choice: 'keep', reason: WHY };
    await shortlist(ids, 'keep').expect(200);
    const mistaken = await act({ action: 'shortlist', ids, choice: 'leave', reason: 'Un budget trop incertain.' }, colleague).expect(200);
    await undo(actsDone(mistaken)).expect(200);
    expect(await choices()).toEqual([kept, kept, kept]);
    const asked = await act({ action: 'requestCorrection', ids: [ids[1]], ...FIX }).expect(200);
    expect(await choices()).toEqual([kept, null, kept]);
    await undo(actsDone(asked)).expect(200);
    expect(await choices()).toEqual([kept, kept, kept]);
    await post(ids[1], 'correction', FIX).expect(200);
    const { version } = await dossier(ids[1], applicants[1]);
    const corrected = await write(ids[1], version, { jauge: 80 }, applicants[1]).expect(200);
    await file(ids[1], corrected.body.version, applicants[1]).expect(200);
    expect((await announce(callId, 2, 0).expect(409)).body.facts).toMatchObject({ undecided: 1 });
    expect(JSON.stringify(await actsOn(t, ids[1]))).not.toContain(WHY);
  });

  test('an agent learns nothing of second filings before their closing', async () => {
    const { callId, ids } = await outlines();
    await itIs(BETWEEN);
    await post(ids[0], 'correction', FIX).expect(200);
    const before = await dossier(ids[0]);
    await file(ids[0], (await write(ids[0], before.version, { jauge: 45 }).expect(200)).body.version).expect(200);
    const ticked = ['eligibility:ess', 'complete', 'lots'].map((criterion) => ({ criterion, version: 0, verdict: 'yes' }));
    for (const id of ids.slice(0, 2)) await tick(id, ticked).expect(200);
    const line = async () => (await list(callId).expect(200)).body.items[0];
    expect(await line()).toMatchObject({ state: 'filed', isCorrected: true, check: 'passes' });
    await shortlist(ids.slice(0, 2), 'keep').expect(200);
    await shortlist(ids.slice(2), 'leave').expect(200);
    await announce(callId, 2, 1).expect(200);
    await t.runJobs();
    await itIs('2026-12-12T08:00:00Z');

    // All that an agent reads, but how many are still being written.
    const read = async () => {
      const bodies = await Promise.all(
        [
          `/calls/${callId}/instruction?sort=number`,
          `/calls/${callId}/instruction?sort=waiting`,
          `/calls/${callId}/instruction?sort=filed`,
          `/calls/${callId}/applications`,
          ...ids.flatMap((id) => [`/instruction/${id}`, `/applications/${id}`]),
        ].map(async (path) => (await agent.http().get(`/api${path}`).expect(200)).body),
      );
      return bodies.map((body) => ({ ...body, drafts: null }));
    };
    const sealed = await read();
    expect(sealed[0].items[0]).toMatchObject({ state: 'invited', isCorrected: false, ticked: 0, check: 'started' });
    expect(sealed[3].items[0]).toMatchObject({ state: 'invited', percent: 100, updatedAt: expect.stringContaining('2026-12-11T08:00:00') });
    expect(sealed[4]).toMatchObject({ state: 'invited', reason: WHY });
    for (const [index, id] of ids.slice(0, 2).entries()) {
      const applicant = applicants[index]!;
      const { version } = await dossier(id, applicant);
      const written = await write(id, version, { texte: 'Le dossier complet' }, applicant).expect(200);
      await file(id, written.body.version, applicant).expect(200);
      await t.runJobs();
      expect(await read()).toEqual(sealed);
      const amended = await write(id, written.body.version, { ess: ['oui'], jauge: 90 }, applicant).expect(200);
      await file(id, amended.body.version, applicant).expect(200);
      await t.runJobs();
      expect(await read()).toEqual(sealed);
    }
    await applicants[1]!.editor.http().post(`/api/applications/${ids[1]}/withdraw`).send({ reason: 'Un lieu trouvé' }).expect(200);
    const withdrawn = (await see(ids[1]).expect(200)).body;
    expect(withdrawn).toMatchObject({ state: 'withdrawn', sequence: 1 });
    expect(withdrawn.history.slice(0, 2)).toMatchObject([{ action: 'withdraw', fromState: 'invited' }, { action: 'invite' }]);

    await itIs(AFTER);
    const opened = (await see(ids[0]).expect(200)).body;
    expect(opened).toMatchObject({ state: 'filed', reason: null, sequence: 4 });
    expect(opened.history.slice(0, 3).map(({ action }: { action: string }) => action)).toEqual(['amend', 'file', 'invite']);
    expect(opened.criteria.map(({ verdict }: { verdict: string | null }) => verdict)).toEqual(['to_check', null, 'to_check', 'to_check']);
    // A correction of the outline says nothing of the whole file.
    expect(await line()).toMatchObject({ state: 'filed', isCorrected: false });
    expect((await agent.http().get(`/api/organisations/${owner}/owner-desk`).expect(200)).body.items).toContainEqual(
      expect.objectContaining({ applicationId: ids[0], kind: 'to_check' }),
    );
  });

  test('lets those who are shortlisted file the whole dossier, which stays sealed until the second closing', async () => {
    const { callId, ids } = await invited();
    const whole = await dossier(ids[0]);
    expect(whole).toMatchObject({
      state: 'invited',
      reason: WHY,
      target: { step: 'second', callState: 'second_step', closesAt: '2026-12-20T22:59:00.000Z' },
      answers: FIRST,
      shown: ['ess', 'jauge', 'texte', 'budget', 'piece-statuts'],
      filed: { sequence: 1, current: false },
      actions: { fileApplication: 'application-incomplete' },
    });
    const written = await write(ids[0], whole.version, { texte: 'Le dossier complet' }).expect(200);
    expect((await file(ids[0], written.body.version).expect(200)).body).toMatchObject({
      state: 'filed',
      filed: { sequence: 2, number: whole.filed.number },
    });
    expect(await mails('application-filed', ids[0])).toEqual([
      expect.objectContaining({ step: 'first', isFirst: true }),
      expect.objectContaining({ step: 'second', isFirst: true, sequence: 2 }),
    ]);
    // The owner reads the outline alone, whether or not something was filed since.
    const lineOf = async () => (await list(callId).expect(200)).body.items.find(({ id }: { id: string }) => id === ids[0]);
    await agent.http().put(`/api/instruction/${ids[0]}/read`).expect(200);
    expect(await lineOf()).toMatchObject({ sequence: 1, isUnread: false });
    const { body: listed } = await list(callId).expect(200);
    expect(listed.items.map(({ state, sequence }: { state: string; sequence: number }) => [state, sequence])).toEqual([
      ['invited', 1],
      ['invited', 1],
      ['not_shortlisted', 1],
    ]);
    expect(listed).toMatchObject({
      drafts: 1,
      counts: [
        { state: 'invited', count: 2 },
        { state: 'not_shortlisted', count: 1 },
      ],
    });
    const seen = (await agent.http().get(`/api/applications/${ids[0]}`).expect(200)).body;
    expect(seen).toMatchObject({ reader: 'owner', state: 'invited', answers: FIRST, filed: { sequence: 1 } });
    expect(JSON.stringify(seen)).not.toContain('Le dossier complet');
    expect((await post(ids[0], 'admission').expect(409)).body.code).toBe('application-state-forbids');
    expect((await post(ids[0], 'correction', ASKED).expect(409)).body.code).toBe('application-state-forbids');
    const review = () => agent.http().post(`/api/calls/${callId}/review`).send({ mode: 'simple', quorum: 1, dueOn: '2027-01-15' });
    expect((await review().expect(409)).body.code).toBe('call-state-forbids');
    await itIs(AFTER);
    expect((await agent.http().get(`/api/applications/${ids[0]}`).expect(200)).body).toMatchObject({
      state: 'filed',
      filed: { sequence: 2 },
    });
    // What the agent had read was the outline.
    expect(await lineOf()).toMatchObject({ sequence: 2, isUnread: true });
    await tick(ids[0], all('yes')).expect(200);
    await post(ids[0], 'admission').expect(200);
    expect((await review().expect(201)).body.applications).toHaveLength(1);
  });

  test('is late for the second filing as for the first, and closed to those who were not shortlisted', async () => {
    const { callId, ids } = await invited();
    const left = await dossier(ids[2], applicants[2]);
    expect(left).toMatchObject({ state: 'not_shortlisted', reason: WHY, actions: { updateApplication: 'application-not-shortlisted' } });
    expect((await write(ids[2], left.version, { jauge: 1 }, applicants[2]).expect(409)).body.code).toBe('application-not-shortlisted');
    expect((await file(ids[2], left.version, applicants[2]).expect(409)).body.code).toBe('application-not-shortlisted');
    await itIs('2026-12-19T08:00:00Z');
    await t.get(ApplicationPost).remind();
    await t.get(ApplicationPost).remind();
    const reminded = await t.db.query(
      `select recipient from outgoing_mail where template = 'application-draft-reminder' and created_at >= $1`,
      [t.clock.now()],
    );
    expect(reminded).toEqual(expect.arrayContaining([{ recipient: applicants[1]!.editor.email }]));
    expect((await applicants[1]!.editor.http().get('/api/me/desk').expect(200)).body.items).toContainEqual(
      expect.objectContaining({ waits: ['file'], deadline: '2026-12-20T22:59:00.000Z' }),
    );
    await itIs('2026-12-20T22:59:00Z');
    const { version } = await dossier(ids[1], applicants[1]);
    const written = await write(ids[1], version, { texte: 'Gardé' }, applicants[1]).expect(200);
    expect((await file(ids[1], written.body.version, applicants[1]).expect(409)).body.code).toBe('application-late');
    expect((await dossier(ids[1], applicants[1])).answers.texte).toBe('Gardé');
    expect((await t.http().get(`/api/calls/${callId}`).expect(200)).body.state).toBe('closed');
  });
});

describe('the list', () => {
  test('is sealed until the call closes, then the agents’ alone: nor reviewers’, nor strangers’', async () => {
    const { callId, ids } = await closedCall(1);
    await itIs(WHILE_OPEN);
    expect((await list(callId).expect(200)).body).toMatchObject({ sealed: true, items: [], counts: [] });
    await see(ids[0]).expect(404);
    await itIs(AFTER);
    const { body } = await list(callId).expect(200);
    expect(body).toMatchObject({ sealed: false, counts: [{ state: 'filed', count: 1 }], unread: 1, mine: 0, drafts: 0 });
    expect(body.items[0]).toMatchObject({
      organisation: { name: 'Éclats' },
      lots: [{ name: 'Halle' }],
      check: 'untouched',
      asked: 4,
      ticked: 0,
      isUnread: true,
    });
    await list(callId, {}, reader).expect(200);
    await list(callId, {}, reviewer).expect(403);
    await list(callId, {}, applicants[0]!.editor).expect(403);
    await see(ids[0], applicants[0]!.editor).expect(404);
    await see(ids[0], reviewer).expect(403);
  });

  test('is filtered, sorted and read page by page; what was read is unread again once filed again', async () => {
    const { callId, places, ids } = await closedCall(3);
    await agent.http().put(`/api/instruction/${ids[0]}/read`).expect(200);
    await tick(ids[1]!, [{ criterion: 'lots', version: 0, verdict: 'no', note: 'Un seul lieu convient' }]).expect(200);
    await act({ action: 'assign', ids: [ids[2]], agents: [colleague.id] }).expect(200);
    const found = async (query: object, by = agent) =>
      (await list(callId, query, by).expect(200)).body.items.map(({ id }: { id: string }) => ids.indexOf(id));
    expect(await found({ unread: 'true' })).toEqual([1, 2]);
    expect(await found({ check: 'fails' })).toEqual([1]);
    expect(await found({ assigned: 'nobody' })).toEqual([0, 1]);
    expect(await found({ assigned: colleague.id })).toEqual([2]);
    expect(await found({ assigned: 'me' }, colleague)).toEqual([2]);
    expect(await found({ lot: places[1] })).toEqual([1]);
    expect(await found({ q: 'eclats' })).toEqual([0]);
    expect(await found({ q: '100%' })).toEqual([]);
    expect(await found({ state: 'admissible' })).toEqual([]);
    expect(await found({ sort: 'organisation' })).toEqual([1, 2, 0]);
    const first = (await list(callId, { sort: 'organisation', limit: 2 }).expect(200)).body;
    expect(first.items).toHaveLength(2);
    expect(await found({ sort: 'organisation', limit: 2, cursor: first.next })).toEqual([0]);
    await list(callId, { sort: 'age' }).expect(422);
    const file = await agent.http().get(`/api/calls/${callId}/instruction/export`).query({ sort: 'organisation' }).expect(200);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(
      file.text
        .split('\r\n')
        .slice(1, 4)
        .map((line: string) => line.split(';')[1]),
    ).toEqual(['Bois vif', 'Cuisine', 'Éclats']);
  });

  test('of direct requests holds those for the places of the organisation', async () => {
    const site = await givenLot(t, owner, 'Quai');
    const { organisation, editor } = applicants[0]!;
    const { body } = await editor.http().post('/api/applications').send({ organisationId: organisation, siteId: site }).expect(201);
    const needed = body.form
      .flatMap(({ questions }: { questions: { id: string; kind: string; required: boolean; options?: { id: string }[] }[] }) => questions)
      .filter(({ required }: { required: boolean }) => required);
    const answers = Object.fromEntries(
      needed.map(({ id, kind, options }: { id: string; kind: string; options?: { id: string }[] }) => [
        id,
        kind === 'choice'
          ? [options?.[0]?.id]
          : kind === 'number'
            ? 12
            : kind === 'calendar'
              ? [{ label: 'Ouverture', from: '2027-05-01' }]
              : 'Un atelier',
      ]),
    );
    const written = await editor.http().patch(`/api/applications/${body.id}`).send({ version: 1, answers }).expect(200);
    await editor.http().post(`/api/applications/${body.id}/file`).send({ version: written.body.version }).expect(200);
    const requests = await agent.http().get(`/api/organisations/${owner}/instruction`).expect(200);
    expect(requests.body).toMatchObject({ title: 'Ville de Langres', items: [expect.objectContaining({ id: body.id, asked: 1 })] });
    await agent.http().get(`/api/organisations/${owner}/instruction/export`).expect(200);
    await editor.http().get(`/api/organisations/${owner}/instruction`).expect(403);
  });
});

describe('the check of admissibility', () => {
  test('is derived from the call, ticked line by line, and two agents never overwrite each other', async () => {
    const { ids } = await closedCall(1);
    const { body } = await see(ids[0]).expect(200);
    expect(body.criteria.map(({ key, computed }: { key: string; computed: string }) => [key, computed])).toEqual([
      ['eligibility:ess', 'met'],
      ['document:statuts', 'not_concerned'],
      ['complete', 'met'],
      ['lots', 'met'],
    ]);
    await tick(ids[0], [{ criterion: 'complete', version: 0, verdict: 'yes', note: null }]).expect(200);
    await tick(ids[0], [{ criterion: 'lots', version: 0, verdict: 'no', note: 'Un seul' }], colleague).expect(200);
    const crossed = await tick(ids[0], [
      { criterion: 'lots', version: 0, verdict: 'yes' },
      { criterion: 'complete', version: 1, verdict: 'no' },
    ]).expect(409);
    expect(crossed.body).toMatchObject({ code: 'changed-meanwhile', facts: { criteria: ['lots'] } });
    const read = (await see(ids[0]).expect(200)).body;
    expect(read.criteria).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'complete', verdict: 'yes', who: 'Agnès' }),
        expect.objectContaining({ key: 'lots', verdict: 'no', note: 'Un seul', who: 'Bruno' }),
      ]),
    );
    expect(read.standing).toBe('fails');
    await tick(ids[0], [{ criterion: 'own:01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f', version: 0, verdict: 'yes' }]).expect(422);
    await tick(ids[0], [{ criterion: 'lots', version: 1, verdict: 'yes' }], reader).expect(403);
  });

  test('admits once every line is ticked “yes”, those an agent added too, and tells the applicant', async () => {
    const { ids } = await closedCall(1);
    await tick(ids[0], all('yes')).expect(200);
    const added = await post(ids[0], 'criteria', { label: 'Assurance du lieu' }).expect(201);
    const own = added.body.criteria.at(-1);
    expect(own).toMatchObject({ kind: 'own', label: 'Assurance du lieu', verdict: null });
    const refused = await post(ids[0], 'admission').expect(409);
    expect(refused.body).toMatchObject({ code: 'admission-unchecked', facts: { criteria: [own.key] } });
    await tick(ids[0], [{ criterion: own.key, version: 0, verdict: 'yes' }]).expect(200);
    const { body } = await post(ids[0], 'admission').expect(200);
    expect(body).toMatchObject({
      state: 'admissible',
      standing: 'passes',
      actions: { writeChecks: 'application-state-forbids', takeBackAdmission: null },
    });
    expect(await mails('admission-told', ids[0])).toEqual([expect.objectContaining({ outcome: 'admitted', reason: null })]);
    expect((await actsOn(t, ids[0])).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['check-instruction', 'add-criterion-instruction', 'admit-application']),
    );
    const back = await post(ids[0], 'admission/take-back', { reason: 'Une pièce nous avait échappé.' }, colleague).expect(200);
    expect(back.body.state).toBe('filed');
    const removed = await agent
      .http()
      .delete(`/api/instruction/${ids[0]}/criteria/${own.key.slice(4)}`)
      .expect(200);
    expect(removed.body.criteria).toHaveLength(4);
  });

  test('refuses by naming criteria ticked “no”, with a reason that the applicant reads', async () => {
    const { ids } = await closedCall(1);
    await tick(ids[0], [{ criterion: 'eligibility:ess', version: 0, verdict: 'no', note: 'Statuts de SARL' }]).expect(200);
    const named = { reason: 'Vos statuts ne sont pas ceux d’une structure de l’ESS.', criteria: ['complete'] };
    expect((await post(ids[0], 'refusal', named).expect(409)).body.code).toBe('refusal-names-nothing');
    await post(ids[0], 'refusal', { ...named, criteria: ['eligibility:ess'], reason: '' }).expect(422);
    const { body } = await post(ids[0], 'refusal', { ...named, criteria: ['eligibility:ess'] }).expect(200);
    expect(body).toMatchObject({ state: 'inadmissible', reason: named.reason });
    expect(await mails('admission-told', ids[0])).toEqual([
      expect.objectContaining({
        outcome: 'refused',
        reason: named.reason,
        criteria: [{ kind: 'other', label: 'L’appel est réservé aux structures de l’ESS.' }],
      }),
    ]);
    const theirs = await applicants[0]!.editor.http().get(`/api/applications/${ids[0]}/history`).expect(200);
    expect(JSON.stringify(theirs.body)).not.toContain('SARL');
    expect(theirs.body.items[0]).toMatchObject({ action: 'refuseAdmission', reason: named.reason });
  });

  test('is never made by a member of the organisation that applies', async () => {
    const { ids } = await closedCall(1);
    const both = await givenPerson(t, {
      memberOf: [
        { organisationId: owner, role: 'editor' },
        { organisationId: applicants[0]!.organisation, role: 'reader' },
      ],
    });
    expect((await tick(ids[0], all('yes'), both).expect(409)).body.code).toBe('own-application');
    expect((await see(ids[0], both).expect(200)).body.actions.writeChecks).toBe('own-application');
  });
});

describe('a correction', () => {
  const editor = () => applicants[0]!.editor;
  const theirs = async (id: string) => (await editor().http().get(`/api/applications/${id}`).expect(200)).body;
  const write = (id: string, version: number, answers: object) =>
    editor().http().patch(`/api/applications/${id}`).send({ version, answers });

  test('opens again what it names and nothing else, until its end; what is filed is examined again where it changed', async () => {
    const { ids } = await closedCall(1);
    await tick(ids[0], all('yes')).expect(200);
    const asked = await post(ids[0], 'correction', ASKED).expect(200);
    expect(asked.body).toMatchObject({
      state: 'correction_requested',
      corrections: [{ outcome: null, askedBy: 'Agnès', items: [{ field: 'texte', label: 'Que ferez-vous ?' }] }],
      actions: { admitApplication: 'correction-under-way', refuseAdmission: 'correction-under-way', endCorrection: null },
    });
    expect((await post(ids[0], 'correction', ASKED, colleague).expect(409)).body.code).toBe('correction-under-way');
    expect(await mails('correction-asked', ids[0])).toEqual([
      expect.objectContaining({ reason: ASKED.reason, items: [{ label: 'Que ferez-vous ?', fault: 'incomplete', note: 'Les horaires' }] }),
    ]);
    const before = await theirs(ids[0]);
    expect(before).toMatchObject({
      correction: { open: ['texte'], dueAt: '2027-01-05T22:59:00.000Z' },
      actions: { updateApplication: null },
    });
    const closed = await write(ids[0], before.version, { jauge: 900 }).expect(409);
    expect(closed.body).toMatchObject({ code: 'answer-not-reopened', facts: { fields: ['jauge'] } });
    const { body } = await write(ids[0], before.version, { texte: 'Un atelier ouvert de 9 h à 18 h', jauge: 40 }).expect(200);
    const filed = await editor().http().post(`/api/applications/${ids[0]}/file`).send({ version: body.version }).expect(200);
    expect(filed.body).toMatchObject({ state: 'filed', correction: null, filed: { sequence: 2 } });
    await t.runJobs();
    const back = (await see(ids[0]).expect(200)).body;
    expect(back.corrections[0]).toMatchObject({ outcome: 'answered' });
    expect(back.criteria.map(({ key, verdict }: { key: string; verdict: string }) => [key, verdict])).toEqual([
      ['eligibility:ess', 'yes'],
      ['document:statuts', 'yes'],
      ['complete', 'to_check'],
      ['lots', 'yes'],
    ]);
    expect((await post(ids[0], 'admission').expect(409)).body.facts.criteria).toEqual(['complete']);
  });

  test('lets nothing in that was written after the last filing and not filed', async () => {
    const places = [await givenLot(t, owner, 'Halle')];
    const callId = await givenPublishedCall(agent, owner, places);
    await itIs(WHILE_OPEN);
    const { id } = (
      await editor().http().post('/api/applications').send({ organisationId: applicants[0]!.organisation, callId }).expect(201)
    ).body;
    await write(id, 1, GOOD).expect(200);
    await editor().http().post(`/api/applications/${id}/file`).send({ version: 2 }).expect(200);
    await write(id, 2, { jauge: 77 }).expect(200);
    await itIs(AFTER);
    await post(id, 'correction', ASKED).expect(200);
    expect(await theirs(id)).toMatchObject({ answers: { jauge: 40 } });
    await write(id, 3, { texte: 'Avec les horaires' }).expect(200);
    const { body } = await editor().http().post(`/api/applications/${id}/file`).send({ version: 4 }).expect(200);
    expect(body.answers).toMatchObject({ jauge: 40, texte: 'Avec les horaires' });
  });

  test('is reminded before its end and never after; then nothing is received, and the agent goes on with what was filed', async () => {
    const { ids } = await closedCall(1);
    await post(ids[0], 'correction', ASKED).expect(200);
    const remind = async (at: string) => {
      await itIs(at);
      await t.get(ApplicationCorrections).remind();
      await t.get(ApplicationCorrections).remind();
      return (await mails('correction-reminder', ids[0])).length;
    };
    expect([await remind('2026-12-28T08:00:00Z'), await remind('2027-01-03T08:00:00Z'), await remind('2027-01-05T08:00:00Z')]).toEqual([
      0, 1, 2,
    ]);
    expect(await remind('2027-01-05T22:59:00Z')).toBe(2);
    const { version } = await theirs(ids[0]);
    expect((await write(ids[0], version, { texte: 'Trop tard' }).expect(409)).body.code).toBe('correction-late');
    expect((await editor().http().post(`/api/applications/${ids[0]}/file`).send({ version }).expect(409)).body.code).toBe(
      'correction-late',
    );
    const { body } = await post(ids[0], 'correction/end', { reason: 'Le délai est passé.' }).expect(200);
    expect(body).toMatchObject({ state: 'filed', corrections: [{ outcome: 'lapsed' }] });
  });

  test('is taken back with a reason; a time too short or a field unknown is refused', async () => {
    const { ids } = await closedCall(1);
    expect((await post(ids[0], 'correction', { ...ASKED, dueAt: '2026-12-21' }).expect(409)).body.code).toBe('correction-due-unfit');
    const unknown = await post(ids[0], 'correction', { ...ASKED, items: [{ field: 'ailleurs', fault: 'incorrect' }] }).expect(422);
    expect(unknown.body.errors[0].pointer).toBe('/items/0/field');
    await post(ids[0], 'correction', { ...ASKED, items: [] }).expect(422);
    await post(ids[0], 'correction', { ...ASKED, items: [{ field: 'lots', fault: 'outdated' }] }).expect(200);
    await post(ids[0], 'correction/end', { reason: 'Nous avons trouvé la réponse.' }, colleague).expect(200);
    expect(await mails('correction-ended', ids[0])).toEqual([expect.objectContaining({ outcome: 'cancelled' })]);
    expect(await theirs(ids[0])).toMatchObject({ state: 'filed', correction: null });
    await post(ids[0], 'correction/end', { reason: 'Encore une fois.' }).expect(409);
  });
});

describe('the desk of an owner', () => {
  test('brings up what waits: closings, questions, files; what is assigned to the reader first', async () => {
    const { ids } = await closedCall(3);
    await act({ action: 'assign', ids: [ids[2]], agents: [agent.id] }).expect(200);
    await tick(ids[1]!, all('yes')).expect(200);
    const desk = async (by = agent) => (await by.http().get(`/api/organisations/${owner}/owner-desk`).expect(200)).body;
    const about = (items: { applicationId: string; kind: string; isMine: boolean }[]) =>
      items.filter(({ applicationId }) => ids.includes(applicationId)).map(({ applicationId, kind }) => [ids.indexOf(applicationId), kind]);
    const { items } = await desk();
    expect(items[0]).toMatchObject({ applicationId: ids[2], isMine: true, title: 'Cuisine' });
    expect(about(items)).toEqual(
      expect.arrayContaining([
        [0, 'to_check'],
        [1, 'to_admit'],
        [2, 'to_check'],
      ]),
    );
    await post(ids[0], 'correction', ASKED).expect(200);
    expect(about((await desk()).items)).toHaveLength(2);
    await itIs('2027-01-06T08:00:00Z');
    expect(about((await desk()).items)).toContainEqual([0, 'correction_over']);
    await desk(reader);
    await reviewer.http().get(`/api/organisations/${owner}/owner-desk`).expect(403);

    await itIs('2026-11-26T08:00:00Z');
    const callId = await givenPublishedCall(agent, owner, [await givenLot(t, owner, 'Remise')]);
    await itIs('2026-12-10T08:00:00Z');
    await applicants[0]!.editor.http().post(`/api/calls/${callId}/questions`).send({ question: 'Y a-t-il de l’eau ?' }).expect(201);
    const { items: soon } = await desk();
    expect(soon).toContainEqual(expect.objectContaining({ kind: 'call_closing', callId, drafts: 0, filed: 0 }));
    expect(soon).toContainEqual(expect.objectContaining({ kind: 'question', callId, about: 'Y a-t-il de l’eau ?' }));
  });
});

describe('what agents keep among themselves', () => {
  test('notes are edited by who wrote them, and never reach the applicant', async () => {
    const { ids } = await closedCall(1);
    const { body } = await post(ids[0], 'notes', { text: 'Appelé ce matin : budget fragile' }).expect(201);
    const note = body.notes[0];
    expect(note).toMatchObject({ who: 'Agnès', isMine: true, version: 1, editedAt: null });
    const edit = (text: string, version: number, by = agent) =>
      by.http().patch(`/api/instruction/${ids[0]}/notes/${note.id}`).send({ text, version });
    await edit('Autre', 1, colleague).expect(403);
    await edit('Budget fragile, mais suivi', 1).expect(200);
    expect((await edit('Encore', 1).expect(409)).body.facts).toEqual({ version: 2 });
    const { body: theirs } = await applicants[0]!.editor.http().get(`/api/applications/${ids[0]}`).expect(200);
    const { body: lines } = await applicants[0]!.editor.http().get(`/api/applications/${ids[0]}/history`).expect(200);
    expect(JSON.stringify([theirs, lines])).not.toContain('fragile');
    expect(JSON.stringify(await actsOn(t, ids[0]))).not.toContain('fragile');
  });

  test('labels are named once, taken off everywhere when removed; views are kept by each and shared at will', async () => {
    const { ids, callId } = await closedCall(1);
    const label = (body: object, by = agent) => by.http().post(`/api/organisations/${owner}/instruction-labels`).send(body);
    const { body } = await label({ name: 'Urgent', colour: 'brick' }).expect(201);
    const [urgent] = body.labels;
    expect((await label({ name: 'urgent', colour: 'moss' }, colleague).expect(409)).body.code).toBe('label-named-twice');
    await label({ name: 'Rose', colour: 'rose' }).expect(422);
    await act({ action: 'label', ids, labels: [urgent.id] }).expect(200);
    expect((await list(callId, { label: urgent.id }).expect(200)).body.items[0].labels).toEqual([
      { id: urgent.id, name: 'Urgent', colour: 'brick' },
    ]);
    await agent.http().patch(`/api/instruction-labels/${urgent.id}`).send({ removed: true }).expect(200);
    expect((await see(ids[0]).expect(200)).body.labels).toEqual([]);
    const view = (body: object, by = agent) => by.http().put(`/api/organisations/${owner}/instruction-views`).send(body);
    await view({ name: 'Les miens', search: 'confie=moi' }).expect(200);
    await view({ name: 'À vérifier', search: 'etat=filed&verif=untouched,started', shared: true }, colleague).expect(200);
    await view({ name: 'Mal écrite', search: '<script>' }).expect(422);
    const { views } = await settings();
    expect(views.map(({ name, isMine }: { name: string; isMine: boolean }) => [name, isMine])).toEqual([
      ['Les miens', true],
      ['À vérifier', false],
    ]);
    await agent.http().delete(`/api/instruction-views/${views[1].id}`).expect(404);
    await agent.http().delete(`/api/instruction-views/${views[0].id}`).expect(200);
  });

  test('one act on many files is answered file by file, and undone while nothing follows from it', async () => {
    const { ids, callId } = await closedCall(3);
    for (const id of ids.slice(0, 2)) await tick(id, all('yes')).expect(200);
    const { body } = await act({ action: 'admit', ids }).expect(200);
    expect(body.items.map(({ code }: { code: string | null }) => code)).toEqual([null, null, 'admission-unchecked']);
    const acts = body.items.flatMap(({ act: done }: { act: string | null }) => (done === null ? [] : [done]));
    const undone = await undo(acts, colleague).expect(200);
    expect(undone.body.items.map(({ code }: { code: string | null }) => code)).toEqual([null, null]);
    expect((await undo(acts).expect(200)).body.items[0].code).toBe('instruction-undo-too-late');
    expect((await list(callId).expect(200)).body.counts).toEqual([{ state: 'filed', count: 3 }]);

    const assigned = await act({ action: 'assign', ids: ids.slice(0, 2), agents: [agent.id, colleague.id] }).expect(200);
    expect((await act({ action: 'assign', ids: ids.slice(0, 1), agents: [agent.id] }).expect(200)).body.items).toEqual([
      { id: ids[0], act: null, code: null },
    ]);
    expect((await act({ action: 'assign', ids: ids.slice(0, 1), agents: [reviewer.id] }).expect(200)).body.items[0].code).toBe('not-found');
    expect((await list(callId, { assigned: 'me' }).expect(200)).body.mine).toBe(2);
    await undo(assigned.body.items.map(({ act: done }: { act: string }) => done)).expect(200);
    expect((await list(callId).expect(200)).body.mine).toBe(0);

    const asked = await act({ action: 'requestCorrection', ids, ...ASKED }).expect(200);
    expect(asked.body.items.map(({ code }: { code: string | null }) => code)).toEqual([null, null, null]);
    await undo([asked.body.items[0].act]).expect(200);
    expect((await list(callId).expect(200)).body.counts).toEqual([
      { state: 'correction_requested', count: 2 },
      { state: 'filed', count: 1 },
    ]);
    await act({ action: 'admit', ids }, applicants[0]!.editor)
      .expect(200)
      .expect(({ body: { items } }) => {
        expect(items.map(({ code }: { code: string }) => code)).toEqual(['not-found', 'not-found', 'not-found']);
      });
  });
});

describe('an opinion asked outside', () => {
  const SDIS = {
    who: 'SDIS 52',
    email: 'prevention@sdis52.example',
    question: 'Les accès de secours suffisent-ils ?',
    dueAt: '2027-01-05',
  };
  const ask = (id: string, changes: object = {}, by = agent) =>
    post(id, 'opinions', { ...SDIS, shared: true, sections: ['projet'], ...changes }, by);
  const open = (token: string) => t.http().post('/api/opinion-requests/received').send({ token });
  const SAID = { conclusion: 'with_reservations', text: 'Oui, si la voie reste libre.', signedBy: 'Capitaine Roy' };
  const give = (token: string, changes: object = {}) =>
    t
      .http()
      .post('/api/opinion-requests/answer')
      .send({ token, ...SAID, ...changes });
  const shared = (id: string, by = applicants[0]!.editor) => by.http().get(`/api/applications/${id}/opinions`);
  const linkTo = async (email: string): Promise<string> => {
    await t.runJobs();
    return new URLSearchParams(new URL(lastMailTo(t, email).links[0]!).hash.slice(1)).get('token') ?? '';
  };

  test('is given once by the link of the letter, on what was chosen to be shown, and read by the applicant when shared', async () => {
    const { ids } = await closedCall(1);
    await act({ action: 'assign', ids, agents: [colleague.id] }).expect(200);
    const { body } = await ask(ids[0]).expect(201);
    expect(body.opinions).toMatchObject([{ who: 'SDIS 52', standing: 'asked', shared: true, answer: null, askedBy: 'Agnès' }]);
    expect(body.sections.map(({ id }: { id: string }) => id)).toEqual(['lots', 'projet', 'pieces-jointes']);
    const token = await linkTo(SDIS.email);
    const { body: read } = await open(token).expect(200);
    expect(read).toMatchObject({ standing: 'asked', owner: 'Ville de Langres', organisation: 'Éclats', shared: true });
    expect(read.file).toMatchObject({ shown: ['ess', 'jauge', 'texte', 'budget'], answers: GOOD, lots: [], lotsOffered: [], files: [] });
    expect((await shared(ids[0]).expect(200)).body.items).toEqual([]);
    const { body: given } = await give(token).expect(200);
    expect(given).toMatchObject({ standing: 'answered', file: null, answer: SAID });
    expect((await give(token, { text: 'Finalement non.' }).expect(409)).body).toMatchObject({ code: 'opinion-closed' });
    expect((await see(ids[0]).expect(200)).body.opinions[0]).toMatchObject({ standing: 'answered', answer: { ...SAID, sequence: 1 } });
    expect((await shared(ids[0]).expect(200)).body.items).toMatchObject([{ who: 'SDIS 52', ...SAID }]);
    await shared(ids[0], applicants[1]!.editor).expect(404);
    const told = await t.db.query(`select account_id, kind from inbox_notice where thing_id = $1 and kind like 'opinion%' order by kind`, [
      ids[0],
    ]);
    expect(told.map(({ kind }: { kind: string }) => kind)).toEqual(['opinion_given', 'opinion_given', 'opinion_shared']);
    expect(told.slice(0, 2).map(({ account_id }: { account_id: string }) => account_id)).toEqual(
      expect.arrayContaining([agent.id, colleague.id]),
    );
    const acts = await actsOn(t, ids[0]);
    expect(acts.map(({ action }) => action)).toEqual(expect.arrayContaining(['ask-opinion-instruction', 'answer-opinion-instruction']));
    for (const kept of ['SDIS', 'voie', 'Roy', 'sdis52']) expect(JSON.stringify(acts)).not.toContain(kept);
  });

  test('kept among agents never reaches the applicant, and shows no more than the sections chosen', async () => {
    const { ids, places } = await closedCall(1);
    await ask(ids[0], { shared: false, sections: ['lots', 'lots'], email: 'dreal@example.org' }).expect(201);
    const token = await linkTo('dreal@example.org');
    const { body: read } = await open(token).expect(200);
    expect(read.file).toMatchObject({ form: [], shown: [], answers: {}, files: [], lots: [places[0]] });
    await give(token, { signedBy: 'Madame Petit' }).expect(200);
    const { body: mine } = await applicants[0]!.editor.http().get(`/api/applications/${ids[0]}`).expect(200);
    const seen = [
      mine,
      (await shared(ids[0]).expect(200)).body,
      (await applicants[0]!.editor.http().get(`/api/applications/${ids[0]}/history`)).body,
    ];
    for (const word of ['Petit', 'voie', 'SDIS']) expect(JSON.stringify(seen)).not.toContain(word);
  });

  test('is refused to those who may not ask, with a term that is no term, about parts that are none', async () => {
    const { ids } = await closedCall(1);
    await ask(ids[0], {}, reader).expect(403);
    await ask(ids[0], {}, applicants[0]!.editor).expect(404);
    expect((await ask(ids[0], { sections: ['projet', 'ailleurs'] }).expect(422)).body.errors[0]).toMatchObject({ pointer: '/sections/1' });
    await ask(ids[0], { sections: [] }).expect(422);
    await ask(ids[0], { email: 'pas une adresse' }).expect(422);
    expect((await ask(ids[0], { dueAt: '2026-12-21' }).expect(409)).body.code).toBe('opinion-due-unfit');
    await open('x'.repeat(43)).expect(409);
    await give('x'.repeat(43)).expect(409);
    await applicants[0]!.editor.http().post(`/api/applications/${ids[0]}/withdraw`).send({ reason: 'Un lieu trouvé' }).expect(200);
    expect((await ask(ids[0]).expect(409)).body.code).toBe('application-state-forbids');
  });

  test('is reminded of once before its term, taken back with a reason, and closed by its term', async () => {
    const { ids } = await closedCall(1);
    const [first, second] = ['un@example.org', 'deux@example.org'];
    const { body } = await ask(ids[0], { email: first }).expect(201);
    await ask(ids[0], { email: second, language: 'en' }).expect(201);
    const token = await linkTo(first);
    const remind = () => t.get(OpinionsService).remind();
    await remind();
    await t.runJobs();
    expect(mailsTo(t, first)).toHaveLength(1);
    await itIs('2027-01-03T08:00:00Z');
    await remind();
    await remind();
    expect(await linkTo(first)).toBe(token);
    expect(mailsTo(t, first).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Rappel/),
      expect.stringMatching(/^Avis demandé/),
    ]);

    const [{ id: opinionId }] = body.opinions;
    const revoke = (reason: string, by = agent) => post(ids[0], `opinions/${opinionId}/revoke`, { reason }, by);
    await revoke('Le projet a changé de lieu.', reader).expect(403);
    expect((await revoke('Le projet a changé de lieu.').expect(200)).body.opinions[0]).toMatchObject({
      standing: 'revoked',
      actions: { revokeOpinion: 'opinion-closed' },
    });
    expect((await revoke('Encore une fois.').expect(409)).body.code).toBe('opinion-closed');
    await t.runJobs();
    expect(lastMailTo(t, first).text).toContain('changé de lieu');
    expect((await open(token).expect(200)).body).toMatchObject({ standing: 'revoked', file: null, reason: 'Le projet a changé de lieu.' });
    await give(token).expect(409);

    const other = await linkTo(second);
    await itIs('2027-01-06T08:00:00Z');
    expect((await open(other).expect(200)).body).toMatchObject({ standing: 'expired', file: null });
    expect((await give(other).expect(409)).body.facts).toEqual({ state: 'expired' });
  });
});
