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

/** A person with an account and an open session, as after signing in. */
export async function givenPerson(t: TestApp, given: PersonGiven = {}): Promise<Person> {
  const id = uuidv7();
  const email = given.email ?? `${id}@example.org`;
  await t.db.query(
    `insert into account (id, email, email_verified_at, display_name, platform_role, state, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'active', $6, $6)`,
    [
      id,
      email,
      given.emailVerified === false ? null : t.clock.now(),
      given.name ?? 'Camille Exemple',
      given.platformRole ?? null,
      t.clock.now(),
    ],
  );
  for (const { organisationId, role } of given.memberOf ?? []) await givenMember(t, organisationId, id, role);
  const cookie = await givenSession(t, id, given);
  return { id, email, cookie, http: () => asPerson(t, cookie) };
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
export async function givenSession(
  t: TestApp,
  accountId: string,
  { platformRole, secondFactor = platformRole !== undefined, fresh = true }: PersonGiven = {},
): Promise<string> {
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
  await t.db.query(`insert into session (sid, sess, expire) values ($1, $2, now() + interval '1 day')`, [sid, JSON.stringify(state)]);
  const secret = t.get(AppSecret).key('session-cookie').toString('base64url');
  return `${sessionCookie(t.config).name}=${encodeURIComponent(`s:${sid}.${signatureOf(sid, secret)}`)}`;
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
