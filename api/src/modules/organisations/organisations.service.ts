import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, whyNotAllowed } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { Journal } from '../../platform/journal/journal.js';
import { readEvidence } from './evidence.queries.js';
import { insideOf, organisationActions, publicEvidence, publicPart } from './organisation.view.js';
import { standingOf } from './organisation.rules.js';
import { organisationInside, organisationsPolicy } from './organisations.policy.js';
import { describeOrganisation, findOrganisation, findOrganisationRecord, searchOrganisations } from './organisations.queries.js';
import type { OrganisationChanges, OrganisationPage, OrganisationSearch, OrganisationView } from './organisations.schemas.js';

@Injectable()
export class OrganisationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async search(actor: Actor | null, search: OrganisationSearch): Promise<OrganisationPage> {
    const rows = await searchOrganisations(this.db.manager, search, hasAccount(actor));
    const page = toPage(rows, search.limit, ({ namePlain, id }) => [namePlain, id]);
    return { items: page.items.map((row) => ({ ...row, standing: standingOf(row.state) })), next: page.next };
  }

  async get(actor: Actor | null, id: string): Promise<OrganisationView> {
    const seesInside = whyNotAllowed(organisationInside, actor, { organisationId: id }) === null;
    const row = await findOrganisation(this.db.manager, id, seesInside || hasAccount(actor));
    if (row === null) throw problem('not-found');
    const evidence = await readEvidence(this.db.manager, id);
    return {
      ...publicPart(row, seesInside),
      evidence: publicEvidence(row, evidence, this.clock.now()),
      inside: seesInside ? insideOf(row, actor) : null,
      actions: organisationActions(row, actor),
    };
  }

  async update(actor: Actor, id: string, { version, ...changes }: OrganisationChanges): Promise<OrganisationView> {
    await this.db.transaction(async (tx) => {
      const known = await findOrganisationRecord(tx, id);
      if (known === null) throw problem('not-found');
      authorise(organisationsPolicy.updateOrganisation, actor, { organisationId: id });
      const isRenamed = changes.name !== undefined && changes.name !== known.name;
      if (isRenamed && known.state === 'verified' && actor.platformRole === null) throw problem('verified-name-kept');
      const said = {
        name: changes.name ?? known.name,
        communeId: changes.communeId === undefined ? known.communeId : changes.communeId,
        summary: changes.summary === undefined ? known.summary : changes.summary,
        website: changes.website === undefined ? known.website : changes.website,
        contactEmail: changes.contactEmail === undefined ? known.contactEmail : changes.contactEmail,
      };
      if (!(await describeOrganisation(tx, { id, version }, said, this.clock.now()))) throw problem('changed-meanwhile');
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: 'update-organisation',
        thing: { kind: 'organisation', id },
        organisationId: id,
        facts: { changed: Object.keys(changes), ...(isRenamed ? { name: said.name } : {}) },
      });
    });
    return this.get(actor, id);
  }
}

/** Someone we could write to: what registers lend us for our members is for them, not for programs that pass by. */
function hasAccount(actor: Actor | null): boolean {
  return actor?.emailVerified === true;
}
