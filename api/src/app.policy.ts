import { accountsPolicy } from './modules/accounts/accounts.policy.js';
import { oidcPolicy } from './modules/accounts/oidc/oidc.policy.js';
import { accountPrivacyPolicy } from './modules/accounts/privacy/account-privacy.policy.js';
import { agreementsPolicy } from './modules/agreements/agreements.policy.js';
import { visitsPolicy } from './modules/calls/visits/visits.policy.js';
import { callsPolicy } from './modules/calls/calls.policy.js';
import { partnersPolicy } from './modules/applications/partners/partners.policy.js';
import { applicationsPolicy } from './modules/applications/applications.policy.js';
import { instructionPolicy } from './modules/instruction/instruction.policy.js';
import { opinionsPolicy } from './modules/instruction/opinions/opinions.policy.js';
import { interestsPolicy } from './modules/interests/interests.policy.js';
import { legalPolicy } from './modules/legal/legal.policy.js';
import { projectMatchesPolicy } from './modules/matching/saved/project-matches.policy.js';
import { messagesPolicy } from './modules/messages/messages.policy.js';
import { deskPolicy } from './modules/desk/desk.policy.js';
import { inboxPolicy } from './modules/inbox/inbox.policy.js';
import { followsPolicy } from './modules/notifications/follows.policy.js';
import { siteDeskPolicy } from './modules/matching/saved/site-desk.policy.js';
import { decisionsPolicy } from './modules/decisions/decisions.policy.js';
import { reviewPolicy } from './modules/review/review.policy.js';
import { actingForPolicy } from './modules/organisations/acting-for.policy.js';
import { invitationsPolicy } from './modules/organisations/invitations.policy.js';
import { joinRequestsPolicy } from './modules/organisations/join-requests.policy.js';
import { siteImportsPolicy } from './modules/imports/by-file/site-imports.policy.js';
import { membersPolicy } from './modules/organisations/members.policy.js';
import { networkLinksPolicy } from './modules/organisations/network-links.policy.js';
import { moderationPolicy, organisationsPolicy } from './modules/organisations/organisations.policy.js';
import { knocksPolicy } from './modules/participation/knocks/knocks.policy.js';
import { projectsPolicy } from './modules/projects/projects.policy.js';
import { siteMediaPolicy } from './modules/sites/media/site-media.policy.js';
import { favouritesPolicy } from './modules/sites/favourites/favourites.policy.js';
import { siteClaimsPolicy } from './modules/sites/claims/site-claims.policy.js';
import { keptSitesPolicy } from './modules/sites/editing/kept-sites.policy.js';
import { siteLifePolicy } from './modules/sites/life/site-life.policy.js';
import { siteMergesPolicy } from './modules/sites/together/site-merges.policy.js';
import { siteRolesPolicy } from './modules/sites/roles/site-roles.policy.js';
import { siteProposalsPolicy } from './modules/sites/proposals/site-proposals.policy.js';
import { standingPolicy } from './modules/sites/standing/standing.policy.js';
import type { Permission } from './platform/access/permission.js';
import { generatedFrom, type GeneratedDocument } from './platform/documents/generated-document.js';

/** The policy table of the product: one section per module, one line per operation that is not open to everyone by `@Public()`. */
const SECTIONS: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  'One’s own account': { ...accountsPolicy, ...accountPrivacyPolicy, ...oidcPolicy },
  Organisations: organisationsPolicy,
  'Members, invitations, requests to join': { ...membersPolicy, ...invitationsPolicy, ...joinRequestsPolicy, ...actingForPolicy },
  'Networks that follow organisations': networkLinksPolicy,
  Moderation: moderationPolicy,
  Projects: { ...projectsPolicy, ...projectMatchesPolicy },
  'What one follows, and favourites': { ...followsPolicy, ...favouritesPolicy },
  'What one is told': inboxPolicy,
  Places: { ...keptSitesPolicy, ...siteLifePolicy, ...siteDeskPolicy, ...siteClaimsPolicy, ...siteMergesPolicy },
  'In what name an organisation speaks for a place': siteRolesPolicy,
  'Photos and documents of places': siteMediaPolicy,
  'What stands there today': standingPolicy,
  'What third parties propose': siteProposalsPolicy,
  'Knocking together': knocksPolicy,
  'Places from a file': siteImportsPolicy,
  'Examination of files': { ...instructionPolicy, ...opinionsPolicy },
  Calls: { ...callsPolicy, ...visitsPolicy },
  'Application files': { ...applicationsPolicy, ...partnersPolicy },
  'Messages about a file, and what waits': { ...messagesPolicy, ...deskPolicy },
  Agreements: agreementsPolicy,
  'Legal path': legalPolicy,
  'Spontaneous interest': interestsPolicy,
  'Review of applications': reviewPolicy,
  'Awards and decisions': decisionsPolicy,
};

export const POLICY: Readonly<Record<string, Permission>> = Object.assign({}, ...Object.values(SECTIONS)) as Record<string, Permission>;

export const accessDocument: GeneratedDocument = {
  path: 'docs/access.md',
  render: () =>
    `${generatedFrom('the policy tables (api/src/app.policy.ts)')}# Who may do what\n\n${INTRODUCTION}\n${Object.entries(SECTIONS).map(section).join('')}`,
};

const INTRODUCTION = `Deny by default. Roles inherit nothing: each line names those it means, in the organisation whose thing it is. “Fresh” asks for a sign-in
or a password within ten minutes. “Hidden” answers strangers that the thing does not exist. Every route is tried by everyone in the access matrix
(\`tests/contract/access-matrix.test.ts\`).`;

function section([title, lines]: readonly [string, Readonly<Record<string, Permission>>]): string {
  const rows = Object.entries(lines).map(
    ([operation, { by, organisationStates, ...line }]) =>
      `| ${operation} | ${by.join(', ')} | ${organisationStates?.join(', ') ?? ''} | ${conditions(line)} |`,
  );
  return `\n## ${title}\n\n| Operation | By | States of the organisation (default: all but suspended) | Conditions |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function conditions({ fresh, hidden, unverified }: Pick<Permission, 'fresh' | 'hidden' | 'unverified'>): string {
  return [fresh ? 'fresh' : '', hidden ? 'hidden' : '', unverified ? 'also before the address is confirmed' : '']
    .filter(Boolean)
    .join(', ');
}
