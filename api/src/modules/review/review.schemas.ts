import { z } from 'zod';
import { id, instant } from '../../platform/http/fields.js';
import { applicationFile } from '../applications/applications.schemas.js';
import { APPLICATION_STATES } from '../applications/application.rules.js';
import { CALL_STATES } from '../calls/call.rules.js';
import { callContent } from '../calls/call.schemas.js';
import { answers, form, slug } from '../calls/form/question.schemas.js';
import { mailAddress } from '../../platform/mail/mail-address.js';
import { READING_STATES, REVIEW_MODES, REVIEWER_STATES } from './review.rules.js';

export const reviewParams = z.object({ id });
export const reviewerParams = z.object({ id, reviewerId: id });
export const readingFileParams = z.object({ id, fileId: id });
const reason = z.string().trim().min(10).max(1_000);

export const startReview = z
  .object({
    mode: z
      .enum(REVIEW_MODES)
      .default('simple')
      .meta({ description: 'simple: two readers and one grid; full: more readers, a quorum, a chair' }),
    quorum: z.int().min(1).max(30).default(2).meta({ description: 'Readers each file needs; never fewer than the call announced' }),
    dueOn: z.iso.date().meta({ description: 'Last day of scoring' }),
  })
  .meta({ id: 'StartReview' });
export type StartReview = z.infer<typeof startReview>;
export const inviteReviewer = z
  .object({
    email: mailAddress,
    function: z.string().trim().min(1).max(160).meta({ description: 'One of the jury’s, as the call published it' }),
  })
  .meta({ id: 'InviteReviewer' });
export type InviteReviewer = z.infer<typeof inviteReviewer>;
export const withReason = z.object({ reason }).meta({ id: 'ReviewReason' });
export type WithReason = z.infer<typeof withReason>;
export const writeMinutes = z.object({ text: z.string().trim().min(20).max(20_000) }).meta({ id: 'WriteMinutes' });
export type WriteMinutes = z.infer<typeof writeMinutes>;
export const recordDiscussion = z.object({ applicationId: id, text: z.string().trim().min(5).max(4_000) }).meta({ id: 'RecordDiscussion' });
export type RecordDiscussion = z.infer<typeof recordDiscussion>;
export const shortlistApplication = z.object({ applicationId: id }).meta({ id: 'ShortlistApplication' });
export type ShortlistApplication = z.infer<typeof shortlistApplication>;
export const answerReviewInvitation = z.object({ accepts: z.boolean() }).meta({ id: 'AnswerReviewInvitation' });
export type AnswerReviewInvitation = z.infer<typeof answerReviewInvitation>;

const score = z.object({
  score: z.int().min(0).max(20).nullable(),
  justification: z
    .string()
    .trim()
    .max(4_000)
    .nullable()
    .transform((text) => (text === '' ? null : text)),
});
const scores = z.record(slug, score.extend({ justification: z.string().nullable() }));
export const saveScores = z
  .object({ scores: z.record(slug, score) })
  .meta({ id: 'SaveScores', description: 'Criterion by criterion: those left out stay as they were' });
export type SaveScores = z.infer<typeof saveScores>;

/** Null = may; else the code of the refusal, whose words are in the problem table. */
const may = z.string().nullable();
const fraction = z.object({ over: z.int(), under: z.int() });
const grid = callContent.shape.grid;
const lot = z.object({ id, name: z.string() });
const callOfReview = z.object({ id, title: z.string(), state: z.enum(CALL_STATES), owner: z.object({ id, name: z.string() }) });

const rankedLine = z.object({
  applicationId: id,
  rank: z.int().nullable().meta({ description: 'null: too few have read it' }),
  readers: z.int(),
  total: fraction.meta({ description: 'Exact, of 100' }),
  hundredths: z.int().meta({ description: 'The total in hundredths of a point, rounded half up, for display' }),
  criteria: z.array(z.object({ id: slug, mean: fraction, hundredths: z.int(), lowest: z.int().nullable(), highest: z.int().nullable() })),
  tie: z
    .object({ with: id, decidedBy: slug.nullable() })
    .nullable()
    .meta({ description: 'Which criterion of the published rule parted it from the equal total above' }),
});
export const lotRanking = z.object({ lot: id.nullable(), lines: z.array(rankedLine) }).meta({ id: 'LotRanking' });
export type LotRankingView = z.infer<typeof lotRanking>;

const givenScores = z.object({ reviewerId: id, function: z.string(), scores });
const note = z.object({ at: instant, who: z.string().nullable(), said: z.string() });
export const reviewedApplication = z
  .object({
    id,
    number: z.string(),
    organisation: z.string(),
    state: z.enum(APPLICATION_STATES),
    lots: z.array(id),
    locked: z.int().meta({ description: 'Readers who have locked their scores' }),
    readers: z.int().meta({ description: 'Readers, but those who declared a link' }),
    linked: z.int(),
    scores: z.array(givenScores).meta({ description: 'Empty until they are revealed' }),
    notes: z.array(note),
  })
  .meta({ id: 'ReviewedApplication' });

export const reviewView = z
  .object({
    call: callOfReview,
    grid,
    lots: z.array(lot),
    jury: z.object({ functions: z.array(z.object({ who: z.string(), chair: z.boolean() })), quorum: z.int().nullable() }),
    review: z
      .object({
        mode: z.enum(REVIEW_MODES),
        quorum: z.int(),
        dueOn: z.iso.date(),
        startedAt: instant,
        revealedAt: instant.nullable(),
        revealReason: z.string().nullable(),
        minutes: z.string().nullable(),
        minutesAt: instant.nullable(),
      })
      .nullable(),
    notExamined: z
      .array(z.object({ id, number: z.string(), organisation: z.string() }))
      .meta({ description: 'Files that keep the review from starting' }),
    reviewers: z.array(
      z.object({
        id,
        name: z.string().nullable(),
        email: z.string(),
        function: z.string(),
        chair: z.boolean(),
        state: z.enum(REVIEWER_STATES),
        reason: z.string().nullable(),
        done: z.int(),
        asked: z.int(),
        links: z.array(z.object({ applicationId: id, reason: z.string() })),
      }),
    ),
    applications: z.array(reviewedApplication),
    ranking: z.array(lotRanking).nullable().meta({ description: 'null until scores are revealed' }),
    actions: z
      .object({
        startReview: may,
        inviteReviewer: may,
        revealScores: may,
        recordDiscussion: may,
        writeMinutes: may,
        shortlistApplication: may,
      })
      .meta({ id: 'ReviewActions' }),
  })
  .meta({ id: 'Review' });
export type ReviewView = z.infer<typeof reviewView>;

const readingLine = z.object({ id, number: z.string(), organisation: z.string(), state: z.enum(READING_STATES), missing: z.int() });
export const myReviews = z
  .object({
    items: z.array(
      z.object({
        reviewerId: id,
        call: callOfReview,
        function: z.string(),
        chair: z.boolean(),
        state: z.enum(REVIEWER_STATES),
        dueOn: z.iso.date(),
        revealedAt: instant.nullable(),
        readings: z.array(readingLine).meta({ description: 'In an order of chance that is this reviewer’s own' }),
      }),
    ),
  })
  .meta({ id: 'MyReviews' });
export type MyReviews = z.infer<typeof myReviews>;

const shownFile = applicationFile.omit({ refusal: true });
export const readingView = readingLine
  .extend({
    call: callOfReview,
    grid,
    function: z.string(),
    chair: z.boolean(),
    dueOn: z.iso.date(),
    revealedAt: instant.nullable(),
    reason: z.string().nullable(),
    application: z
      .object({ form, answers, shown: z.array(slug), lots: z.array(lot), files: z.array(shownFile) })
      .nullable()
      .meta({ description: 'null until the reviewer has said that no link ties them to the applicant; never after a declared link' }),
    scores,
    others: z.array(givenScores).meta({ description: 'Empty until they are revealed' }),
    notes: z.array(note),
    next: id.nullable().meta({ description: 'The next reading in this reviewer’s order that is not done' }),
    actions: z.object({ declareNoLink: may, recuseFromReading: may, saveScores: may, lockScores: may }).meta({ id: 'ReadingActions' }),
  })
  .meta({ id: 'Reading' });
export type ReadingView = z.infer<typeof readingView>;

export const comparisonSearch = z.object({
  applications: z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(id).min(1).max(4))
    .meta({ description: 'Up to four, separated by commas' }),
});
export type ComparisonSearch = z.infer<typeof comparisonSearch>;
export const comparison = z
  .object({
    form,
    grid,
    items: z.array(
      z.object({
        id,
        number: z.string(),
        organisation: z.string(),
        answers,
        lots: z.array(lot),
        files: z.array(shownFile),
        scores: z.array(givenScores).meta({ description: 'Empty until they are revealed' }),
      }),
    ),
  })
  .meta({ id: 'ApplicationComparison' });
export type Comparison = z.infer<typeof comparison>;
