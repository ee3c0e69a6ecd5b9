import { permissionsOf } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { problem } from '../../platform/http/problem.js';
import type { EvidenceRow } from './evidence.queries.js';
import { frenchDay, toEvidenceView } from './evidence.view.js';
import type { EvidenceView } from './evidence.schemas.js';
import { nextOrganisationState, type OrganisationAction, saysItsWordsInPublic, standingOf } from './organisation.rules.js';
import { moderationPolicy, organisationsPolicy } from './organisations.policy.js';
import type { OrganisationRow } from './organisations.queries.js';
import type { OrganisationView } from './organisations.schemas.js';

/** What everyone who may open the page reads; the words of the organisation only once it is verified, or to its own members. */
export function publicPart(row: OrganisationRow, seesInside: boolean): Omit<OrganisationView, 'evidence' | 'inside' | 'actions'> {
  const speaks = seesInside || saysItsWordsInPublic(row.state);
  return {
    ...row,
    standing: standingOf(row.state),
    summary: speaks ? row.summary : null,
    website: speaks ? row.website : null,
    siret: row.state === 'suspended' && !seesInside ? null : row.siret,
    rna: row.state === 'suspended' && !seesInside ? null : row.rna,
  };
}

/** Valid today and open to all. References of conventions, refusals and reasons are not. */
export function publicEvidence(row: OrganisationRow, evidence: readonly EvidenceRow[], now: Date): EvidenceView[] {
  if (!saysItsWordsInPublic(row.state)) return [];
  return evidence
    .filter(({ membersOnly }) => !membersOnly)
    .map((piece) => ({ ...toEvidenceView(piece, frenchDay(now)), reference: null, reason: null, warnings: [] }))
    .filter(({ standing }) => standing === 'valid');
}

export function insideOf(row: OrganisationRow, actor: Actor | null): NonNullable<OrganisationView['inside']> {
  const membership = actor?.memberships.find(({ organisationId }) => organisationId === row.id);
  return { ...row.inside, state: row.state, role: membership?.role ?? null };
}

/** Operations that are steps of the life of an organisation: their state decides too. */
const STEPS: Readonly<Record<string, readonly OrganisationAction[]>> = {
  claimOrganisationAgain: ['claimAgain'],
  verifyOrganisation: ['verify'],
  refuseOrganisation: ['refuse'],
  releaseOrganisation: ['release'],
  suspendOrganisation: ['suspend'],
  reinstateOrganisation: ['reinstate'],
};

export function organisationActions(row: OrganisationRow, actor: Actor | null): Record<string, string | null> {
  const scope = { organisationId: row.id };
  const rights: Record<string, string | null> = {
    ...permissionsOf(
      organisationsPolicy,
      ['claimOrganisation', 'claimOrganisationAgain', 'updateOrganisation', 'listEvidence', 'addEvidence', 'readOrganisationJournal'],
      actor,
      scope,
    ),
    ...permissionsOf(
      moderationPolicy,
      ['verifyOrganisation', 'refuseOrganisation', 'releaseOrganisation', 'suspendOrganisation', 'reinstateOrganisation'],
      actor,
      scope,
    ),
  };
  if (rights['claimOrganisation'] === null && row.state !== 'unclaimed') rights['claimOrganisation'] = 'organisation-has-members';
  const isOwn = actor !== null && isMember(actor, row.id);
  for (const [operation, steps] of Object.entries(STEPS)) {
    if (rights[operation] !== null) continue;
    if (steps.every((step) => nextOrganisationState(row.state, step) === null)) rights[operation] = 'organisation-state-forbids';
    else if (isOwn && operation in moderationPolicy) rights[operation] = 'own-organisation';
  }
  return rights;
}

/** A moderator does not decide for an organisation of theirs. @throws Problem */
export function refuseOwn(actor: Actor, organisationId: string): void {
  if (isMember(actor, organisationId)) throw problem('own-organisation');
}

function isMember(actor: Actor, organisationId: string): boolean {
  return actor.memberships.some((held) => held.organisationId === organisationId);
}
