import type { Actor, Membership, OrganisationRole, PlatformRole } from '../../api/src/platform/access/permission.js';
import { uuidv7 } from 'uuidv7';
import { givenOrganisation, givenPerson, type Person } from './actors.js';
import type { TestApp } from './test-app.js';

/** Everyone who may stand at a route, towards a thing that belongs to the organisation `own` (or, for personal things, to themselves). */
export const STANDPOINTS = [
  'stranger',
  'unverified person',
  'person',
  'reader',
  'reviewer',
  'editor',
  'administrator',
  'administrator, long signed in',
  'administrator elsewhere',
  'administrator whose access was withdrawn',
  'editor of a suspended organisation',
  'editor of a claimed organisation',
  'administrator who owes a second factor',
  'moderator without second factor',
  'moderator',
  'platform administrator',
] as const;
export type Standpoint = (typeof STANDPOINTS)[number];

/** The organisation whose things are asked for, somebody else's, and the person who asks. */
export interface World {
  readonly t: TestApp;
  readonly own: string;
  readonly other: string;
  /** Null for a stranger. */
  readonly person: Person | null;
  /** What the policy sees of that person. */
  readonly actor: Actor | null;
}

interface Stand {
  readonly role?: OrganisationRole;
  readonly platformRole?: PlatformRole;
  readonly elsewhere?: true;
  /** Removed from the organisation while signed in. */
  readonly withdrawn?: true;
  readonly state?: string;
  readonly unverified?: true;
  readonly stale?: true;
  readonly secondFactor?: boolean;
  readonly secondFactorRequired?: true;
}

const STANDS: Readonly<Record<Exclude<Standpoint, 'stranger'>, Stand>> = {
  'unverified person': { unverified: true },
  person: {},
  reader: { role: 'reader' },
  reviewer: { role: 'reviewer' },
  editor: { role: 'editor' },
  administrator: { role: 'administrator' },
  'administrator, long signed in': { role: 'administrator', stale: true },
  'administrator elsewhere': { role: 'administrator', elsewhere: true },
  'administrator whose access was withdrawn': { role: 'administrator', withdrawn: true },
  'editor of a suspended organisation': { role: 'editor', state: 'suspended' },
  'editor of a claimed organisation': { role: 'editor', state: 'claimed' },
  'administrator who owes a second factor': { role: 'administrator', secondFactorRequired: true },
  'moderator without second factor': { platformRole: 'moderator', secondFactor: false },
  moderator: { platformRole: 'moderator', secondFactor: true },
  'platform administrator': { platformRole: 'platform_administrator', secondFactor: true },
};

/** A new world: after each request that may have changed the former. */
export async function givenWorld(t: TestApp, standpoint: Standpoint): Promise<World> {
  const stand: Stand = standpoint === 'stranger' ? {} : STANDS[standpoint];
  const own = await givenOrganisation(t, {
    state: stand.state ?? 'verified',
    secondFactorRequired: stand.secondFactorRequired ?? false,
    name: 'La nôtre',
  });
  const other = await givenOrganisation(t, { name: 'La leur' });
  // The organisation asked about keeps an administrator whatever the person does.
  await givenPerson(t, { memberOf: [{ organisationId: own, role: 'administrator' }] });
  if (standpoint === 'stranger') return { t, own, other, person: null, actor: null };
  const memberOf = stand.role === undefined ? [] : [{ organisationId: stand.elsewhere ? other : own, role: stand.role }];
  const person = await givenPerson(t, {
    memberOf,
    emailVerified: stand.unverified !== true,
    fresh: stand.stale !== true,
    secondFactor: stand.secondFactor ?? false,
    ...(stand.platformRole ? { platformRole: stand.platformRole } : {}),
  });
  if (stand.withdrawn) await t.db.query('delete from membership where account_id = $1', [person.id]);
  const memberships = (stand.withdrawn ? [] : memberOf).map(({ organisationId, role }): Membership => {
    const ours = organisationId === own;
    return {
      organisationId,
      role,
      organisationState: ours ? (stand.state ?? 'verified') : 'verified',
      secondFactorRequired: ours && stand.secondFactorRequired === true,
    };
  });
  const actor: Actor = {
    accountId: person.id,
    emailVerified: stand.unverified !== true,
    platformRole: stand.platformRole ?? null,
    memberships,
    secondFactor: stand.secondFactor ?? false,
    fresh: stand.stale !== true,
  };
  return { t, own, other, person, actor };
}

/** A row of any table, by its columns. @returns its id */
export async function insertRow(t: TestApp, table: string, columns: Readonly<Record<string, unknown>>): Promise<string> {
  const row = { id: uuidv7(), ...columns };
  const names = Object.keys(row).join(', ');
  await t.db.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(row)]);
  return row.id;
}
