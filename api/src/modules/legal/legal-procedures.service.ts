import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { SignedLinks } from '../../platform/files/signed-links.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage, said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { legalPath } from './legal-path.rules.js';
import { doneSteps, inputsOf, latestAnswers, leftStepsView, outcomeOf, stepsView } from './legal-procedure.view.js';
import { proofsOf } from './legal-proofs.queries.js';
import { toProofView } from './legal-proofs.view.js';
import { whyNotTick } from './legal-steps.rules.js';
import { isRoleContradicted, suggestedAnswers } from './legal-suggestion.rules.js';
import { legalPolicy } from './legal.policy.js';
import * as rows from './legal.queries.js';
import type { ProcedureRow, Subject } from './legal.queries.js';
import type { AnswerLegal, LegalAnswers, LegalOutcomeView, LegalProcedureView, LegalTry, NoteStep } from './legal.schemas.js';
import type { Step } from './legal.vocabulary.js';
import { LegalRulesService } from './rule-corrections.service.js';

/** What the module that owns the call or the request says of it; it has asked for the right to act. */
export interface About {
  readonly subject: Subject;
  readonly organisationId: string;
  readonly siteIds: readonly string[];
  /** The line by which this person may answer. */
  readonly line: Permission;
}

const MESSAGES = {
  role: said(
    'ce lieu est enregistré comme présenté ou signalé : faites d’abord vérifier votre rôle',
    'this place is recorded as listed or signalled: have your role checked first',
  ),
  reason: said('dites pourquoi les réponses changent', 'say why the answers change'),
};

/** Questions answered, and the steps of the path they lead to. */
@Injectable()
export class LegalProcedures {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly rules: LegalRulesService,
    private readonly links: SignedLinks,
  ) {}

  async try(input: LegalTry): Promise<LegalOutcomeView> {
    return this.rules.words(this.db.manager, legalPath(input), currentLanguage());
  }

  async view(tx: EntityManager, actor: Actor | null, about: About): Promise<LegalProcedureView> {
    const procedure = await rows.findProcedureOf(tx, about.subject);
    const suggested = suggestedAnswers(await rows.sheetsOf(tx, about.siteIds));
    return this.present(tx, actor, { procedure, suggested, line: about.line, organisationId: about.organisationId });
  }

  /** Kept with who and when; the latest answers stand, earlier ones stay. */
  async answer(tx: EntityManager, actor: Actor, about: About, { version, answers, reason }: AnswerLegal): Promise<LegalProcedureView> {
    const { subject, organisationId, siteIds } = about;
    const sheets = await rows.sheetsOf(tx, siteIds);
    if (isRoleContradicted(answers, sheets)) throw invalid('/answers/role', MESSAGES.role.error());
    const before = await rows.findProcedureOf(tx, subject);
    if (before !== null && before.version !== version) throw problem('changed-meanwhile', { facts: { version: before.version } });
    const origin = 'callId' in subject ? 'called' : 'spontaneous';
    const outcome = legalPath(inputsOf(answers, origin));
    const why = before === null ? null : whyNotAnswer(before, this.clock.now());
    if (why !== null) throw problem(why);
    if (before !== null && before.notices.length > 0 && reason === null) throw invalid('/reason', MESSAGES.reason.error());
    const procedureId = before?.id ?? this.ids.next();
    if (before === null) await rows.insertProcedure(tx, { id: procedureId, organisationId, ...subject });
    else if (!(await rows.nextVersion(tx, procedureId, version))) throw problem('changed-meanwhile');
    const { rule, path, strictBecause } = outcome;
    const line = { procedureId, version: (before?.version ?? 0) + 1, answers, rule, path, strictBecause, reason };
    await rows.insertAnswer(tx, { ...line, at: this.clock.now(), accountId: actor.accountId });
    const view = await this.view(tx, actor, about);
    await this.tell(tx, actor, { id: procedureId, organisationId }, 'answer-legal-questions', {
      rule,
      path,
      version: line.version,
      strict: [...strictBecause],
    });
    return view;
  }

  async noteStep(actor: Actor, id: string, { step, ...said }: NoteStep): Promise<LegalProcedureView> {
    return this.db.transaction(async (tx) => {
      const procedure = await this.read(tx, actor, id, legalPolicy.noteLegalStep);
      const why = whyNotTick(step, outcomeOf(procedure), doneSteps(procedure, this.clock.now()));
      if (why !== null) throw problem(why, { facts: { step } });
      if (!(await rows.insertStep(tx, { procedureId: id, step, at: this.clock.now(), accountId: actor.accountId, ...said })))
        throw problem('legal-step-done');
      const view = await this.presentById(tx, actor, id);
      await this.tell(tx, actor, procedure, 'note-legal-step', { step, doneOn: said.doneOn });
      return view;
    });
  }

  async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<ProcedureRow> {
    const procedure = await rows.findProcedure(tx, id);
    if (procedure === null) throw problem('not-found');
    authorise(line, actor, { organisationId: procedure.organisationId });
    return procedure;
  }

  /** After an act on a procedure known by its id only. */
  async presentById(tx: EntityManager, actor: Actor, id: string): Promise<LegalProcedureView> {
    const procedure = await rows.findProcedure(tx, id);
    if (procedure === null) throw problem('not-found');
    return this.present(tx, actor, {
      procedure,
      suggested: latestAnswers(procedure),
      line: legalPolicy.noteLegalStep,
      organisationId: procedure.organisationId,
    });
  }

  private async present(
    tx: EntityManager,
    actor: Actor | null,
    {
      procedure,
      suggested,
      line,
      organisationId,
    }: { procedure: ProcedureRow | null; suggested: LegalAnswers; line: Permission; organisationId: string },
  ): Promise<LegalProcedureView> {
    const now = this.clock.now();
    const refusal = (asked: Permission) => whyNotAllowed(asked, actor, { organisationId });
    const outcome = procedure === null ? null : outcomeOf(procedure);
    const proofsOfStep = procedure === null ? () => [] : await this.proofsBy(tx, procedure.id);
    const needsMotive =
      outcome?.steps.includes('motive_published') === true && procedure?.notices.every(({ kind }) => kind !== 'motive') === true;
    return {
      id: procedure?.id ?? null,
      version: procedure?.version ?? 0,
      answers: procedure === null ? null : latestAnswers(procedure),
      suggested,
      outcome: outcome === null ? null : await this.rules.words(tx, outcome, currentLanguage()),
      steps: procedure === null ? [] : stepsView(procedure, proofsOfStep, now),
      leftSteps: procedure === null ? [] : leftStepsView(procedure, proofsOfStep),
      notices: [...(procedure?.notices ?? [])],
      history: (procedure?.answers ?? []).map(({ version, at, who, path, reason, answers }) => ({
        version,
        at,
        who,
        path,
        reason,
        answers,
      })),
      actions: {
        answer: refusal(line) ?? (procedure === null ? null : whyNotAnswer(procedure, now)),
        noteStep: refusal(legalPolicy.noteLegalStep) ?? (procedure === null ? 'legal-step-missing' : null),
        addProof: refusal(legalPolicy.addLegalProof) ?? (procedure === null ? 'legal-step-missing' : null),
        publishMotive: refusal(legalPolicy.publishLegalMotive) ?? (needsMotive ? null : 'legal-step-not-in-path'),
      },
    };
  }

  private async proofsBy(tx: EntityManager, procedureId: string) {
    const all = await proofsOf(tx, procedureId);
    return (step: Step) => all.filter((one) => one.step === step).map((one) => toProofView(one, this.links));
  }

  private async tell(
    tx: EntityManager,
    actor: Actor,
    { id, organisationId }: Pick<ProcedureRow, 'id' | 'organisationId'>,
    action: string,
    facts: Record<string, string | number | string[]>,
  ): Promise<void> {
    const thing = { kind: 'legal_procedure', id };
    await this.journal.recordAct(tx, { actor: { kind: 'person', id: actor.accountId }, action, thing, organisationId, facts });
  }
}

/** Once the authority has decided, the answers it decided upon stay. */
function whyNotAnswer(procedure: ProcedureRow, now: Date): 'legal-already-decided' | null {
  return doneSteps(procedure, now).has('decision') ? 'legal-already-decided' : null;
}

const invalid = (pointer: string, message: string) => problem('invalid-input', { errors: [{ in: 'body', pointer, message }] });
