import { beforeAll, describe, expect, test } from '@jest/globals';
import { archiveFaults } from '../../api/src/platform/journal/proof-archive.js';
import { readArchive } from '../../api/src/platform/journal/read-archive.js';
import { parisFace } from '../../api/src/platform/paris-time.js';
import pg from 'pg';
import { SaxesParser } from 'saxes';
import { ReviewersService } from '../../api/src/modules/review/reviewers.service.js';
import { givenOrganisation, givenPerson, type Person, signedInAgain } from '../support/actors.js';
import { CLOSES, givenLot, givenPublishedCall } from '../support/calls.js';
import { lastMailTo } from '../support/mail.js';
import { givenAdmissible } from '../support/reviews.js';
import { givenTerritories } from '../support/sites.js';
import { insertRow } from '../support/access-world.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const AFTER = new Date(CLOSES.getTime() + 3_600_000);
const CHAIR = 'Présidente du jury';
const MEMBER = 'Membre du jury';
const JURY = {
  members: [
    { who: CHAIR, chair: true },
    { who: MEMBER, chair: false },
  ],
  quorum: 2,
};
const SHOWN = { jury: true, ranking: true, applicants: 'count' };
const NO_LINK = 'Je préside cette association depuis trois ans.';

let owner: string;
let editor: Person;
let administrator: Person;
let stranger: Person;
const bodies: string[] = [];
const people: Person[] = [];
let reviewers: Person[];

beforeAll(async () => {
  await givenTerritories(t.db);
  t.clock.set('2026-11-26T08:00:00Z');
  owner = await givenOrganisation(t, { name: 'Ville de Langres', kind: 'public_owner' });
  editor = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'editor' }] });
  administrator = await givenPerson(t, { memberOf: [{ organisationId: owner, role: 'administrator' }] });
  for (const name of ['Les Clés', 'La Recyclerie', 'Le Fournil']) {
    const organisationId = await givenOrganisation(t, { name });
    bodies.push(organisationId);
    people.push(await givenPerson(t, { memberOf: [{ organisationId, role: 'editor' }] }));
  }
  stranger = await givenPerson(t, {});
  reviewers = [
    await givenPerson(t, { name: 'Présidente' }),
    await givenPerson(t, { name: 'Lecteur' }),
    await givenPerson(t, { name: 'Lectrice' }),
  ];
});

async function signInAgain(): Promise<void> {
  [editor, administrator, stranger] = (await Promise.all([editor, administrator, stranger].map((one) => signedInAgain(t, one)))) as [
    Person,
    Person,
    Person,
  ];
  reviewers = await Promise.all(reviewers.map((one) => signedInAgain(t, one)));
  for (const [index, person] of people.entries()) people[index] = await signedInAgain(t, person);
}
async function itIs(instant: string | Date): Promise<void> {
  t.clock.set(instant);
  await signInAgain();
}

const emailOf = async ({ id }: Person) => (await t.db.query('select email from account where id = $1', [id]))[0].email as string;
const post = (person: Person, path: string, body: object = {}) => person.http().post(`/api${path}`).send(body);
const get = (person: Person, path: string) => person.http().get(`/api${path}`);
const one = (person: Person) => async () => (await get(person, '/me/reviews').expect(200)).body.items[0];

/** A call with two lots that has closed, and three files: the first for both lots. */
async function closedCall(changes: object = {}) {
  await itIs('2026-11-26T08:00:00Z');
  const lots = [await givenLot(t, owner, 'La halle'), await givenLot(t, owner, 'Le quai')];
  const callId = await givenPublishedCall(editor, owner, lots, { jury: JURY, shown: SHOWN, ...changes });
  await itIs(AFTER);
  const [halle, quai] = lots as [string, string];
  const files = [
    await givenAdmissible(t, callId, bodies[0] ?? '', [halle, quai]),
    await givenAdmissible(t, callId, bodies[1] ?? '', [halle]),
    await givenAdmissible(t, callId, bodies[2] ?? '', [quai]),
  ] as [string, string, string];
  return { callId, lots, halle, quai, files };
}
const start = (callId: string, body: object = { mode: 'full', quorum: 2, dueOn: '2027-01-15' }) =>
  post(editor, `/calls/${callId}/review`, body);

async function invite(callId: string, person: Person, role = MEMBER): Promise<string> {
  const { body } = await post(editor, `/calls/${callId}/review/reviewers`, { email: await emailOf(person), function: role }).expect(201);
  return body.reviewers.at(-1).id as string;
}
async function accept(person: Person) {
  const { reviewerId } = await one(person)();
  return (await post(person, `/reviewers/${reviewerId}/answer`, { accepts: true }).expect(200)).body.items[0];
}
const scores = (utilite: number, moyens = utilite) => ({
  scores: { utilite: { score: utilite, justification: 'Un besoin réel' }, moyens: { score: moyens, justification: 'Des moyens sûrs' } },
});
async function read(person: Person, readingId: string, utilite: number, moyens = utilite): Promise<void> {
  await post(person, `/readings/${readingId}/no-link`).expect(200);
  await person.http().patch(`/api/readings/${readingId}`).send(scores(utilite, moyens)).expect(200);
  await post(person, `/readings/${readingId}/lock`).expect(200);
}
const readingOf = async (person: Person, number: string) =>
  (await one(person)()).readings.find((line: { number: string }) => line.number === number).id as string;
const numberOf = async (id: string) => (await t.db.query('select number from application where id = $1', [id]))[0].number as string;
const review = async (callId: string, person = editor) => (await get(person, `/calls/${callId}/review`).expect(200)).body;

/** Everybody has read everything: the first file gets 4 and 4, the second 4 and 4, the third 2 and 3. */
async function reviewed() {
  const call = await closedCall();
  await start(call.callId).expect(201);
  await invite(call.callId, reviewers[0] as Person, CHAIR);
  await invite(call.callId, reviewers[1] as Person);
  for (const person of reviewers.slice(0, 2)) {
    await accept(person);
    for (const [index, id] of call.files.entries()) {
      const score = index === 2 ? [2, 3] : [4, 4];
      await read(person, await readingOf(person, await numberOf(id)), score[0] ?? 0, score[1]);
    }
  }
  return call;
}

describe('the review of a closed call', () => {
  test('starts once every file was examined, by the owner’s editors; strangers know of none', async () => {
    const { callId, files } = await closedCall();
    await t.db.query(`update application set state = 'filed' where id = $1`, [files[0]]);
    const refused = await start(callId).expect(409);
    expect(refused.body).toMatchObject({ code: 'review-files-not-examined', facts: { files: [await numberOf(files[0])] } });
    expect((await review(callId)).notExamined).toMatchObject([{ id: files[0], organisation: 'Les Clés' }]);
    await t.db.query(`update application set state = 'admissible' where id = $1`, [files[0]]);
    await post(stranger, `/calls/${callId}/review`, { dueOn: '2027-01-15' }).expect(403);
    expect((await start(callId, { quorum: 1, dueOn: '2027-01-15' }).expect(409)).body.code).toBe('review-quorum-too-low');
    const silent = await givenOrganisation(t, { name: 'Les Absents' });
    const absent = await givenPerson(t, { memberOf: [{ organisationId: silent, role: 'editor' }] });
    const missed = await givenAdmissible(t, callId, silent, [], { state: 'invited' });
    const { body } = await start(callId).expect(201);
    // Shortlisted, and never came back: it ends, and is told why.
    expect((await get(absent, `/applications/${missed}`).expect(200)).body).toMatchObject({
      state: 'obsolete',
      reason: 'Le dossier complet n’a pas été déposé avant la clôture de la seconde étape.',
      actions: { updateApplication: 'application-state-forbids', withdrawApplication: 'application-state-forbids' },
    });
    expect(await t.db.query(`select recipient from outgoing_mail where template = 'second-step-missed'`)).toEqual([
      { recipient: await emailOf(absent) },
    ]);
    expect(body).toMatchObject({ call: { state: 'under_review' }, review: { mode: 'full', quorum: 2 }, ranking: null });
    expect(body.applications.map(({ state }: { state: string }) => state)).toEqual(['under_review', 'under_review', 'under_review']);
    expect((await start(callId).expect(409)).body.code).toBe('call-state-forbids');
  });

  test('is blind: nobody inside reads a score, before all have locked', async () => {
    const { callId, files } = await closedCall();
    await start(callId).expect(201);
    await invite(callId, reviewers[0] as Person, CHAIR);
    await invite(callId, reviewers[1] as Person);
    expect(lastMailTo(t, await (await t.runJobs(), emailOf(reviewers[0] as Person))).subject).toContain('Évaluer les dossiers');
    const [chair, reader] = reviewers as [Person, Person, Person];
    await post(stranger, `/reviewers/${(await one(chair)()).reviewerId}/answer`, { accepts: true }).expect(404);
    const { readings } = await accept(chair);
    const theirs = (await accept(reader)).readings;
    expect(readings).toHaveLength(3);

    const sealed = (await get(chair, `/readings/${readings[0].id}`).expect(200)).body;
    expect(sealed).toMatchObject({
      state: 'assigned',
      application: null,
      actions: { declareNoLink: null, saveScores: 'reading-state-forbids' },
    });
    await get(reader, `/readings/${readings[0].id}`).expect(404);
    const opened = (await post(chair, `/readings/${readings[0].id}/no-link`).expect(200)).body;
    expect(opened.application.answers.texte).toMatch(/^Le projet/);
    expect((await post(chair, `/readings/${readings[0].id}/lock`).expect(409)).body.code).toBe('scores-incomplete');
    const off = await chair.http().patch(`/api/readings/${readings[0].id}`).send(scores(6)).expect(422);
    expect(off.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/scores/utilite', '/scores/moyens']);
    await chair.http().patch(`/api/readings/${readings[0].id}`).send(scores(4)).expect(200);
    await post(chair, `/readings/${readings[0].id}/lock`).expect(200);
    expect((await chair.http().patch(`/api/readings/${readings[0].id}`).send(scores(1)).expect(409)).body.code).toBe(
      'reading-state-forbids',
    );

    for (const person of [editor, administrator, chair]) {
      const seen = await review(callId, person);
      expect(JSON.stringify(seen)).not.toContain('Un besoin réel');
      expect(seen.ranking).toBeNull();
      expect(seen.reviewers.map(({ done, asked }: { done: number; asked: number }) => `${done}/${asked}`)).toEqual(['1/3', '0/3']);
    }
    await read(reader, theirs[0].id, 2);
    const other = (await get(reader, `/readings/${theirs[0].id}`).expect(200)).body;
    expect(other.others).toEqual([]);
    const side = (await get(editor, `/calls/${callId}/review/comparison?applications=${files.join(',')}`).expect(200)).body;
    expect(side.items.map(({ scores: shown }: { scores: unknown[] }) => shown)).toEqual([[], [], []]);
    for (const path of [`/calls/${callId}/history`, `/organisations/${owner}/journal`]) {
      const answer = await get(administrator, path);
      expect(JSON.stringify(answer.body)).not.toMatch(/Un besoin réel|"score"/);
    }
    expect((await post(chair, `/calls/${callId}/review/reveal`, { reason: 'Le conseil se réunit demain.' }).expect(409)).body.code).toBe(
      'review-quorum-missing',
    );
    await post(editor, `/calls/${callId}/review/reveal`, { reason: 'Le conseil se réunit demain.' }).expect(403);
    expect((await post(editor, `/calls/${callId}/review/notes`, { applicationId: files[0], text: 'Trop tôt' }).expect(409)).body.code).toBe(
      'review-not-revealed',
    );
  });

  test('a declared link closes the file to whoever declared it, agents included, and asks for somebody else', async () => {
    const { callId, files } = await closedCall();
    await start(callId).expect(201);
    await invite(callId, editor, CHAIR);
    await invite(callId, reviewers[1] as Person);
    await accept(editor);
    await accept(reviewers[1] as Person);
    await get(editor, `/applications/${files[0]}`).expect(200);
    const linked = await readingOf(editor, await numberOf(files[0]));
    await post(editor, `/readings/${linked}/recuse`, { reason: NO_LINK }).expect(200);
    expect((await get(editor, `/readings/${linked}`).expect(200)).body).toMatchObject({ state: 'conflict_declared', application: null });
    for (const path of [
      `/applications/${files[0]}`,
      `/applications/${files[0]}/dossier.pdf`,
      `/applications/${files[0]}/messages`,
      `/instruction/${files[0]}`,
      `/calls/${callId}/review/comparison?applications=${files[0]}`,
      `/readings/${linked}/files/${files[0]}`,
    ])
      expect((await get(editor, path).expect(403)).body.code).toBe('reading-link-declared');
    expect((await post(editor, `/readings/${linked}/no-link`).expect(403)).body.code).toBe('reading-link-declared');
    const seen = await review(callId, administrator);
    expect(seen.reviewers[0].links).toEqual([{ applicationId: files[0], reason: NO_LINK }]);
    expect(seen.applications[0]).toMatchObject({ readers: 1, linked: 1, locked: 0 });
    await get(administrator, `/applications/${files[0]}`).expect(200);
    // Replaced, the other one reads from the start what the first had; a replaced reviewer has nothing left.
    const gone = seen.reviewers[1].id as string;
    await post(editor, `/calls/${callId}/review/reviewers/${gone}/remove`, { reason: 'Ne peut plus se libérer.' }).expect(200);
    expect((await one(reviewers[1] as Person)()).readings).toEqual([]);
    await invite(callId, reviewers[2] as Person);
    expect((await accept(reviewers[2] as Person)).readings).toHaveLength(3);
  });

  test('reminds the late ones who accepted, once', async () => {
    const { callId } = await closedCall();
    await start(callId).expect(201);
    await invite(callId, reviewers[0] as Person, CHAIR);
    await invite(callId, reviewers[1] as Person);
    await accept(reviewers[0] as Person);
    await t.runJobs();
    await itIs('2027-01-16T08:00:00Z');
    for (let times = 0; times < 2; times += 1) await t.app.get(ReviewersService).remind();
    await t.runJobs();
    const asked = (await review(callId, administrator)).reviewers.map(({ id }: { id: string }) => `review-reminder-${id}`);
    const told = await t.db.query(`select recipient from outgoing_mail where left(event_key, 52) = any($1) and event_key like '%late%'`, [
      asked,
    ]);
    expect(told).toEqual([{ recipient: await emailOf(reviewers[0] as Person) }]);
  });

  test('shows scores, their spread and a ranking with its ties once all have locked; the discussion and the minutes follow', async () => {
    const { callId, halle, quai, files } = await reviewed();
    const seen = await review(callId);
    expect(seen.review.revealedAt).not.toBeNull();
    expect(
      seen.ranking.map(({ lot, lines }: { lot: string; lines: { applicationId: string; rank: number; hundredths: number }[] }) => [
        lot,
        lines.map((line) => [line.applicationId, line.rank, line.hundredths]),
      ]),
    ).toEqual([
      [
        halle,
        [
          [files[0], 1, 8_000],
          [files[1], 1, 8_000],
        ],
      ],
      [
        quai,
        [
          [files[0], 1, 8_000],
          [files[2], 2, 4_800],
        ],
      ],
    ]);
    expect(seen.applications[0].scores[0].scores.utilite).toEqual({ score: 4, justification: 'Un besoin réel' });
    const noted = (
      await post(editor, `/calls/${callId}/review/notes`, { applicationId: files[0], text: 'Le jury en a débattu.' }).expect(201)
    ).body;
    expect(noted.applications[0].notes).toMatchObject([{ said: 'Le jury en a débattu.' }]);
    const minutes = { text: 'Le jury s’est réuni le 18 janvier, tous présents.' };
    await post(editor, `/calls/${callId}/review/minutes`, minutes).expect(403);
    await post(reviewers[0] as Person, `/calls/${callId}/review/minutes`, minutes).expect(200);
    await post(editor, `/calls/${callId}/review/shortlist`, { applicationId: files[0] }).expect(200);
    await expect(t.db.query(`update review_reading set scores = '{}' where state = 'revealed'`)).rejects.toThrow(
      'locked scores do not change',
    );
  });
});

/** The files of an archive. */
async function download(http: ReturnType<Person['http']>, path: string): Promise<Map<string, Buffer>> {
  const { body } = await http
    .get(`/api${path}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return readArchive(body as Buffer);
}
/** Well-formed XML, or what is wrong with it. */
function xmlFault(text: string): string | null {
  const parser = new SaxesParser();
  let fault: string | null = null;
  parser.on('error', (error) => (fault ??= error.message));
  parser.write(text).close();
  return fault;
}

const AUTHORITY = {
  authorityName: 'Le conseil municipal',
  authorityFunction: 'Assemblée délibérante',
  decidedOn: '2026-12-20',
  reference: '2026-118',
};
const reasons = ['utilite', 'moyens'].map((criterion) => ({ criterion, text: `Motif pour ${criterion}` }));

/** Proposed: the first file for the first lot, then the second one; the third for the second lot. */
async function proposed() {
  const call = await reviewed();
  const { callId, halle, quai, files } = call;
  await post(reviewers[0] as Person, `/calls/${callId}/review/minutes`, {
    text: 'Le jury s’est réuni le 18 janvier, tous présents.',
  }).expect(200);
  const line = (lot: string, applicationId: string, outcome: string, waitingRank: number | null = null) => ({
    lot,
    applicationId,
    outcome,
    waitingRank,
    reasons,
  });
  const award = {
    deedKind: 'temporary_occupation',
    departure: 'La première structure ne peut occuper deux lieux.',
    lines: [
      line(halle, files[0], 'selected'),
      line(halle, files[1], 'waiting_list', 1),
      line(quai, files[2], 'selected'),
      line(quai, files[0], 'not_selected'),
    ],
  };
  await editor.http().put(`/api/calls/${callId}/award`).send(award).expect(200);
  return { ...call, award };
}
const states = async (ids: readonly string[]) =>
  (await t.db.query('select id, state from application where id = any($1)', [ids]))
    .sort((a: { id: string }, b: { id: string }) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ state }: { state: string }) => state);

const OPINION = {
  ...{ who: 'SDIS 52', email: 'prevention@sdis52.example', question: 'Les accès de secours suffisent-ils ?', dueAt: '2027-03-31' },
  ...{ shared: true, sections: ['lots'] },
};

/** Two requests that wait for one row, in this order, then go on together. */
async function atOnce(
  row: { readonly site: string } | { readonly call: string },
  ...requests: readonly (() => ReturnType<typeof post>)[]
): Promise<{ readonly status: number; readonly body: Record<string, string> }[]> {
  const [[table, id]] = Object.entries(row) as [[string, string]];
  const blocker = new pg.Client({ connectionString: t.config.database.url });
  await blocker.connect();
  try {
    await blocker.query('begin');
    await blocker.query(`select 1 from ${table} where id = $1 for update`, [id]);
    const answers: Promise<{ readonly status: number; readonly body: Record<string, string> }>[] = [];
    for (const [index, request] of requests.entries()) {
      answers.push(Promise.resolve(request()));
      await waitForBlocked(blocker, index + 1);
    }
    await blocker.query('commit');
    return await Promise.all(answers);
  } finally {
    await blocker.end();
  }
}
async function waitForBlocked(db: pg.Client, count: number): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await db.query(waiting)).rowCount === count) return;
    await db.query('select pg_sleep(0.01)');
  }
  throw new Error(`${count} requests should wait for one row`);
}

describe('from its publication to its results', () => {
  test('those who judge a call see neither who would suit its lots nor who wants them', async () => {
    const { callId, halle } = await closedCall();
    const desk = async () =>
      (await get(editor, `/organisations/${owner}/sites?limit=100`).expect(200)).body.items.find(({ id }: { id: string }) => id === halle);
    expect(await desk()).toMatchObject({ state: 'under_call', interest: null });
    const knock = async (person: Person) => (await get(person, `/sites/${halle}/knock`).expect(200)).body;
    await t.db.query(
      `insert into knock_party (id, site_id, organisation_id, named, joined_at) values (gen_random_uuid(), $1, $2, true, now())`,
      [halle, bodies[0]],
    );
    expect(await knock(editor)).toMatchObject({ organisations: 0, names: [] });
    await post(editor, `/calls/${callId}/unsuccessful`, { reason: 'Aucun dossier ne convenait.' }).expect(200);
    expect(await desk()).toMatchObject({ interest: { eligible: 0 } });
    expect(await knock(editor)).toMatchObject({ organisations: 1, names: ['Les Clés'] });
  });
});

describe('the decision on a call', () => {
  test('is drafted from the ranking, kept inside, taken back with a reason, and decided by who may bind the owner', async () => {
    const { callId, halle, files } = await reviewed();
    const drafted = (await get(editor, `/calls/${callId}/award`).expect(200)).body;
    expect(drafted).toMatchObject({
      drafted: true,
      departs: [],
      actions: { saveAward: null, proposeAward: 'review-minutes-missing', decideAward: 'role-too-low' },
    });
    expect(drafted.lines[0]).toMatchObject({
      lot: halle,
      outcome: 'selected',
      reasons: [{ text: expect.stringContaining('4 sur 5 en moyenne. Un besoin réel.') }, {}],
    });
    const twice = { ...drafted, lines: [drafted.lines[0], drafted.lines[0]] };
    await editor.http().put(`/api/calls/${callId}/award`).send(twice).expect(422);
    await editor
      .http()
      .put(`/api/calls/${callId}/award`)
      .send({ ...drafted, lines: [{ ...drafted.lines[0], applicationId: callId }] })
      .expect(422);
    await post(reviewers[0] as Person, `/calls/${callId}/review/minutes`, { text: 'Le jury s’est réuni le 18 janvier.' }).expect(200);
    await editor
      .http()
      .put(`/api/calls/${callId}/award`)
      .send({ ...drafted, lines: drafted.lines.slice(1) })
      .expect(200);
    const lacking = await post(editor, `/calls/${callId}/award/propose`).expect(409);
    expect(lacking.body).toMatchObject({
      code: 'award-incomplete',
      facts: { faults: expect.arrayContaining([{ lot: halle, fault: 'line_missing' }]) },
    });
    await editor.http().put(`/api/calls/${callId}/award`).send(drafted).expect(200);
    await post(editor, `/calls/${callId}/award/propose`).expect(200);

    for (const person of [people[0] as Person, stranger]) await get(person, `/calls/${callId}/award`).expect(403);
    await get(stranger, `/calls/${callId}/results`).expect(404);
    expect((await get(people[0] as Person, `/applications/${files[0]}`).expect(200)).body.state).toBe('under_review');
    await post(editor, `/calls/${callId}/results`).expect(409);
    await post(editor, `/calls/${callId}/award/take-back`, { reason: 'Une erreur de lot.' }).expect(200);
    expect((await post(administrator, `/calls/${callId}/award/decide`, AUTHORITY).expect(409)).body.code).toBe('call-state-forbids');
    await post(editor, `/calls/${callId}/award/propose`).expect(200);
    await post(editor, `/calls/${callId}/award/decide`, AUTHORITY).expect(403);
    const early = await post(administrator, `/calls/${callId}/award/decide`, { ...AUTHORITY, decidedOn: '2026-12-01' }).expect(409);
    expect(early.body.code).toBe('decision-date-impossible');
    const decided = (await post(administrator, `/calls/${callId}/award/decide`, AUTHORITY).expect(200)).body;
    expect(decided).toMatchObject({ call: { state: 'decided' }, decision: AUTHORITY, publishedAt: null });
    expect(await states(files)).toEqual(['under_review', 'under_review', 'under_review']);
  });

  test('is published to all at once: states, places, other requests, letters, a page that anyone can check; all or nothing', async () => {
    const { callId, halle, quai, files } = await proposed();
    const rival = await givenAdmissible(t, callId, bodies[1] ?? '', [], { state: 'filed', siteId: halle });
    await post(editor, `/calls/${callId}/award/propose`).expect(200);
    await post(administrator, `/calls/${callId}/award/decide`, AUTHORITY).expect(200);
    // A place closed meanwhile: nothing at all is published.
    await t.db.query(`update site set state = 'paused' where id = $1`, [quai]);
    expect((await post(editor, `/calls/${callId}/results`).expect(409)).body.code).toBe('call-lot-not-available');
    expect(await states([...files, rival])).toEqual(['under_review', 'under_review', 'under_review', 'filed']);
    expect(
      await t.db.query(`select 1 from decision_letter d join application a on a.id = d.application_id where a.call_id = $1`, [callId]),
    ).toEqual([]);
    await t.db.query(`update site set state = 'under_call' where id = $1`, [quai]);

    const leftOut = await givenOrganisation(t, { name: 'Les Recalés' });
    const left = await givenPerson(t, { memberOf: [{ organisationId: leftOut, role: 'editor' }] });
    await givenAdmissible(t, callId, leftOut, [halle], { state: 'not_shortlisted' });
    for (const person of [stranger, people[0] as Person, left])
      await post(person, '/me/follows', { about: 'call', subject: callId, frequency: 'at_once' }).expect(200);
    t.clock.advance({ minutes: 5 });
    await post(editor, `/calls/${callId}/results`).expect(201);
    expect(await states([...files, rival])).toEqual(['selected', 'waiting_list', 'selected', 'obsolete']);
    expect(await t.db.query('select state from site where id = any($1)', [[halle, quai]])).toEqual([
      { state: 'awarded' },
      { state: 'awarded' },
    ]);
    await post(editor, `/calls/${callId}/results`).expect(409);
    await t.runJobs();
    const mails = await t.db.query(
      `select template, count(*)::int as sent from outgoing_mail where template in ('decision-told', 'application-obsolete')
      and created_at = $1 group by template order by template`,
      [t.clock.now()],
    );
    expect(mails).toEqual([
      { template: 'application-obsolete', sent: 1 },
      { template: 'decision-told', sent: 3 },
    ]);

    // Whoever was left out between two steps has no letter of decision, and is told where the remedies are.
    const others = await t.db.query(
      `select recipient, template_values as vals from outgoing_mail where template = 'call-changed-for-applicant'
       and template_values ->> 'link' like '%' || $1 || '%'`,
      [callId],
    );
    expect(others).toEqual([
      {
        recipient: await emailOf(left),
        vals: expect.objectContaining({ what: 'results', link: expect.stringContaining(`/${callId}/resultats`) }),
      },
    ]);

    // Followers hear of it once, with the way to stop; whoever has a letter of decision has it already.
    await t.runJobs();
    const news = await t.db.query(
      `select recipient, template_values as vals from outgoing_mail where template = 'follow-news' and template_values::text like '%call_results%'`,
    );
    expect(news).toEqual([
      {
        recipient: await emailOf(stranger),
        vals: expect.objectContaining({ items: expect.arrayContaining([expect.objectContaining({ kind: 'call_results' })]) }),
      },
    ]);

    const { body: results } = await t.http().get(`/api/calls/${callId}/results`).expect(200);
    expect(results.results).toMatchObject({
      decision: AUTHORITY,
      method: { mode: 'full', quorum: 2, readers: 2, departure: 'La première structure ne peut occuper deux lieux.' },
      jury: [CHAIR, MEMBER],
      received: 4,
    });
    const [first] = results.results.lots;
    expect(first.lines).toMatchObject([
      { label: 'Les Clés', named: true, outcome: 'selected', rank: 1, hundredths: 8_000, reasons: [{ label: 'Utilité sociale' }, {}] },
      { label: 'Dossier 2', named: false, outcome: 'waiting_list', waitingRank: 1, reasons: [] },
    ]);
    expect(JSON.stringify(results)).not.toMatch(/Le projet n°|La Recyclerie/);
    expect(results.proof.hash).toMatch(/^[0-9a-f]{64}$/);
    await expect(t.db.query(`update award set results = '{}' where call_id = $1`, [callId])).rejects.toThrow(
      'published results do not change',
    );

    // Whoever takes the proof away checks it without us; a word changed is seen.
    const taken = await download(t.http(), `/calls/${callId}/results/export`);
    expect(archiveFaults(taken, results.seal)).toEqual([]);
    expect(archiveFaults(taken, 'f'.repeat(64))).toEqual(['the seal is not the one that was given']);
    const altered = Buffer.from(String(taken.get('resultats.json')).replace('Les Clés', 'Les Amis'));
    expect(archiveFaults(new Map([...taken, ['resultats.json', altered]]), null)).toHaveLength(2);
    const whole = await download(editor.http(), `/calls/${callId}/export`);
    expect(archiveFaults(whole, results.seal)).toEqual([]);
    expect([...whole.keys()].filter((path) => path.startsWith('notes/'))).toHaveLength(6);
    expect(String(whole.get('dossiers.csv'))).toContain('80,00');
    expect(JSON.parse(String(whole.get('manifest.json'))).claims).toHaveLength(7);
    await get(people[0] as Person, `/calls/${callId}/export`).expect(403);
    for (const paper of ['deliberation', 'certificate', 'letters']) {
      const inside = await download(editor.http(), `/calls/${callId}/kit/${paper}`);
      const text = String(inside.get('word/document.xml'));
      expect(xmlFault(text)).toBeNull();
      expect(text).toContain(paper === 'certificate' ? 'certifie' : 'Les Clés');
    }

    const mine = (await get(people[1] as Person, `/applications/${files[1]}/decision`).expect(200)).body;
    expect(mine).toMatchObject({
      letters: [{ kind: 'waiting_list' }],
      lines: [{ outcome: 'waiting_list', waitingRank: 1 }],
      actions: { giveUpAward: null },
    });
    const letter = await get(people[1] as Person, `/letters/${mine.letters[0].id}`)
      .expect(200)
      .expect('content-type', 'application/pdf');
    expect(letter.body.subarray(0, 5).toString()).toBe('%PDF-');
    await get(stranger, `/letters/${mine.letters[0].id}`).expect(404);
    await get(people[0] as Person, `/applications/${files[1]}/decision`).expect(404);
  });

  test('who withdraws gives way to the waiting list, or gives the place back; a file is reopened and decided again by dated acts', async () => {
    const { callId, halle, quai, files } = await proposed();
    await post(editor, `/calls/${callId}/award/propose`).expect(200);
    await post(administrator, `/calls/${callId}/award/decide`, AUTHORITY).expect(200);
    await post(editor, `/calls/${callId}/results`).expect(201);
    const before = (await t.http().get(`/api/calls/${callId}/results`).expect(200)).body;
    await post(people[1] as Person, `/applications/${files[0]}/give-up`, { reason: 'Un autre lieu' }).expect(404);
    await post(people[0] as Person, `/applications/${files[0]}/give-up`, { reason: 'Un autre lieu trouvé' }).expect(200);
    expect(await states(files)).toEqual(['withdrawn', 'selected', 'selected']);
    const letters = (await get(people[1] as Person, `/applications/${files[1]}/decision`).expect(200)).body.letters;
    expect(letters.map(({ kind }: { kind: string }) => kind)).toEqual(['waiting_list', 'promoted']);
    const kept = (await post(editor, '/agreements', { applicationId: files[2], siteId: quai }).expect(201)).body;
    await post(people[2] as Person, `/applications/${files[2]}/give-up`, { reason: 'Un autre lieu trouvé' }).expect(200);
    expect((await get(editor, `/agreements/${kept.id}`).expect(200)).body.state).toBe('terminated');
    expect(await t.db.query('select id, state from site where id = any($1) order by id', [[halle, quai]])).toEqual([
      { id: halle, state: 'awarded' },
      { id: quai, state: 'published' },
    ]);
    const after = (await t.http().get(`/api/calls/${callId}/results`).expect(200)).body;
    expect(after.seal).toBe(before.seal);
    expect(after.amendments).toMatchObject([
      { kind: 'withdrawn', who: 'Les Clés', reason: null },
      { kind: 'promoted', who: 'La Recyclerie', lot: 'La halle' },
      { kind: 'withdrawn', lot: 'Le quai' },
    ]);

    const act = { ...AUTHORITY, reference: '2027-004' };
    const again = { ...act, lot: halle, outcome: 'selected', reasons };
    const stateOf = async (siteId: string) => (await t.db.query('select state from site where id = $1', [siteId]))[0].state;
    await post(editor, `/applications/${files[1]}/reopen`, { ...act, reason: 'Le tribunal l’a demandé.' }).expect(403);
    await post(administrator, `/applications/${files[1]}/decide-again`, again).expect(409);
    await post(administrator, `/applications/${files[1]}/reopen`, { ...act, reason: 'Le tribunal l’a demandé.' }).expect(200);
    expect(await states(files)).toEqual(['withdrawn', 'under_review', 'withdrawn']);
    // The place is nobody's until the new decision, and on offer to nobody else.
    expect(await stateOf(halle)).toBe('under_call');
    const off = [{ criterion: 'motif', text: 'Parce que' }, ...reasons];
    expect(
      (await post(administrator, `/applications/${files[1]}/decide-again`, { ...again, reasons: off }).expect(422)).body.errors,
    ).toMatchObject([{ pointer: '/reasons/0/criterion' }]);
    const few = await post(administrator, `/applications/${files[1]}/decide-again`, { ...again, reasons: reasons.slice(1) }).expect(409);
    expect(few.body).toMatchObject({ code: 'award-incomplete', facts: { faults: [{ lot: halle, fault: 'reasons_missing' }] } });
    await post(administrator, `/applications/${files[1]}/decide-again`, again).expect(200);
    expect(await states([files[1]])).toEqual(['selected']);
    expect(await stateOf(halle)).toBe('awarded');
    const told = (await t.http().get(`/api/calls/${callId}/results`).expect(200)).body.amendments.slice(3);
    expect(told).toMatchObject([
      { kind: 'reopened', decision: act, reason: 'Le tribunal l’a demandé.' },
      { kind: 'selected', decision: act, reasons: [{ label: 'Utilité sociale' }, {}] },
    ]);
  });

  test('an award that is reopened frees the place and promotes nobody silently; what was held inadmissible can be decided too', async () => {
    const { callId, halle, quai, files } = await proposed();
    const refused = await givenAdmissible(t, callId, bodies[2] ?? '', [halle, quai], { state: 'inadmissible' });
    await post(editor, `/calls/${callId}/award/propose`).expect(200);
    await post(administrator, `/calls/${callId}/award/decide`, AUTHORITY).expect(200);
    await post(editor, `/calls/${callId}/results`).expect(201);
    const act = { ...AUTHORITY, reference: '2027-005' };
    const why = { ...act, reason: 'Une pièce avait été perdue.' };
    const stateOf = async (siteId: string) => (await t.db.query('select state from site where id = $1', [siteId]))[0].state;
    const decide = (file: string | undefined, lot: string, outcome: string) =>
      post(administrator, `/applications/${file}/decide-again`, { ...act, lot, outcome, reasons });

    // Never ranked, it is decided on the lots it asked for; its state is told once each is decided.
    const reopened = (await post(administrator, `/applications/${refused}/reopen`, why).expect(200)).body;
    expect(reopened.lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['reopened', 'reopened']);
    expect((await decide(refused, halle, 'selected').expect(409)).body.code).toBe('lot-already-awarded');
    await decide(refused, quai, 'not_selected').expect(200);
    expect(await states([refused])).toEqual(['under_review']);

    // What is signed is ended for its own reason first.
    const drafted = (await post(editor, '/agreements', { applicationId: files[0], siteId: halle }).expect(201)).body;
    const isAgreement = (state: string) =>
      t.db.query(
        `update agreement set state = $2, starts_on = '2027-02-01', owner_signed_on = '2027-01-20', owner_signed_by = 'Le maire',
           occupant_signed_on = '2027-01-20', occupant_signed_by = 'La présidente' where id = $1`,
        [drafted.id, state],
      );
    await isAgreement('signed');
    const left = await post(people[0] as Person, `/applications/${files[0]}/give-up`, { reason: 'Un autre lieu trouvé' }).expect(409);
    expect(left.body.code).toBe('giving-up-agreement-signed');
    expect((await post(administrator, `/applications/${files[0]}/reopen`, why).expect(409)).body.code).toBe('reopening-agreement-signed');
    await isAgreement('drafting');
    await t.db.query(`update site set state = 'occupied' where id = $1`, [halle]);
    expect((await post(administrator, `/applications/${files[0]}/reopen`, why).expect(409)).body.code).toBe('reopening-place-occupied');
    await t.db.query(`update site set state = 'awarded' where id = $1`, [halle]);
    await post(administrator, `/applications/${files[0]}/reopen`, why).expect(200);
    expect([await stateOf(halle), await stateOf(quai)]).toEqual(['under_call', 'awarded']);
    expect(await states(files)).toEqual(['under_review', 'waiting_list', 'selected']);
    expect((await get(editor, `/agreements/${drafted.id}`).expect(200)).body.state).toBe('terminated');
    const waiting = (await get(people[1] as Person, '/me/notifications').expect(200)).body.items;
    expect(waiting).toContainEqual(expect.objectContaining({ kind: 'award_reopened' }));
    await decide(refused, halle, 'selected').expect(200);
    expect(await states([refused])).toEqual(['selected']);
    expect(await stateOf(halle)).toBe('awarded');
    // One letter says the outcome for both lots, once both are decided.
    const told = (await get(people[2] as Person, `/applications/${refused}/decision`).expect(200)).body.letters;
    expect(told.map(({ kind, title }: Record<string, string>) => [kind, title])).toEqual([
      ['reopened', 'Votre dossier est rouvert'],
      ['selected', 'Votre candidature est retenue pour « La halle »'],
    ]);

    // Words corrected since are those of the papers made afterwards; what was sent and published stays as it was.
    const lettersOf = (file: string | undefined) =>
      t.db.query<{ kind: string; content: object }[]>('select kind, content from decision_letter where application_id = $1 order by id', [
        file,
      ]);
    const sent = await lettersOf(refused);
    const shown = (await t.http().get(`/api/calls/${callId}/results`).expect(200)).body;
    const words = { title: 'Recours', text: 'Le tribunal administratif peut être saisi dans les deux mois, autrement dit.' };
    const correction = {
      article: 'CJA R. 421-1 nouveau',
      fr: words,
      en: words,
      reason: 'Le texte a changé.',
      effectiveOn: parisFace(t.clock.now()).slice(0, 10),
    };
    const corrector = await givenPerson(t, { platformRole: 'platform_administrator', secondFactor: true });
    await post(corrector, '/legal/rules/remedies:public-contract/corrections', correction).expect(200);
    const later = { ...correction, effectiveOn: '2099-01-01', article: 'À venir' };
    await post(corrector, '/legal/rules/remedies:public-contract/corrections', later).expect(200);

    // Whoever withdraws a reopened file leaves the place: somebody still waits, and nobody is promoted without an act.
    await post(administrator, `/applications/${refused}/reopen`, why).expect(200);
    await decide(refused, halle, 'not_selected').expect(200);
    const all = await lettersOf(refused);
    expect(all.slice(0, sent.length)).toEqual(sent);
    for (const { content } of all.slice(sent.length)) expect(JSON.stringify(content)).toContain(`${words.text} (CJA R. 421-1 nouveau)`);
    expect(JSON.stringify(sent)).not.toContain('nouveau');
    const still = (await t.http().get(`/api/calls/${callId}/results`).expect(200)).body;
    expect([still.results.remedies, still.seal]).toEqual([shown.results.remedies, shown.seal]);
    await post(people[0] as Person, `/applications/${files[0]}/withdraw`, { reason: 'Nous avons trouvé ailleurs.' }).expect(200);
    expect(await stateOf(halle)).toBe('under_call');
    await post(people[1] as Person, `/applications/${files[1]}/give-up`, { reason: 'Nous avons trouvé ailleurs.' }).expect(200);
    expect(await stateOf(halle)).toBe('published');

    // Chosen again for one lot and still waiting for the other: whoever withdraws gives back what they had.
    await decide(refused, quai, 'not_selected').expect(200);
    await post(administrator, `/applications/${refused}/reopen`, why).expect(200);
    await decide(refused, halle, 'selected').expect(200);
    expect(await stateOf(halle)).toBe('awarded');
    await post(people[2] as Person, `/applications/${refused}/withdraw`, { reason: 'Nous avons trouvé ailleurs.' }).expect(200);
    expect(await stateOf(halle)).toBe('published');

    // A place that went to somebody else since the results is theirs, whatever is reopened.
    const at = '2030-01-01T00:00:00Z';
    const [theirs] = await t.db.query('select organisation_id as id from application where id = $1', [refused]);
    const [{ owner }] = await t.db.query('select organisation_id as owner from call where id = $1', [callId]);
    const request = await insertRow(t, 'application', {
      ...{ site_id: quai, organisation_id: theirs.id, state: 'selected', title: 'Un atelier', form: '[]', number: 'TE-QUAI' },
      ...{ created_at: at, updated_at: at },
    });
    await insertRow(t, 'interest', {
      ...{ application_id: request, site_id: quai, owner_id: owner, state: 'granted_directly', decision: AUTHORITY },
      ...{ received_at: at, silence_counts: true, updated_at: at },
    });
    await post(administrator, `/applications/${files[2]}/reopen`, why).expect(200);
    expect(await stateOf(quai)).toBe('awarded');
  });

  test('acts at the same instant on reopened files of one place follow one another: somebody frees it, no draft of agreement is left behind', async () => {
    const { callId, halle, quai, files } = await proposed();
    const [first, second, third] = files;
    const { body: asked } = await post(editor, `/instruction/${first}/opinions`, OPINION).expect(201);
    await t.runJobs();
    const token = lastMailTo(t, OPINION.email).links[0]?.split('token=')[1];
    const refused = await givenAdmissible(t, callId, bodies[2] ?? '', [halle, quai], { state: 'inadmissible' });
    await post(editor, `/calls/${callId}/award/propose`).expect(200);
    await post(administrator, `/calls/${callId}/award/decide`, AUTHORITY).expect(200);
    await post(editor, `/calls/${callId}/results`).expect(201);
    const act = { ...AUTHORITY, reference: '2027-006' };
    const reopen = (file: string) => post(administrator, `/applications/${file}/reopen`, { ...act, reason: 'Une pièce avait été perdue.' });
    const decide = (file: string, lot: string, outcome: string) =>
      post(administrator, `/applications/${file}/decide-again`, { ...act, lot, outcome, reasons });
    const withdraw = (person: Person | undefined, file: string) =>
      post(person as Person, `/applications/${file}/withdraw`, { reason: 'Nous avons trouvé ailleurs.' });
    const stateOf = async (siteId: string) => (await t.db.query('select state from site where id = $1', [siteId]))[0].state;

    // The draft begins while the award is being reopened: it ends with it.
    const draft = () => post(editor, '/agreements', { applicationId: first, siteId: halle });
    const [drafted] = await atOnce({ site: halle }, draft, () => reopen(first));
    expect(drafted?.status).toBe(201);
    expect((await get(editor, `/agreements/${drafted?.body.id}`).expect(200)).body.state).toBe('terminated');
    expect((await draft()).body.code).toBe('agreement-not-decided');

    // What the decision closed stays closed, although its term has not come: this is another examination, and may be asked about.
    const standings = async () =>
      (await get(editor, `/instruction/${first}`).expect(200)).body.opinions.map(({ standing }: { standing: string }) => standing);
    expect([asked.opinions[0].standing, ...(await standings())]).toEqual(['asked', 'closed']);
    expect((await t.http().post('/api/opinion-requests/received').send({ token }).expect(200)).body).toMatchObject({
      standing: 'closed',
      file: null,
    });
    await post(editor, `/instruction/${first}/opinions`, OPINION).expect(201);
    expect(await standings()).toEqual(['closed', 'asked']);

    // One file is declined while the other withdraws, in either order: the place is on offer again.
    await post(people[1] as Person, `/applications/${second}/give-up`, { reason: 'Nous avons trouvé ailleurs.' }).expect(200);
    await reopen(refused).expect(200);
    await reopen(third).expect(200);
    const codes = (answers: { status: number }[]) => answers.map(({ status }) => status);
    const declined = await atOnce(
      { call: callId },
      () => decide(refused, halle, 'not_selected'),
      () => withdraw(people[0], first),
    );
    expect([codes(declined), await stateOf(halle)]).toEqual([[200, 200], 'published']);
    const left = await atOnce(
      { call: callId },
      () => withdraw(people[2], third),
      () => decide(refused, quai, 'not_selected'),
    );
    expect([codes(left), await stateOf(quai)]).toEqual([[200, 200], 'published']);

    // Of two acts on one file the first stands, and the other is told why it comes too late.
    await reopen(refused).expect(200);
    await decide(refused, halle, 'not_selected').expect(200);
    const [stands, late] = await atOnce(
      { call: callId },
      () => decide(refused, quai, 'not_selected'),
      () => withdraw(people[2], refused),
    );
    expect([stands?.status, late?.body.code]).toEqual([200, 'application-state-forbids']);
  });
});
