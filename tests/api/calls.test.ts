import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CALL_STATES, callStateAt, STORED_CALL_STATES } from '../../api/src/modules/calls/call.rules.js';
import { VisitsService } from '../../api/src/modules/calls/visits/visits.service.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { CLOSES, givenCallDraft, givenLot, givenPublishedCall, OPENS, WRITTEN } from '../support/calls.js';
import { actsOn } from '../support/organisations.js';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const REASON = 'Les visites ont été retardées par la neige.';
let owner: string;
let agent: Person;
let colleague: Person;
let applicant: Person;

beforeAll(async () => {
  await givenTerritories(t.db);
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  agent = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'editor' }] });
  colleague = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'administrator' }] });
  const ess = await givenOrganisation(t, { name: 'Les Clés de Douze' });
  applicant = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'editor' }] });
});
beforeEach(() => itIs('2026-11-26T08:00:00Z'));

/** Moves the clock; whoever was signed in signs in again. */
async function itIs(instant: string | Date): Promise<void> {
  t.clock.set(instant);
  [agent, colleague, applicant] = (await Promise.all([agent, colleague, applicant].map((person) => signedInAgain(t, person)))) as [
    Person,
    Person,
    Person,
  ];
}

const lot = (name = 'Halle', state?: string) => givenLot(t, owner, name, state);
const get = (id: string, by: { http: () => ReturnType<typeof t.http> } = t) => by.http().get(`/api/calls/${id}`);
const stateOfSite = async (id: string) => (await t.db.query('select state from site where id = $1', [id]))[0].state as string;

describe('a call is written', () => {
  test('from a template, by an agent of a public owner, about its own places', async () => {
    const halle = await lot();
    const { body } = await agent
      .http()
      .post('/api/calls')
      .send({ organisationId: owner, title: 'Un projet pour la halle', template: 'building', lots: [halle] })
      .expect(201);
    expect(body).toMatchObject({
      state: 'draft',
      lots: [{ id: halle, name: 'Halle' }],
      content: { grid: { criteria: expect.arrayContaining([expect.objectContaining({ id: 'utilite', weight: 30 })]) } },
      inside: { version: 1, lacks: ['summary', 'opensAt', 'closesAt', 'jury', 'legal'], formFaults: [] },
      actions: { updateCall: null, publishCall: 'call-incomplete', extendCall: 'call-state-forbids', cancelCall: null },
    });
  });

  test('not about the places of another, nor by an organisation that brings projects', async () => {
    const other = await givenOrganisation(t, { kind: 'public_owner', name: 'Une autre ville' });
    const foreign = await givenLot(t, other, 'Ailleurs');
    const send = { organisationId: owner, title: 'Un projet pour ailleurs', lots: [foreign] };
    const { body } = await agent.http().post('/api/calls').send(send).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/lots/0' })]);
    const ess = await givenOrganisation(t);
    const member = await givenPerson(t, { memberOf: [{ organisationId: ess, role: 'editor' }] });
    expect((await member.http().post('/api/calls').send({ organisationId: ess, title: 'Nos locaux' }).expect(409)).body.code).toBe(
      'public-owners-only',
    );
  });

  test('closes at 23:59 in Paris when only the day is said, and must close after it opens', async () => {
    const { id, version } = await givenCallDraft(agent, owner, []);
    const { body } = await get(id, agent).expect(200);
    expect([new Date(body.opensAt), new Date(body.closesAt)]).toEqual([OPENS, CLOSES]);
    const wrong = await agent.http().patch(`/api/calls/${id}`).send({ version, closesAt: '2026-11-30' }).expect(422);
    expect(wrong.body.errors).toEqual([expect.objectContaining({ pointer: '/closesAt' })]);
    await agent.http().patch(`/api/calls/${id}`).send({ version, closesAt: '2026-02-30' }).expect(422);
  });

  test('by two agents at once: different parts merge, the same part is shown to whoever comes second', async () => {
    const { id, version } = await givenCallDraft(agent, owner, []);
    await agent.http().patch(`/api/calls/${id}`).send({ version, summary: 'Version de Camille' }).expect(200);
    const merged = await colleague.http().patch(`/api/calls/${id}`).send({ version, description: 'Le détail.' }).expect(200);
    expect(merged.body.content).toMatchObject({ summary: 'Version de Camille', description: 'Le détail.' });
    const { body } = await colleague.http().patch(`/api/calls/${id}`).send({ version, summary: 'Version d’Alex' }).expect(409);
    expect(body).toMatchObject({ code: 'changed-meanwhile', facts: { changes: [{ field: 'summary', to: 'Version de Camille' }] } });
  });

  test('and nobody else knows that a draft exists', async () => {
    const { id } = await givenCallDraft(agent, owner, []);
    await get(id).expect(404);
    await get(id, applicant).expect(404);
    await applicant.http().patch(`/api/calls/${id}`).send({ version: 2, title: 'À moi maintenant' }).expect(404);
    await applicant.http().post(`/api/calls/${id}/questions`).send({ question: 'Y a-t-il de l’eau ?' }).expect(404);
    await t.http().get(`/api/calls/${id}/calendar`).expect(404);
    const { body } = await t.http().get('/api/calls').expect(200);
    expect(body.items.map((call: { id: string }) => call.id)).not.toContain(id);
  });
});

describe('a published call', () => {
  test('takes its places into the call, is read by everyone and says what it asks', async () => {
    const places = [await lot('Halle'), await lot('Étage')];
    const id = await givenPublishedCall(agent, owner, places);
    expect(await Promise.all(places.map(stateOfSite))).toEqual(['under_call', 'under_call']);
    const { body } = await get(id).expect(200);
    expect(body).toMatchObject({
      state: 'published',
      inside: null,
      lots: [{ name: 'Halle' }, { name: 'Étage' }],
      content: { form: [{ id: 'projet' }], grid: { tieBreak: ['utilite'] }, jury: { members: [{ who: 'Adjointe à l’urbanisme' }] } },
      actions: { askOnCall: 'sign-in-needed' },
    });
    expect((await actsOn(t, id)).map(({ action }) => action)).toEqual(['create-call', 'edit-call', 'publish-call']);
    const page = await t.http().get(`/appels/${id}`).set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('La gare cherche ses voisins');
    const { body: bySite } = await t.http().get(`/api/calls?siteId=${places[0]}`).expect(200);
    expect(bySite.items).toEqual([expect.objectContaining({ id, lotCount: 2 })]);
  });

  test('is refused while something lacks, when a place is not on offer, and on another version than the one read', async () => {
    const taken = await lot('Déjà prise', 'under_call');
    const { id, version } = await givenCallDraft(agent, owner, [taken]);
    expect(
      (
        await agent
          .http()
          .post(`/api/calls/${id}/publish`)
          .send({ version: version - 1 })
          .expect(409)
      ).body.code,
    ).toBe('changed-meanwhile');
    const { body } = await agent.http().post(`/api/calls/${id}/publish`).send({ version }).expect(409);
    expect(body).toMatchObject({ code: 'call-lot-not-available', facts: { siteId: taken } });
    const vague = await givenCallDraft(agent, owner, [], { grid: { scaleMax: 5, criteria: [], tieBreak: [] } });
    const refused = await agent.http().post(`/api/calls/${vague.id}/publish`).send({ version: vague.version }).expect(409);
    expect(refused.body).toMatchObject({ code: 'call-incomplete', facts: { lacks: ['lots', 'grid'] } });
  });

  test('never changes: neither through the API, nor by a hand in the database', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    expect((await agent.http().patch(`/api/calls/${id}`).send({ version: 2, title: 'Un autre titre' }).expect(409)).body.code).toBe(
      'call-state-forbids',
    );
    for (const change of [
      `grid = jsonb_set(grid, '{criteria,0,weight}', '50')`,
      `form = '[]'`,
      `eligibility = '[]'`,
      `opens_at = opens_at - interval '1 day'`,
      `closes_at = closes_at - interval '1 minute'`,
      `state = 'draft'`,
    ])
      await expect(t.db.query(`update call set ${change} where id = $1`, [id])).rejects.toThrow(/published call/);
    await expect(t.db.query('delete from call_lot where call_id = $1', [id])).rejects.toThrow(/do not change/);
    await expect(t.db.query('delete from call where id = $1', [id])).rejects.toThrow(/never deleted/);
  });

  test('opens and closes at its instants though no worker ran', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    const stateAt = async (now: Date) => {
      t.clock.set(now);
      const [one, list] = [await get(id).expect(200), await t.http().get('/api/calls?limit=100').expect(200)];
      const listed = list.body.items.find((call: { id: string }) => call.id === id);
      expect(listed.state).toBe(one.body.state);
      return one.body.state as string;
    };
    expect(await stateAt(new Date(OPENS.getTime() - 1))).toBe('published');
    expect(await stateAt(OPENS)).toBe('open');
    expect(await stateAt(new Date(CLOSES.getTime() - 1))).toBe('open');
    expect(await stateAt(CLOSES)).toBe('closed');
  });

  test('has the same state in SQL as in the rules, whatever the instants', async () => {
    const instants = [null, new Date('2026-12-01T00:00:00Z'), new Date('2026-12-02T00:00:00Z')];
    const now = new Date('2026-12-01T12:00:00Z');
    for (const state of STORED_CALL_STATES)
      for (const opensAt of instants)
        for (const closesAt of instants.filter((at) => (at === null) === (opensAt === null)))
          for (const firstClosesAt of instants) {
            if (opensAt === null && (state === 'published' || state === 'second_step')) continue;
            const given = [state, opensAt, firstClosesAt, closesAt];
            const [row] = await t.db.query('select call_state_at($1, $2, $3, $4, $5) as state', [...given, now]);
            expect([...given, row.state]).toEqual([...given, callStateAt({ state, opensAt, firstClosesAt, closesAt }, now)]);
            expect(CALL_STATES).toContain(row.state);
          }
  });

  test('is extended before its closing only, later only, with a reason that everyone reads', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    const extend = (closesAt: string) => agent.http().post(`/api/calls/${id}/extend`).send({ closesAt, reason: REASON });
    expect((await extend('2026-12-19').expect(422)).body.errors).toEqual([expect.objectContaining({ pointer: '/closesAt' })]);
    await extend('2026-12-24').expect(200);
    const { body } = await get(id).expect(200);
    expect(body).toMatchObject({ closesAt: '2026-12-24T22:59:00.000Z', extensions: [{ reason: REASON, to: '2026-12-24T22:59:00.000Z' }] });
    await itIs('2026-12-24T22:59:00Z');
    expect((await extend('2026-12-31').expect(409)).body.code).toBe('call-state-forbids');
    await applicant.http().post(`/api/calls/${id}/extend`).send({ closesAt: '2027-01-31', reason: REASON }).expect(403);
  });

  const TWO = { firstStep: { questions: ['ess', 'jauge'], documents: ['statuts'] }, firstClosesAt: '2026-12-10', closesAt: '2027-01-05' };

  test('in two steps says both closings, keeps a week between them, and freezes what is asked first', async () => {
    const { id, version } = await givenCallDraft(agent, owner, [await lot()], TWO);
    const edit = (body: object) =>
      agent
        .http()
        .patch(`/api/calls/${id}`)
        .send({ version, ...body });
    const pointers = async (body: object) => (await edit(body).expect(422)).body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(await pointers({ firstClosesAt: '2026-12-01T07:00' })).toEqual(['/firstClosesAt']);
    expect(await pointers({ closesAt: '2026-12-10' })).toEqual(['/closesAt']);
    const near = (await edit({ closesAt: '2026-12-15' }).expect(200)).body.inside;
    expect(near.lacks).toEqual(['second-too-soon']);
    await agent.http().post(`/api/calls/${id}/publish`).send({ version: near.version }).expect(409);
    const back = (await agent.http().patch(`/api/calls/${id}`).send({ version: near.version, closesAt: '2027-01-05' }).expect(200)).body;
    await agent.http().post(`/api/calls/${id}/publish`).send({ version: back.inside.version }).expect(200);
    expect((await get(id).expect(200)).body).toMatchObject({
      firstClosesAt: '2026-12-10T22:59:00.000Z',
      closesAt: '2027-01-05T22:59:00.000Z',
      content: { firstStep: TWO.firstStep },
      shortlist: null,
    });
    expect((await t.http().get(`/api/calls/${id}/calendar`).expect(200)).text).toContain('DTSTART:20261210T225900Z');
    // Its publicity lasts as long as one may begin a file.
    expect(
      await t.db.query(
        'select n.closes_at as at from legal_notice n join legal_procedure p on p.id = n.procedure_id where p.call_id = $1',
        [id],
      ),
    ).toEqual([{ at: new Date('2026-12-10T22:59:00Z') }]);
    for (const change of [`first_step = '{"questions": [], "documents": []}'`, `first_closes_at = first_closes_at - interval '1 day'`])
      await expect(t.db.query(`update call set ${change} where id = $1`, [id])).rejects.toMatchObject({ constraint: 'call_frozen' });
  });

  test('in two steps is told from one by its first step, and begins from a template', async () => {
    const begun = await agent
      .http()
      .post('/api/calls')
      .send({ organisationId: owner, title: 'En deux étapes', template: 'two_steps' })
      .expect(201);
    expect(begun.body.inside.lacks).toEqual(expect.arrayContaining(['firstClosesAt']));
    expect(begun.body.inside.lacks).not.toContain('first-step');
    const edit = (version: number, body: object) =>
      agent
        .http()
        .patch(`/api/calls/${begun.body.id}`)
        .send({ version, ...body })
        .expect(200);
    const dated = await edit(1, { opensAt: '2026-12-01', firstClosesAt: '2026-12-10', closesAt: '2027-01-05' });
    const { body } = await edit(dated.body.inside.version, { firstStep: null });
    expect(body).toMatchObject({ firstClosesAt: null, content: { firstStep: null, firstClosesAt: null } });
  });

  test('in two steps is extended step by step, the one that comes first unless it is said', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()], TWO);
    const extend = (closesAt: string, step?: string) =>
      agent.http().post(`/api/calls/${id}/extend`).send({ closesAt, reason: REASON, step });
    expect((await extend('2026-12-30').expect(422)).body.errors).toEqual([expect.objectContaining({ pointer: '/closesAt' })]);
    await extend('2027-01-12', 'second').expect(200);
    await extend('2026-12-30').expect(200);
    expect((await get(id).expect(200)).body).toMatchObject({
      firstClosesAt: '2026-12-30T22:59:00.000Z',
      closesAt: '2027-01-12T22:59:00.000Z',
      extensions: [{ step: 'second' }, { step: 'first' }],
    });
    await itIs('2026-12-30T22:59:00Z');
    expect((await get(id).expect(200)).body.state).toBe('shortlisting');
    expect((await extend('2027-01-04', 'first').expect(409)).body.code).toBe('call-state-forbids');
    await extend('2027-01-20').expect(200);
    // No hour makes a shortlist: the second step waits for it, and the call may end without one.
    await itIs('2027-02-01T08:00:00Z');
    expect((await get(id).expect(200)).body.state).toBe('shortlisting');
    for (const over of ['2027-01-25', '2027-02-05'])
      expect((await extend(over).expect(422)).body.errors).toEqual([expect.objectContaining({ pointer: '/closesAt' })]);
    await agent.http().post(`/api/calls/${id}/unsuccessful`).send({ reason: REASON }).expect(200);
  });

  test('is followed: an extension reaches those who follow it, or one of its places, once each, with the new closing spelled out', async () => {
    const place = await lot();
    const id = await givenPublishedCall(agent, owner, [place]);
    await t.runJobs();
    const follow = { about: 'call', subject: id, frequency: 'at_once' };
    await applicant.http().post('/api/me/follows').send(follow).expect(200);
    await t.runJobs();
    t.clock.advance({ minutes: 30 });
    await agent.http().post(`/api/calls/${id}/extend`).send({ closesAt: '2026-12-24', reason: REASON }).expect(200);
    await t.runJobs();
    await t.runJobs();
    const letters = await t.db.query(`select recipient, template_values as vals from outgoing_mail where template = 'follow-news'`);
    expect(letters).toEqual([
      {
        recipient: applicant.email,
        vals: expect.objectContaining({
          items: [expect.objectContaining({ kind: 'call_extended', closesAt: expect.stringContaining('2026-12-24T22:59') })],
        }),
      },
    ]);
  });

  test('gives its calendar as a file', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    const { text, headers } = await t.http().get(`/api/calls/${id}/calendar`).expect(200);
    expect(headers['content-type']).toContain('text/calendar');
    expect(text).toContain('DTSTART:20261220T225900Z');
  });

  test('that ends without award gives its places back, and says why to everyone', async () => {
    const place = await lot();
    const id = await givenPublishedCall(agent, owner, [place]);
    expect((await agent.http().post(`/api/calls/${id}/unsuccessful`).send({ reason: REASON }).expect(409)).body.code).toBe(
      'call-state-forbids',
    );
    await agent.http().post(`/api/calls/${id}/cancel`).send({ reason: 'court' }).expect(422);
    await agent.http().post(`/api/calls/${id}/cancel`).send({ reason: REASON }).expect(200);
    expect(await stateOfSite(place)).toBe('published');
    expect((await get(id).expect(200)).body).toMatchObject({ state: 'cancelled', reason: REASON });
    const second = await givenPublishedCall(agent, owner, [place]);
    await itIs('2026-12-21T08:00:00Z');
    await agent.http().post(`/api/calls/${second}/unsuccessful`).send({ reason: REASON }).expect(200);
    expect(await stateOfSite(place)).toBe('published');
  });

  test('that was given up as a draft stays unknown to others', async () => {
    const { id } = await givenCallDraft(agent, owner, []);
    await agent.http().post(`/api/calls/${id}/cancel`).send({ reason: REASON }).expect(200);
    await get(id).expect(404);
    await get(id, agent).expect(200);
  });
});

describe('questions about a call', () => {
  test('are asked by one and answered to all, without saying who asked', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    await t.http().post(`/api/calls/${id}/questions`).send({ question: 'Y a-t-il de l’eau ?' }).expect(401);
    const asked = await applicant
      .http()
      .post(`/api/calls/${id}/questions`)
      .send({ question: 'Nous, Les Clés de Douze, demandons : y a-t-il de l’eau ?' })
      .expect(201);
    const [{ id: questionId }] = asked.body.questions;
    expect((await get(id).expect(200)).body.questions).toEqual([]);
    const answer = { question: 'Y a-t-il de l’eau ?', answer: 'Oui, au rez-de-chaussée.' };
    await applicant.http().post(`/api/calls/${id}/questions/${questionId}/answer`).send(answer).expect(403);
    await agent.http().post(`/api/calls/${id}/questions/${questionId}/answer`).send(answer).expect(200);
    const { body, text } = await get(id).expect(200);
    expect(body.questions).toEqual([expect.objectContaining(answer)]);
    expect(text).not.toContain('Clés de Douze');
    const again = await agent.http().post(`/api/calls/${id}/questions/${questionId}/answer`).send(answer).expect(409);
    expect(again.body.code).toBe('call-question-answered');
  });

  test('wait for their answers before the next ones, and stop at the closing', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    const ask = () => applicant.http().post(`/api/calls/${id}/questions`).send({ question: 'Peut-on visiter le lieu ?' });
    for (let asked = 0; asked < 5; asked += 1) await ask().expect(201);
    expect((await ask().expect(409)).body.code).toBe('call-questions-waiting');
    await itIs(CLOSES);
    expect((await ask().expect(409)).body.code).toBe('call-state-forbids');
  });
});

describe('an owner’s desk', () => {
  test('lists its calls, drafts too, for its members only; the history says who changed what', async () => {
    const { id } = await givenCallDraft(agent, owner, []);
    const { body } = await agent.http().get(`/api/organisations/${owner}/calls?limit=100`).expect(200);
    expect(body.items).toContainEqual(expect.objectContaining({ id, state: 'draft' }));
    await applicant.http().get(`/api/organisations/${owner}/calls`).expect(403);
    const { body: history } = await colleague.http().get(`/api/calls/${id}/history`).expect(200);
    expect(history.items.map(({ action }: { action: string }) => action)).toEqual(['edit', 'create']);
    expect(history.items[0].changes.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['summary', 'form', 'grid']),
    );
    expect(Object.keys(WRITTEN)).toEqual(expect.arrayContaining(['form', 'grid']));
  });
});

describe('visits of the places of a call', () => {
  const MEETING = 'Devant la halle, chaussures fermées';
  const visitor = () => givenPerson(t);
  const add = (id: string, body: object = {}, by = agent) =>
    by
      .http()
      .post(`/api/calls/${id}/visits`)
      .send({ startsAt: '2026-12-05T10:00', endsAt: '2026-12-05T11:00', meeting: MEETING, capacity: 2, ...body });
  const book = (id: string, visit: string, by: Person, body: object = {}) =>
    by.http().put(`/api/calls/${id}/visits/${visit}/booking`).send(body);
  const leave = (id: string, visit: string, by: Person) => by.http().delete(`/api/calls/${id}/visits/${visit}/booking`);

  test('are given by the owner, booked one place a person, never beyond their number nor twice at one hour', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    await add(id, {}, applicant).expect(403);
    expect((await add(id, { endsAt: '2026-12-05T09:00' }).expect(422)).body.errors).toMatchObject([{ pointer: '/endsAt' }]);
    const { body } = await add(id).expect(201);
    const [{ id: visit }] = body.items;
    expect(body.items).toMatchObject([{ startsAt: '2026-12-05T09:00:00.000Z', left: 2, mine: false, cancelled: null }]);
    const others = await Promise.all([visitor(), visitor(), visitor(), visitor()]);
    const answers = await Promise.all(others.map((person) => book(id, visit, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map((refused) => refused.body.code)).toEqual(['visit-full', 'visit-full']);
    const [first] = others.filter((_, index) => answers[index]?.status === 200) as [Person];
    const again = await book(id, visit, first).expect(200);
    expect(again.body.items).toMatchObject([{ left: 0, mine: true }]);
    const meanwhile = (await add(id, { startsAt: '2026-12-05T10:30', endsAt: '2026-12-05T12:00' }).expect(201)).body.items[1].id;
    expect((await book(id, meanwhile, first).expect(409)).body.code).toBe('visit-overlaps');
    await leave(id, visit, first).expect(200);
    await book(id, meanwhile, first).expect(200);
    const unverified = await givenPerson(t, { emailVerified: false });
    expect((await book(id, visit, unverified).expect(403)).body.code).toBe('email-not-verified');
    await t.http().put(`/api/calls/${id}/visits/${visit}/booking`).send({}).expect(401);
    const { body: seen } = await t.http().get(`/api/calls/${id}/visits`).expect(200);
    expect(seen.items[0]).toMatchObject({ left: 1, mine: false, meeting: MEETING, actions: { bookVisit: 'sign-in-needed' } });
    const { text } = await t.http().get(`/api/calls/${id}/visits/${visit}/calendar`).expect(200);
    expect(text).toContain('DTSTART:20261205T090000Z');
  });

  test('are kept by the agent: who comes and who came, what one learns told to all, the day before reminded of, a cancelled one explained', async () => {
    const id = await givenPublishedCall(agent, owner, [await lot()]);
    const visit = (await add(id).expect(201)).body.items[0].id;
    const ess = (await t.db.query('select organisation_id from membership where account_id = $1', [applicant.id]))[0].organisation_id;
    await book(id, visit, applicant, { organisationId: owner }).expect(403);
    await book(id, visit, applicant, { organisationId: ess }).expect(200);
    const url = `/api/calls/${id}/visits/${visit}`;
    await applicant.http().get(`${url}/visitors`).expect(403);
    const { body } = await agent.http().get(`${url}/visitors`).expect(200);
    expect(body.items).toMatchObject([{ accountId: applicant.id, organisation: 'Les Clés de Douze', attended: null }]);
    await itIs('2026-12-04T08:00:00Z');
    await t.get(VisitsService).remind();
    await t.get(VisitsService).remind();
    await itIs('2026-12-05T12:00:00Z');
    await agent.http().put(`${url}/visitors/${applicant.id}`).send({ attended: true }).expect(200);
    const csv = await agent.http().get(`${url}/visitors.csv`).expect(200);
    expect(csv.text).toMatch(/^\uFEFFNom;Organisation;Courriel;.+\r\n.+;Les Clés de Douze;.+;oui\r\n$/);
    const learnt = { question: 'Le toit fuit-il ?', answer: 'Non, il a été refait en 2024.' };
    await agent.http().post(`${url}/learnt`).send(learnt).expect(200);
    expect((await get(id).expect(200)).body.questions).toMatchObject([learnt]);
    const next = (await add(id, { startsAt: '2026-12-10T10:00', endsAt: '2026-12-10T11:00' }).expect(201)).body.items[1].id;
    await book(id, next, applicant).expect(200);
    await agent.http().post(`/api/calls/${id}/visits/${next}/cancel`).send({ reason: 'La neige bloque la route.' }).expect(200);
    expect((await leave(id, visit, applicant).expect(409)).body.code).toBe('visit-past');
    const { body: told } = await applicant.http().get('/api/me/notifications').expect(200);
    const kinds = told.items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('visit_'));
    expect(kinds).toEqual(['visit_cancelled', 'visit_reminder']);
    await itIs(CLOSES);
    expect((await add(id).expect(409)).body.code).toBe('visits-over');
  });

  test('in two steps are over before the first closing', async () => {
    const two = { firstStep: { questions: ['ess', 'jauge'], documents: [] }, firstClosesAt: '2026-12-10' };
    const id = await givenPublishedCall(agent, owner, [await lot()], two);
    const late = { startsAt: '2026-12-11T10:00', endsAt: '2026-12-11T11:00' };
    expect((await add(id, late).expect(422)).body.errors).toMatchObject([{ pointer: '/endsAt' }]);
    await add(id).expect(201);
  });
});
