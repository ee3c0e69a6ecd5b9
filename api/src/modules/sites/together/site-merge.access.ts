import { authorise } from '../../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { problem } from '../../../platform/http/problem.js';
import { scopeOf } from '../editing/kept-site.view.js';
import type { KeptRecord } from '../editing/kept-sites.queries.js';
import { siteMergesPolicy } from './site-merges.policy.js';

export const isModerator = (actor: Actor): boolean => whyNotAllowed({ by: ['moderator'] }, actor) === null;

/** A draft is its organisation’s alone: moderators do not read it. */
export function lineFor(line: Permission, { state }: Pick<KeptRecord, 'state'>): Permission {
  return state === 'draft' ? { ...line, by: line.by.filter((holder) => holder !== 'moderator') } : line;
}

/** A lead is nobody's: a known body takes it into a sheet of its own. */
const LEAD_LINE: Permission = { by: ['editor', 'administrator', 'moderator'], organisationStates: ['verified'] };

/** May this person make one of these two sheets? The first is the one that stays. */
export function authoriseBoth(line: Permission, actor: Actor, stays: KeptRecord, other: KeptRecord): void {
  authorise(lineFor(line, stays), actor, scopeOf(stays));
  const isLead = other.organisation === null;
  if (!isLead) authorise(lineFor(line, other), actor, scopeOf(other));
  else if (other.seenByAll || other.mergedInto !== null || isModerator(actor)) authorise(LEAD_LINE, actor, scopeOf(stays));
  else throw problem('not-found');
}

/** The organisations in whose name the reader may merge. */
export function organisationsOf(actor: Actor): string[] {
  return actor.memberships
    .map(({ organisationId }) => organisationId)
    .filter((organisationId) => whyNotAllowed(siteMergesPolicy.mergeSites, actor, { organisationId }) === null);
}
