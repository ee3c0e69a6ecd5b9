import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { SiteAgreements } from '../sites/life/site-agreements.js';
import { addDays } from './agreement-days.rules.js';
import { AgreementActs } from './agreement-acts.js';
import { refuseBeyondLaw } from './agreement-bounds.js';
import {
  type AgreementRefusal,
  nextAgreementState,
  whyNotAct,
  whyNotMeetCondition,
  whyNotNotice,
  whyNotReport,
  whyNotSettle,
  whyNotSign,
  whyNotSignedThen,
} from './agreement.rules.js';
import { factsOf, partiesOf, reportsDue, type Side, sideOf, stateOf, timesOf, whyNotReturn } from './agreement.view.js';
import { agreementsPolicy } from './agreements.policy.js';
import * as rows from './agreements.queries.js';
import type { AgreementRecord } from './agreements.queries.js';
import type {
  AgreementView,
  GiveNotice,
  MeetCondition,
  OfVersion,
  ReportOnAgreement,
  SignAgreement,
  WithReason,
} from './agreements.schemas.js';
import { AgreementsService, changedMeanwhile } from './agreements.service.js';

/** An agreement from its settled text to its end: conditions, signatures, notice, renewal, reports. What the days do, nobody does here. */
@Injectable()
export class AgreementLifeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agreements: AgreementsService,
    private readonly acts: AgreementActs,
    private readonly places: SiteAgreements,
    private readonly legalSteps: LegalSteps,
  ) {}

  /** Nothing changes any more in what the other side has accepted; what is left is to prove the conditions. */
  async settle(actor: Actor, id: string, { version }: OfVersion): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.settleAgreement, 'owner');
      this.refuse(agreement, whyNotSettle(this.facts(agreement)));
      refuseBeyondLaw(partiesOf(agreement), agreement.terms);
      if (version !== agreement.version) throw changedMeanwhile(agreement);
      await this.change(tx, agreement, { state: 'conditions_precedent', reason: null });
      const states = { fromState: 'drafting', toState: 'conditions_precedent' } as const;
      await this.acts.tell(tx, actor, agreement, { action: 'settle', ...states, news: 'settled' });
      return this.show(tx, actor, id, 'owner');
    });
  }

  async takeBack(actor: Actor, id: string, { reason }: WithReason): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.takeBackAgreement, 'owner');
      this.refuse(agreement, whyNotAct(this.facts(agreement), 'takeBack'));
      await this.change(tx, agreement, { state: 'drafting', reason, acceptedVersion: null, acceptedAt: null });
      const states = { fromState: 'conditions_precedent', toState: 'drafting' } as const;
      await this.acts.tell(tx, actor, agreement, { action: 'takeBack', ...states, reason, news: 'taken_back' });
      return this.show(tx, actor, id, 'owner');
    });
  }

  async meet(actor: Actor, id: string, conditionId: string, { metOn, proof }: MeetCondition): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.meetAgreementCondition, 'owner');
      this.refuse(agreement, whyNotMeetCondition(this.facts(agreement).state));
      if (!agreement.terms.conditions.some((condition) => condition.id === conditionId)) throw problem('not-found');
      this.refuse(agreement, whyNotSignedThen([metOn], this.agreements.today()));
      await rows.keepConditionMet(tx, { agreementId: id, conditionId, metOn, proof, accountId: actor.accountId, at: this.clock.now() });
      const states = { fromState: 'conditions_precedent', toState: 'conditions_precedent' } as const;
      await this.acts.tell(tx, actor, agreement, { action: 'meetCondition', ...states, fields: [conditionId], facts: { metOn } });
      return this.show(tx, actor, id, 'owner');
    });
  }

  /** Both signatures are written down; from the first day on the place is occupied. */
  async sign(actor: Actor, id: string, { version, owner, occupant }: SignAgreement): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.signAgreement, 'owner');
      this.refuse(agreement, whyNotSign(this.facts(agreement)));
      refuseBeyondLaw(partiesOf(agreement), agreement.terms);
      await this.legalSteps.require(tx, { applicationId: agreement.application.id, act: 'sign' });
      this.refuse(agreement, whyNotSignedThen([owner.on, occupant.on], this.agreements.today()));
      if (version !== agreement.version) throw changedMeanwhile(agreement);
      const signed = { ownerSignedOn: owner.on, ownerSignedBy: owner.by, occupantSignedOn: occupant.on, occupantSignedBy: occupant.by };
      await this.change(tx, agreement, { state: 'signed', reason: null, ...signed });
      const states = { fromState: 'conditions_precedent', toState: 'signed' } as const;
      const facts = { ownerSignedOn: owner.on, occupantSignedOn: occupant.on };
      await this.acts.tell(tx, actor, agreement, { action: 'sign', ...states, facts, news: 'signed', day: agreement.terms.startsOn });
      const now = await this.agreements.find(tx, id);
      if (['running', 'renewal_window'].includes(stateOf(now, this.agreements.today()))) await this.places.moveIn(tx, actor, now.place.id);
      return this.show(tx, actor, id, 'owner');
    });
  }

  async giveNotice(actor: Actor, id: string, { givenOn, leavesOn, reason }: GiveNotice): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.giveAgreementNotice);
      const side = sideOf(actor, agreement) ?? 'owner';
      const { state } = this.facts(agreement);
      const standing = { ...timesOf(agreement), state, noticeMonths: agreement.terms.noticeMonths ?? 0 };
      this.refuse(agreement, whyNotNotice(standing, { givenOn, leavesOn }, this.agreements.today()));
      await this.change(tx, agreement, { noticeBy: side, noticeGivenOn: givenOn, noticeReason: reason, leavesOn });
      const told = { action: 'giveNotice', fromState: state, toState: state, reason, facts: { side, givenOn, leavesOn } } as const;
      await this.acts.tell(tx, actor, agreement, { ...told, news: 'notice', day: leavesOn });
      return this.show(tx, actor, id, side);
    });
  }

  /** Another agreement, drafted from this one for the days that follow it. @returns the new one */
  async renew(actor: Actor, id: string, { reason }: WithReason): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.renewAgreement, 'owner');
      const why = agreement.leavesOn === null ? whyNotAct(this.facts(agreement), 'renew') : 'agreement-state-forbids';
      this.refuse(agreement, why);
      const { terms, application, place, owner, occupant } = agreement;
      await this.change(tx, agreement, { state: 'renewed', reason });
      const nextId = this.ids.next();
      const startsOn = terms.endsOn === null ? null : addDays(terms.endsOn, 1);
      const line = {
        id: nextId,
        applicationId: application.id,
        siteId: place.id,
        ownerId: owner.id,
        occupantId: occupant.id,
        renewsId: id,
      };
      await rows.insertAgreement(tx, { ...line, terms: { ...terms, startsOn, endsOn: null }, at: this.clock.now() });
      const states = { fromState: 'renewal_window', toState: 'renewed' } as const;
      await this.acts.tell(tx, actor, agreement, { action: 'renew', ...states, reason, facts: { renewedBy: nextId }, news: 'renewed' });
      const next = await this.agreements.find(tx, nextId);
      await this.acts.tell(tx, actor, next, { action: 'create', fromState: null, toState: 'drafting', facts: { renews: id } });
      return this.show(tx, actor, nextId, 'owner');
    });
  }

  async terminate(actor: Actor, id: string, { reason }: WithReason): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.terminateAgreement, 'owner');
      const { state } = this.facts(agreement);
      this.refuse(agreement, whyNotAct({ state }, 'terminate'));
      await this.change(tx, agreement, { state: 'terminated', reason });
      const told = { action: 'terminate', fromState: state, toState: nextAgreementState(state, 'terminate') ?? state, reason } as const;
      await this.acts.tell(tx, actor, agreement, { ...told, news: 'terminated' });
      return this.show(tx, actor, id, 'owner');
    });
  }

  async publishPlaceAgain(actor: Actor, id: string): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.publishAgreementPlaceAgain, 'owner');
      const { state } = this.facts(agreement);
      this.refuse(agreement, whyNotReturn(agreement, this.agreements.today()));
      await this.places.publishAgain(tx, actor, agreement.place.id, 'agreement_over');
      await this.acts.tell(tx, actor, agreement, { action: 'publishPlaceAgain', fromState: state, toState: state });
      return this.show(tx, actor, id, 'owner');
    });
  }

  async report(actor: Actor, id: string, year: number, report: ReportOnAgreement): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.agreements.hold(tx, actor, id, agreementsPolicy.reportOnAgreement, 'occupant');
      const { state } = this.facts(agreement);
      this.refuse(agreement, whyNotReport(reportsDue(agreement, this.agreements.today()).find((due) => due.year === year)));
      const line = { ...report, agreementId: id, year, accountId: actor.accountId, at: this.clock.now() };
      if (!(await rows.keepReport(tx, line))) throw problem('changed-meanwhile');
      await this.acts.tell(tx, actor, agreement, {
        action: 'report',
        fromState: state,
        toState: state,
        facts: { year },
        news: 'report_received',
      });
      return this.show(tx, actor, id, 'occupant');
    });
  }

  private facts(agreement: AgreementRecord) {
    return factsOf(agreement, this.agreements.today());
  }

  private refuse(agreement: AgreementRecord, why: AgreementRefusal | null): void {
    if (why === null) return;
    const { state, lacks, unmet } = this.facts(agreement);
    throw problem(why, { facts: { state, lacks: [...lacks], unmet: [...unmet] } });
  }

  private async change(tx: EntityManager, agreement: AgreementRecord, change: rows.AgreementChange): Promise<void> {
    if (!(await rows.changeAgreement(tx, agreement, change, this.clock.now()))) throw changedMeanwhile(agreement);
  }

  private async show(tx: EntityManager, actor: Actor, id: string, side: Side): Promise<AgreementView> {
    return this.agreements.present(tx, actor, await this.agreements.find(tx, id), side);
  }
}
