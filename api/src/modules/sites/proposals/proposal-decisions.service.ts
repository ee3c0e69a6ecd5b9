import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { toPage } from '../../../platform/http/cursor.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { flatten } from '../editing/kept-site.changes.js';
import { findKeptSite } from '../editing/kept-sites.queries.js';
import { KeptSitesService, type Written } from '../editing/kept-sites.service.js';
import { addContribution } from './contribution.queries.js';
import { ProposalJournal } from './proposal.journal.js';
import { ProposalLinks } from './proposal-links.js';
import { nested, whyNotDecide } from './site-proposal.rules.js';
import { proposalAcceptedMail, proposalRefusedMail } from './site-proposals.mails.js';
import { siteProposalsPolicy } from './site-proposals.policy.js';
import * as rows from './site-proposals.queries.js';
import type { ProposalRow } from './site-proposals.queries.js';
import type { ProposalSearch, ProposalsToDecide, ProposalToDecide, RefusedProposal } from './site-proposals.schemas.js';
import { toProposalView } from './site-proposals.service.js';

/** A keeper who does not answer for a month leaves the word to moderators as well. */
const KEEPER_ANSWERS_WITHIN_MS = 30 * 86_400_000;
type Act = 'accept' | 'refuse';
const LINES = { accept: siteProposalsPolicy.acceptSiteProposal, refuse: siteProposalsPolicy.refuseSiteProposal } as const satisfies Record<
  Act,
  Permission
>;

/** Proposals decided: applied by the path of every edit and credited, or refused with a reason; the proposer hears of it either way. */
@Injectable()
export class ProposalDecisions {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly kept: KeptSitesService,
    private readonly outbox: MailOutbox,
    private readonly journal: ProposalJournal,
    private readonly links: ProposalLinks,
  ) {}

  async ofOrganisation(actor: Actor, organisationId: string, search: ProposalSearch): Promise<ProposalsToDecide> {
    authorise(siteProposalsPolicy.listOrganisationProposals, actor, { organisationId });
    return this.page(actor, await rows.proposalsKeptBy(this.db.manager, organisationId, search), search);
  }

  async forModerators(actor: Actor, search: ProposalSearch): Promise<ProposalsToDecide> {
    authorise(siteProposalsPolicy.listProposalsToModerate, actor);
    const unansweredSince = new Date(this.clock.now().getTime() - KEEPER_ANSWERS_WITHIN_MS);
    return this.page(actor, await rows.proposalsForModerators(this.db.manager, search, unansweredSince), search);
  }

  async accept(actor: Actor, id: string): Promise<ProposalToDecide> {
    return this.decide(actor, id, 'accept', async (tx, proposal) => {
      const written = await this.write(tx, actor, proposal);
      const act = { siteId: written?.siteId ?? proposal.site?.id ?? '', actId: written?.act ?? null };
      await rows.decideProposal(tx, id, { state: 'accepted', by: actor.accountId, at: this.clock.now(), ...act });
      if (written) await this.credit(tx, proposal, written);
    });
  }

  async refuse(actor: Actor, id: string, { reason }: RefusedProposal): Promise<ProposalToDecide> {
    return this.decide(actor, id, 'refuse', (tx) =>
      rows.decideProposal(tx, id, { state: 'refused', by: actor.accountId, at: this.clock.now(), reason }),
    );
  }

  private async decide(
    actor: Actor,
    id: string,
    act: Act,
    settle: (tx: EntityManager, proposal: ProposalRow) => Promise<void>,
  ): Promise<ProposalToDecide> {
    return this.db.transaction(async (tx) => {
      const proposal = await rows.lockProposal(tx, id);
      if (proposal === null) throw problem('not-found');
      authorise(LINES[act], actor, { organisationId: proposal.keeperId });
      const why = whyNotDecide(factsOf(actor, proposal), act);
      if (why !== null) throw problem(why, { facts: { state: proposal.state } });
      await settle(tx, proposal);
      const decided = (await rows.findProposal(tx, id)) ?? proposal;
      await this.journal.tell(tx, actor.accountId, { ...proposal, site: decided.site }, act, decided.state);
      await this.answer(tx, decided);
      return this.viewOf(tx, actor, decided);
    });
  }

  private write(tx: EntityManager, actor: Actor, { kind, site, proposed }: ProposalRow): Promise<Written | null> {
    if (kind === 'place') return this.kept.openLead(tx, actor, proposed as unknown as Parameters<KeptSitesService['openLead']>[2]);
    return this.kept.correct(tx, actor, site?.id ?? '', nested(proposed));
  }

  private async credit(tx: EntityManager, { id, proposed }: ProposalRow, { siteId }: Written): Promise<void> {
    const { kind: _kind, ...values } = proposed;
    await addContribution(tx, { sourceId: this.ids.next(), siteId, proposalId: id, values, at: this.clock.now() });
  }

  /** By mail, in the language in which it was proposed. */
  private async answer(tx: EntityManager, { id, email, state, reason, language, site, proposed, accountId }: ProposalRow): Promise<void> {
    if (email === null) return;
    const place = site?.name ?? String(proposed['name']);
    const link = this.links.follow(id);
    const addressed = { to: email, language, eventKey: `site-proposal-${state}-${id}`, ...(accountId ? { accountId } : {}) };
    if (state === 'accepted') await this.outbox.send(tx, { ...addressed, template: proposalAcceptedMail, values: { place, link } });
    else await this.outbox.send(tx, { ...addressed, template: proposalRefusedMail, values: { place, reason: reason ?? '', link } });
  }

  private async page(actor: Actor, found: readonly ProposalRow[], { limit }: ProposalSearch): Promise<ProposalsToDecide> {
    const { items, next } = toPage(found, limit, ({ id }) => [id]);
    const views: ProposalToDecide[] = [];
    for (const proposal of items) views.push(await this.viewOf(this.db.manager, actor, proposal));
    return { items: views, next };
  }

  private async viewOf(db: EntityManager, actor: Actor, proposal: ProposalRow): Promise<ProposalToDecide> {
    const place = proposal.site === null ? null : await findKeptSite(db, proposal.site.id);
    const said = place === null ? new Map<string, unknown>() : flatten(place.fields);
    const current = Object.fromEntries(Object.keys(proposal.proposed).map((field) => [field, said.get(field) ?? null]));
    const why = (act: Act) =>
      whyNotAllowed(LINES[act], actor, { organisationId: proposal.keeperId }) ?? whyNotDecide(factsOf(actor, proposal), act);
    const actions = { acceptSiteProposal: why('accept'), refuseSiteProposal: why('refuse') };
    return { ...toProposalView(proposal), site: proposal.site, current, commune: proposal.commune, actions };
  }
}

/** A member who proposed something of their own place may as well write it; a moderator leaves theirs to another. */
function factsOf(actor: Actor, { state, siteState, accountId, keeperId }: ProposalRow) {
  const isKeeper = actor.memberships.some(({ organisationId }) => organisationId === keeperId);
  return { state, siteState, isOwn: accountId === actor.accountId && !isKeeper };
}
