import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import { type Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import {
  journalPage,
  type JournalPage,
  journalSearch,
  type JournalSearch,
  organisationJournalPage,
  type OrganisationJournalPage,
  organisationJournalSearch,
  type OrganisationJournalSearch,
} from './journal-reading.schemas.js';
import { JournalReadingService } from './journal-reading.service.js';
import { moderationPolicy, organisationsPolicy } from './organisations.policy.js';
import { organisationParams } from './organisations.schemas.js';

@ApiTags('journal')
@Controller()
export class JournalReadingController {
  constructor(private readonly journal: JournalReadingService) {}

  @Get('moderation/journal')
  @Allowed(moderationPolicy.readJournal)
  @Returns(journalPage)
  readJournal(@CurrentActor() actor: Actor, @Query({ schema: journalSearch }) search: JournalSearch): Promise<JournalPage> {
    return this.journal.read(actor, search);
  }

  @Get('organisations/:id/journal')
  @Allowed(organisationsPolicy.readOrganisationJournal)
  @Returns(organisationJournalPage)
  readOrganisationJournal(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Query({ schema: organisationJournalSearch }) search: OrganisationJournalSearch,
  ): Promise<OrganisationJournalPage> {
    return this.journal.readOf(actor, id, search);
  }
}
