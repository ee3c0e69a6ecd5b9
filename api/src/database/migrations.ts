import { Extensions1763900000100 } from './migrations/1763900000100-extensions.js';
import { Territories1763900000200 } from './migrations/1763900000200-territories.js';
import { Sites1763900000300 } from './migrations/1763900000300-sites.js';
import { Projects1763900000400 } from './migrations/1763900000400-projects.js';
import { Journal1763900001000 } from './migrations/1763900001000-journal.js';
import { SiteListing1763900003000 } from './migrations/1763900003000-site-listing.js';
import { Matching1763900004000 } from './migrations/1763900004000-matching.js';
import { Accounts1764100000100 } from './migrations/1764100000100-accounts.js';
import { Mail1764100000200 } from './migrations/1764100000200-mail.js';
import { SecondFactor1764100000300 } from './migrations/1764100000300-second-factor.js';
import { AccountIdentities1764100000400 } from './migrations/1764100000400-account-identities.js';
import { InactivityWarnings1764100000410 } from './migrations/1764100000410-inactivity-warnings.js';
import { OrganisationClaims1764100003100 } from './migrations/1764100003100-organisation-claims.js';
import { OrganisationEvidence1764100003200 } from './migrations/1764100003200-organisation-evidence.js';
import { MembershipRules1764100003500 } from './migrations/1764100003500-membership-rules.js';
import { Invitations1764100003510 } from './migrations/1764100003510-invitations.js';
import { NetworkLinks1764100003520 } from './migrations/1764100003520-network-links.js';
import { SavedProjects1764100004000 } from './migrations/1764100004000-saved-projects.js';
import { SiteRoles1764100004100 } from './migrations/1764100004100-site-roles.js';
import { TypedProofs1764200002100 } from './migrations/1764200002100-typed-proofs.js';
import { KeptSites1764200003000 } from './migrations/1764200003000-kept-sites.js';
import { SiteMedia1764200004100 } from './migrations/1764200004100-site-media.js';
import { Follows1764200005000 } from './migrations/1764200005000-follows.js';
import { SiteImports1764200006000 } from './migrations/1764200006000-site-imports.js';
import { SiteIdentifiers1764200007000 } from './migrations/1764200007000-site-identifiers.js';
import { SiteMerges1764200007010 } from './migrations/1764200007010-site-merges.js';
import { LivingTiersLieux1764200007020 } from './migrations/1764200007020-living-tiers-lieux.js';
import { StandingAnswers1764200008000 } from './migrations/1764200008000-standing-answers.js';
import { SiteProposals1764200008010 } from './migrations/1764200008010-site-proposals.js';
import { Knocks1764200008020 } from './migrations/1764200008020-knocks.js';
import { UndoingImports1764200009000 } from './migrations/1764200009000-undoing-imports.js';
import { ListingOrder1764200009010 } from './migrations/1764200009010-listing-order.js';
import { Calls1764200010000 } from './migrations/1764200010000-calls.js';
import { Agreements1764200016000 } from './migrations/1764200016000-agreements.js';
import { Applications1764200010100 } from './migrations/1764200010100-applications.js';
import { Corrections1764200012000 } from './migrations/1764200012000-corrections.js';
import { Instruction1764200012010 } from './migrations/1764200012010-instruction.js';
import { Inbox1764200013000 } from './migrations/1764200013000-inbox.js';
import { ApplicationPartners1764200013200 } from './migrations/1764200013200-application-partners.js';
import { CallVisits1764200013300 } from './migrations/1764200013300-call-visits.js';
import { Messages1764200013100 } from './migrations/1764200013100-messages.js';
import { LegalPaths1764200014000 } from './migrations/1764200014000-legal-paths.js';
import { Interests1764200014100 } from './migrations/1764200014100-interests.js';
import { Reviews1764200015000 } from './migrations/1764200015000-reviews.js';
import { SilenceDuringACall1764200015050 } from './migrations/1764200015050-silence-during-a-call.js';
import { Decisions1764200015100 } from './migrations/1764200015100-decisions.js';
import { CallSteps1764200040000 } from './migrations/1764200040000-call-steps.js';
import { ListingTriggers1764200050000 } from './migrations/1764200050000-listing-triggers.js';
import { DueQueues1764200050010 } from './migrations/1764200050010-due-queues.js';
import { WholePlaces1764200030000 } from './migrations/1764200030000-whole-places.js';
import { Opinions1764200021000 } from './migrations/1764200021000-opinions.js';
import { SiteCells1764200020000 } from './migrations/1764200020000-site-cells.js';
import { LegalProofs1764200022100 } from './migrations/1764200022100-legal-proofs.js';
import { ReopenedAwards1764200022000 } from './migrations/1764200022000-reopened-awards.js';

/** Every migration, oldest first: one line each. The file name tells the intention, its timestamp the order. */
export const migrations = [
  Extensions1763900000100,
  Territories1763900000200,
  Sites1763900000300,
  Projects1763900000400,
  Journal1763900001000,
  SiteListing1763900003000,
  Matching1763900004000,
  Accounts1764100000100,
  Mail1764100000200,
  SecondFactor1764100000300,
  AccountIdentities1764100000400,
  InactivityWarnings1764100000410,
  OrganisationClaims1764100003100,
  OrganisationEvidence1764100003200,
  MembershipRules1764100003500,
  Invitations1764100003510,
  NetworkLinks1764100003520,
  SavedProjects1764100004000,
  SiteRoles1764100004100,
  TypedProofs1764200002100,
  KeptSites1764200003000,
  SiteMedia1764200004100,
  Follows1764200005000,
  SiteImports1764200006000,
  SiteIdentifiers1764200007000,
  SiteMerges1764200007010,
  LivingTiersLieux1764200007020,
  StandingAnswers1764200008000,
  SiteProposals1764200008010,
  Knocks1764200008020,
  UndoingImports1764200009000,
  ListingOrder1764200009010,
  Calls1764200010000,
  Applications1764200010100,
  Corrections1764200012000,
  Instruction1764200012010,
  Inbox1764200013000,
  Messages1764200013100,
  ApplicationPartners1764200013200,
  Agreements1764200016000,
  LegalPaths1764200014000,
  Interests1764200014100,
  Reviews1764200015000,
  SilenceDuringACall1764200015050,
  Decisions1764200015100,
  CallVisits1764200013300,
  Opinions1764200021000,
  SiteCells1764200020000,
  ReopenedAwards1764200022000,
  LegalProofs1764200022100,
  CallSteps1764200040000,
  ListingTriggers1764200050000,
  DueQueues1764200050010,
  WholePlaces1764200030000,
];
