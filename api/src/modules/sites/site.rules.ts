import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../platform/state-machine.js';
import type { SiteState } from './site.vocabulary.js';

/** `entitled_editor`: writes for a verified public owner that owns or manages the place; others' places are looked at first. */
export type SiteRole = 'owner_editor' | 'entitled_editor' | 'moderator' | 'service';

const NOT_CLOSED = [
  'potential',
  'draft',
  'submitted',
  'published',
  'paused',
  'under_interest',
  'under_call',
  'awarded',
  'occupied',
] as const satisfies readonly SiteState[];

/** The life of a place (domain §3). Nothing is deleted: a place that leaves is closed, with a date and a reason. */
export const SITE_TRANSITIONS = [
  { action: 'claim', from: ['potential'], to: 'draft', by: ['owner_editor'] },
  { action: 'submit', from: ['draft'], to: 'submitted', by: ['owner_editor'] },
  { action: 'takeBack', from: ['submitted'], to: 'draft', by: ['owner_editor'] },
  { action: 'sendBack', from: ['submitted'], to: 'draft', by: ['moderator'], reason: 'needed' },
  { action: 'accept', from: ['submitted'], to: 'published', by: ['moderator'] },
  { action: 'publish', from: ['draft', 'submitted'], to: 'published', by: ['entitled_editor'] },
  { action: 'pause', from: ['published'], to: 'paused', by: ['owner_editor', 'moderator'], reason: 'needed' },
  { action: 'resume', from: ['paused'], to: 'published', by: ['owner_editor', 'moderator'] },
  { action: 'studyInterest', from: ['published'], to: 'under_interest', by: ['owner_editor'] },
  { action: 'declineInterest', from: ['under_interest'], to: 'published', by: ['owner_editor'], reason: 'needed' },
  { action: 'enterCall', from: ['published'], to: 'under_call', by: ['service'] },
  { action: 'leaveCall', from: ['under_call'], to: 'published', by: ['service'], reason: 'needed' },
  { action: 'award', from: ['under_interest', 'under_call'], to: 'awarded', by: ['owner_editor'] },
  { action: 'dropAward', from: ['awarded'], to: 'published', by: ['owner_editor'], reason: 'needed' },
  { action: 'moveIn', from: ['awarded'], to: 'occupied', by: ['owner_editor'] },
  { action: 'publishAgain', from: ['occupied'], to: 'published', by: ['owner_editor'] },
  { action: 'close', from: NOT_CLOSED, to: 'closed', by: ['owner_editor', 'moderator'], reason: 'needed' },
] as const satisfies readonly Transition<SiteState, string, SiteRole>[];

export type SiteAction = ActionOf<typeof SITE_TRANSITIONS>;

/** Where a place begins: typed in by its owner, or read from open data. */
export const SITE_INITIAL_STATES = ['draft', 'potential'] as const satisfies readonly SiteState[];

export function nextSiteState(state: SiteState, action: SiteAction): SiteState | null {
  return next(SITE_TRANSITIONS, state, action);
}

export function siteActions(state: SiteState, roles: readonly RoleOf<typeof SITE_TRANSITIONS>[]): SiteAction[] {
  return allowedActions(SITE_TRANSITIONS, state, roles);
}
