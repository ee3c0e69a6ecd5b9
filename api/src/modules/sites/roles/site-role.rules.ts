import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../../platform/state-machine.js';
import type { AgentRole } from '../site.vocabulary.js';

export const SITE_ROLE_STATES = ['declared', 'checked', 'refused', 'ended'] as const;
export type SiteRoleState = (typeof SITE_ROLE_STATES)[number];
type Deciding = 'holder' | 'moderator' | 'service';

/** The life of a role: declared with its proof, checked by a moderator, ended by whoever knows, or by its own date. */
export const SITE_ROLE_TRANSITIONS = [
  { action: 'check', from: ['declared'], to: 'checked', by: ['moderator'] },
  { action: 'refuse', from: ['declared'], to: 'refused', by: ['moderator'], reason: 'needed' },
  { action: 'end', from: ['declared', 'checked'], to: 'ended', by: ['holder', 'moderator', 'service'], reason: 'needed' },
] as const satisfies readonly Transition<SiteRoleState, string, Deciding>[];
export type SiteRoleAction = ActionOf<typeof SITE_ROLE_TRANSITIONS>;

export const SITE_ROLE_INITIAL_STATES = ['declared'] as const satisfies readonly SiteRoleState[];

export function nextSiteRoleState(state: SiteRoleState, action: SiteRoleAction): SiteRoleState | null {
  return next(SITE_ROLE_TRANSITIONS, state, action);
}

export function siteRoleActions(state: SiteRoleState, roles: readonly RoleOf<typeof SITE_ROLE_TRANSITIONS>[]): SiteRoleAction[] {
  return allowedActions(SITE_ROLE_TRANSITIONS, state, roles);
}

export interface HeldRole {
  readonly state: SiteRoleState;
  readonly role: AgentRole;
  /** Calendar day; the role holds until its end. Null = without a term. */
  readonly until: string | null;
}

/** Checked, and its term is not past. @param day calendar day, `2026-11-23` */
export function isInForce({ state, until }: HeldRole, day: string): boolean {
  return state === 'checked' && (until === null || until >= day);
}

/**
 * Only an owner, or who manages under a deed that still runs, may give a place to someone. Whoever lists with the owner's consent, or
 * signals, brings it to light and decides nothing.
 */
export function mayAward(held: HeldRole, day: string): boolean {
  if (!isInForce(held, day)) return false;
  return held.role === 'owns' || (held.role === 'manages' && held.until !== null);
}

/** Strongest first. */
const STRENGTH: readonly AgentRole[] = ['owns', 'manages', 'lists', 'signals'];

/** What a place says of who speaks for it: the strongest role in force, or what was said before any was recorded. */
export function strongestRole(held: readonly HeldRole[], unrecorded: AgentRole | null, day: string): AgentRole | null {
  const said = held.filter((role) => isInForce(role, day)).map(({ role }) => role);
  return STRENGTH.find((role) => said.includes(role) || role === unrecorded) ?? null;
}
