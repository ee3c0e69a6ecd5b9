import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../../platform/journal/journal.js';
import type { SiteProposalState } from './site-proposal.rules.js';

interface Told {
  readonly id: string;
  readonly siteId?: string | null;
  readonly site?: { readonly id: string } | null;
  readonly state: SiteProposalState | null;
  readonly keeperId?: string | null;
}

/** What becomes of proposals. Never by which address, under which name, nor in whose words: the journal cannot forget. */
@Injectable()
export class ProposalJournal {
  constructor(private readonly journal: Journal) {}

  async tell(tx: EntityManager, accountId: string | null, proposal: Told, action: string, to: SiteProposalState): Promise<void> {
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: accountId },
      action: `${action}-site-proposal`,
      thing: { kind: 'site-proposal', id: proposal.id },
      organisationId: proposal.keeperId ?? null,
      from: proposal.state,
      to,
      facts: { siteId: proposal.site?.id ?? proposal.siteId ?? null },
    });
  }
}
