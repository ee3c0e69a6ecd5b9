import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { networkOf } from '../../../platform/access/network-address.js';
import type { Actor } from '../../../platform/access/permission.js';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import { SignedIds } from '../../../platform/access/signed-ids.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { currentLanguage, said } from '../../../platform/http/request-context.js';
import { Ids } from '../../../platform/ids.js';
import { addressKey } from '../../../platform/mail/mail-address.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { RETENTION } from '../../../platform/privacy/retention.table.js';
import { MembersMailing } from '../../organisations/members.mailing.js';
import { SitesService } from '../sites.service.js';
import { ProposalJournal } from './proposal.journal.js';
import { ProposalLinks } from './proposal-links.js';
import { nextSiteProposalState } from './site-proposal.rules.js';
import { proposalReceivedMail, proposalToConfirm } from './site-proposals.mails.js';
import * as rows from './site-proposals.queries.js';
import type {
  ConfirmedProposal,
  Correction,
  MyProposals,
  ProposalAccepted,
  ProposalLink,
  ProposalView,
  ProposedPlace,
} from './site-proposals.schemas.js';

const ANSWER_DAYS = RETENTION.unconfirmed_proposal.keptDays;
const emailNeeded = said('donnez une adresse : on vous y demandera de confirmer', 'give an address: you will be asked there to confirm');

interface Proposer {
  readonly source: string;
  readonly credit?: string | null | undefined;
  readonly email?: string | null | undefined;
}
type Proposed = Pick<rows.NewProposal, 'kind' | 'siteId' | 'proposed'> & { readonly place: string };

/** What third parties propose: asked on a page, confirmed from a mailbox or by an account, followed by its link. */
@Injectable()
export class SiteProposalsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly limits: RateLimits,
    private readonly outbox: MailOutbox,
    private readonly journal: ProposalJournal,
    private readonly links: ProposalLinks,
    private readonly tokens: SignedIds,
    private readonly sites: SitesService,
    private readonly mailing: MembersMailing,
  ) {}

  async correct(
    actor: Actor | null,
    siteId: string,
    { field, value, ...proposer }: Correction,
    request: Request,
  ): Promise<ProposalAccepted> {
    const { name } = await this.sites.get(siteId);
    return this.propose(actor, { kind: 'correction', siteId, proposed: { [field]: value }, place: name }, proposer, request);
  }

  async proposePlace(actor: Actor | null, { source, credit, email, ...place }: ProposedPlace, request: Request): Promise<ProposalAccepted> {
    const proposed = Object.fromEntries(Object.entries(place).filter(([, value]) => value != null));
    return this.propose(actor, { kind: 'place', siteId: null, proposed, place: place.name }, { source, credit, email }, request);
  }

  /** Opening the link twice is no fault: the second time finds it done. */
  async confirm({ token }: ProposalLink): Promise<ConfirmedProposal> {
    const id = this.tokens.read('proposal confirm', token);
    return this.db.transaction(async (tx) => {
      const asked = await rows.lockProposal(tx, id);
      if (asked === null) throw problem('link-not-valid');
      if (nextSiteProposalState(asked.state, 'confirm') !== null) {
        await rows.confirmProposal(tx, id);
        await this.tellKeeper(tx, asked);
        await this.journal.tell(tx, null, asked, 'confirm', 'received');
      }
      return { proposal: toProposalView((await rows.findProposal(tx, id)) ?? asked), token: this.links.tokenFor(id) };
    });
  }

  async byLink({ token }: ProposalLink): Promise<ProposalView> {
    const found = await rows.findProposal(this.db.manager, this.tokens.read('proposal follow', token));
    if (found === null) throw problem('link-not-valid');
    return toProposalView(found);
  }

  async mine(actor: Actor): Promise<MyProposals> {
    return { items: (await rows.proposalsOf(this.db.manager, actor.accountId)).map(toProposalView), next: null };
  }

  private async propose(
    actor: Actor | null,
    { place, ...asked }: Proposed,
    proposer: Proposer,
    request: Request,
  ): Promise<ProposalAccepted> {
    const isKnown = actor?.emailVerified === true;
    const email = isKnown ? null : (proposer.email ?? null);
    if (!isKnown && email === null)
      throw problem('invalid-input', { errors: [{ in: 'body', pointer: '/email', message: emailNeeded.error() }] });
    await this.limit(isKnown ? actor.accountId : null, email, request);
    const id = this.ids.next();
    const language = currentLanguage();
    const from = { email, accountId: isKnown ? actor.accountId : null, credit: proposer.credit ?? null, source: proposer.source };
    await this.db.transaction(async (tx) => {
      const state = isKnown ? 'received' : 'unconfirmed';
      await rows.insertProposal(tx, { id, state, ...asked, ...from, language, at: this.clock.now() });
      if (isKnown) await this.tellKeeper(tx, await rows.findProposal(tx, id));
      await this.journal.tell(tx, from.accountId, { id, siteId: asked.siteId, state: null }, 'propose', state);
      if (email !== null) await this.askToConfirm(tx, { id, email, place });
    });
    return { confirmation: isKnown ? 'not_needed' : 'mailed' };
  }

  /** Moderators look at their page every day; a keeper is told. */
  private async tellKeeper(tx: EntityManager, proposal: rows.ProposalRow | null): Promise<void> {
    if (proposal?.keeperId == null) return;
    const values = { place: proposal.site?.name ?? '', link: this.links.keeperPage };
    await this.mailing.tellAdministrators(tx, proposal.keeperId, {
      template: proposalReceivedMail,
      values,
      event: `site-proposal-received-${proposal.id}`,
    });
  }

  private async limit(accountId: string | null, email: string | null, request: Request): Promise<void> {
    if (accountId !== null) return this.limits.consume('proposal-account', accountId);
    await this.limits.consume('mail-network', networkOf(request.ip ?? ''));
    await this.limits.consume('mail-address', addressKey(email ?? ''));
  }

  private async askToConfirm(tx: EntityManager, { id, email, place }: { id: string; email: string; place: string }): Promise<void> {
    const values = { place, link: this.links.confirm(id), days: ANSWER_DAYS };
    await this.outbox.send(tx, {
      to: email,
      language: currentLanguage(),
      template: proposalToConfirm,
      values,
      eventKey: `site-proposal-asked-${id}`,
    });
  }
}

/** Only what the proposer said and what was answered; a place they may not see is not named. */
export function toProposalView({
  id,
  kind,
  state,
  site,
  proposed,
  source,
  credit,
  proposedAt,
  decidedAt,
  reason,
}: rows.ProposalRow): ProposalView {
  return { id, kind, state, site: site?.seenByAll ? site : null, proposed, source, credit, proposedAt, decidedAt, reason };
}
