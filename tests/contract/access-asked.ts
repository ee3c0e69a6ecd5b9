import { hashToken } from '../../api/src/platform/access/app-secret.js';
import type { Scope } from '../../api/src/platform/access/permission.js';
import { need } from '../../api/src/modules/projects/needs.schemas.js';
import { givenMember, givenOrganisation, givenPerson } from '../support/actors.js';
import { AGREED_TERMS } from '../support/agreements.js';
import { insertRow, type World } from '../support/access-world.js';
import { PUBLIC_DOMAIN } from '../support/legal.js';
import { givenSite, givenTerritories } from '../support/sites.js';

/** One request of a route that is right in all but, maybe, who sends it; and whose thing it asks for. */
export interface Asked {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly scope?: Scope;
  /** This very thing is not known to strangers, though others of its kind are. */
  readonly hidden?: true;
  /** Refusals that say something else here than that the person may not. */
  readonly except?: readonly string[];
  /** Asking changed who stands where: the next request finds a new world. */
  readonly worldChanged?: true;
}
type Ask = (world: World) => Asked | Promise<Asked>;

const nothing: Ask = () => ({});
/** Something of the person's own: theirs whoever they are. */
const mine =
  (body?: object): Ask =>
  ({ actor }) => ({ scope: { accountId: actor?.accountId ?? null }, ...(body ? { body } : {}) });
/** Something of the organisation `own`. */
const ours =
  (body?: object): Ask =>
  ({ own }) => ({ path: { id: own }, scope: { organisationId: own }, ...(body ? { body } : {}) });

const UNKNOWN_ID = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';
const TOKEN = 'a-token-that-was-never-given-to-anybody-0';
const PASSWORD = 'trois wagons de bois clair';
const NEED = { floorAreaMinM2: 150, floorAreaMaxM2: 300 };
const RULE_WORDS = {
  article: 'CE 2 déc. 2022, n° 460100',
  fr: { title: 'Titre', text: 'Texte' },
  en: { title: 'Title', text: 'Text' },
  reason: 'Relecture',
  effectiveOn: '2099-01-01',
};
const REASON = { reason: 'Vérifié sur pièces' };

const now = ({ t }: World): string => t.clock.now().toISOString();

const given = new WeakMap<World, Map<string, Promise<unknown>>>();
/** What one request needed serves the next one that needs the like: reading and refusing changed nothing, anything else begins a new world. */
function once<T>(world: World, what: unknown, make: () => Promise<T>): Promise<T> {
  const things = given.get(world) ?? new Map<string, Promise<unknown>>();
  given.set(world, things);
  const name = JSON.stringify(what);
  const thing = (things.get(name) as Promise<T> | undefined) ?? make();
  things.set(name, thing);
  return thing;
}
const insertOnce = (world: World, table: string, columns: Readonly<Record<string, unknown>>): Promise<string> =>
  once(world, [table, columns], () => insertRow(world.t, table, columns));

async function project(world: World, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return insertOnce(world, 'project', {
    organisation_id: world.own,
    state: 'draft',
    name: 'Atelier de réparation',
    public: false,
    need: need.parse(NEED),
    created_at: now(world),
    updated_at: now(world),
    version: 1,
    demo: false,
    ...columns,
  });
}
const ourProject =
  (body?: object, columns?: Readonly<Record<string, unknown>>): Ask =>
  async (world) => ({
    path: { id: await project(world, columns) },
    scope: { organisationId: world.own },
    hidden: true,
    ...(body ? { body } : {}),
  });

async function call(world: World, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const blank = { form: [], documents: [], eligibility: [], grid: { scaleMax: 5, criteria: [], tieBreak: [] } };
  return insertOnce(world, 'call', {
    organisation_id: world.own,
    state: 'draft',
    version: 1,
    title: 'Un appel pour la halle',
    ...blank,
    jury: { members: [], quorum: null },
    shown: { jury: true, ranking: false, applicants: 'count' },
    opens_at: '2026-01-01T08:00:00Z',
    closes_at: '2029-01-01T08:00:00Z',
    demo: false,
    created_at: now(world),
    updated_at: now(world),
    ...columns,
  });
}
const callOf = (world: World, organisationId: string): Promise<string> =>
  call(world, { organisation_id: organisationId, state: 'published', published_at: now(world) });
const ourApplication =
  (body?: object, title = 'Notre dossier'): Ask =>
  async (world) => ({
    path: {
      id: await insertOnce(world, 'application', {
        call_id: await callOf(world, world.other),
        organisation_id: world.own,
        state: 'draft',
        version: 1,
        title,
        answers: {},
        lots: [],
        sources: {},
        created_at: now(world),
        updated_at: now(world),
      }),
    },
    scope: { organisationId: world.own },
    hidden: true,
    ...(body ? { body } : {}),
  });
/** A file filed to a call of ours that is closed: ours to examine. */
const ourDossier =
  (body?: object, columns: Readonly<Record<string, unknown>> = {}): Ask =>
  async (world) => {
    const callId = await call(world, {
      state: 'published',
      published_at: now(world),
      opens_at: '2026-01-01T08:00:00Z',
      closes_at: '2026-01-20T08:00:00Z',
    });
    const id = await insertOnce(world, 'application', {
      call_id: callId,
      organisation_id: world.other,
      state: 'filed',
      version: 1,
      title: 'Leur dossier',
      answers: {},
      lots: [],
      sources: {},
      number: `TE-${callId}`,
      created_at: now(world),
      updated_at: now(world),
      ...columns,
    });
    await insertOnce(world, 'application_filing', {
      application_id: id,
      sequence: 1,
      arrived_at: now(world),
      recorded_at: now(world),
      content: { answers: {}, lots: [], files: [] },
      content_hash: 'a'.repeat(64),
    });
    return { path: { id }, scope: { organisationId: world.own }, hidden: true, ...(body ? { body } : {}) };
  };
const part =
  (name: string, body?: object): Ask =>
  async (world) => {
    const { path, ...asked } = await ourDossier(body)(world);
    return { ...asked, path: { ...path, [name]: UNKNOWN_ID }, except: ['not-found'] };
  };
const DECISION = { authorityName: 'Le conseil', authorityFunction: 'Assemblée', decidedOn: '2029-02-01', reference: '2029-1' };
/** Known to everyone; what is inside is its owner's. */
const publicCallOfOurs =
  (body?: object): Ask =>
  async (world) => ({
    path: { id: await callOf(world, world.own) },
    scope: { organisationId: world.own },
    ...(body ? { body } : {}),
  });
/** A file of another organisation, filed for a call of ours. */
/** The call it answers is of nobody who looks: its owner reads decisions too. */
async function toAThird(world: World): Promise<Asked> {
  const asked = await ourApplication(undefined, 'Notre dossier chez un tiers')(world);
  const callId = await callOf(world, await aThird(world));
  await world.t.db.query('update application set call_id = $2 where id = $1', [asked.path?.['id'], callId]);
  return asked;
}
const ownedApplication =
  (body: object): Ask =>
  async (world) => {
    const { path } = await ourApplication(undefined, 'Leur dossier')(world);
    const callId = await callOf(world, world.own);
    await world.t.db.query('update application set call_id = $2, organisation_id = $3 where id = $1', [path?.['id'], callId, world.other]);
    return { path: path ?? {}, scope: { organisationId: world.own }, hidden: true, body };
  };
async function reviewerIn(world: World, state: 'invited' | 'accepted'): Promise<{ reviewerId: string; callId: string; accountId: string }> {
  const callId = await call(world, { state: 'published', published_at: now(world), title: `Un appel à lire, ${state}` });
  await world.t.db.query(`insert into review (call_id, mode, quorum, due_on, started_at) values ($1, 'simple', 2, '2029-02-01', now())`, [
    callId,
  ]);
  const accountId = world.actor?.accountId ?? (await givenPerson(world.t)).id;
  const [{ email }] = await world.t.db.query('select email from account where id = $1', [accountId]);
  const reviewerId = await insertRow(world.t, 'reviewer', {
    call_id: callId,
    account_id: state === 'accepted' ? accountId : null,
    email,
    function: 'Adjointe',
    chair: false,
    state,
    invited_at: now(world),
  });
  return { reviewerId, callId, accountId };
}
/** What the person was given to read. */
const ourReading =
  (body?: object): Ask =>
  async (world) => {
    const { reviewerId, accountId } = await once(world, 'a reviewer', () => reviewerIn(world, 'accepted'));
    const { path } = await ourApplication()(world);
    const row = { reviewer_id: reviewerId, application_id: path?.['id'], state: 'assigned', scores: {}, updated_at: now(world) };
    return { path: { id: await insertOnce(world, 'review_reading', row) }, scope: { accountId }, hidden: true, ...(body ? { body } : {}) };
  };
/** An agreement of ours with an organisation that nobody here belongs to. */
const agreement = (world: World, side: 'owner' | 'occupant', columns: Readonly<Record<string, unknown>>): Promise<string> =>
  once(world, ['agreement', side, columns], () => newAgreement(world, side, columns));
async function newAgreement(world: World, side: 'owner' | 'occupant', columns: Readonly<Record<string, unknown>>): Promise<string> {
  const theirs = await givenOrganisation(world.t, { name: 'L’autre partie' });
  const [owner, occupant] = side === 'owner' ? [world.own, theirs] : [theirs, world.own];
  return insertRow(world.t, 'agreement', {
    application_id: await selectedBy(world, owner, occupant),
    site_id: await givenSite(world.t.db, { state: 'awarded' }),
    owner_organisation_id: owner,
    occupant_organisation_id: occupant,
    state: 'drafting',
    version: 1,
    terms: AGREED_TERMS,
    starts_on: AGREED_TERMS.startsOn,
    ends_on: AGREED_TERMS.endsOn,
    created_at: now(world),
    updated_at: now(world),
    ...columns,
  });
}
async function selectedBy(world: World, owner: string, occupant: string, lots: readonly string[] = []): Promise<string> {
  return insertRow(world.t, 'application', {
    call_id: await callOf(world, owner),
    organisation_id: occupant,
    state: 'selected',
    number: `TE-${occupant}`,
    version: 1,
    title: 'Le dossier retenu',
    answers: {},
    lots,
    sources: {},
    created_at: now(world),
    updated_at: now(world),
  });
}
const ourAgreement =
  (body?: object, columns: Readonly<Record<string, unknown>> = {}, side: 'owner' | 'occupant' = 'owner'): Ask =>
  async (world) => ({
    path: { id: await agreement(world, side, columns), conditionId: 'assurance', year: '1' },
    scope: { organisationId: world.own },
    ...(body ? { body } : {}),
  });
const SETTLED = { state: 'conditions_precedent', accepted_version: 1, accepted_at: '2026-01-01T08:00:00Z' };
const IN_FORCE = {
  ...{ ...SETTLED, state: 'signed', owner_signed_on: '2026-01-01', owner_signed_by: 'La maire' },
  ...{ occupant_signed_on: '2026-01-01', occupant_signed_by: 'Le président' },
};
const GOOD_REASON = { reason: 'Convenu entre les deux parties.' };

const ourCall =
  (body?: object, columns?: Readonly<Record<string, unknown>>): Ask =>
  async (world) => ({
    path: { id: await call(world, columns) },
    scope: { organisationId: world.own },
    hidden: true,
    ...(body ? { body } : {}),
  });
const visit =
  (asked: (world: World) => Partial<Asked> = () => ({})): Ask =>
  async (world) => {
    const id = await call(world, { state: 'published', published_at: now(world) });
    const hours = { starts_at: '2028-12-01T09:00:00Z', ends_at: '2028-12-01T10:00:00Z' };
    const columns = { call_id: id, ...hours, meeting: 'Devant la gare', capacity: 5, created_at: now(world) };
    const visitId = await insertOnce(world, 'call_visit', columns);
    const { path, ...rest } = asked(world);
    return { path: { id, visitId, ...path }, ...rest };
  };
const ourVisit = (body?: object): Ask => visit(({ own }) => ({ scope: { organisationId: own }, ...(body ? { body } : {}) }));
/** The questions of a call of the organisation `own`, answered. */
const legalProcedure = (world: World, answers: object, applicationId: string | null = null): Promise<string> =>
  once(world, ['procedure', answers, applicationId], () => newProcedure(world, answers, applicationId));
async function newProcedure(world: World, answers: object, applicationId: string | null): Promise<string> {
  const callId = applicationId === null ? await call(world) : null;
  const about = { call_id: callId, application_id: applicationId };
  const id = await insertRow(world.t, 'legal_procedure', { ...about, organisation_id: world.own, version: 1 });
  const line = { procedure_id: id, version: 1, at: now(world), answers, rule: 'public-called', path: 'selection', strict_because: '{}' };
  await world.t.db.query(
    `insert into legal_answer (procedure_id, version, at, answers, rule, path, strict_because) values ($1, $2, $3, $4, $5, $6, $7)`,
    Object.values(line).map((value) => (typeof value === 'object' ? JSON.stringify(value) : value)),
  );
  return id;
}
const ourProcedure =
  (answers: object, body: object): Ask =>
  async (world) => ({ path: { id: await legalProcedure(world, answers) }, scope: { organisationId: world.own }, hidden: true, body });
/** Neither ours nor that of whoever looks from elsewhere. */
const aThird = (world: World): Promise<string> => once(world, 'a third', () => givenOrganisation(world.t, { name: 'Une troisième' }));
/** A request for a place of the organisation `own`, by another. */
interface Interest {
  readonly id: string;
  readonly applicationId: string;
}
const interest = (world: World, columns: Readonly<Record<string, unknown>> = {}, applicant = world.other): Promise<Interest> =>
  once(world, ['interest', columns, applicant], () => newInterest(world, columns, applicant));
async function newInterest(world: World, columns: Readonly<Record<string, unknown>>, applicant: string): Promise<Interest> {
  const siteId = await givenSite(world.t.db, { columns: { owner_organisation_id: world.own } });
  const applicationId = await insertRow(world.t, 'application', {
    ...{ site_id: siteId, organisation_id: applicant, state: 'filed', title: 'Un atelier', form: '[]', number: `TE-${siteId}` },
    ...{ created_at: now(world), updated_at: now(world) },
  });
  const id = await insertRow(world.t, 'interest', {
    ...{ application_id: applicationId, site_id: siteId, owner_id: world.own, state: 'received', received_at: now(world) },
    ...{ silence_counts: true, updated_at: now(world), ...columns },
  });
  return { id, applicationId };
}
const ourInterest =
  (body?: object): Ask =>
  async (world) => ({
    path: { id: (await interest(world)).id },
    scope: { organisationId: world.own },
    hidden: true,
    ...(body ? { body } : {}),
  });

const publishedCall = async (world: World): Promise<Asked> => ({
  path: { id: await call(world, { state: 'published', published_at: now(world) }) },
});

async function invitation(world: World, token = `invitation-${world.own}`): Promise<string> {
  const { id } = await givenPerson(world.t);
  return insertRow(world.t, 'invitation', {
    organisation_id: world.own,
    email: world.person?.email ?? 'personne@example.org',
    role: 'reader',
    token_hash: hashToken(token),
    state: 'pending',
    invited_by: id,
    created_at: now(world),
    sent_at: now(world),
    times_sent: 1,
    expires_at: '2030-01-01T00:00:00Z',
  });
}

async function joinRequest(world: World, accountId?: string): Promise<string> {
  return insertRow(world.t, 'join_request', {
    organisation_id: world.own,
    account_id: accountId ?? (await givenPerson(world.t)).id,
    message: 'Je travaille avec vous',
    state: 'pending',
    created_at: now(world),
  });
}
const ourRequest =
  (body: object): Ask =>
  async (world) => ({
    path: { id: world.own, requestId: await joinRequest(world) },
    scope: { organisationId: world.own },
    body,
  });

/** @param side of the link our organisation stands on */
const ourLink =
  (side: 'network' | 'member', state: 'asked' | 'followed', body: object = {}): Ask =>
  async (world) => {
    const { t, own, other } = world;
    const { id } = await givenPerson(t);
    const linkId = await insertRow(t, 'network_link', {
      network_id: side === 'network' ? own : other,
      member_id: side === 'network' ? other : own,
      state,
      asked_at: now(world),
      asked_by: id,
      ...(state === 'followed' ? { answered_at: now(world), answered_by: id } : {}),
    });
    return { path: { id: own, linkId }, scope: { organisationId: own }, body };
  };

async function siteRole(world: World): Promise<Asked> {
  await territories(world);
  const id = await insertRow(world.t, 'site_role', {
    site_id: await givenSite(world.t.db),
    organisation_id: world.own,
    role: 'owns',
    proof_text: 'Acte notarié',
    proof_date: '2020-01-01',
    state: 'declared',
    version: 1,
    declared_at: now(world),
  });
  return { path: { id }, scope: { organisationId: world.own } };
}

/** A photo of a place of our organisation, in a given state. */
const ourMedia =
  (state: string, body: object = {}): Ask =>
  async (world) => {
    const siteId = (await ourSite()(world)).path?.['id'];
    const id = await insertOnce(world, 'site_media', {
      site_id: siteId,
      organisation_id: world.own,
      kind: 'photo',
      state,
      visibility: 'public',
      position: 1,
      type: 'image/jpeg',
      bytes: 1,
      decorative: false,
      version: 1,
      created_at: now(world),
      updated_at: now(world),
      released_at: now(world),
      ...(state === 'removed' ? { removed_at: now(world) } : {}),
    });
    return { path: { id }, scope: { organisationId: world.own }, body };
  };
const ourSite =
  (body?: object): Ask =>
  async (world) => {
    await territories(world);
    const id = await once(world, 'our site', () => givenSite(world.t.db, { columns: { owner_organisation_id: world.own } }));
    return { path: { id }, scope: { organisationId: world.own }, ...(body ? { body } : {}) };
  };

/** What a passer-by answered at a place of our organisation. */
const ourAnswer =
  (body: object): Ask =>
  async (world) => {
    const { path, scope } = await ourSite()(world);
    const columns = { site_id: path?.['id'], answer: 'standing', answered_at: now(world) };
    return { path: { id: await insertRow(world.t, 'standing_answer', columns) }, ...(scope ? { scope } : {}), body };
  };

/** A correction proposed for a place of our organisation. */
const ourProposal =
  (body?: object): Ask =>
  async (world) => {
    const { path, scope } = await ourSite()(world);
    const id = await insertRow(world.t, 'site_proposal', {
      kind: 'correction',
      state: 'received',
      site_id: path?.['id'],
      proposed: { builtYear: 1882 },
      source: 'Carte postale',
      language: 'fr',
      proposed_at: now(world),
    });
    return { path: { id }, ...(scope ? { scope } : {}), ...(body ? { body } : {}) };
  };
const PROPOSER = { source: 'J’y passe chaque jour', email: 'riverain@example.org' };

/** At a lead, in the name of our organisation. */
const knock =
  (body: object = {}): Ask =>
  async (world) => {
    const { path } = await site(world);
    return { ...(path ? { path } : {}), scope: { organisationId: world.own }, body: { organisationId: world.own, ...body } };
  };

const ourKnockLetter: Ask = async (world) => {
  const { path } = await site(world);
  const columns = { site_id: path?.['id'], state: 'written', language: 'fr', written_at: now(world), names: [], organisation_count: 2 };
  const id = await insertRow(world.t, 'knock_letter', { ...columns, organisation_id: world.own, code_hash: String(path?.['id']) });
  return { path: { id }, scope: { organisationId: world.own } };
};

/** A file of places of our organisation, in a given state. */
const ourImport =
  (state: string, body?: object, path: Readonly<Record<string, string>> = {}): Ask =>
  async (world) => {
    const id = await insertOnce(world, 'site_import', {
      organisation_id: world.own,
      state,
      title: 'Lieux',
      file_sha256: 'a'.repeat(64),
      bytes: 1,
      created_at: now(world),
      updated_at: now(world),
    });
    return { path: { id, ...path }, scope: { organisationId: world.own }, except: ['not-found'], ...(body ? { body } : {}) };
  };

/** A place that our organisation keeps, hidden from strangers while it is not public. */
const ourKeptSite =
  (body?: object, { state = 'draft', ...columns }: Readonly<{ state?: string }> = {}): Ask =>
  async (world) => {
    await territories(world);
    const kept = { ...columns, keeper_organisation_id: world.own };
    const id = await once(world, ['kept site', state, columns], () => givenSite(world.t.db, { state, columns: kept }));
    return { path: { id }, scope: { organisationId: world.own }, ...(body ? { body } : {}) };
  };

/** Two of them, of one place. */
const twoSheets =
  (asked: (ids: { readonly other: string }) => Pick<Asked, 'query' | 'body'>): Ask =>
  async (world) => {
    const [stays, other] = [
      await ourKeptSite(undefined, { state: 'published' })(world),
      await ourKeptSite(undefined, { state: 'submitted' })(world),
    ];
    return { ...stays, ...asked({ other: other.path?.['id'] ?? '' }) };
  };

async function evidence(world: World): Promise<Asked> {
  const evidenceId = await insertRow(world.t, 'organisation_evidence', {
    organisation_id: world.own,
    kind: 'ess_by_status',
    department_ids: [],
    ends_on: '2030-01-01',
    state: 'declared',
    created_at: now(world),
    updated_at: now(world),
  });
  return { path: { id: world.own, evidenceId }, scope: { organisationId: world.own } };
}

function member(world: World): Promise<string> {
  return once(world, 'a member', async () => {
    const { id } = await givenPerson(world.t);
    await givenMember(world.t, world.own, id, 'reader');
    return id;
  });
}
const ourMember =
  (body?: object): Ask =>
  async (world) => ({
    path: { id: world.own, accountId: await member(world) },
    scope: { organisationId: world.own },
    ...(body ? { body } : {}),
  });

function territories(world: World): Promise<void> {
  return once(world, 'territories', async () => {
    const [known] = await world.t.db.query<object[]>(`select 1 from territory where id = 'commune:52269'`);
    if (known === undefined) await givenTerritories(world.t.db);
  });
}
const site: Ask = async (world) => {
  await territories(world);
  return { path: { id: await once(world, 'a site', () => givenSite(world.t.db)) } };
};

/** A subscription of the person's own address; of nobody's for a stranger. */
const myFollow =
  (body?: object): Ask =>
  async (world) => {
    const { t, actor, person } = world;
    const scope = { accountId: actor?.accountId ?? null };
    if (person === null) return { path: { id: UNKNOWN_ID }, scope, ...(body ? { body } : {}) };
    const at = now(world);
    const subscriberId = await insertRow(t, 'subscriber', { email: person.email, language: 'fr', account_id: person.id, created_at: at });
    const columns = {
      subscriber_id: subscriberId,
      about: 'commune',
      subject: 'commune:52269',
      frequency: 'daily',
      asked_at: at,
      active_since: at,
    };
    return { path: { id: await insertRow(t, 'subscription', columns) }, scope, ...(body ? { body } : {}) };
  };

/** An organisation that moderators have something to say about, in the state that their decision starts from. */
const toModerate =
  (state: string, body: object = REASON): Ask =>
  async ({ t, own }) => {
    await t.db.query('update organisation set state = $2 where id = $1', [own, state]);
    return { path: { id: own }, scope: { organisationId: own }, body, worldChanged: true };
  };

/** Every operation once. A new route without its line here fails the access matrix. */
export const ASKED: Readonly<Record<string, Ask>> = {
  // the service itself
  readLiveness: nothing,
  readReadiness: nothing,
  readMetrics: nothing,
  readRobots: nothing,
  readSitemap: nothing,
  readSecurityContact: nothing,
  readSecurityPolicy: nothing,
  readWebConfig: nothing,
  getHomeFigures: nothing,
  listRetention: nothing,

  // territories, places, matching
  searchTerritories: () => ({ query: { q: 'Langres' } }),
  readTerritory: async (world) => {
    await territories(world);
    return { path: { id: 'commune:52269' } };
  },
  listSites: nothing,
  getSiteMap: () => ({ query: { bbox: '4,47,6,49', zoom: '8' } }),
  getSiteTile: () => ({ path: { z: '0', x: '0', y: '0' } }),
  exportSitesCsv: nothing,
  exportSitesGeojson: nothing,
  getSite: site,
  listNearbySites: site,
  listProjectsForSite: site,
  listSiteCards: () => ({ query: { ids: UNKNOWN_ID } }),
  listMyFavourites: mine(),
  keepFavourites: mine({ siteIds: [UNKNOWN_ID] }),
  dropFavourite: ({ actor }) => ({ path: { siteId: UNKNOWN_ID }, scope: { accountId: actor?.accountId ?? null } }),
  getMatchingMethod: nothing,
  listAskedFields: nothing,
  listOrganisationSites: ours(),
  readMatchFeed: () => ({ query: { need: JSON.stringify(NEED) } }),
  tryNeed: () => ({ body: { need: NEED } }),
  listMoreMatches: () => ({ body: { need: NEED } }),
  getAgentRole: async (world) => {
    await territories(world);
    return { path: { id: await givenSite(world.t.db) } };
  },
  recordAgentRole: async (world) => {
    await territories(world);
    await world.t.db.query(`update organisation set kind = 'public_owner' where id = $1`, [world.own]);
    return {
      path: { id: await givenSite(world.t.db) },
      body: { organisationId: world.own, role: 'signals' },
      scope: { organisationId: world.own },
      worldChanged: true,
    };
  },
  listAgentRolesToCheck: nothing,
  checkAgentRole: async (world) => ({ ...(await siteRole(world)), body: { version: 1 } }),
  refuseAgentRole: async (world) => ({ ...(await siteRole(world)), body: { version: 1, ...REASON } }),
  endAgentRole: async (world) => ({ ...(await siteRole(world)), body: REASON }),

  // photos and documents of places
  listSiteMedia: ourSite(),
  uploadSiteMedia: ourSite({}),
  orderSiteMedia: ourSite({ ids: [] }),
  updateSiteMedia: ourMedia('available', { version: 1, alt: 'La halle' }),
  removeSiteMedia: ourMedia('available', REASON),
  restoreSiteMedia: ourMedia('removed'),
  readMediaFile: () => ({ path: { id: UNKNOWN_ID, file: '640.webp' }, except: ['not-found'] }),
  // what stands there today: an answer without photo has none to decide on, which is no refusal of the person
  getSiteStanding: site,
  answerStanding: async (world) => ({ ...(await site(world)), body: { answer: 'standing' } }),
  stateStanding: ourSite({ says: 'standing' }),
  listStandingAnswers: ourSite(),
  sendPasserbyPhoto: () => ({ path: { id: UNKNOWN_ID }, body: {} }),
  showPasserbyPhoto: async (world) => ({ ...(await ourAnswer({ alt: 'La halle' })(world)), except: ['not-found'] }),
  refusePasserbyPhoto: async (world) => ({ ...(await ourAnswer(REASON)(world)), except: ['not-found'] }),
  setStandingAnswerAside: ourAnswer(REASON),
  listStandingQueue: nothing,
  // what third parties propose
  proposeCorrection: async (world) => ({ ...(await site(world)), body: { field: 'builtYear', value: 1882, ...PROPOSER } }),
  proposePlace: async (world) => {
    await territories(world);
    return { body: { name: 'Halte de Brennes', kind: 'disused_station', communeId: 'commune:52269', ...PROPOSER } };
  },
  confirmSiteProposal: () => ({ body: { token: TOKEN } }),
  readSiteProposalByLink: () => ({ body: { token: TOKEN } }),
  listMyProposals: mine(),
  listOrganisationProposals: ours(),
  listProposalsToModerate: nothing,
  acceptSiteProposal: ourProposal(),
  refuseSiteProposal: ourProposal(REASON),
  // knocking together: nobody has joined yet, which is no refusal of the person
  getSiteKnock: site,
  joinKnock: knock({ named: true }),
  leaveKnock: knock(),
  writeKnockLetter: knock(),
  getKnockLetter: ourKnockLetter,
  printKnockLetter: ourKnockLetter,
  readReceivedLetter: () => ({ body: { code: 'ABCD-EFGH-JKLM' } }),
  answerKnockLetter: () => ({ body: { code: 'ABCD-EFGH-JKLM', answer: 'stop' } }),
  // following: a link that nobody was given opens nothing, which is no refusal of the person
  requestFollow: async (world) => ({
    body: { about: 'place', subject: (await site(world)).path?.['id'], frequency: 'daily', email: 'riverain@example.org' },
  }),
  confirmFollow: () => ({ body: { token: TOKEN } }),
  listFollowsByLink: () => ({ body: { token: TOKEN } }),
  changeFollowByLink: () => ({ body: { token: TOKEN, id: UNKNOWN_ID, frequency: 'weekly' } }),
  stopFollowByLink: () => ({ body: { token: TOKEN, id: UNKNOWN_ID } }),
  stopFollowsByLink: () => ({ body: { token: TOKEN } }),
  eraseFollowsByLink: () => ({ body: { token: TOKEN } }),
  unsubscribe: () => ({ path: { token: TOKEN } }),
  showUnsubscribe: () => ({ path: { token: TOKEN } }),
  readFeed: async (world) => ({ path: { about: 'place', subject: (await site(world)).path?.['id'] ?? UNKNOWN_ID } }),
  readSearchFeed: () => ({ query: { territory: 'department:52' } }),
  listMyFollows: mine(),
  followThing: async (world) => ({
    scope: { accountId: world.actor?.accountId ?? null },
    body: { about: 'place', subject: (await site(world)).path?.['id'], frequency: 'daily' },
  }),
  changeMyFollow: myFollow({ frequency: 'weekly' }),
  stopMyFollow: myFollow(),
  stopMyFollows: mine(),

  // what one is told
  listMyNotifications: mine(),
  countMyNotifications: mine(),
  readMyNotifications: ({ actor }) => ({ scope: { accountId: actor?.accountId ?? null }, body: { until: UNKNOWN_ID } }),
  readMyNotification: async (world) => {
    const { t, actor } = world;
    const { id: other } = await givenPerson(t);
    const facts = { kind: 'call_changed', thing_id: UNKNOWN_ID, title: 'Un appel', facts: {}, path: '/appels', at: now(world) };
    const told = { ...facts, count: 1, shown: true, mail: 'none', account_id: actor?.accountId ?? other, dedupe_key: 'told' };
    return { path: { id: await insertRow(t, 'inbox_notice', told) }, scope: { accountId: actor?.accountId ?? null } };
  },
  listMyNotificationSettings: mine(),
  changeMyNotificationSetting: ({ actor }) => ({
    path: { kind: 'call_changed' },
    scope: { accountId: actor?.accountId ?? null },
    body: { onSite: true, byEmail: false },
  }),
  stopNotificationMails: () => ({ path: { token: TOKEN } }),
  showStopNotificationMails: () => ({ path: { token: TOKEN } }),

  // places kept by an organisation
  createSite: async (world) => {
    await territories(world);
    return {
      body: { organisationId: world.own, name: 'Gare', kind: 'disused_station', communeId: 'commune:52269' },
      scope: { organisationId: world.own },
    };
  },
  getKeptSite: ourKeptSite(undefined, { state: 'submitted' }),
  updateSite: ourKeptSite({ version: 1, summary: 'Sur le quai' }),
  restoreSite: ourKeptSite({ version: 1, to: 1 }),
  listSiteHistory: ourKeptSite(undefined, { state: 'submitted' }),
  submitSite: ourKeptSite(),
  takeBackSite: ourKeptSite(undefined, { state: 'submitted' }),
  publishSite: ourKeptSite(),
  pauseSite: ourKeptSite({ reason: 'Travaux' }, { state: 'published' }),
  resumeSite: ourKeptSite(undefined, { state: 'paused' }),
  closeSite: ourKeptSite({ reason: 'mistake' }),
  listSitesToRead: nothing,
  listSimilarSites: () => ({ query: { name: 'Gare', communeId: 'commune:52269' } }),
  claimSites: ({ own }) => ({
    body: { organisationId: own, ids: [UNKNOWN_ID], role: 'owns', proof: { text: 'Acte de propriété', date: '2020-01-01' } },
    scope: { organisationId: own },
  }),
  acceptSite: ourKeptSite({ version: 1 }, { state: 'submitted' }),
  sendBackSite: ourKeptSite({ version: 1, ...REASON }, { state: 'submitted' }),
  actOnSites: () => ({ body: { action: 'publish', ids: [UNKNOWN_ID] } }),
  undoOnSites: () => ({ body: { acts: [UNKNOWN_ID] } }),

  listTwins: ourKeptSite(undefined, { state: 'submitted' }),
  compareSites: twoSheets((ids) => ({ query: { with: ids.other } })),
  mergeSites: twoSheets((ids) => ({ body: { with: ids.other, version: 1, withVersion: 1, take: [], parts: 'stays' } })),
  undoSiteMerge: async (world) => {
    const columns = { keeper_organisation_id: world.own };
    const [siteId, mergedId] = [await givenSite(world.t.db, { state: 'published', columns }), await givenSite(world.t.db, { columns })];
    await world.t.db.query(`update site set state = 'closed', merged_into = $2 where id = $1`, [mergedId, siteId]);
    const line = (site_id: string, from_state: string, to_state: string) =>
      insertRow(world.t, 'site_history', { site_id, at: now(world), actor: 'person', from_state, to_state, changes: [], version: 1 });
    const acts = { site_act: await line(siteId, 'published', 'published'), merged_act: await line(mergedId, 'draft', 'closed') };
    const carried = { sources: [], media: [], roles: [], provenance: [] };
    const merge = { site_id: siteId, merged_id: mergedId, at: now(world), ...acts, carried, left_at: '2026-11-01T08:00:00Z' };
    return { path: { id: await insertRow(world.t, 'site_merge', merge) }, scope: { organisationId: world.own } };
  },

  // places from a file
  uploadSiteImport: ours({}),
  listSiteImports: ours(),
  getSiteImport: ourImport('to_check'),
  changeSiteImport: ourImport('to_check', { version: 1, kind: 'plot' }),
  listSiteImportRows: ourImport('to_check'),
  listSiteImportPoints: ourImport('to_check'),
  fixSiteImportRow: ourImport('to_check', { cells: { 0: 'Halle' } }, { line: '2' }),
  commitSiteImport: ourImport('to_check', { version: 1 }),
  undoSiteImport: ourImport('done', { version: 1 }),
  dropSiteImport: ourImport('to_check', { version: 1 }),
  downloadSiteImportReport: ourImport('to_check'),

  // accounts
  signUp: ({ t }) => ({
    body: { email: `n${t.clock.now().getTime()}@example.org`, password: PASSWORD, displayName: 'Ana', language: 'fr' },
  }),
  verifyEmail: () => ({ body: { token: TOKEN } }),
  signIn: () => ({ body: { email: 'personne@example.org', password: PASSWORD } }),
  requestSignInLink: () => ({ body: { email: 'personne@example.org' } }),
  useSignInLink: () => ({ body: { token: TOKEN } }),
  // Nobody has given a password yet, which is all it asks for.
  giveSecondFactor: () => ({ body: { code: '123456' }, except: ['sign-in-needed'] }),
  requestPasswordReset: () => ({ body: { email: 'personne@example.org' } }),
  resetPassword: () => ({ body: { token: TOKEN, password: PASSWORD } }),
  confirmEmailChange: () => ({ body: { token: TOKEN } }),
  getMe: nothing,
  // No identity provider is configured in this application: everyone is told so.
  startOidc: () => ({ except: ['not-found'] }),
  finishOidc: () => ({ query: { code: 'x', state: 'y' }, except: ['not-found'] }),
  listMyIdentities: mine(),
  linkIdentity: ({ actor }) => ({ scope: { accountId: actor?.accountId ?? null }, except: ['not-found'] }),
  unlinkIdentity: async ({ t, actor }) => {
    const scope = { accountId: actor?.accountId ?? null };
    if (actor === null) return { path: { id: UNKNOWN_ID }, scope };
    const at = t.clock.now();
    const columns = { account_id: actor.accountId, issuer: 'https://idp.example', subject: actor.accountId, created_at: at, used_at: at };
    return { path: { id: await insertRow(t, 'account_identity', columns) }, scope };
  },
  signOut: nothing,
  confirmItIsMe: mine({ password: PASSWORD }),
  resendVerification: mine(),
  updateMe: mine({ displayName: 'Ana' }),
  changePassword: mine({ password: PASSWORD }),
  requestEmailChange: mine({ email: 'nouvelle@example.org' }),
  listMySessions: mine(),
  revokeMySession: async ({ t, actor }) => {
    const [open] = await t.db.query<{ id: string }[]>(`select sess ->> 'publicId' as id from session where sess ->> 'accountId' = $1`, [
      actor?.accountId ?? UNKNOWN_ID,
    ]);
    return { path: { id: open?.id ?? UNKNOWN_ID }, scope: { accountId: actor?.accountId ?? null } };
  },
  revokeMyOtherSessions: mine(),
  startSecondFactor: mine(),
  confirmSecondFactor: mine({ code: '123456' }),
  removeSecondFactor: mine(),
  renewRecoveryCodes: mine(),
  exportMyData: mine(),
  eraseMyAccount: mine(),
  actFor: () => ({ body: { organisationId: null } }),

  // organisations
  searchOrganisations: nothing,
  getOrganisation: ({ own }) => ({ path: { id: own } }),
  lookUpRegister: () => ({ body: { siret: '80746931700018' } }),
  claimOrganisation: () => ({
    body: { name: 'Recyclerie du Plateau', kind: 'ess', legalForm: 'association', proof: 'Récépissé de déclaration en préfecture' },
  }),
  claimOrganisationAgain: ours({ proof: 'Récépissé de déclaration en préfecture' }),
  updateOrganisation: ours({ version: 1, summary: 'Nous réparons' }),
  listEvidence: ours(),
  addEvidence: ours({ kind: 'ess_by_status', endsOn: '2030-01-01' }),
  withdrawEvidence: async (world) => ({ ...(await evidence(world)), body: REASON }),
  readOrganisationJournal: ours(),
  listOrganisationsToVerify: nothing,
  verifyOrganisation: toModerate('claimed'),
  refuseOrganisation: toModerate('claimed'),
  releaseOrganisation: toModerate('refused'),
  suspendOrganisation: toModerate('verified'),
  reinstateOrganisation: toModerate('suspended'),
  listEvidenceToCheck: nothing,
  checkEvidence: evidence,
  refuseEvidence: async (world) => ({ ...(await evidence(world)), body: REASON }),
  readJournal: nothing,

  // members
  listMembers: ours(),
  changeMemberRole: ourMember({ role: 'editor' }),
  removeMember: ourMember(),
  // Whoever is in may leave; the others have nothing to leave.
  leaveOrganisation: ({ own }) => ({ path: { id: own }, body: { evenIfLast: false }, except: ['not-a-member'] }),
  transferAdministration: async (world) => ({
    path: { id: world.own },
    scope: { organisationId: world.own },
    body: { accountId: await member(world) },
  }),
  setSecondFactorRule: ours({ required: false }),
  listInvitations: ours(),
  inviteMember: ours({ email: 'invitee@example.org', role: 'reader' }),
  cancelInvitation: async (world) => ({
    path: { id: world.own, invitationId: await invitation(world) },
    scope: { organisationId: world.own },
  }),
  readInvitation: async (world) => {
    const token = `invitation-${world.own}`;
    await invitation(world, token);
    return { body: { token } };
  },
  declineInvitation: async (world) => {
    const token = `invitation-${world.own}`;
    await invitation(world, token);
    return { body: { token } };
  },
  // The invitation is the person's to accept; the organisation may have been suspended meanwhile.
  acceptInvitation: async (world) => {
    const token = `invitation-${world.own}`;
    await invitation(world, token);
    return { body: { token }, except: ['organisation-not-ready'] };
  },
  askToJoin: ({ other }) => ({ path: { id: other }, body: { message: 'Je travaille avec vous' } }),
  listMyJoinRequests: nothing,
  withdrawJoinRequest: async (world) => ({
    path: { id: world.own, requestId: await joinRequest(world, world.actor?.accountId) },
    scope: { accountId: world.actor?.accountId ?? null },
  }),
  listJoinRequests: ours(),
  acceptJoinRequest: ourRequest({ role: 'reader' }),
  declineJoinRequest: ourRequest(REASON),
  listNetworkLinks: ours(),
  askToFollow: ({ own, other }) => ({
    path: { id: own },
    scope: { organisationId: own },
    body: { memberOrganisationId: other },
  }),
  listFollowedOrganisations: ours(),
  acceptFollow: ourLink('member', 'asked'),
  declineFollow: ourLink('member', 'asked'),
  withdrawFollow: ourLink('network', 'asked'),
  endFollow: ourLink('member', 'followed'),

  // calls
  listCalls: nothing,
  getCall: publishedCall,
  readCallCalendar: publishedCall,
  // Only public owners launch calls.
  createCall: ({ own }) => ({ scope: { organisationId: own }, body: { organisationId: own, title: 'Un appel pour la halle' } }),
  updateCall: ourCall({ version: 1, title: 'Un autre titre' }),
  publishCall: ourCall({ version: 1 }),
  extendCall: ourCall({ closesAt: '2030-01-01', reason: 'La neige a retardé les visites.' }),
  cancelCall: ourCall({ reason: 'Le lieu n’est plus disponible.' }),
  declareCallUnsuccessful: ourCall({ reason: 'Aucun dossier ne convenait.' }),
  listCallHistory: ourCall(),
  listOrganisationCalls: ours(),
  askOnCall: async (world) => ({ ...(await publishedCall(world)), body: { question: 'Y a-t-il de l’eau ?' } }),
  answerOnCall: async (world) => {
    const id = await call(world, { state: 'published', published_at: now(world) });
    const { id: accountId } = await givenPerson(world.t);
    const questionId = await insertRow(world.t, 'call_question', {
      call_id: id,
      account_id: accountId,
      asked_at: now(world),
      asked: 'De l’eau ?',
    });
    return { path: { id, questionId }, scope: { organisationId: world.own }, body: { question: 'De l’eau ?', answer: 'Oui.' } };
  },

  // visits
  listVisits: publishedCall,
  addVisit: async (world) => ({
    ...(await publishedCall(world)),
    scope: { organisationId: world.own },
    body: { startsAt: '2028-12-01T10:00', endsAt: '2028-12-01T11:00', meeting: 'Devant la gare', capacity: 5 },
  }),
  cancelVisit: ourVisit({ reason: 'La neige bloque la route.' }),
  bookVisit: visit(() => ({ body: {} })),
  leaveVisit: visit(),
  readVisitCalendar: visit(),
  listVisitors: ourVisit(),
  exportVisitors: ourVisit(),
  noteVisitor: visit(({ own }) => ({
    path: { accountId: UNKNOWN_ID },
    scope: { organisationId: own },
    body: { attended: true },
    except: ['not-found'],
  })),
  publishLearntOnVisit: ourVisit({ question: 'Y a-t-il de l’eau ?', answer: 'Oui.' }),

  // the legal path
  listLegalRules: nothing,
  tryLegalPath: () => ({ body: { ...PUBLIC_DOMAIN, proof: undefined, origin: 'called' } }),
  correctLegalRule: () => ({ path: { key: 'path:private-use' }, body: RULE_WORDS }),
  getCallLegalPath: ourCall(),
  answerCallLegalPath: ourCall({ version: 0, answers: PUBLIC_DOMAIN }),
  noteLegalStep: ourProcedure(PUBLIC_DOMAIN, { step: 'impartial_selection', doneOn: '2026-11-20', reference: 'PV 4' }),
  addLegalProof: async (world) => ({
    path: { id: await legalProcedure(world, PUBLIC_DOMAIN), step: 'answers' },
    scope: { organisationId: world.own },
    hidden: true,
  }),
  readLegalProof: () => ({ path: { id: UNKNOWN_ID }, except: ['not-found'] }),
  publishLegalMotive: ourProcedure({ ...PUBLIC_DOMAIN, ground: 'only_possible_occupant', motive: 'Le seul riverain' }, {}),
  listNotices: nothing,
  readNoticeFeed: nothing,
  getNotice: () => ({ path: { id: UNKNOWN_ID }, except: ['not-found'] }),
  readNoticeCertificate: () => ({ path: { id: UNKNOWN_ID }, except: ['not-found'] }),

  // spontaneous interest
  listOrganisationInterests: ours(),
  getInterest: async (world) => ({
    path: { id: (await interest(world, {}, await aThird(world))).id },
    scope: { organisationId: world.own },
    hidden: true,
  }),
  getApplicationInterest: async (world) => ({
    path: { id: (await interest(world, {}, await aThird(world))).applicationId },
    scope: { organisationId: world.own },
    hidden: true,
  }),
  getInterestLegalPath: ourInterest(),
  answerInterestLegalPath: ourInterest({ version: 0, answers: PUBLIC_DOMAIN }),
  refuseInterestAdmission: ourInterest(REASON),
  declineInterest: ourInterest(REASON),
  openInterestPublicity: ourInterest({ what: 'La gare est demandée', closesAt: '2030-01-01' }),
  grantInterest: ourInterest({ authority: 'Conseil', date: '2026-11-20', reference: '1' }),
  turnInterestIntoCall: ourInterest(),
  closeInterest: ourInterest(REASON),
  declareRival: ({ own }) => ({
    path: { id: UNKNOWN_ID },
    scope: { organisationId: own },
    body: { organisationId: own, need: 'Un local', proposal: 'Une cantine' },
    except: ['not-found'],
  }),
  withdrawRival: async (world) => {
    const { id: interestId, applicationId } = await interest(world);
    const procedureId = await legalProcedure(world, PUBLIC_DOMAIN, applicationId);
    const id = await insertRow(world.t, 'legal_notice', {
      ...{
        procedure_id: procedureId,
        kind: 'interest',
        title: 'Gare',
        what: 'Demandée',
        how: 'Ici',
        site_ids: [],
        content_hash: '0'.repeat(64),
      },
      ...{ opens_at: '2026-01-01T08:00:00Z', closes_at: '2029-01-01T08:00:00Z', published_at: now(world) },
    });
    const said = { interest_id: interestId, organisation_id: world.own, arrived_at: now(world), need: 'Un local', proposal: 'Une cantine' };
    return { path: { id, rivalId: await insertRow(world.t, 'interest_rival', said) }, scope: { organisationId: world.own }, hidden: true };
  },
  listMyRivals: () => ({ path: { id: UNKNOWN_ID }, except: ['not-found'] }),

  // applications
  // A file is begun by an organisation of the social economy, for a call of another.
  createApplication: async (world) => ({
    scope: { organisationId: world.own },
    body: { organisationId: world.own, callId: await callOf(world, world.other) },
  }),
  getApplication: ourApplication(),
  updateApplication: ourApplication({ version: 1, answers: {} }),
  fileApplication: ourApplication({ version: 1 }),
  withdrawApplication: ourApplication({ reason: 'Un lieu trouvé ailleurs' }),
  listApplicationHistory: ourApplication(),
  uploadApplicationFile: ourApplication(),
  readApplicationSpace: ourApplication(),
  readApplicationFile: async (world) => {
    const { path, ...asked } = await ourApplication()(world);
    return { ...asked, path: { ...path, fileId: UNKNOWN_ID }, except: ['not-found'] };
  },
  printDossier: ourApplication(),
  packDossier: ourApplication(),
  readMyDesk: mine(),
  listPartners: ourApplication(),
  invitePartner: async (world) => ({ ...(await ourApplication({ organisationId: UNKNOWN_ID })(world)), except: ['not-found'] }),
  answerPartnership: async (world) => {
    const { path } = await ourApplication()(world);
    const scope = { organisationId: world.own };
    return { path: { ...path, organisationId: world.own }, scope, body: { accepted: true }, except: ['not-found'] };
  },
  removePartner: async (world) => {
    const { path, ...asked } = await ourApplication()(world);
    return { ...asked, path: { ...path, organisationId: world.other }, except: ['not-found'] };
  },
  listPartnerships: ours(),
  // messages: the applicant's side; the owner's is told apart by the service
  listMessages: ourApplication(),
  sendMessage: ourApplication({ text: 'Bonjour' }),
  readMessages: ourApplication({ until: UNKNOWN_ID }),
  closeMessages: async (world) => ({ ...(await ourApplication({ closed: true })(world)), except: ['not-found'] }),
  uploadMessageFile: ourApplication(),
  readMessageFile: async (world) => {
    const { path, ...asked } = await ourApplication()(world);
    return { ...asked, path: { ...path, fileId: UNKNOWN_ID }, except: ['not-found'] };
  },
  listOrganisationApplications: ours(),
  listOrganisationRequests: ours(),
  listCallApplications: async (world) => ({
    path: { id: await call(world, { state: 'published', published_at: now(world) }) },
    scope: { organisationId: world.own },
  }),

  // instruction
  listCallInstruction: async (world) => ({ ...(await publishedCall(world)), scope: { organisationId: world.own } }),
  exportCallInstruction: async (world) => ({ ...(await publishedCall(world)), scope: { organisationId: world.own } }),
  listRequestInstruction: ours(),
  exportRequestInstruction: ours(),
  getInstruction: ourDossier(),
  markInstructionRead: ourDossier(),
  writeChecks: ourDossier({ lines: [{ criterion: 'complete', version: 0, verdict: 'yes' }] }),
  addCriterion: ourDossier({ label: 'Assurance' }),
  removeCriterion: part('criterionId'),
  admitApplication: ourDossier(),
  takeBackAdmission: ourDossier(REASON, { state: 'admissible' }),
  refuseAdmission: ourDossier({ ...REASON, criteria: ['complete'] }),
  requestCorrection: ourDossier({ ...REASON, dueAt: '2030-01-01', items: [{ field: 'texte', fault: 'incomplete' }] }),
  endCorrection: ourDossier(REASON),
  writeNote: ourDossier({ text: 'À relire' }),
  editNote: part('noteId', { text: 'À relire', version: 1 }),
  actOnInstruction: async (world) => {
    const { path } = await ourDossier()(world);
    return { body: { action: 'admit', ids: [path?.['id']] } };
  },
  undoInstructionActs: () => ({ body: { acts: [UNKNOWN_ID] } }),
  // opinions asked outside
  askOpinion: ourDossier({
    ...{ who: 'SDIS', email: 'avis@example.org', question: 'Un avis ?', dueAt: '2030-01-01', shared: false, sections: ['texte'] },
  }),
  revokeOpinion: part('opinionId', REASON),
  listSharedOpinions: ourApplication(),
  readOpinionRequest: () => ({ body: { token: TOKEN } }),
  answerOpinion: () => ({ body: { token: TOKEN, conclusion: 'favourable', text: 'Rien à redire.', signedBy: 'Capitaine Roy' } }),
  readOpinionFile: () => ({ path: { ticket: TOKEN, fileId: UNKNOWN_ID } }),
  getOwnerDesk: ours(),
  getInstructionSettings: ours(),
  createInstructionLabel: ours({ name: 'Urgent', colour: 'brick' }),
  updateInstructionLabel: async (world) => ({
    path: {
      id: await insertRow(world.t, 'instruction_label', {
        organisation_id: world.own,
        name: 'Urgent',
        colour: 'brick',
        created_at: now(world),
      }),
    },
    scope: { organisationId: world.own },
    hidden: true,
    body: { removed: true },
  }),
  saveInstructionView: ours({ name: 'Les miens', search: 'confie=moi' }),
  removeInstructionView: async (world) => {
    const accountId = world.actor?.accountId ?? (await givenPerson(world.t)).id;
    return {
      path: {
        id: await insertRow(world.t, 'instruction_view', {
          organisation_id: world.own,
          account_id: accountId,
          name: 'Les miens',
          search: 'confie=moi',
          shared: false,
          created_at: now(world),
        }),
      },
      scope: { accountId },
      hidden: true,
    };
  },

  // shortlist between two steps: this call has one
  getShortlist: async (world) => ({ ...(await publicCallOfOurs()(world)), except: ['not-found'] }),
  announceShortlist: publicCallOfOurs({ keep: 1, leave: 0 }),

  // review
  startReview: publicCallOfOurs({ mode: 'simple', quorum: 2, dueOn: '2029-02-01' }),
  getReview: publicCallOfOurs(),
  inviteReviewer: publicCallOfOurs({ email: 'juree@example.org', function: 'Adjointe' }),
  removeReviewer: async (world) => {
    const asked = await publicCallOfOurs(REASON)(world);
    return { ...asked, path: { ...asked.path, reviewerId: UNKNOWN_ID }, except: ['not-found'] };
  },
  shortlistApplication: publicCallOfOurs({ applicationId: UNKNOWN_ID }),
  compareApplications: async (world) => ({
    ...(await publicCallOfOurs()(world)),
    query: { applications: UNKNOWN_ID },
    except: ['not-found'],
  }),
  // Of the chair alone, and there is none here.
  revealScores: async (world) => ({ ...(await publicCallOfOurs(REASON)(world)), scope: { accountId: null } }),
  recordDiscussion: publicCallOfOurs({ applicationId: UNKNOWN_ID, text: 'Le jury en a débattu.' }),
  writeReviewMinutes: publicCallOfOurs({ text: 'Le jury s’est réuni, tous présents.' }),
  listMyReviews: nothing,
  answerReviewInvitation: async (world) => {
    const { reviewerId, accountId } = await reviewerIn(world, 'invited');
    return { path: { id: reviewerId }, scope: { accountId }, body: { accepts: false } };
  },
  getReading: ourReading(),
  declareNoLink: ourReading(),
  recuseFromReading: ourReading({ reason: 'Je préside cette association.' }),
  saveScores: ourReading({ scores: {} }),
  lockScores: ourReading(),
  readReadingFile: async (world) => {
    const asked = await ourReading()(world);
    return { ...asked, path: { ...asked.path, fileId: UNKNOWN_ID }, except: ['not-found'] };
  },

  // decisions
  getAward: publicCallOfOurs(),
  saveAward: publicCallOfOurs({ deedKind: 'temporary_occupation', departure: null, lines: [] }),
  proposeAward: publicCallOfOurs(),
  takeBackAward: publicCallOfOurs({ reason: 'Une erreur de lot.' }),
  decideAward: publicCallOfOurs(DECISION),
  publishResults: publicCallOfOurs(),
  exportCall: publicCallOfOurs(),
  readCouncilKit: async (world) => {
    const asked = await publicCallOfOurs()(world);
    return { ...asked, path: { ...asked.path, paper: 'certificate' } };
  },
  getResults: async (world) => ({ ...(await publicCallOfOurs()(world)), scope: {}, except: ['results-not-published'] }),
  exportResults: async (world) => ({ ...(await publicCallOfOurs()(world)), scope: {}, except: ['results-not-published'] }),
  getApplicationDecision: async (world) => toAThird(world),
  giveUpAward: ourApplication({ reason: 'Un autre lieu trouvé' }),
  reopenApplication: ownedApplication({ ...DECISION, reason: 'Le tribunal l’a demandé.' }),
  decideAgain: ownedApplication({ ...DECISION, lot: null, outcome: 'selected', reasons: [{ criterion: 'utilite', text: 'Dit' }] }),
  readDecisionLetter: async (world) => {
    const { path, ...asked } = await toAThird(world);
    const content = { title: 'Lettre', author: 'La leur', footer: 'Lettre', blocks: [] };
    const row = { application_id: path?.['id'], kind: 'not_selected', at: now(world), content };
    return { ...asked, path: { id: await insertRow(world.t, 'decision_letter', row) } };
  },

  // agreements
  createAgreement: async (world) => {
    const siteId = await givenSite(world.t.db, { state: 'awarded' });
    const occupant = await givenOrganisation(world.t, { name: 'L’autre partie' });
    return { scope: { organisationId: world.own }, body: { applicationId: await selectedBy(world, world.own, occupant, [siteId]) } };
  },
  listAgreements: ours(),
  getAgreement: ourAgreement(),
  listAgreementHistory: ourAgreement(),
  printAgreement: ourAgreement(),
  downloadAgreement: ourAgreement(),
  updateAgreement: ourAgreement({ version: 1, object: 'Un atelier partagé' }),
  settleAgreement: ourAgreement({ version: 1 }),
  takeBackAgreement: ourAgreement(GOOD_REASON, SETTLED),
  meetAgreementCondition: ourAgreement({ metOn: '2026-01-01', proof: 'Attestation 42' }, SETTLED),
  signAgreement: ourAgreement(
    { version: 1, owner: { on: '2026-01-01', by: 'La maire' }, occupant: { on: '2026-01-01', by: 'Le président' } },
    SETTLED,
  ),
  giveAgreementNotice: ourAgreement({ ...GOOD_REASON, givenOn: '2026-01-01', leavesOn: '2027-06-01' }, IN_FORCE),
  renewAgreement: ourAgreement(GOOD_REASON, IN_FORCE),
  terminateAgreement: ourAgreement(GOOD_REASON),
  publishAgreementPlaceAgain: ourAgreement(undefined, { state: 'terminated' }),
  commentOnAgreement: ourAgreement({ text: 'Une remarque' }),
  acceptAgreement: ourAgreement({ version: 1 }, {}, 'occupant'),
  reportOnAgreement: ourAgreement(
    { jobs: 3, insertionHours: null, peopleWelcomed: 120, words: 'Une année bien remplie.' },
    IN_FORCE,
    'occupant',
  ),

  // projects
  listProjects: nothing,
  getProject: async (world) => ({ path: { id: await project(world, { state: 'open', public: true }) } }),
  createProject: ({ own }) => ({
    scope: { organisationId: own },
    body: { organisationId: own, name: 'Atelier de réparation', need: NEED },
  }),
  listOrganisationProjects: ours(),
  updateProject: ourProject({ version: 1, name: 'Atelier de vélos' }),
  openProject: ourProject(),
  closeProject: ourProject({ reason: 'postponed' }),
  reopenProject: ourProject(undefined, { state: 'closed' }),
  setProjectVisibility: ourProject({ public: false }),
  listProjectHistory: ourProject(),
  listProjectMatches: ourProject(),
};
