import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../../platform/mail/mail-templates.js';
import { MembersModule } from '../../organisations/members.module.js';
import { SitesModule } from '../sites.module.js';
import { ProposalJournal } from './proposal.journal.js';
import { ProposalLinks } from './proposal-links.js';
import { ProposalDecisions } from './proposal-decisions.service.js';
import { SiteProposalsController } from './site-proposals.controller.js';
import { proposalAcceptedMail, proposalReceivedMail, proposalRefusedMail, proposalToConfirm } from './site-proposals.mails.js';
import { SiteProposalsPersonalData } from './site-proposals.personal-data.js';
import { SiteProposalsService } from './site-proposals.service.js';

@Module({
  imports: [MembersModule, SitesModule],
  controllers: [SiteProposalsController],
  providers: [SiteProposalsService, ProposalDecisions, ProposalJournal, ProposalLinks, SiteProposalsPersonalData],
})
export class SiteProposalsModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(proposalToConfirm, proposalReceivedMail, proposalAcceptedMail, proposalRefusedMail);
  }
}
