import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { parisFace } from '../../platform/paris-time.js';
import {
  type AgreementFacts,
  agreementStateOn,
  type AgreementState,
  type AgreementTimes,
  type ReportDue,
  reportsOf,
  whyNotAct,
  whyNotComment,
  whyNotDraft,
  whyNotMeetCondition,
  whyNotPublishPlaceAgain,
  whyNotReport,
  whyNotSettle,
  whyNotSign,
} from './agreement.rules.js';
import { addDays } from './agreement-days.rules.js';
import { boundCrossed, deedsOpen, groundsOpen, type Parties, termLacks } from './agreement.terms.rules.js';
import { agreementsPolicy } from './agreements.policy.js';
import type { AgreementRecord, CommentRow } from './agreements.queries.js';
import type { AgreementSummary, AgreementView } from './agreements.schemas.js';

export type Side = 'owner' | 'occupant';

/** The day clocks in France show. */
export const dayOf = (now: Date): string => parisFace(now).slice(0, 10);

export function timesOf({ state, terms, leavesOn }: AgreementRecord): AgreementTimes {
  return { state, startsOn: terms.startsOn, endsOn: terms.openEnded ? null : terms.endsOn, leavesOn };
}

export const stateOf = (agreement: AgreementRecord, today: string): AgreementState => agreementStateOn(timesOf(agreement), today);

export const partiesOf = ({ owner, occupant }: AgreementRecord): Parties => ({ ownerKind: owner.kind, occupantForm: occupant.form });

/** On which side this person stands; null = nobody's. */
export function sideOf(actor: Actor | null, { owner, occupant }: AgreementRecord): Side | null {
  const may = (organisationId: string) => whyNotAllowed(agreementsPolicy.getAgreement, actor, { organisationId }) === null;
  if (may(owner.id)) return 'owner';
  return may(occupant.id) ? 'occupant' : null;
}

export function factsOf(agreement: AgreementRecord, today: string): AgreementFacts {
  const { terms, met, version, acceptedVersion } = agreement;
  const proved = new Set(met.map(({ id }) => id));
  const isWhole = boundCrossed(partiesOf(agreement), terms) === null;
  return {
    state: stateOf(agreement, today),
    lacks: isWhole ? termLacks(terms) : ['deed'],
    accepted: acceptedVersion === version,
    unmet: terms.conditions.map(({ id }) => id).filter((id) => !proved.has(id)),
  };
}

export function reportsDue(agreement: AgreementRecord, today: string): ReportDue[] {
  const { terms, state, reports } = agreement;
  if (!terms.reportsYearly || (state !== 'signed' && state !== 'renewed')) return [];
  return reportsOf(timesOf(agreement), new Set(reports.map(({ year }) => year)), today);
}

/** Whether its place still waits to be published again. */
export function whyNotReturn(agreement: AgreementRecord, today: string) {
  const { state, updatedAt, leavesOn, place, terms } = agreement;
  const lastDay = leavesOn ?? terms.endsOn;
  const overAt = new Date(state === 'terminated' || lastDay === null ? updatedAt : `${addDays(lastDay, 1)}T00:00:00Z`);
  return whyNotPublishPlaceAgain(stateOf(agreement, today), { state: place.state, since: new Date(place.since) }, overAt);
}

/** What waits on this side, the nearest first. */
function waitingOf(agreement: AgreementRecord, side: Side, today: string): AgreementSummary['waiting'] {
  const facts = factsOf(agreement, today);
  const isOwner = side === 'owner';
  const awaited = reportsDue(agreement, today).some((report) => whyNotReport(report) === null);
  if (awaited && !isOwner) return 'report';
  if (facts.state === 'drafting') {
    if (facts.lacks.length > 0 || facts.accepted) return isOwner ? 'settle' : null;
    return isOwner ? null : 'accept';
  }
  if (facts.state === 'conditions_precedent' && isOwner) return facts.unmet.length > 0 ? 'conditions' : 'sign';
  if (facts.state === 'renewal_window') return agreement.leavesOn === null ? 'renewal' : null;
  return isOwner && whyNotReturn(agreement, today) === null ? 'place' : null;
}

export function toSummary(agreement: AgreementRecord, side: Side, now: Date): AgreementSummary {
  const { id, owner, occupant, place, terms, leavesOn, updatedAt } = agreement;
  const today = dayOf(now);
  return {
    id,
    state: stateOf(agreement, today),
    side,
    owner: { id: owner.id, name: owner.name },
    occupant: { id: occupant.id, name: occupant.name },
    place: { id: place.id, name: place.name, state: place.state },
    deed: terms.deed,
    startsOn: terms.startsOn,
    endsOn: terms.openEnded ? null : terms.endsOn,
    leavesOn,
    waiting: waitingOf(agreement, side, today),
    updatedAt,
  };
}

export function toAgreementView(
  actor: Actor,
  agreement: AgreementRecord,
  side: Side,
  comments: readonly CommentRow[],
  now: Date,
): AgreementView {
  const today = dayOf(now);
  const { terms, version, reason, application, renews, renewedBy, premises, met, reminders, acceptedAt, acceptedVersion } = agreement;
  const reports = reportsDue(agreement, today);
  return {
    ...toSummary(agreement, side, now),
    version,
    reason,
    today,
    terms: { ...terms, premises: [...terms.premises], conditions: [...terms.conditions] },
    application,
    renews,
    renewedBy,
    premisesOffered: [...premises],
    deeds: deedsOpen(partiesOf(agreement), terms).map((deed) => ({ ...deed, sources: [...deed.sources] })),
    grounds: groundsOpen(partiesOf(agreement), terms).map(({ ground, sources }) => ({ ground, sources: [...sources] })),
    lacks: termLacks(terms),
    accepted:
      acceptedVersion === null || acceptedAt === null
        ? null
        : { version: acceptedVersion, at: acceptedAt, current: acceptedVersion === version },
    conditionsMet: [...met],
    signatures: signaturesOf(agreement),
    notice: noticeOf(agreement),
    reminders: [...reminders],
    reports: reports.map((report) => ({ ...report, received: agreement.reports.find(({ year }) => year === report.year) ?? null })),
    comments: comments.map((comment) => ({ ...comment, at: comment.at.toISOString() })),
    actions: actionsOn(actor, agreement, side, reports, today),
  };
}

function signaturesOf({ ownerSignedOn, ownerSignedBy, occupantSignedOn, occupantSignedBy }: AgreementRecord): AgreementView['signatures'] {
  if (ownerSignedOn === null || ownerSignedBy === null || occupantSignedOn === null || occupantSignedBy === null) return null;
  return { owner: { on: ownerSignedOn, by: ownerSignedBy }, occupant: { on: occupantSignedOn, by: occupantSignedBy } };
}

function noticeOf({ noticeBy, noticeGivenOn, leavesOn, noticeReason }: AgreementRecord): AgreementView['notice'] {
  if (noticeBy === null || noticeGivenOn === null || leavesOn === null) return null;
  return { by: noticeBy, givenOn: noticeGivenOn, leavesOn, reason: noticeReason ?? '' };
}

function actionsOn(
  actor: Actor,
  agreement: AgreementRecord,
  side: Side,
  reports: readonly ReportDue[],
  today: string,
): AgreementView['actions'] {
  const facts = factsOf(agreement, today);
  const { owner, occupant, leavesOn } = agreement;
  const byOwner = (line: Permission) => whyNotAllowed(line, actor, { organisationId: owner.id });
  const byOccupant = (line: Permission) => whyNotAllowed(line, actor, { organisationId: occupant.id });
  const byEither = (line: Permission) => (side === 'owner' ? byOwner(line) : byOccupant(line));
  const awaited = reports.find((report) => whyNotReport(report) === null);
  return {
    updateAgreement: byOwner(agreementsPolicy.updateAgreement) ?? whyNotDraft(facts.state),
    settleAgreement: byOwner(agreementsPolicy.settleAgreement) ?? whyNotSettle(facts),
    takeBackAgreement: byOwner(agreementsPolicy.takeBackAgreement) ?? whyNotAct(facts, 'takeBack'),
    meetAgreementCondition: byOwner(agreementsPolicy.meetAgreementCondition) ?? whyNotMeetCondition(facts.state),
    signAgreement: byOwner(agreementsPolicy.signAgreement) ?? whyNotSign(facts),
    renewAgreement: byOwner(agreementsPolicy.renewAgreement) ?? (leavesOn === null ? whyNotAct(facts, 'renew') : 'agreement-state-forbids'),
    terminateAgreement: byOwner(agreementsPolicy.terminateAgreement) ?? whyNotAct(facts, 'terminate'),
    publishAgreementPlaceAgain: byOwner(agreementsPolicy.publishAgreementPlaceAgain) ?? whyNotReturn(agreement, today),
    acceptAgreement:
      byOccupant(agreementsPolicy.acceptAgreement) ??
      whyNotDraft(facts.state) ??
      (facts.lacks.length > 0 ? 'agreement-incomplete' : facts.accepted ? 'agreement-state-forbids' : null),
    commentOnAgreement: byEither(agreementsPolicy.commentOnAgreement) ?? whyNotComment(facts.state),
    giveAgreementNotice:
      byEither(agreementsPolicy.giveAgreementNotice) ?? (leavesOn === null ? whyNotAct(facts, 'giveNotice') : 'agreement-state-forbids'),
    reportOnAgreement: byOccupant(agreementsPolicy.reportOnAgreement) ?? whyNotReport(awaited),
  };
}
