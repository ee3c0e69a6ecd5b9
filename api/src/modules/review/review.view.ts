import type { HeldCall } from '../calls/call-moves.service.js';
import { whyNotAllowed, type Actor } from '../../platform/access/permission.js';
import type { CallState } from '../calls/call.rules.js';
import { type Grid, hundredths, type LotRanking, rankLots, type Scored } from './ranking.rules.js';
import { reviewPolicy } from './review.policy.js';
import type { NoteRow, ReadingRow, ReviewedApplication, ReviewerRow, ReviewRow } from './review.queries.js';
import type { LotRankingView, ReviewView } from './review.schemas.js';
import {
  lockedIn,
  NOT_EXAMINED,
  type ReadingState,
  whyNotDiscuss,
  whyNotInviteReviewer,
  whyNotReveal,
  whyNotStartReview,
} from './review.rules.js';

/** All that is known of the review of a call. */
export interface ReviewParts {
  readonly call: HeldCall;
  readonly now: CallState;
  readonly lots: readonly { readonly id: string; readonly name: string }[];
  readonly review: ReviewRow | null;
  readonly reviewers: readonly ReviewerRow[];
  /** Of those who read now. */
  readonly readings: readonly ReadingRow[];
  readonly applications: readonly ReviewedApplication[];
  readonly notes: readonly NoteRow[];
}

/** States an application is in once its review has begun. */
const READ: readonly string[] = ['under_review', 'shortlisted', 'selected', 'waiting_list', 'not_selected'];
export const IN_REVIEW: readonly string[] = ['under_review', 'shortlisted'];
const ACTIVE: readonly string[] = ['invited', 'accepted'];

export const isActive = ({ state }: ReviewerRow): boolean => ACTIVE.includes(state);
export const chairOf = ({ reviewers }: ReviewParts): ReviewerRow | null =>
  reviewers.find((one) => one.chair && one.state === 'accepted') ?? null;
export const inReview = ({ applications }: ReviewParts) => applications.filter(({ state }) => IN_REVIEW.includes(state));

export function progressOf({ readings }: ReviewParts, applicationId: string) {
  return { states: readings.filter((reading) => reading.applicationId === applicationId).map(({ state }): ReadingState => state) };
}

/** Whose the review is: of the owner's members and of the chair. */
export const scopeOf = (parts: ReviewParts) => ({
  organisationId: parts.call.organisation.id,
  accountId: chairOf(parts)?.accountId ?? null,
});
/** Minutes are the chair's; where the jury has none, of the owner's editors. */
export const minutesScopeOf = (parts: ReviewParts) => {
  const chair = chairOf(parts);
  return { organisationId: chair === null ? parts.call.organisation.id : null, accountId: chair?.accountId ?? null };
};

export const gridOf = ({ call }: Pick<ReviewParts, 'call'>): Grid => call.content.grid;
export const callOf = ({ call, now }: Pick<ReviewParts, 'call' | 'now'>) => ({
  id: call.id,
  title: call.content.title,
  state: now,
  owner: { id: call.organisation.id, name: call.organisation.name },
});

/** @returns null until scores are revealed: nobody computes what nobody may see */
export function rankingOf(parts: ReviewParts): LotRanking[] | null {
  const { review, lots, applications, readings } = parts;
  if (review === null || review.revealedAt === null) return null;
  const scored = applications
    .filter(({ state }) => READ.includes(state))
    .map((one): Scored => ({
      applicationId: one.id,
      lots: lots.length === 0 ? null : one.lots,
      readings: readings
        .filter(({ applicationId, state }) => applicationId === one.id && state === 'revealed')
        .map(({ scores }) => Object.fromEntries(Object.entries(scores).map(([id, { score }]) => [id, score ?? 0]))),
    }));
  const ids = lots.map(({ id }) => id);
  return rankLots(gridOf(parts), scored, ids, review.quorum);
}

export function toRankingView(ranking: readonly LotRanking[]): LotRankingView[] {
  return ranking.map(({ lot, lines }) => ({
    lot,
    lines: lines.map((line) => ({
      ...line,
      hundredths: hundredths(line.total),
      criteria: line.criteria.map((criterion) => ({
        ...criterion,
        hundredths: hundredths(criterion.mean),
      })),
    })),
  }));
}

export function revealedScores({ review, readings, reviewers }: ReviewParts, applicationId: string) {
  if (review === null || review.revealedAt === null) return [];
  return readings
    .filter((reading) => reading.applicationId === applicationId && reading.state === 'revealed')
    .map(({ reviewerId, scores }) => ({
      reviewerId,
      function: reviewers.find(({ id }) => id === reviewerId)?.function ?? '',
      scores: { ...scores },
    }));
}

export function notesOn({ notes }: ReviewParts, applicationId: string) {
  return notes.filter((note) => note.applicationId === applicationId).map(({ at, who, said }) => ({ at: at.toISOString(), who, said }));
}

export function toReviewView(actor: Actor, parts: ReviewParts): ReviewView {
  const { call, now, review, reviewers, readings, applications, lots } = parts;
  const reviewed = applications.filter(({ state }) => READ.includes(state));
  const ranking = rankingOf(parts);
  return {
    call: callOf(parts),
    grid: call.content.grid,
    lots: [...lots],
    jury: { functions: call.content.jury.members, quorum: call.content.jury.quorum },
    review:
      review === null
        ? null
        : {
            mode: review.mode,
            quorum: review.quorum,
            dueOn: review.dueOn,
            startedAt: review.startedAt.toISOString(),
            revealedAt: review.revealedAt?.toISOString() ?? null,
            revealReason: review.revealReason,
            minutes: review.minutes,
            minutesAt: review.minutesAt?.toISOString() ?? null,
          },
    notExamined: now === 'closed' ? applications.filter(({ state }) => (NOT_EXAMINED as readonly string[]).includes(state)) : [],
    reviewers: reviewers.map(({ callId: _call, accountId: _account, ...reviewer }) => {
      const theirs = readings.filter(
        ({ reviewerId, applicationId }) => reviewerId === reviewer.id && reviewed.some(({ id }) => id === applicationId),
      );
      return {
        ...reviewer,
        done: theirs.filter(({ lockedAt }) => lockedAt !== null).length,
        asked: theirs.filter(({ state }) => state !== 'conflict_declared').length,
        links: theirs
          .filter(({ state }) => state === 'conflict_declared')
          .map(({ applicationId, reason }) => ({ applicationId, reason: reason ?? '' })),
      };
    }),
    applications: reviewed.map((one) => {
      const { states } = progressOf(parts, one.id);
      const linked = states.filter((state) => state === 'conflict_declared').length;
      return {
        ...one,
        lots: [...one.lots],
        locked: lockedIn({ states }),
        readers: states.length - linked,
        linked,
        scores: revealedScores(parts, one.id),
        notes: notesOn(parts, one.id),
      };
    }),
    ranking: ranking === null ? null : toRankingView(ranking),
    actions: actionsOf(actor, parts),
  };
}

function actionsOf(actor: Actor, parts: ReviewParts): ReviewView['actions'] {
  const { now, call, review, reviewers, applications } = parts;
  const scope = scopeOf(parts);
  const revealed = (review?.revealedAt ?? null) !== null;
  const progress = inReview(parts).map(({ id }) => progressOf(parts, id));
  const start = { call: now, applications: applications.map(({ state }) => state), mode: 'full', quorum: Infinity } as const;
  return {
    startReview:
      whyNotAllowed(reviewPolicy.startReview, actor, scope) ?? whyNotStartReview({ ...start, publishedQuorum: call.content.jury.quorum }),
    inviteReviewer:
      whyNotAllowed(reviewPolicy.inviteReviewer, actor, scope) ??
      whyNotInviteReviewer(now, { mode: review?.mode ?? 'simple', revealed }, reviewers.filter(isActive).length),
    revealScores:
      whyNotAllowed(reviewPolicy.revealScores, actor, { accountId: scope.accountId }) ??
      whyNotReveal(now, revealed, progress, review?.quorum ?? 1),
    recordDiscussion: whyNotAllowed(reviewPolicy.recordDiscussion, actor, scope) ?? whyNotDiscuss(now, revealed),
    writeMinutes: whyNotAllowed(reviewPolicy.writeReviewMinutes, actor, minutesScopeOf(parts)) ?? whyNotDiscuss(now, revealed),
    shortlistApplication: whyNotAllowed(reviewPolicy.shortlistApplication, actor, scope) ?? whyNotDiscuss(now, revealed),
  };
}
