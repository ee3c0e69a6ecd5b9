import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Inbox } from '../inbox/inbox.js';
import { SiteCalls } from '../sites/life/site-calls.js';
import { CallActs } from './call-acts.js';
import { callToldKey } from './calls.events.js';
import { CallLegalService } from './call-legal.service.js';
import { answerCallQuestion, insertCallQuestion, waitingQuestionsOf } from './call-questions.queries.js';
import {
  callLacks,
  type ExtensionFault,
  extensionFault,
  type CallState,
  type CallStep,
  nextCallState,
  type OwnerAction,
  storedState,
  whyNotAskOrAnswer,
  whyNotExtendStep,
  whyNotMoveCall,
} from './call.rules.js';
import { isSeenByAll, stateOf, timesOf } from './call.view.js';
import { callsPolicy } from './calls.policy.js';
import { type CallRecord, extendCall, moveCall } from './calls.queries.js';
import type { AnswerOnCall, AskOnCall, CallView, EndCall, ExtendCall, PublishCall } from './calls.schemas.js';
import { CallsService } from './calls.service.js';

const WAITING_AT_MOST = 5;
const WRONG_CLOSING = {
  'not-later': said('doit venir après la clôture annoncée', 'must come after the announced closing'),
  'week-between': said(
    'doit laisser une semaine au moins avant la clôture de la seconde étape : prolongez d’abord celle-ci',
    'must leave a week at least before the closing of the second step: extend that one first',
  ),
  'week-to-write': said(
    'doit laisser une semaine au moins, à compter de maintenant, pour écrire les dossiers complets',
    'must leave a week at least from now to write the full dossiers',
  ),
} as const satisfies Record<ExtensionFault, unknown>;

/** A call from its publication to its end without award, and what is said of it to everybody meanwhile. */
@Injectable()
export class CallLifeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly calls: CallsService,
    private readonly acts: CallActs,
    private readonly siteCalls: SiteCalls,
    private readonly inbox: Inbox,
    private readonly law: CallLegalService,
  ) {}

  /** From here on its criteria, weights and questions bind the owner, and its places are in the call. */
  async publish(actor: Actor, id: string, { version }: PublishCall): Promise<CallView> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.read(tx, actor, id, callsPolicy.publishCall);
      const now = this.clock.now();
      await this.refuse(tx, 'publish', call, now);
      if (call.version !== version) throw changedMeanwhile(call);
      await this.siteCalls.enter(tx, actor, call.organisation.id, call.content.lots);
      if (!(await moveCall(tx, call, { to: 'published', reason: null, at: now }))) throw changedMeanwhile(call);
      await this.law.open(tx, actor, call);
      await this.acts.tell(tx, actor, call, { action: 'publish', version, fromState: 'draft', toState: 'published' });
      return this.calls.present(tx, actor, await this.calls.find(tx, id));
    });
  }

  /** Only later, only before the announced closing, and with a reason that everyone reads. */
  async extend(actor: Actor, id: string, { closesAt, reason, step: asked }: ExtendCall): Promise<CallView> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.read(tx, actor, id, callsPolicy.extendCall);
      const now = this.clock.now();
      await this.refuse(tx, 'extend', call, now);
      const state = stateOf(call, now);
      const step = stepToExtend(call, state, asked);
      const why = step === null ? null : whyNotExtendStep(state, step);
      if (why !== null) throw problem(why, { facts: { state } });
      const from = (step === 'first' ? call.content.firstClosesAt : call.content.closesAt) ?? '';
      const fault = extensionFault(timesOf(call), { step, to: new Date(closesAt) }, now);
      if (fault !== null) throw atClosing(WRONG_CLOSING[fault].error());
      const extension = { id: this.ids.next(), callId: id, accountId: actor.accountId, from, to: closesAt, step, reason, at: now };
      if (!(await extendCall(tx, extension))) throw changedMeanwhile(call);
      // Its publicity calls for applicants: it lasts as long as one may begin.
      if (step !== 'second') await this.law.extend(tx, call, { to: closesAt, reason });
      const facts = { ...(step === null ? {} : { step }), from, to: closesAt };
      await this.acts.tell(tx, actor, call, { action: 'extend', version: call.version, fromState: state, toState: state, reason, facts });
      return this.calls.present(tx, actor, await this.calls.find(tx, id));
    });
  }

  async end(actor: Actor, id: string, action: 'cancel' | 'declareUnsuccessful', { reason }: EndCall): Promise<CallView> {
    return this.db.transaction(async (tx) => {
      const line = action === 'cancel' ? callsPolicy.cancelCall : callsPolicy.declareCallUnsuccessful;
      const call = await this.calls.read(tx, actor, id, line);
      const now = this.clock.now();
      await this.refuse(tx, action, call, now);
      const fromState = stateOf(call, now);
      const toState = nextCallState(fromState, action) ?? fromState;
      if (!(await moveCall(tx, call, { to: storedState(toState), reason, at: now }))) throw changedMeanwhile(call);
      if (isSeenByAll(call)) await this.siteCalls.leave(tx, actor, call.organisation.id, call.content.lots, `call_${toState}`);
      await this.law.withdraw(tx, call, reason);
      await this.acts.tell(tx, actor, call, { action, version: call.version, fromState, toState, reason });
      return this.calls.present(tx, actor, await this.calls.find(tx, id));
    });
  }

  async ask(actor: Actor, id: string, { question }: AskOnCall): Promise<CallView> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.find(tx, id);
      if (!isSeenByAll(call)) authorise({ ...callsPolicy.readCallDraft, hidden: true }, actor, { organisationId: call.organisation.id });
      authorise(callsPolicy.askOnCall, actor);
      this.refuseTalk(call);
      if ((await waitingQuestionsOf(tx, id, actor.accountId)) >= WAITING_AT_MOST) throw problem('call-questions-waiting');
      const questionId = this.ids.next();
      await insertCallQuestion(tx, { id: questionId, callId: id, accountId: actor.accountId, at: this.clock.now(), asked: question });
      await this.inbox.tell(tx, {
        kind: 'call_question_asked',
        accounts: await this.inbox.writersOf(tx, call.organisation.id, actor.accountId),
        thing: { id, name: call.content.title },
        path: `/mes-appels/${id}`,
        dedupeKey: `call-question-${questionId}`,
      });
      const state = stateOf(call, this.clock.now());
      await this.acts.tell(tx, actor, call, { action: 'askQuestion', version: call.version, fromState: state, toState: state });
      return this.calls.present(tx, actor, call);
    });
  }

  /** What one applicant learns is published to all. */
  async answer(actor: Actor, id: string, questionId: string, { question, answer }: AnswerOnCall): Promise<CallView> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.read(tx, actor, id, callsPolicy.answerOnCall);
      this.refuseTalk(call);
      const line = { id: questionId, callId: id, accountId: actor.accountId, question, answer, at: this.clock.now() };
      const outcome = await answerCallQuestion(tx, line);
      if (outcome === 'unknown') throw problem('not-found');
      if (outcome === 'already') throw problem('call-question-answered');
      const historyId = this.ids.next();
      if (outcome.askedBy !== null)
        await this.inbox.tell(tx, {
          kind: 'call_question_answered',
          accounts: [outcome.askedBy],
          thing: { id, name: call.content.title },
          path: `/appels/${id}`,
          // Those who also prepare a file are told of the answer once.
          dedupeKey: callToldKey(historyId),
        });
      const state = stateOf(call, this.clock.now());
      const { version } = call;
      await this.acts.tell(tx, actor, call, { action: 'answerQuestion', version, fromState: state, toState: state, historyId });
      return this.calls.present(tx, actor, call);
    });
  }

  private async refuse(tx: EntityManager, action: OwnerAction, call: CallRecord, now: Date): Promise<void> {
    const lacks = action === 'publish' ? callLacks(call.content, now, await this.law.whyNotPublish(tx, call)) : [];
    const why = whyNotMoveCall(action, stateOf(call, now), lacks);
    if (why !== null) throw problem(why, { facts: { state: stateOf(call, now), lacks: [...lacks] } });
  }

  private refuseTalk(call: CallRecord): void {
    const why = whyNotAskOrAnswer(stateOf(call, this.clock.now()));
    if (why !== null) throw problem(why);
  }
}

function stepToExtend({ content }: CallRecord, state: CallState, asked: CallStep | undefined): CallStep | null {
  if (content.firstStep === null) return null;
  return asked ?? (state === 'published' || state === 'open' ? 'first' : 'second');
}

function atClosing(message: string) {
  return problem('invalid-input', { errors: [{ in: 'body', pointer: '/closesAt', message }] });
}

function changedMeanwhile({ version, state }: CallRecord) {
  return problem('changed-meanwhile', { facts: { version, state } });
}
