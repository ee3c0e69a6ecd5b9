import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import {
  callLacks,
  callStateAt,
  type CallState,
  type CallTimes,
  type OwnerAction,
  whyNotAskOrAnswer,
  whyNotEditCall,
  whyNotMoveCall,
} from './call.rules.js';
import type { CallQuestionRow } from './call-questions.queries.js';
import { callsPolicy } from './calls.policy.js';
import type { CallLotRow, CallRecord, ExtensionRow } from './calls.queries.js';
import type { CallView } from './calls.schemas.js';
import type { MissingStep } from '../legal/legal-steps.rules.js';
import { formFaults } from './form/question.rules.js';

export const scopeOf = ({ organisation }: CallRecord) => ({ organisationId: organisation.id });

/** Drafts, and drafts that were given up, are their organisation's own business. */
export const isSeenByAll = ({ publishedAt }: CallRecord): boolean => publishedAt !== null;

export function timesOf({ state, content }: CallRecord): CallTimes {
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return {
    state,
    opensAt: instant(content.opensAt),
    firstClosesAt: instant(content.firstClosesAt),
    closesAt: instant(content.closesAt),
  };
}

export const stateOf = (call: CallRecord, now: Date): CallState => callStateAt(timesOf(call), now);

/** The line of the policy for this call: what strangers may not see, they are told does not exist. */
export const lineFor = (line: Permission, call: CallRecord): Permission => (isSeenByAll(call) ? line : { ...line, hidden: true });

export interface CallParts {
  readonly lots: readonly CallLotRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly questions: readonly CallQuestionRow[];
  /** What holds its publication back on the path the law allows. */
  readonly legal: MissingStep | null;
}

export function toCallView(actor: Actor | null, call: CallRecord, parts: CallParts, now: Date): CallView {
  const { content, organisation, territory, version, createdAt, updatedAt, publishedAt, reason, demo, id } = call;
  const state = stateOf(call, now);
  const lacks = callLacks(content, now, parts.legal);
  const refusal = (line: Permission) => whyNotAllowed(line, actor, scopeOf(call));
  const isInside = refusal(callsPolicy.readCallDraft) === null;
  const move = (line: Permission, action: OwnerAction) => refusal(line) ?? whyNotMoveCall(action, state, lacks);
  return {
    id,
    title: content.title,
    summary: content.summary,
    state,
    organisation: { id: organisation.id, name: organisation.name },
    territory,
    lotCount: content.lots.length,
    opensAt: content.opensAt,
    firstClosesAt: content.firstClosesAt,
    closesAt: content.closesAt,
    publishedAt,
    updatedAt,
    demo,
    now: now.toISOString(),
    content: content.shown.jury || isInside ? content : { ...content, jury: { members: [], quorum: content.jury.quorum } },
    lots: parts.lots.map(({ keeperId: _keeper, ...lot }) => lot),
    reason,
    extensions: parts.extensions.map((line) => ({
      at: line.at.toISOString(),
      step: line.step,
      from: line.from.toISOString(),
      to: line.to.toISOString(),
      reason: line.reason,
    })),
    shortlist: shortlistFor(call, isInside),
    questions: questionsFor(actor, parts.questions, isInside),
    actions: {
      updateCall: refusal(callsPolicy.updateCall) ?? whyNotEditCall(state),
      publishCall: move(callsPolicy.publishCall, 'publish'),
      extendCall: move(callsPolicy.extendCall, 'extend'),
      cancelCall: move(callsPolicy.cancelCall, 'cancel'),
      declareCallUnsuccessful: move(callsPolicy.declareCallUnsuccessful, 'declareUnsuccessful'),
      askOnCall: refusal(callsPolicy.askOnCall) ?? whyNotAskOrAnswer(state),
      answerOnCall: refusal(callsPolicy.answerOnCall) ?? whyNotAskOrAnswer(state),
    },
    inside: isInside ? { version, createdAt, lacks: state === 'draft' ? lacks : [], formFaults: formFaults(content.form) } : null,
  };
}

/** The day is public; the numbers as far as the call says. */
function shortlistFor({ shortlist, content }: CallRecord, isInside: boolean): CallView['shortlist'] {
  if (shortlist === null) return null;
  return isInside || content.shown.applicants !== 'none' ? shortlist : { at: shortlist.at, files: null, kept: null };
}

/** Everyone reads what was answered; who asked also sees their own question wait, and the owner's agents see all. */
function questionsFor(actor: Actor | null, questions: readonly CallQuestionRow[], isInside: boolean): CallView['questions'] {
  return questions
    .filter(({ answer, accountId }) => answer !== null || isInside || (actor !== null && accountId === actor.accountId))
    .map(({ id, askedAt, asked, question, answer, answeredAt }) => ({
      id,
      askedAt: askedAt.toISOString(),
      question: question ?? asked,
      answer,
      answeredAt: answeredAt?.toISOString() ?? null,
    }));
}
