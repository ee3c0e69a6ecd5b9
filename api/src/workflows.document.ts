import { AGREEMENT_INITIAL_STATES, AGREEMENT_TRANSITIONS } from './modules/agreements/agreement.rules.js';
import { CALL_INITIAL_STATES, CALL_TRANSITIONS } from './modules/calls/call.rules.js';
import { APPLICATION_INITIAL_STATES, APPLICATION_TRANSITIONS } from './modules/applications/application.rules.js';
import { OPINION_INITIAL_STATES, OPINION_TRANSITIONS } from './modules/instruction/opinions/opinion.rules.js';
import { PARTNER_INITIAL_STATES, PARTNER_TRANSITIONS } from './modules/applications/partners/partner.rules.js';
import { INTEREST_INITIAL_STATES, INTEREST_TRANSITIONS } from './modules/interests/interest.rules.js';
import { READING_INITIAL_STATES, READING_TRANSITIONS } from './modules/review/review.rules.js';
import { ORGANISATION_INITIAL_STATES, ORGANISATION_TRANSITIONS } from './modules/organisations/organisation.rules.js';
import { EVIDENCE_INITIAL_STATES, EVIDENCE_TRANSITIONS } from './modules/organisations/evidence.rules.js';
import { INVITATION_INITIAL_STATES, INVITATION_TRANSITIONS } from './modules/organisations/invitation.rules.js';
import { JOIN_REQUEST_INITIAL_STATES, JOIN_REQUEST_TRANSITIONS } from './modules/organisations/join-request.rules.js';
import { NETWORK_LINK_INITIAL_STATES, NETWORK_LINK_TRANSITIONS } from './modules/organisations/network-link.rules.js';
import { SITE_IMPORT_INITIAL_STATES, SITE_IMPORT_TRANSITIONS } from './modules/imports/by-file/site-import.rules.js';
import { KNOCK_LETTER_INITIAL_STATES, KNOCK_LETTER_TRANSITIONS } from './modules/participation/knocks/knock.rules.js';
import { PROJECT_INITIAL_STATES, PROJECT_TRANSITIONS } from './modules/projects/project.rules.js';
import { SITE_INITIAL_STATES, SITE_TRANSITIONS } from './modules/sites/site.rules.js';
import { SITE_MEDIA_INITIAL_STATES, SITE_MEDIA_TRANSITIONS } from './modules/sites/media/site-media.rules.js';
import { SITE_PROPOSAL_INITIAL_STATES, SITE_PROPOSAL_TRANSITIONS } from './modules/sites/proposals/site-proposal.rules.js';
import { SITE_ROLE_INITIAL_STATES, SITE_ROLE_TRANSITIONS } from './modules/sites/roles/site-role.rules.js';
import { generatedFrom, type GeneratedDocument } from './platform/documents/generated-document.js';
import { mermaidOf, type Transition } from './platform/state-machine.js';

interface Workflow {
  readonly thing: string;
  readonly initial: readonly string[];
  readonly table: readonly Transition<string, string, string>[];
}

/** Every state machine of the product: one line per table. */
const WORKFLOWS: readonly Workflow[] = [
  { thing: 'Site', initial: SITE_INITIAL_STATES, table: SITE_TRANSITIONS },
  { thing: 'Organisation', initial: ORGANISATION_INITIAL_STATES, table: ORGANISATION_TRANSITIONS },
  { thing: 'Evidence', initial: EVIDENCE_INITIAL_STATES, table: EVIDENCE_TRANSITIONS },
  { thing: 'Role of an organisation for a site', initial: SITE_ROLE_INITIAL_STATES, table: SITE_ROLE_TRANSITIONS },
  { thing: 'Photo or document of a site', initial: SITE_MEDIA_INITIAL_STATES, table: SITE_MEDIA_TRANSITIONS },
  { thing: 'Proposal of a third party', initial: SITE_PROPOSAL_INITIAL_STATES, table: SITE_PROPOSAL_TRANSITIONS },
  { thing: 'Letter to a presumed owner', initial: KNOCK_LETTER_INITIAL_STATES, table: KNOCK_LETTER_TRANSITIONS },
  { thing: 'File of places', initial: SITE_IMPORT_INITIAL_STATES, table: SITE_IMPORT_TRANSITIONS },
  { thing: 'Project', initial: PROJECT_INITIAL_STATES, table: PROJECT_TRANSITIONS },
  { thing: 'Call', initial: CALL_INITIAL_STATES, table: CALL_TRANSITIONS },
  { thing: 'Application', initial: APPLICATION_INITIAL_STATES, table: APPLICATION_TRANSITIONS },
  { thing: 'Partner of an application', initial: PARTNER_INITIAL_STATES, table: PARTNER_TRANSITIONS },
  { thing: 'Opinion asked outside', initial: OPINION_INITIAL_STATES, table: OPINION_TRANSITIONS },
  { thing: 'Agreement', initial: AGREEMENT_INITIAL_STATES, table: AGREEMENT_TRANSITIONS },
  { thing: 'Spontaneous interest', initial: INTEREST_INITIAL_STATES, table: INTEREST_TRANSITIONS },
  { thing: 'Reading of an application by a reviewer', initial: READING_INITIAL_STATES, table: READING_TRANSITIONS },
  { thing: 'Invitation', initial: INVITATION_INITIAL_STATES, table: INVITATION_TRANSITIONS },
  { thing: 'Join request', initial: JOIN_REQUEST_INITIAL_STATES, table: JOIN_REQUEST_TRANSITIONS },
  { thing: 'Network link', initial: NETWORK_LINK_INITIAL_STATES, table: NETWORK_LINK_TRANSITIONS },
];

export const workflowsDocument: GeneratedDocument = {
  path: 'docs/workflows.md',
  render: () =>
    `${generatedFrom('the transition tables')}# Workflows\n\nEach thing, its states, and who may take it from one to the next.\n${WORKFLOWS.map(section).join('')}`,
};

function section({ thing, initial, table }: Workflow): string {
  const rows = table.map(
    ({ action, from, to, by, reason }) => `| ${action} | ${from.join(', ')} | ${to} | ${by.join(', ')} | ${reason ? 'yes' : ''} |`,
  );
  const diagram = `\`\`\`mermaid\n${mermaidOf(table, initial)}\n\`\`\``;
  return `\n## ${thing}\n\n${diagram}\n\n| Action | From | To | By | Reason needed |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}
