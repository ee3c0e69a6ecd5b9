import { createHmac } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import supertest from 'supertest';
import type { OrganisationRole, PlatformRole } from '../../api/src/platform/access/permission.js';
import { AppSecret } from '../../api/src/platform/access/app-secret.js';
import { sessionCookie } from '../../api/src/platform/access/session.middleware.js';
import type { TestApp } from './test-app.js';

export interface PersonGiven {
  readonly email?: string;
  readonly name?: string;
  readonly emailVerified?: boolean;
  readonly platformRole?: PlatformRole;
  readonly secondFactor?: boolean;
  readonly fresh?: boolean;
  readonly memberOf?: readonly { readonly organisationId: string; readonly role: OrganisationRole }[];
}
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
  /** Requests as this person, from our own pages. */
  readonly http: () => supertest.Agent;
}

/** A person with an account and an open session, as after signing in; in one statement, for thousands are given. */
export async function givenPerson(t: TestApp, given: PersonGiven = {}): Promise<Person> {
  const id = uuidv7();
  const email = given.email ?? `${id}@example.org`;
  const session = newSession(t, id, given);
  await t.db.query(
    `with person as (
       insert into account (id, email, email_verified_at, display_name, platform_role, state, created_at, updated_at)
       values ($1, $2, $3, $4, $5, 'active', $6, $6)),
     member as (
       insert into membership (organisation_id, account_id, role, created_at, updated_at)
       select "organisationId", $1, role, $6, $6 from jsonb_to_recordset($7) as m("organisationId" uuid, role text))
     insert into session (sid, sess, expire) values ($8, $9, now() + interval '1 day')`,
    [
      id,
      email,
      given.emailVerified === false ? null : t.clock.now(),
      given.name ?? 'Camille Exemple',
      given.platformRole ?? null,
      t.clock.now(),
      JSON.stringify(given.memberOf ?? []),
      session.sid,
      session.state,
    ],
  );
  return { id, email, cookie: session.cookie, http: () => asPerson(t, session.cookie) };
}

/** The same person, signed in again: sessions do not outlive a jump of the clock. */
export async function signedInAgain(t: TestApp, person: Person): Promise<Person> {
  const cookie = await givenSession(t, person.id);
  return { ...person, cookie, http: () => asPerson(t, cookie) };
}

export async function givenMember(t: TestApp, organisationId: string, accountId: string, role: OrganisationRole): Promise<void> {
  await t.db.query('insert into membership (organisation_id, account_id, role, created_at, updated_at) values ($1, $2, $3, $4, $4)', [
    organisationId,
    accountId,
    role,
    t.clock.now(),
  ]);
}

/** @returns the Cookie header of a new session */
export async function givenSession(t: TestApp, accountId: string, given: PersonGiven = {}): Promise<string> {
  const { sid, state, cookie } = newSession(t, accountId, given);
  await t.db.query(`insert into session (sid, sess, expire) values ($1, $2, now() + interval '1 day')`, [sid, state]);
  return cookie;
}

/** A session to be stored, and the Cookie header that opens it. */
function newSession(
  t: TestApp,
  accountId: string,
  { platformRole, secondFactor = platformRole !== undefined, fresh = true }: PersonGiven,
): { sid: string; state: string; cookie: string } {
  const sid = uuidv7();
  const now = t.clock.now().toISOString();
  const state = {
    cookie: { originalMaxAge: 86_400_000, httpOnly: true, path: '/', sameSite: 'lax' },
    publicId: uuidv7(),
    accountId,
    startedAt: now,
    seenAt: now,
    ...(fresh ? { freshAt: now } : {}),
    ...(secondFactor ? { secondFactorAt: now } : {}),
    device: { userAgent: 'test', network: '127.0.0.1' },
    stored: true,
  };
  const secret = t.get(AppSecret).key('session-cookie').toString('base64url');
  const cookie = `${sessionCookie(t.config).name}=${encodeURIComponent(`s:${sid}.${signatureOf(sid, secret)}`)}`;
  return { sid, state: JSON.stringify(state), cookie };
}

/** As express-session signs its cookies. */
function signatureOf(sid: string, secret: string): string {
  return createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');
}

/** Requests with a cookie, as a browser on our own pages sends them. */
export function asPerson(t: TestApp, cookie: string): supertest.Agent {
  return supertest.agent(t.app.getHttpServer()).set('Cookie', cookie).set('Sec-Fetch-Site', 'same-origin');
}

export interface OrganisationGiven {
  readonly name?: string;
  readonly kind?: 'public_owner' | 'ess';
  readonly state?: string;
  readonly secondFactorRequired?: boolean;
  readonly columns?: Readonly<Record<string, unknown>>;
}

export async function givenOrganisation(t: TestApp, given: OrganisationGiven = {}): Promise<string> {
  const id = uuidv7();
  const row = {
    id,
    name: given.name ?? 'Atelier des Rails',
    kind: given.kind ?? 'ess',
    state: given.state ?? 'verified',
    origin: 'claimed',
    demo: false,
    second_factor_required: given.secondFactorRequired ?? false,
    created_at: t.clock.now(),
    updated_at: t.clock.now(),
    ...given.columns,
  };
  const columns = Object.keys(row).join(', ');
  await t.db.query(`insert into organisation (${columns}) select ${columns} from jsonb_populate_record(null::organisation, $1)`, [
    JSON.stringify(row),
  ]);
  return id;
}
