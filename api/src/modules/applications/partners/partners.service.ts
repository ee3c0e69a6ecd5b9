import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import { type Actor, whyNotAllowed } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { Inbox } from '../../inbox/inbox.js';
import { ApplicationActs } from '../application-acts.js';
import { ApplicationMoves } from '../application-moves.service.js';
import { whyNotWrite } from '../application.rules.js';
import { readerOf, scopeOf, targetOf } from '../application.view.js';
import type { ApplicationRecord } from '../applications.queries.js';
import { ApplicationsService } from '../applications.service.js';
import { nextPartnerState, type PartnerAction, whyNotInvitePartner } from './partner.rules.js';
import { partnersPolicy } from './partners.policy.js';
import { organisationKindOf, type PartnerRow, partnershipsOf, partnersOf, writePartner } from './partners.queries.js';
import type { AnswerPartnership, InvitePartner, PartnerList, PartnershipList } from './partners.schemas.js';

/** Organisations that write a file together: invited, answering, removed or leaving. */
@Injectable()
export class PartnersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly applications: ApplicationsService,
    private readonly moves: ApplicationMoves,
    private readonly acts: ApplicationActs,
    private readonly inbox: Inbox,
  ) {}

  async list(actor: Actor, id: string): Promise<PartnerList> {
    const application = await this.applications.find(this.db.manager, id);
    if (readerOf(actor, application, this.clock.now()) !== 'member') authorise(partnersPolicy.listPartners, actor, scopeOf(application));
    return this.present(this.db.manager, actor, application);
  }

  async invite(actor: Actor, id: string, { organisationId }: InvitePartner): Promise<PartnerList> {
    return this.db.transaction(async (tx) => {
      const application = await this.moves.hold(tx, id);
      authorise(partnersPolicy.invitePartner, actor, scopeOf(application));
      this.refuseWhenOver(application);
      const invited = await organisationKindOf(tx, organisationId);
      if (invited === null) throw problem('not-found');
      const partners = await partnersOf(tx, id);
      const why = whyNotInvitePartner({
        kind: invited.kind,
        isLead: organisationId === application.organisation.id,
        isOwner: organisationId === application.owner.id,
        state: partners.find((partner) => partner.organisationId === organisationId)?.state ?? null,
        count: partners.filter(({ state }) => state === 'invited' || state === 'accepted').length,
      });
      if (why !== null) throw problem(why);
      await this.move(tx, actor, application, { organisationId, partners, action: 'invite' });
      await this.inbox.tell(tx, {
        kind: 'partner_invited',
        accounts: await this.inbox.writersOf(tx, organisationId),
        thing: { id, name: application.title },
        path: '/mes-candidatures',
        dedupeKey: `partner-invited-${id}-${organisationId}-${this.clock.now().getTime()}`,
        facts: { who: application.organisation.name },
      });
      return this.present(tx, actor, application);
    });
  }

  async answer(actor: Actor, id: string, organisationId: string, { accepted }: AnswerPartnership): Promise<PartnershipList> {
    authorise(partnersPolicy.answerPartnership, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      const application = await this.moves.hold(tx, id);
      const partners = await partnersOf(tx, id);
      const mine = partners.find((partner) => partner.organisationId === organisationId);
      if (mine === undefined) throw problem('not-found');
      if (accepted) this.refuseWhenOver(application);
      await this.move(tx, actor, application, { organisationId, partners, action: accepted ? 'accept' : 'decline' });
      await this.inbox.tell(tx, {
        kind: 'partner_answered',
        accounts: await this.inbox.writersOf(tx, application.organisation.id),
        thing: { id, name: application.title },
        path: `/mes-candidatures/${id}`,
        dedupeKey: `partner-answered-${id}-${organisationId}-${this.clock.now().getTime()}`,
        facts: { who: mine.name, what: accepted ? 'accepted' : 'declined' },
      });
      return { items: await partnershipsOf(tx, organisationId), next: null };
    });
  }

  /** By the one that leads: removed; by its own members: it leaves. From the next request on it reads nothing more. */
  async remove(actor: Actor, id: string, organisationId: string): Promise<PartnerList> {
    return this.db.transaction(async (tx) => {
      const application = await this.moves.hold(tx, id);
      const isTheirs = whyNotAllowed(partnersPolicy.removePartner, actor, { organisationId }) === null;
      const isLead = whyNotAllowed(partnersPolicy.removePartner, actor, scopeOf(application)) === null;
      if (!isTheirs && !isLead) authorise(partnersPolicy.removePartner, actor, scopeOf(application));
      const partners = await partnersOf(tx, id);
      if (!partners.some((partner) => partner.organisationId === organisationId)) throw problem('not-found');
      await this.move(tx, actor, application, { organisationId, partners, action: isLead ? 'remove' : 'leave' });
      return this.present(tx, actor, application);
    });
  }

  async partnerships(actor: Actor, organisationId: string): Promise<PartnershipList> {
    authorise(partnersPolicy.listPartnerships, actor, { organisationId });
    return { items: await partnershipsOf(this.db.manager, organisationId), next: null };
  }

  private refuseWhenOver(application: ApplicationRecord): void {
    const why = whyNotWrite(application.state, targetOf(application), this.clock.now());
    if (why !== null) throw problem(why, { facts: { state: application.state } });
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    application: ApplicationRecord,
    act: { readonly organisationId: string; readonly partners: readonly PartnerRow[]; readonly action: PartnerAction },
  ): Promise<void> {
    const { organisationId, partners, action } = act;
    const from = partners.find((partner) => partner.organisationId === organisationId)?.state ?? null;
    const state = nextPartnerState(from, action);
    if (state === null) throw problem('partner-state-forbids');
    await writePartner(tx, { applicationId: application.id, organisationId, state, by: actor.accountId, at: this.clock.now() });
    const { state: stays, version } = application;
    const line = { action: `${action}Partner`, version, fromState: stays, toState: stays };
    await this.acts.tell(tx, actor, application, { ...line, facts: { partner: organisationId } });
  }

  private async present(tx: EntityManager, actor: Actor, application: ApplicationRecord): Promise<PartnerList> {
    const refusal = (line: keyof typeof partnersPolicy, organisationId: string) =>
      whyNotAllowed(partnersPolicy[line], actor, { organisationId });
    const lead = application.organisation;
    const over = whyNotWrite(application.state, targetOf(application), this.clock.now());
    const removal = ({ organisationId, state }: PartnerRow) => {
      if (refusal('removePartner', lead.id) === null) return nextPartnerState(state, 'remove') === null ? 'partner-state-forbids' : null;
      return refusal('removePartner', organisationId) ?? (nextPartnerState(state, 'leave') === null ? 'partner-state-forbids' : null);
    };
    return {
      items: (await partnersOf(tx, application.id)).map((partner) => ({
        organisation: { id: partner.organisationId, name: partner.name },
        state: partner.state,
        invitedAt: partner.invitedAt.toISOString(),
        movedAt: partner.movedAt?.toISOString() ?? null,
        actions: { removePartner: removal(partner) },
      })),
      next: null,
      lead: { id: lead.id, name: lead.name },
      actions: { invitePartner: refusal('invitePartner', lead.id) ?? over },
    };
  }
}
