import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { canonicalJson } from '../../platform/journal/act.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { AgreementActs } from './agreement-acts.js';
import { refuseBeyondLaw } from './agreement-bounds.js';
import { beginningTerms } from './agreement.beginning.js';
import { isOver, whyNotComment, whyNotDraft } from './agreement.rules.js';
import { type Terms, termLacks } from './agreement.terms.rules.js';
import { dayOf, partiesOf, type Side, sideOf, stateOf, toAgreementView, toSummary } from './agreement.view.js';
import { agreementsPolicy } from './agreements.policy.js';
import * as rows from './agreements.queries.js';
import type { AgreementRecord } from './agreements.queries.js';
import type {
  AgreementHistory,
  AgreementHistorySearch,
  AgreementPage,
  AgreementSearch,
  AgreementView,
  CommentOnAgreement,
  CreateAgreement,
  OfVersion,
  UpdateAgreement,
} from './agreements.schemas.js';

/** Agreements that follow a decision, written by the owner, read and accepted by who will occupy the place. */
@Injectable()
export class AgreementsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: AgreementActs,
    private readonly moves: ApplicationMoves,
    private readonly legalSteps: LegalSteps,
  ) {}

  async create(actor: Actor, { applicationId, siteId }: CreateAgreement): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      // Held before it is read: a reopening comes wholly before this draft, or finds it and ends it.
      await this.moves.hold(tx, applicationId);
      const decided = await rows.findDecided(tx, applicationId);
      if (decided === null) throw problem('not-found');
      const { ownerId, occupantId, sites } = decided;
      authorise(agreementsPolicy.createAgreement, actor, { organisationId: ownerId });
      const site = siteId === undefined ? sites[0] : sites.find(({ id }) => id === siteId);
      if (site === undefined) throw problem('agreement-not-decided');
      if (siteId === undefined && sites.length > 1) throw problem('agreement-which-place', { facts: { sites: sites.map(({ id }) => id) } });
      const others = await rows.agreementsOfPlace(tx, site.id);
      if (others.some((other) => !isOver(stateOf(other, this.today()))))
        throw problem('place-already-agreed', { facts: { siteId: site.id } });
      const answered = (await this.legalSteps.of(tx, { applicationId }))?.answers[0]?.answers ?? null;
      const id = this.ids.next();
      const line = { id, applicationId, siteId: site.id, ownerId, occupantId, renewsId: null };
      await rows.insertAgreement(tx, { ...line, terms: beginningTerms(site, answered), at: this.clock.now() });
      const agreement = await this.find(tx, id);
      await this.acts.tell(tx, actor, agreement, { action: 'create', fromState: null, toState: 'drafting', news: 'drafted' });
      return this.present(tx, actor, agreement, 'owner');
    });
  }

  async get(actor: Actor, id: string): Promise<AgreementView> {
    const { agreement, side } = await this.read(this.db.manager, actor, id);
    return this.present(this.db.manager, actor, agreement, side);
  }

  async ofOrganisation(actor: Actor, organisationId: string, search: AgreementSearch): Promise<AgreementPage> {
    authorise(agreementsPolicy.listAgreements, actor, { organisationId });
    const found = await rows.agreementsOf(this.db.manager, organisationId, search);
    const { items, next } = toPage(found, search.limit, ({ id }) => [id]);
    const side = ({ owner }: AgreementRecord): Side => (owner.id === organisationId ? 'owner' : 'occupant');
    return { items: items.map((agreement) => toSummary(agreement, side(agreement), this.clock.now())), next };
  }

  async history(actor: Actor, id: string, search: AgreementHistorySearch): Promise<AgreementHistory> {
    await this.read(this.db.manager, actor, id);
    return toPage(await rows.readAgreementHistory(this.db.manager, id, search), search.limit, (line) => [line.id]);
  }

  /** A change makes another text: what was accepted is to be accepted again. */
  async update(actor: Actor, id: string, { version, ...given }: UpdateAgreement): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.hold(tx, actor, id, agreementsPolicy.updateAgreement, 'owner');
      this.refuse(whyNotDraft(stateOf(agreement, this.today())));
      if (version !== agreement.version) throw changedMeanwhile(agreement);
      const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Terms>;
      const terms: Terms = { ...agreement.terms, ...said };
      const fields = changedFields(agreement.terms, terms);
      if (fields.length === 0) return this.present(tx, actor, agreement, 'owner');
      refuseForeignPremises(agreement, terms);
      refuseBeyondLaw(partiesOf(agreement), terms);
      if (!(await rows.writeTerms(tx, agreement, terms, this.clock.now()))) throw changedMeanwhile(agreement);
      const news = agreement.acceptedVersion === agreement.version ? { news: 'changed' as const } : {};
      const states = { fromState: 'drafting', toState: 'drafting' } as const;
      await this.acts.tell(tx, actor, agreement, { action: 'edit', ...states, version: version + 1, fields, ...news });
      return this.present(tx, actor, await this.find(tx, id), 'owner');
    });
  }

  /** By who will occupy the place: the very text that was read. */
  async accept(actor: Actor, id: string, { version }: OfVersion): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.hold(tx, actor, id, agreementsPolicy.acceptAgreement, 'occupant');
      this.refuse(whyNotDraft(stateOf(agreement, this.today())));
      const lacks = termLacks(agreement.terms);
      if (lacks.length > 0) throw problem('agreement-incomplete', { facts: { lacks: [...lacks] } });
      if (version !== agreement.version) throw changedMeanwhile(agreement);
      if (agreement.acceptedVersion === version) return this.present(tx, actor, agreement, 'occupant');
      const now = this.clock.now();
      if (!(await rows.changeAgreement(tx, agreement, { acceptedVersion: version, acceptedAt: now }, now)))
        throw changedMeanwhile(agreement);
      const states = { fromState: 'drafting', toState: 'drafting' } as const;
      await this.acts.tell(tx, actor, agreement, { action: 'accept', ...states, news: 'accepted' });
      return this.present(tx, actor, await this.find(tx, id), 'occupant');
    });
  }

  async comment(actor: Actor, id: string, { text }: CommentOnAgreement): Promise<AgreementView> {
    return this.db.transaction(async (tx) => {
      const agreement = await this.hold(tx, actor, id, agreementsPolicy.commentOnAgreement);
      const side = sideOf(actor, agreement) ?? 'owner';
      const state = stateOf(agreement, this.today());
      this.refuse(whyNotComment(state));
      const line = { agreementId: id, organisationId: agreement[side].id, accountId: actor.accountId, version: agreement.version, text };
      await rows.addComment(tx, { ...line, id: this.ids.next(), at: this.clock.now() });
      await this.acts.tell(tx, actor, agreement, { action: 'comment', fromState: state, toState: state, news: 'commented' });
      return this.present(tx, actor, agreement, side);
    });
  }

  async find(tx: EntityManager, id: string): Promise<AgreementRecord> {
    const agreement = await rows.findAgreement(tx, id);
    if (agreement === null) throw problem('not-found');
    return agreement;
  }

  /** For its readers, on whichever side. @throws Problem */
  async read(tx: EntityManager, actor: Actor, id: string): Promise<{ readonly agreement: AgreementRecord; readonly side: Side }> {
    const agreement = await this.find(tx, id);
    const side = sideOf(actor, agreement);
    if (side === null) authorise(agreementsPolicy.getAgreement, actor, { organisationId: agreement.owner.id });
    return { agreement, side: side ?? 'owner' };
  }

  /**
   * For an act: nobody else acts meanwhile, and this person may.
   * @param side whose act it is; without it, of the side on which the person stands
   * @throws Problem
   */
  async hold(tx: EntityManager, actor: Actor, id: string, line: Permission, side?: Side): Promise<AgreementRecord> {
    await rows.lockAgreement(tx, id);
    const agreement = await this.find(tx, id);
    const stands = sideOf(actor, agreement);
    // Whoever reads it from the other side knows that it exists.
    const { hidden: _hidden, ...known } = line;
    authorise(stands === null ? line : known, actor, { organisationId: agreement[side ?? stands ?? 'owner'].id });
    return agreement;
  }

  async present(tx: EntityManager, actor: Actor, agreement: AgreementRecord, side: Side): Promise<AgreementView> {
    return toAgreementView(actor, agreement, side, await rows.commentsOn(tx, agreement.id), this.clock.now());
  }

  today(): string {
    return dayOf(this.clock.now());
  }

  private refuse(why: Parameters<typeof problem>[0] | null): void {
    if (why !== null) throw problem(why);
  }
}

function changedFields(before: Terms, after: Terms): string[] {
  return (Object.keys(after) as (keyof Terms)[]).filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
}

function refuseForeignPremises({ premises }: AgreementRecord, terms: Terms): void {
  const foreign = terms.premises.findIndex((id) => !premises.some((one) => one.id === id));
  if (foreign >= 0) throw problem('not-found');
}

export function changedMeanwhile({ version, state }: AgreementRecord) {
  return problem('changed-meanwhile', { facts: { version, state } });
}
