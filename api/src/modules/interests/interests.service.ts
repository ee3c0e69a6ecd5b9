import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { type About, LegalProcedures } from '../legal/legal-procedures.service.js';
import { doneSteps, latestAnswers, outcomeOf } from '../legal/legal-procedure.view.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import type { AnswerLegal, LegalProcedureView } from '../legal/legal.schemas.js';
import { LegalRulesService } from '../legal/rule-corrections.service.js';
import { consequenceKey } from './interest.consequence.js';
import type { InterestFacts } from './interest.rules.js';
import { factsOf, readerOf, stateOf, toInterestSummary, toInterestView } from './interest.view.js';
import { interestsPolicy } from './interests.policy.js';
import * as rows from './interests.queries.js';
import type { InterestRecord } from './interests.queries.js';
import type { InterestPage, InterestSearch, InterestView } from './interests.schemas.js';

interface Told {
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reason?: string | null;
  readonly facts?: Readonly<Record<string, string | number | null>>;
}

/** Spontaneous requests, read by the owner of the place and by whoever asked for it. */
@Injectable()
export class InterestsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly procedures: LegalProcedures,
    private readonly steps: LegalSteps,
    private readonly rules: LegalRulesService,
  ) {}

  async ofOwner(actor: Actor, organisationId: string, search: InterestSearch): Promise<InterestPage> {
    authorise(interestsPolicy.listOrganisationInterests, actor, { organisationId });
    const found = await rows.interestsOfOwner(this.db.manager, organisationId, search);
    const { items, next } = toPage(found, search.limit, ({ key, id }) => [key, id]);
    return { items: items.map((interest) => toInterestSummary(interest, 'owner', this.clock.now())), next };
  }

  async get(actor: Actor, id: string): Promise<InterestView> {
    return this.show(actor, await this.find(this.db.manager, id));
  }

  async ofApplication(actor: Actor, applicationId: string): Promise<InterestView> {
    const interest = await rows.interestOfApplication(this.db.manager, applicationId);
    if (interest === null) throw problem('not-found');
    return this.show(actor, interest);
  }

  async legalPath(actor: Actor, id: string): Promise<LegalProcedureView> {
    const interest = await this.read(this.db.manager, actor, id, interestsPolicy.getInterestLegalPath);
    return this.procedures.view(this.db.manager, actor, aboutOf(interest));
  }

  async answerLegalPath(actor: Actor, id: string, input: AnswerLegal): Promise<LegalProcedureView> {
    return this.db.transaction(async (tx) => {
      await rows.lockPlaceOf(tx, id);
      const interest = await this.read(tx, actor, id, interestsPolicy.answerInterestLegalPath);
      return this.procedures.answer(tx, actor, aboutOf(interest), input);
    });
  }

  async find(tx: EntityManager, id: string): Promise<InterestRecord> {
    const interest = await rows.findInterest(tx, id);
    if (interest === null) throw problem('not-found');
    return interest;
  }

  /** For the acts of the owner's agents. @throws Problem */
  async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<InterestRecord> {
    const interest = await this.find(tx, id);
    authorise(line, actor, { organisationId: interest.owner.id });
    return interest;
  }

  /** What the rules judge by: the path, its steps, the window, the rivals, the place. */
  async facts(tx: EntityManager, interest: InterestRecord): Promise<InterestFacts> {
    const now = this.clock.now();
    const procedure = await this.steps.of(tx, { applicationId: interest.application.id });
    const law =
      procedure === null ? { outcome: null, done: new Set<never>() } : { outcome: outcomeOf(procedure), done: doneSteps(procedure, now) };
    return factsOf(interest, law, now);
  }

  async present(tx: EntityManager, actor: Actor, interest: InterestRecord): Promise<InterestView> {
    const reader = readerOf(actor, interest);
    if (reader === null) throw problem('not-found');
    const now = this.clock.now();
    const procedure = await this.steps.of(tx, { applicationId: interest.application.id });
    const key = consequenceKey(stateOf(interest, now), procedure === null ? null : latestAnswers(procedure));
    const words = key === null ? null : await this.rules.current(tx, key);
    const consequence = words === null ? null : { ...words[currentLanguage()], article: words.article };
    return toInterestView(actor, interest, reader, { facts: await this.facts(tx, interest), consequence }, now);
  }

  /** History for those concerned, journal for proof, the journal last. */
  async tell(tx: EntityManager, actor: Actor | null, { id, owner, site, application }: InterestRecord, act: Told): Promise<void> {
    const { action, fromState, toState, reason = null, facts } = act;
    const at = this.clock.now();
    await rows.addInterestHistory(tx, {
      id: this.ids.next(),
      interestId: id,
      at,
      accountId: actor?.accountId ?? null,
      action,
      fromState,
      toState,
      reason,
    });
    await this.journal.recordAct(tx, {
      actor: actor === null ? { kind: 'system', id: null } : { kind: 'person', id: actor.accountId },
      action: `${action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-interest`,
      thing: { kind: 'interest', id },
      organisationId: owner.id,
      from: fromState,
      to: toState,
      facts: { site: site.id, application: application.id, ...facts },
    });
  }

  private async show(actor: Actor, interest: InterestRecord): Promise<InterestView> {
    if (readerOf(actor, interest) === null) authorise(interestsPolicy.getInterest, actor, { organisationId: interest.owner.id });
    return this.present(this.db.manager, actor, interest);
  }
}

function aboutOf({ application, owner, site }: InterestRecord): About {
  return {
    subject: { applicationId: application.id },
    organisationId: owner.id,
    siteIds: [site.id],
    line: interestsPolicy.answerInterestLegalPath,
  };
}
