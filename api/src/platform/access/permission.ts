/** Roles inside an organisation, least first. Each role is listed where it is meant: none inherits from another. */
export const ORGANISATION_ROLES = ['reader', 'reviewer', 'editor', 'administrator'] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];
/** “Any member”, in lines of the policy table. */
export const EVERY_ROLE = [...ORGANISATION_ROLES] as const;

/** Roles over the whole service; both need a second factor. An administrator may do all a moderator may. */
export const PLATFORM_ROLES = ['moderator', 'platform_administrator'] as const;
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

/**
 * Who may do an operation: everyone (strangers included), any signed-in person, the person whose thing it is, those who hold a
 * role in the organisation whose thing it is, or those who look after the service.
 */
export type Holder = 'everyone' | 'person' | 'self' | OrganisationRole | PlatformRole;

/** One line of the policy table. Its key in the table is the operation id of the route, so that one word names all three. */
export interface Permission {
  readonly by: readonly Holder[];
  /** Only within ten minutes of signing in or of giving one's password again: what an unlocked telephone must not be enough for. */
  readonly fresh?: true;
  /** For organisations: states in which their members may do it; default all but `suspended`. */
  readonly organisationStates?: readonly string[];
  /** Those who may not do it may not know that the thing exists either: they are answered 404. */
  readonly hidden?: true;
  /** Open to people who have not yet shown that their address is theirs. Default: refused to them. */
  readonly unverified?: true;
}

/** Declares a module's lines of the policy table: `export const organisationsPolicy = definePolicy({ inviteMember: { by: ['administrator'] } })`. */
export function definePolicy<const T extends Readonly<Record<string, Permission>>>(lines: T): T {
  return lines;
}

export interface Membership {
  readonly organisationId: string;
  readonly role: OrganisationRole;
  readonly organisationState: string;
  /** The organisation asks its members for a second factor. */
  readonly secondFactorRequired: boolean;
}

/** The person behind a request, as decisions see them. Loaded anew at each request: a revoked right ends at once. */
export interface Actor {
  readonly accountId: string;
  readonly emailVerified: boolean;
  readonly platformRole: PlatformRole | null;
  readonly memberships: readonly Membership[];
  /** This session has passed the second factor. */
  readonly secondFactor: boolean;
  /** This session was opened, or the password given again, within the last ten minutes. */
  readonly fresh: boolean;
}

/** What is known of the thing an operation is about. */
export interface Scope {
  /** The person whose thing it is. */
  readonly accountId?: string | null;
  /** The organisation whose thing it is. */
  readonly organisationId?: string | null;
}

export const REFUSALS = [
  'sign-in-needed',
  'email-not-verified',
  'second-factor-needed',
  'fresh-sign-in-needed',
  'not-yours',
  'not-a-member',
  'role-too-low',
  'organisation-not-ready',
  'moderators-only',
] as const;
export type Refusal = (typeof REFUSALS)[number];

const isRole = (holder: Holder): holder is OrganisationRole => (ORGANISATION_ROLES as readonly string[]).includes(holder);
const isPlatform = (holder: Holder): holder is PlatformRole => (PLATFORM_ROLES as readonly string[]).includes(holder);

/**
 * Why this actor may not do this, or null. The one decision of the product: guards, services and the buttons of pages ask it.
 * Deny by default: a permission that names nobody is refused to all.
 */
export function whyNotAllowed({ by, ...permission }: Permission, actor: Actor | null, scope: Scope = {}): Refusal | null {
  if (by.includes('everyone')) return null;
  if (actor === null) return 'sign-in-needed';
  if (!actor.emailVerified && permission.unverified !== true) return 'email-not-verified';
  const reasons = [
    by.includes('person') ? null : undefined,
    by.includes('self') ? whyNotSelf(actor, scope) : undefined,
    by.some(isPlatform) ? whyNotPlatform(by, actor) : undefined,
    by.some(isRole) ? whyNotRole(by, actor, scope, permission.organisationStates) : undefined,
  ].filter((reason) => reason !== undefined);
  if (!reasons.includes(null)) return nearest(reasons);
  return permission.fresh === true && !actor.fresh ? 'fresh-sign-in-needed' : null;
}

/**
 * What can be said before the thing is known, for the guard in front of every route.
 * Things of organisations and persons are left to the service, which knows whose they are.
 */
export function whyNotAtTheDoor(permission: Permission, actor: Actor | null): Refusal | null {
  const reason = whyNotAllowed(permission, actor);
  const leftToService = permission.by.some((holder) => holder === 'self' || isRole(holder));
  if (!leftToService || actor === null || reason === 'email-not-verified') return reason;
  return permission.fresh === true && !actor.fresh ? 'fresh-sign-in-needed' : null;
}

function whyNotSelf(actor: Actor, { accountId }: Scope): Refusal | null {
  return accountId !== undefined && accountId !== null && accountId === actor.accountId ? null : 'not-yours';
}

function whyNotPlatform(by: readonly Holder[], { platformRole, secondFactor }: Actor): Refusal | null {
  const held = platformRole === 'platform_administrator' ? PLATFORM_ROLES : platformRole === null ? [] : [platformRole];
  if (!held.some((role) => by.includes(role))) return 'moderators-only';
  return secondFactor ? null : 'second-factor-needed';
}

function whyNotRole(by: readonly Holder[], actor: Actor, { organisationId }: Scope, states?: readonly string[]): Refusal | null {
  const membership = actor.memberships.find((held) => held.organisationId === organisationId);
  if (membership === undefined) return 'not-a-member';
  if (!by.includes(membership.role)) return 'role-too-low';
  if (membership.secondFactorRequired && !actor.secondFactor) return 'second-factor-needed';
  const ready = states ? states.includes(membership.organisationState) : membership.organisationState !== 'suspended';
  return ready ? null : 'organisation-not-ready';
}

/** Of several refusals, the one the person can do most about. */
function nearest(reasons: readonly (Refusal | null)[]): Refusal {
  const order: readonly Refusal[] = ['second-factor-needed', 'organisation-not-ready', 'role-too-low', 'not-a-member', 'not-yours'];
  return order.find((reason) => reasons.includes(reason)) ?? 'moderators-only';
}
