import { nextSiteState, type SiteAction } from '../site.rules.js';
import type { AgentRole, SiteState } from '../site.vocabulary.js';

/** What members and moderators do by a button; the other moves of a place belong to calls and applications. */
export const LIFE_ACTIONS = ['submit', 'takeBack', 'publish', 'pause', 'resume', 'close', 'accept', 'sendBack'] as const;
export type LifeAction = Extract<SiteAction, (typeof LIFE_ACTIONS)[number]>;

/** Why a place leaves for good; never deleted. */
export const SITE_CLOSING_REASONS = [
  'let_elsewhere',
  'sold',
  'kept_by_owner',
  'demolished',
  'unsafe',
  'duplicate',
  'mistake',
  'other',
] as const;

/** Reasons of this module; each is a code of the problem table. */
export const SITE_LIFE_REFUSALS = ['site-state-forbids', 'site-too-vague', 'site-publication-moderated', 'site-undo-too-late'] as const;
export type SiteLifeRefusal = (typeof SITE_LIFE_REFUSALS)[number];

export interface LifeFacts {
  readonly state: SiteState;
  readonly role: AgentRole | null;
  readonly organisation: { readonly kind: string } | null;
  readonly fields: {
    readonly kind?: string;
    readonly runBy?: string | null;
    readonly activitiesHere?: readonly unknown[] | null;
    readonly communeId: string | null;
    readonly landAreaM2: number | null;
    readonly outline: unknown;
    readonly premises: readonly { readonly floorAreaM2: number | null }[];
    readonly offers: readonly unknown[];
  };
}

/** A place that says neither how large it is nor what may be had of it gives nobody anything to answer to; a tiers-lieu says who runs it or what is done there. */
export function isTooVague({ communeId, landAreaM2, outline, premises, offers, ...living }: LifeFacts['fields']): boolean {
  const hasSize = landAreaM2 !== null || outline !== null || premises.some(({ floorAreaM2 }) => floorAreaM2 !== null);
  const isLiving = living.kind === 'tiers_lieu' && (living.runBy != null || (living.activitiesHere ?? []).length > 0);
  return communeId === null || !(hasSize || offers.length > 0 || isLiving);
}

/** A public owner, or who manages for it, answers for its own places; whoever lists for another, or is no public owner, is read first. */
export function mayPublishUnread({ role, organisation }: Pick<LifeFacts, 'role' | 'organisation'>): boolean {
  return organisation?.kind === 'public_owner' && (role === 'owns' || role === 'manages');
}

const SHOWS: readonly LifeAction[] = ['submit', 'publish', 'accept'];

export function whyNotMoveSite(action: LifeAction, facts: LifeFacts): SiteLifeRefusal | null {
  if (nextSiteState(facts.state, action) === null) return 'site-state-forbids';
  if (action === 'publish' && !mayPublishUnread(facts)) return 'site-publication-moderated';
  return SHOWS.includes(action) && isTooVague(facts.fields) ? 'site-too-vague' : null;
}

export interface UndoFacts {
  readonly action: string | null;
  readonly fromState: SiteState | null;
  readonly toState: SiteState;
  readonly version: number | null;
  readonly at: Date;
  /** Nothing was done to the place since. */
  readonly isLatest: boolean;
}

const UNDONE: readonly string[] = ['submit', 'takeBack', 'publish', 'pause', 'resume', 'close'] satisfies LifeAction[];
export const UNDO_WITHIN_MS = 24 * 3_600_000;

/** The inverse of a move, while nothing else has happened to the place. */
export function whyNotUndo(
  act: UndoFacts,
  site: { readonly state: SiteState; readonly version: number },
  now: Date,
): SiteLifeRefusal | null {
  const isUndone = act.action !== null && act.fromState !== null && UNDONE.includes(act.action);
  const stands = act.isLatest && act.toState === site.state && act.version === site.version;
  return isUndone && stands && now.getTime() - act.at.getTime() <= UNDO_WITHIN_MS ? null : 'site-undo-too-late';
}
