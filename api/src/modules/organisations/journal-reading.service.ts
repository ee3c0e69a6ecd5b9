import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor } from '../../platform/access/permission.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { readJournal, readOrganisationJournal } from './journal-reading.queries.js';
import type { JournalPage, JournalSearch, OrganisationJournalPage, OrganisationJournalSearch } from './journal-reading.schemas.js';
import { moderationPolicy, organisationsPolicy } from './organisations.policy.js';
import { findOrganisationRecord } from './organisations.queries.js';

/** The journal as people read it: all of it for moderators, its own part for an organisation. */
@Injectable()
export class JournalReadingService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async read(actor: Actor, search: JournalSearch): Promise<JournalPage> {
    authorise(moderationPolicy.readJournal, actor);
    return toPage(await readJournal(this.db.manager, search), search.limit, ({ seq }) => [seq]);
  }

  async readOf(actor: Actor, organisationId: string, search: OrganisationJournalSearch): Promise<OrganisationJournalPage> {
    if ((await findOrganisationRecord(this.db.manager, organisationId)) === null) throw problem('not-found');
    authorise(organisationsPolicy.readOrganisationJournal, actor, { organisationId });
    return toPage(await readOrganisationJournal(this.db.manager, organisationId, search), search.limit, ({ seq }) => [seq]);
  }
}
