import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { cents, day, id, instant, limit } from '../../platform/http/fields.js';
import { ANSWERS, DEED_KINDS, LEGAL_STATUSES } from '../legal/legal.vocabulary.js';
import { FEE_GROUNDS, type FeeGroundId } from '../legal/fee.rules.js';
import { SITE_STATES } from '../sites/site.vocabulary.js';
import { AGREEMENT_STATES, REMINDED_MONTHS, REPORT_STATES } from './agreement.rules.js';
import { CONDITION_KINDS, TERM_LACKS } from './agreement.terms.rules.js';

export const agreementParams = z.object({ id });
export const conditionParams = z.object({ id, conditionId: z.string().min(1).max(40) });
export const reportParams = z.object({ id, year: z.coerce.number<string>().int().min(1).max(99) });
const version = z.int().min(1).max(2_000_000_000).meta({ description: 'The version that was read' });
const reason = z.string().trim().min(10).max(1_000);

/** Blank is not said. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullable();
const answer = z.enum(ANSWERS);
const FREE_GROUNDS = Object.keys(FEE_GROUNDS) as [FeeGroundId, ...FeeGroundId[]];

const law = z
  .object({
    status: z.enum(LEGAL_STATUSES),
    declassification: z
      .object({ act: z.string().trim().min(1).max(200), date: day, reference: z.string().trim().min(1).max(200) })
      .nullable()
      .meta({ description: 'Of a place in the private domain: the act that proves it' }),
    railway: answer,
    economic: answer,
    generalInterest: answer.meta({ description: 'Of an association: it serves the general interest and is run without profit' }),
    microEnterprise: answer,
    trader: answer,
    solidarityLandBody: answer,
  })
  .meta({ id: 'AgreementLaw', description: 'Answers on which the deeds and grounds open to this agreement depend' });
const condition = z
  .object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), kind: z.enum(CONDITION_KINDS), label: z.string().trim().min(3).max(300) })
  .meta({ id: 'AgreementCondition', description: 'To be proved before anybody signs' });

const terms = z.object({
  law,
  deed: z.enum(DEED_KINDS).nullable(),
  object: words(1_000),
  use: words(1_000),
  premises: z.array(id).max(100),
  startsOn: day.nullable(),
  endsOn: day.nullable().meta({ description: 'Its last day' }),
  openEnded: z.boolean(),
  rent: z.enum(['paid', 'free']).nullable(),
  rentCentsPerYear: cents.nullable(),
  freeGround: z.enum(FREE_GROUNDS).nullable(),
  freeMotive: words(1_000),
  chargesCentsPerYear: cents.nullable(),
  depositCents: cents.nullable(),
  noticeMonths: z.int().min(0).max(36).nullable(),
  reportsYearly: z.boolean(),
  conditions: z
    .array(condition)
    .max(20)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length),
  clauses: words(20_000),
  ownerSigner: words(200).meta({ description: 'Who represents the owner, with their function' }),
  occupantSigner: words(200),
});

const said = z.string().nullable();
const termsView = terms
  .extend({ object: said, use: said, freeMotive: said, clauses: said, ownerSigner: said, occupantSigner: said })
  .meta({ id: 'AgreementTerms' });

export const createAgreement = z
  .object({ applicationId: id, siteId: id.optional().meta({ description: 'Which of the places awarded; needless when there is one' }) })
  .meta({ id: 'CreateAgreement' });
export type CreateAgreement = z.infer<typeof createAgreement>;
export const updateAgreement = terms
  .partial()
  .extend({ version })
  .meta({ id: 'UpdateAgreement', description: 'A key left out changes nothing' });
export type UpdateAgreement = z.infer<typeof updateAgreement>;
export const ofVersion = z.object({ version }).meta({ id: 'AgreementVersion' });
export type OfVersion = z.infer<typeof ofVersion>;
export const commentOnAgreement = z.object({ text: z.string().trim().min(2).max(5_000) }).meta({ id: 'CommentOnAgreement' });
export type CommentOnAgreement = z.infer<typeof commentOnAgreement>;
export const withReason = z.object({ reason }).meta({ id: 'AgreementReason' });
export type WithReason = z.infer<typeof withReason>;
export const meetCondition = z
  .object({ metOn: day, proof: z.string().trim().min(3).max(500).meta({ description: 'Which document, its number, who holds it' }) })
  .meta({ id: 'MeetAgreementCondition' });
export type MeetCondition = z.infer<typeof meetCondition>;
const signature = z.object({ on: day, by: z.string().trim().min(3).max(200) });
export const signAgreement = z
  .object({ version, owner: signature, occupant: signature })
  .meta({ id: 'SignAgreement', description: 'Signed on paper or elsewhere: who signed, and which day' });
export type SignAgreement = z.infer<typeof signAgreement>;
export const giveNotice = z.object({ givenOn: day, leavesOn: day, reason }).meta({ id: 'GiveAgreementNotice' });
export type GiveNotice = z.infer<typeof giveNotice>;
const figure = z.int().min(0).max(100_000_000).nullable();
export const reportOnAgreement = z
  .object({ jobs: figure, insertionHours: figure, peopleWelcomed: figure, words: z.string().trim().min(10).max(10_000) })
  .meta({ id: 'ReportOnAgreement' });
export type ReportOnAgreement = z.infer<typeof reportOnAgreement>;

const party = z.object({ id, name: z.string() });
const refusal = z.string().nullable();
export const agreementSummary = z
  .object({
    id,
    state: z.enum(AGREEMENT_STATES),
    side: z.enum(['owner', 'occupant']).meta({ description: 'On which side the reader stands' }),
    owner: party,
    occupant: party,
    place: z.object({ id, name: z.string(), state: z.enum(SITE_STATES) }),
    deed: z.enum(DEED_KINDS).nullable(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    leavesOn: day.nullable(),
    waiting: z
      .enum(['accept', 'settle', 'conditions', 'sign', 'renewal', 'report', 'place'])
      .nullable()
      .meta({ description: 'What waits on the reader’s side; `place`: over, its place may be published again' }),
    updatedAt: instant,
  })
  .meta({ id: 'AgreementSummary' });
export type AgreementSummary = z.infer<typeof agreementSummary>;
export const agreementPage = z.object({ items: z.array(agreementSummary), next: z.string().nullable() }).meta({ id: 'AgreementPage' });
export type AgreementPage = z.infer<typeof agreementPage>;
export const agreementSearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type AgreementSearch = z.infer<typeof agreementSearch>;

export const agreementView = agreementSummary
  .extend({
    version: z.int(),
    reason: z.string().nullable(),
    today: day,
    terms: termsView,
    application: z.object({ id, number: z.string().nullable(), title: z.string() }),
    renews: id.nullable(),
    renewedBy: id.nullable(),
    premisesOffered: z.array(z.object({ id, name: z.string(), floorAreaM2: z.number().nullable() })),
    deeds: z.array(
      z.object({
        deed: z.enum(DEED_KINDS),
        minMonths: z.int().nullable(),
        maxMonths: z.int().nullable(),
        endDateNeeded: z.boolean(),
        sources: z.array(z.string()),
      }),
    ),
    grounds: z.array(z.object({ ground: z.enum(FREE_GROUNDS), sources: z.array(z.string()) })),
    lacks: z.array(z.enum(TERM_LACKS)),
    accepted: z.object({ version: z.int(), at: instant, current: z.boolean() }).nullable(),
    conditionsMet: z.array(z.object({ id: z.string(), metOn: day, proof: z.string(), at: instant })),
    signatures: z.object({ owner: signature, occupant: signature }).nullable(),
    notice: z.object({ by: z.enum(['owner', 'occupant']), givenOn: day, leavesOn: day, reason: z.string() }).nullable(),
    reminders: z.array(z.object({ months: z.literal(REMINDED_MONTHS), at: instant })),
    reports: z.array(
      z.object({
        year: z.int(),
        upTo: day,
        dueBy: day,
        state: z.enum(REPORT_STATES),
        received: z.object({ at: instant, jobs: figure, insertionHours: figure, peopleWelcomed: figure, words: z.string() }).nullable(),
      }),
    ),
    comments: z.array(z.object({ id, at: instant, organisation: party, who: z.string().nullable(), version: z.int(), text: z.string() })),
    actions: z.object({
      updateAgreement: refusal,
      settleAgreement: refusal,
      takeBackAgreement: refusal,
      meetAgreementCondition: refusal,
      signAgreement: refusal,
      renewAgreement: refusal,
      terminateAgreement: refusal,
      publishAgreementPlaceAgain: refusal,
      acceptAgreement: refusal,
      commentOnAgreement: refusal,
      giveAgreementNotice: refusal,
      reportOnAgreement: refusal,
    }),
  })
  .meta({ id: 'AgreementView' });
export type AgreementView = z.infer<typeof agreementView>;

export const agreementHistorySearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type AgreementHistorySearch = z.infer<typeof agreementHistorySearch>;
export const agreementHistory = z
  .object({
    items: z.array(
      z.object({
        id,
        at: instant,
        who: z.string().nullable(),
        action: z.string(),
        version: z.int(),
        fromState: z.enum(AGREEMENT_STATES).nullable(),
        toState: z.enum(AGREEMENT_STATES),
        reason: z.string().nullable(),
        fields: z.array(z.string()),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'AgreementHistory' });
export type AgreementHistory = z.infer<typeof agreementHistory>;
