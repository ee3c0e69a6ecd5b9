import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { InterestPost } from '../../api/src/modules/interests/interest-post.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { givenUnansweredCall, givenLot } from '../support/calls.js';
import { givenCallAnswers, PRIVATE_DOMAIN, PUBLIC_DOMAIN } from '../support/legal.js';
import { actsOn } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
let owner: string;
let ess: string;
let rivals: string;
let agent: Person;
let editor: Person;
let rival: Person;
let admin: Person;

/** Moves the clock; whoever was signed in signs in again. */
async function itIs(instant: string): Promise<void> {
  t.clock.set(instant);
  [agent, editor, rival] = (await Promise.all([agent, editor, rival].map((person) => signedInAgain(t, person)))) as [
    Person,
    Person,
    Person,
  ];
  admin = await givenPerson(t, { platformRole: 'platform_administrator', secondFactor: true });
}

beforeAll(async () => {
  await givenTerritories(t.db);
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  ess = await givenOrganisation(t, { name: 'Les Clés de Douze' });
  rivals = await givenOrganisation(t, { name: 'Atelier du Plateau' });
  agent = await givenPerson(t, { name: 'Dominique', memberOf: [{ organisationId: owner, role: 'editor' }] });
  editor = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'editor' }] });
  rival = await givenPerson(t, { memberOf: [{ organisationId: rivals, role: 'administrator' }] });
});
beforeEach(() => itIs('2026-12-01T08:00:00Z'));

const get = (path: string, by = agent) => by.http().get(`/api/${path}`);
const post = (path: string, body: object = {}, by = agent) => by.http().post(`/api/${path}`).send(body);
const placeState = async (id: string) => (await t.db.query('select state from site where id = $1', [id]))[0].state;
const fileState = async (id: string) => (await t.db.query('select state from application where id = $1', [id]))[0].state;

/** A request for a place, filed. */
async function given({ by = editor, organisationId = ess, site }: { by?: Person; organisationId?: string; site?: string } = {}) {
  const place = site ?? (await givenLot(t, owner, 'Gare de Saint-Aubin'));
  await t.db.query(`update site set owner_kind = 'commune' where id = $1`, [place]);
  const { body: begun } = await by.http().post('/api/applications').send({ organisationId, siteId: place }).expect(201);
  const answers = { projet: 'Un atelier vélo ouvert à tous', economique: ['oui'], duree: 36 };
  const { body: written } = await by.http().patch(`/api/applications/${begun.id}`).send({ version: 1, answers }).expect(200);
  await by.http().post(`/api/applications/${begun.id}/file`).send({ version: written.version }).expect(200);
  const { body } = await get(`applications/${begun.id}/interest`, by).expect(200);
  return { id: body.id as string, place, application: begun.id as string };
}
const answer = (id: string, answers: object = PUBLIC_DOMAIN, version = 0, reason: string | null = null) =>
  agent.http().put(`/api/interests/${id}/legal`).send({ version, answers, reason });
const WINDOW = { what: 'La gare est demandée pour un atelier, pour trois ans.', shownAlso: 'Panneau de la mairie', closesAt: '2027-01-05' };
const DECISION = { authority: 'Conseil municipal', date: '2027-01-06', reference: '2027-04' };
const AFTER = '2027-01-06T08:00:00Z';
async function withWindow() {
  const request = await given();
  await answer(request.id).expect(200);
  const { body } = await post(`interests/${request.id}/publicity`, WINDOW).expect(200);
  return { ...request, notice: body.window.noticeId as string };
}
const comeForward = (notice: string, by = rival, organisationId = rivals) =>
  post(`notices/${notice}/rivals`, { organisationId, need: 'Un local de 120 m²', proposal: 'Une cantine solidaire' }, by);
const written = (template: string) =>
  t.db.query<{ recipient: string; said: Record<string, string> }[]>(
    'select recipient, template_values as said from outgoing_mail where template = $1 order by created_at desc',
    [template],
  );

describe('the questions of a call', () => {
  test('hold its publication until they are answered, then the publication is a public notice with its certificate', async () => {
    const { id, version } = await givenUnansweredCall(agent, owner, [await givenLot(t, owner, 'Halle')]);
    const refused = await post(`calls/${id}/publish`, { version }).expect(409);
    expect(refused.body).toMatchObject({ code: 'call-incomplete', facts: { lacks: ['legal'] } });
    expect((await get(`calls/${id}/legal`).expect(200)).body).toMatchObject({
      id: null,
      answers: null,
      outcome: null,
      suggested: { status: 'unknown', declassification: null },
    });

    await givenCallAnswers(agent, id, { ...PUBLIC_DOMAIN, ordersForItself: 'yes' });
    expect((await get(`calls/${id}`).expect(200)).body.inside.lacks).toEqual(['legal-path']);
    await agent.http().put(`/api/calls/${id}/legal`).send({ version: 1, answers: PUBLIC_DOMAIN }).expect(200);
    await post(`calls/${id}/publish`, { version }).expect(200);

    const { body: law } = await get(`calls/${id}/legal`).expect(200);
    expect(law).toMatchObject({
      version: 2,
      outcome: { path: 'selection', article: 'CG3P L. 2122-1-1' },
      history: [
        { version: 2, who: 'Dominique' },
        { version: 1, path: 'outside_tool' },
      ],
    });
    const done = law.steps.filter((step: { done: boolean }) => step.done).map(({ step }: { step: string }) => step);
    expect(done).toEqual(['answers', 'publicity', 'window_over'].slice(0, done.length));
    const notice = law.notices[0].id;
    expect((await t.http().get(`/api/notices/${notice}`).expect(200)).body).toMatchObject({
      kind: 'call',
      organisation: { name: 'Ville de Langres' },
      callId: id,
    });
    const paper = await t.http().get(`/api/notices/${notice}/certificate`).expect(200);
    expect([paper.headers['content-type'], paper.body.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
    expect((await t.http().get('/api/notices/feed.atom').expect(200)).text).toContain(`/avis/${notice}`);
    await expect(t.db.query(`update legal_notice set what = 'Autre chose' where id = $1`, [notice])).rejects.toThrow(/never changed/);
    await expect(t.db.query('delete from legal_answer where procedure_id = $1', [law.id])).rejects.toThrow(/never changed/);
  });

  test('cannot be answered against what is recorded of a place, nor changed in silence once it is public', async () => {
    const place = await givenLot(t, owner, 'Gare présentée');
    await t.db.query(`update site set agent_role = 'lists' where id = $1`, [place]);
    const { id } = await givenUnansweredCall(agent, owner, [place]);
    const { body } = await agent.http().put(`/api/calls/${id}/legal`).send({ version: 0, answers: PUBLIC_DOMAIN }).expect(422);
    expect(body.errors[0].pointer).toBe('/answers/role');
    const { id: asked } = await withWindow();
    expect((await answer(asked, { ...PUBLIC_DOMAIN, economic: 'unknown' }, 1).expect(422)).body.errors[0].pointer).toBe('/reason');
    expect((await answer(asked, { ...PUBLIC_DOMAIN, economic: 'unknown' }, 1, 'Relecture').expect(200)).body.outcome).toMatchObject({
      path: 'publicity_first',
      strictBecause: ['economic-unknown'],
    });
    await get(`interests/${asked}/legal`, editor).expect(404);
  });
});

describe('a request on the public domain', () => {
  test('is received with its delay, and only its owner decides on it', async () => {
    const { id, place } = await given();
    const { body } = await get(`interests/${id}`).expect(200);
    expect(body).toMatchObject({
      state: 'received',
      reader: 'owner',
      silenceEndsAt: '2027-02-01T08:00:00.000Z',
      site: { id: place },
      actions: { openPublicity: 'legal-step-missing', decline: null },
    });
    expect((await get(`interests/${id}`, editor).expect(200)).body).toMatchObject({
      reader: 'applicant',
      actions: { decline: 'not-a-member' },
    });
    await get(`interests/${id}`, rival).expect(404);
    await post(`interests/${id}/decline`, { reason: 'Non' }, editor).expect(404);
    expect((await post(`interests/${id}/publicity`, WINDOW).expect(409)).body.code).toBe('legal-step-missing');
    const { body: list } = await get(`organisations/${owner}/interests?limit=100`).expect(200);
    expect(list.items.map((one: { id: string }) => one.id)).toContain(id);
    expect((await written('interest-arrived'))[0]).toMatchObject({
      recipient: agent.email,
      said: { what: 'request', from: 'Les Clés de Douze' },
    });
  });

  test('without a rival is granted after its publicity, never before its end', async () => {
    const { id, place, application, notice } = await withWindow();
    expect([await placeState(place), await fileState(application)]).toEqual(['under_interest', 'under_review']);
    expect((await t.http().get(`/api/notices?siteId=${place}`).expect(200)).body.items).toMatchObject([
      { id: notice, state: 'open', kind: 'interest', shownAlso: 'Panneau de la mairie' },
    ]);
    for (const act of [() => post(`interests/${id}/grant`, DECISION), () => post(`interests/${id}/call`)])
      expect((await act().expect(409)).body.code).toBe('interest-window-running');
    await itIs(AFTER);
    expect((await post(`interests/${id}/call`).expect(409)).body.code).toBe('interest-no-rival');
    expect((await post(`interests/${id}/grant`, { ...DECISION, date: '2027-02-01' }).expect(422)).body.code).toBe(
      'interest-decision-to-come',
    );
    const { body } = await post(`interests/${id}/grant`, DECISION).expect(200);
    expect(body).toMatchObject({ state: 'granted_after_publicity', decision: DECISION });
    expect([await placeState(place), await fileState(application)]).toEqual(['awarded', 'selected']);
    expect((await written('interest-answered'))[0]).toMatchObject({ recipient: editor.email, said: { what: 'granted_after_publicity' } });
    const acts = await actsOn(t, id);
    expect(acts.map(({ action }) => action)).toEqual(['receive-interest', 'open-publicity-interest', 'grant-after-publicity-interest']);
    expect((await get(`interests/${id}/legal`).expect(200)).body.actions.answer).toBe('legal-already-decided');
  });

  test('with a rival becomes a call, and what both said waits for them there', async () => {
    const { id, place, notice } = await withWindow();
    expect((await comeForward(notice, editor, ess).expect(409)).body.code).toBe('interest-own-request');
    await comeForward(notice).expect(201);
    expect((await get(`notices/${notice}/rivals`, rival).expect(200)).body.items).toHaveLength(1);
    expect((await get(`notices/${notice}/rivals`, editor).expect(200)).body.items).toEqual([]);
    expect((await get(`interests/${id}`).expect(200)).body).toMatchObject({ rivalCount: 1, rivals: [] });
    expect((await get(`interests/${id}`, editor).expect(200)).body.rivalCount).toBeNull();
    await itIs(AFTER);
    expect((await comeForward(notice).expect(409)).body.code).toBe('interest-window-over');
    expect((await post(`interests/${id}/grant`, DECISION).expect(409)).body.code).toBe('interest-has-rivals');
    const { body } = await post(`interests/${id}/call`).expect(200);
    expect(body).toMatchObject({ state: 'turned_into_call', rivals: [{ organisation: { name: 'Atelier du Plateau' } }] });
    expect((await get(`interests/${id}`, editor).expect(200)).body.call).toBeNull();
    expect(await placeState(place)).toBe('published');

    const callId = body.call.id;
    const dates = {
      version: 1,
      summary: 'Deux projets veulent la gare.',
      opensAt: '2027-01-10T08:00',
      closesAt: '2027-02-20',
      jury: { members: [{ who: 'Maire', chair: true }], quorum: 1 },
    };
    const edited = await agent.http().patch(`/api/calls/${callId}`).send(dates).expect(200);
    expect(edited.body.inside.lacks).toEqual(['legal']);
    await givenCallAnswers(agent, callId);
    await post(`calls/${callId}/publish`, { version: edited.body.inside.version }).expect(200);
    await t.runJobs();
    await t.runJobs();
    const drafts = await t.db.query(
      'select organisation_id as by, state, answers, lots from application where call_id = $1 order by organisation_id',
      [callId],
    );
    expect(drafts).toHaveLength(2);
    expect(drafts).toEqual(
      expect.arrayContaining([
        {
          by: ess,
          state: 'draft',
          answers: expect.objectContaining({ projet: 'Un atelier vélo ouvert à tous', duree: 36 }),
          lots: [place],
        },
        { by: rivals, state: 'draft', answers: { projet: 'Une cantine solidaire' }, lots: [place] },
      ]),
    );
  });

  test('a request for the same place meanwhile is a rival, and one withdrawn gives the place back', async () => {
    const first = await withWindow();
    const second = await given({ by: rival, organisationId: rivals, site: first.place });
    expect((await get(`interests/${first.id}`).expect(200)).body.rivalCount).toBe(1);
    await answer(second.id).expect(200);
    expect((await post(`interests/${second.id}/publicity`, WINDOW).expect(409)).body.code).toBe('interest-place-taken');
    await post(`applications/${first.application}/withdraw`, { reason: 'Autre lieu' }, editor).expect(200);
    expect((await get(`interests/${first.id}`).expect(200)).body).toMatchObject({ state: 'closed', window: null });
    expect(await placeState(first.place)).toBe('published');
    expect((await t.http().get(`/api/notices/${first.notice}`).expect(200)).body.state).toBe('withdrawn');
    await post(`interests/${second.id}/publicity`, WINDOW).expect(200);
  });

  test('tells once those whose open need the place fits', async () => {
    const request = await given();
    await t.runJobs();
    const [{ id: project }] = await t.db.query(
      `insert into project (id, name, activity, need, organisation_id, state, created_at, updated_at) values (gen_random_uuid(), 'Cantine', 'canteen', '{}', $1, 'open', now(), now()) returning id`,
      [rivals],
    );
    await t.runJobs();
    await t.db.query(
      `insert into stored_match (project_id, option_id, site_id, place, method_version, matched_at, need, option, result)
       values ($1, gen_random_uuid(), $2, 1, 'x', now(), '{}', '{}', '{"eligibility":"to_confirm"}')`,
      [project, request.place],
    );
    await answer(request.id).expect(200);
    await post(`interests/${request.id}/publicity`, WINDOW).expect(200);
    const before = (await written('interest-window-opened')).length;
    await t.runJobs();
    await t.runJobs();
    const letters = await written('interest-window-opened');
    expect(letters.length - before).toBeLessThanOrEqual(1);
    expect(letters[0]).toMatchObject({ recipient: rival.email, said: { place: 'Gare de Saint-Aubin' } });
  });
});

describe('other answers', () => {
  test('on the private domain it is granted without a window, and refused one', async () => {
    const { id, place, application } = await given();
    await answer(id, PRIVATE_DOMAIN).expect(200);
    expect((await post(`interests/${id}/publicity`, WINDOW).expect(409)).body.code).toBe('interest-no-window');
    const other = await given({ by: rival, organisationId: rivals, site: place });
    const { body } = await post(`interests/${id}/grant`, { ...DECISION, date: '2026-12-01' }).expect(200);
    expect(body.state).toBe('granted_directly');
    expect([await placeState(place), await fileState(application), await fileState(other.application)]).toEqual([
      'awarded',
      'selected',
      'obsolete',
    ]);
    expect((await get(`interests/${other.id}`, rival).expect(200)).body).toMatchObject({
      state: 'closed',
      reason: 'Le lieu a été accordé à une autre demande.',
    });
  });

  test('a direct grant with a motive is signed only once the motive is public', async () => {
    const { id } = await given();
    const asked = { ...PUBLIC_DOMAIN, ground: 'only_possible_occupant', motive: 'Le seul riverain du quai.' };
    const { body: law } = await answer(id, asked).expect(200);
    expect(law.outcome.path).toBe('direct_reasoned_and_published');
    await post(`interests/${id}/grant`, { ...DECISION, date: '2026-12-01' }).expect(200);
    const shown = await post(`legal/procedures/${law.id}/motive`, {}).expect(200);
    expect(shown.body.steps.every(({ done }: { done: boolean }) => done)).toBe(true);
    expect((await t.http().get(`/api/notices/${shown.body.notices[0].id}`).expect(200)).body.what).toContain('Le seul riverain du quai.');
    expect((await post(`legal/procedures/${law.id}/motive`, {}).expect(409)).body.code).toBe('legal-step-not-in-path');
  });

  test('a sale waits for its valuation, noted with its reference', async () => {
    const { id } = await given();
    const { body: law } = await answer(id, { ...PRIVATE_DOMAIN, deed: 'sale' }).expect(200);
    expect((await post(`interests/${id}/grant`, { ...DECISION, date: '2026-12-01' }).expect(409)).body.code).toBe('legal-step-missing');
    const note = { step: 'valuation', doneOn: '2026-11-20', reference: 'Avis 2026-52-114', note: null };
    expect((await post(`legal/procedures/${law.id}/steps`, { ...note, step: 'decision' }).expect(409)).body.code).toBe(
      'legal-step-too-early',
    );
    await post(`legal/procedures/${law.id}/steps`, note).expect(200);
    expect((await post(`legal/procedures/${law.id}/steps`, note).expect(409)).body.code).toBe('legal-step-done');

    // The document that proves it: checked, then opened by a signed link to those who read the procedure.
    const prove = (by: Person, step: string, content = PDF) =>
      by.http().post(`/api/legal/procedures/${law.id}/steps/${step}/proofs`).attach('file', content, { filename: 'Procès-verbal.pdf' });
    await prove(rival, note.step).expect(404);
    expect((await prove(agent, 'decision').expect(409)).body.code).toBe('legal-step-missing');
    expect((await prove(agent, note.step, Buffer.from('MZ un programme')).expect(415)).body.code).toBe('file-type-refused');
    type Steps = { step: string; proofs: { url: string | null; title: string; state: string }[] }[];
    const proofOf = ({ steps }: { steps: Steps }) => steps.find(({ step }) => step === note.step)?.proofs[0];
    const { body: received } = await prove(agent, note.step).expect(201);
    expect(proofOf(received)).toMatchObject({ title: 'Procès-verbal', state: 'received', url: null });
    await t.runJobs();
    const { body: proven } = await prove(agent, 'answers').expect(201);
    const url = proofOf(proven)?.url ?? '';
    await t.http().get(url).expect(200).expect('content-type', 'application/pdf').expect('cache-control', 'private, no-store');
    await t
      .http()
      .get(url.replace(/signature=.*/, 'signature=x'))
      .expect(404);
    await t
      .http()
      .get(url.split('?')[0] ?? '')
      .expect(404);
    await expect(t.db.query(`update legal_proof set title = 'Autre'`)).rejects.toThrow('a proof is never changed');

    // What the checks refused does not count among the documents of a procedure, however many there are.
    await t.db.query(
      `insert into legal_proof (id, procedure_id, step, version, account_id, title, type, bytes, source_name, state, refusal, created_at)
       select gen_random_uuid(), procedure_id, 'answers', version, account_id, title, type, bytes, source_name, 'refused', 'virus', created_at
       from legal_proof, generate_series(1, 40) where procedure_id = $1 and step = 'valuation'`,
      [law.id],
    );
    await prove(agent, 'answers').expect(201);

    // Answers that take the step off the path keep what proves it, in sight.
    const leased = (await answer(id, PRIVATE_DOMAIN, 1).expect(200)).body;
    expect(leased.steps.map(({ step }: { step: string }) => step)).not.toContain('valuation');
    expect(leased.leftSteps).toMatchObject([
      { step: 'valuation', reference: note.reference, proofs: [{ title: 'Procès-verbal', state: 'ready' }] },
    ]);
    const sold = (await answer(id, { ...PRIVATE_DOMAIN, deed: 'sale' }, 2).expect(200)).body;
    expect([sold.leftSteps, proofOf(sold)]).toMatchObject([[], { state: 'ready' }]);
    await post(`interests/${id}/grant`, { ...DECISION, date: '2026-12-01' }).expect(200);
  });

  test('declined or not admissible, the reason and the remedies are said to whoever asked', async () => {
    const [declined, unfit] = [await given(), await given()];
    await post(`interests/${declined.id}/decline`, { reason: 'Le bâtiment est promis à une école.' }).expect(200);
    await post(`interests/${unfit.id}/refuse-admission`, { reason: 'La demande n’est pas signée.' }).expect(200);
    expect([await fileState(declined.application), await fileState(unfit.application), await placeState(declined.place)]).toEqual([
      'not_selected',
      'inadmissible',
      'published',
    ]);
    const { body } = await get(`interests/${declined.id}`, editor).expect(200);
    expect(body).toMatchObject({
      state: 'declined',
      reason: 'Le bâtiment est promis à une école.',
      consequence: { article: expect.stringContaining('CJA') },
    });
    expect((await post(`interests/${declined.id}/grant`, DECISION).expect(409)).body.code).toBe('interest-state-forbids');
    expect((await written('interest-answered')).map(({ said }) => said['what'])).toEqual(
      expect.arrayContaining(['declined', 'inadmissible']),
    );
  });

  test('two months of silence have refused, which is told once, and a late answer is still possible', async () => {
    const { id } = await given();
    await itIs('2027-02-01T08:00:00Z');
    const { body } = await get(`interests/${id}`, editor).expect(200);
    expect(body).toMatchObject({ state: 'refused_by_silence', consequence: { article: expect.stringContaining('L. 231-4') } });
    await t.get(InterestPost).tellSilence();
    await t.get(InterestPost).tellSilence();
    const letters = (await written('interest-answered')).filter(
      ({ said }) => said['what'] === 'refused_by_silence' && said['link']?.includes(id),
    );
    expect(letters).toHaveLength(1);
    await post(`interests/${id}/decline`, { reason: 'Réponse tardive' }).expect(200);
  });
});

describe('the words of a rule', () => {
  test('are corrected by an administrator, in the open, from a day on, and never their logic', async () => {
    const { body: rules } = await t.http().get('/api/legal/rules').expect(200);
    const rule = rules.items.find(({ key }: { key: string }) => key === 'path:private-use');
    expect(rule).toMatchObject({ article: 'CE 2 déc. 2022, n° 460100', original: null, corrections: [] });
    const words = { title: 'Domaine privé', text: 'Texte relu.' };
    const correction = {
      article: 'CE 2 décembre 2022, n° 460100',
      fr: words,
      en: words,
      reason: 'Date en toutes lettres',
      effectiveOn: '2026-12-02',
    };
    const correct = (by: Person, body: object, key = 'path:private-use') =>
      by.http().post(`/api/legal/rules/${key}/corrections`).send(body);
    await correct(agent, correction).expect(403);
    await correct(admin, correction, 'path:nothing').expect(404);
    expect((await correct(admin, { ...correction, effectiveOn: '2026-11-30' }).expect(422)).body.code).toBe('legal-correction-in-the-past');
    const { body } = await correct(admin, correction).expect(200);
    expect(body).toMatchObject({ article: rule.article, corrections: [{ reason: 'Date en toutes lettres', effectiveOn: '2026-12-02' }] });
    await itIs('2026-12-02T08:00:00Z');
    const tried = await t
      .http()
      .post('/api/legal/path')
      .send({ ...PRIVATE_DOMAIN, proof: undefined, origin: 'called' })
      .expect(200);
    expect(tried.body).toMatchObject({ path: 'no_duty', article: correction.article, title: 'Domaine privé' });
    expect(
      (await t.http().get('/api/legal/rules').expect(200)).body.items.find(({ key }: { key: string }) => key === 'path:private-use')
        .original,
    ).toMatchObject({ article: rule.article });
  });
});

test('the journal of all this is intact', async () => {
  expect(await t.get(Journal).verify(t.db.manager)).toMatchObject({ intact: true });
});
