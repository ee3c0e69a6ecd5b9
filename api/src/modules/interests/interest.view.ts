import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { silenceEnds } from '../legal/legal-steps.rules.js';
import { interestStateAt, type InterestAction, type InterestFacts, type InterestState, whyNotInterest } from './interest.rules.js';
import { interestsPolicy } from './interests.policy.js';
import type { InterestRecord } from './interests.queries.js';
import type { InterestSummary, InterestView } from './interests.schemas.js';

export function stateOf({ state, receivedAt, silenceCounts }: InterestRecord, now: Date): InterestState {
  return interestStateAt({ state, receivedAt: new Date(receivedAt), silenceCounts }, now);
}

/** Those who came forward and did not withdraw. */
export const standing = ({ rivals }: InterestRecord) => rivals.filter(({ withdrawn }) => !withdrawn);

/** The place is free, or is being studied for this very request. */
export function isPlaceFree({ site, state }: InterestRecord): boolean {
  return site.state === 'published' || (site.state === 'under_interest' && state === 'publicity_open');
}

export function factsOf(interest: InterestRecord, law: Pick<InterestFacts, 'outcome' | 'done'>, now: Date): InterestFacts {
  const { window } = interest;
  return {
    ...law,
    state: stateOf(interest, now),
    windowEnds: window === null ? null : new Date(window.closesAt),
    rivals: standing(interest).length,
    placeFree: isPlaceFree(interest),
  };
}

/** Who reads it, and as what; null = nobody's. */
export function readerOf(actor: Actor | null, { owner, organisation }: InterestRecord): 'owner' | 'applicant' | null {
  const may = (organisationId: string) => whyNotAllowed(interestsPolicy.getInterest, actor, { organisationId }) === null;
  if (may(owner.id)) return 'owner';
  return may(organisation.id) ? 'applicant' : null;
}

/** Granting is one button: which of the two it is follows from where the request stands. */
export const grantAction = (state: InterestState): Extract<InterestAction, 'grantDirectly' | 'grantAfterPublicity'> =>
  state === 'publicity_open' ? 'grantAfterPublicity' : 'grantDirectly';

const isOver = ({ window }: InterestRecord, now: Date): boolean => window !== null && new Date(window.closesAt) <= now;

export function toInterestSummary(interest: InterestRecord, reader: 'owner' | 'applicant', now: Date): InterestSummary {
  const { id, receivedAt, application, organisation, owner, site, window, silenceCounts } = interest;
  const state = stateOf(interest, now);
  const isAnswered = state !== 'received' && state !== 'refused_by_silence';
  return {
    id,
    state,
    receivedAt,
    silenceEndsAt: silenceCounts && !isAnswered ? silenceEnds(new Date(receivedAt)).toISOString() : null,
    application: { id: application.id, number: application.number, title: application.title },
    organisation,
    owner,
    site: { id: site.id, name: site.name, commune: site.commune },
    window: window === null ? null : { ...window, over: isOver(interest, now) },
    rivalCount: window === null ? null : reader === 'owner' || isOver(interest, now) ? standing(interest).length : null,
  };
}

interface Law {
  readonly facts: InterestFacts;
  readonly consequence: InterestView['consequence'];
}

export function toInterestView(
  actor: Actor | null,
  interest: InterestRecord,
  reader: 'owner' | 'applicant',
  { facts, consequence }: Law,
  now: Date,
): InterestView {
  const isOwner = reader === 'owner';
  const refusal = (line: Permission) => whyNotAllowed(line, actor, { organisationId: interest.owner.id });
  const why = (line: Permission, action: InterestAction) => refusal(line) ?? whyNotInterest(action, facts, now);
  return {
    ...toInterestSummary(interest, reader, now),
    now: now.toISOString(),
    reader,
    reason: interest.reason,
    decision: interest.decision,
    call: isOwner || interest.call?.published === true ? interest.call : null,
    rivals: isOwner && isOver(interest, now) ? standing(interest).map((rival) => ({ ...rival })) : [],
    consequence,
    history: interest.history.map((line) => ({ ...line, who: isOwner ? line.who : null })),
    actions: {
      answerLegal: refusal(interestsPolicy.answerInterestLegalPath),
      refuseAdmission: why(interestsPolicy.refuseInterestAdmission, 'refuseAdmission'),
      decline: why(interestsPolicy.declineInterest, 'decline'),
      openPublicity: why(interestsPolicy.openInterestPublicity, 'openPublicity'),
      grant: why(interestsPolicy.grantInterest, grantAction(facts.state)),
      turnIntoCall: why(interestsPolicy.turnInterestIntoCall, 'turnIntoCall'),
      close: why(interestsPolicy.closeInterest, 'close'),
    },
  };
}
