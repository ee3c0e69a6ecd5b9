/** The closed lists of the legal questions. One source: Zod enums, database checks, the decision tables and the web's text keys. */

export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

export const LEGAL_STATUSES = ['public_domain', 'private_domain', 'unknown'] as const;
export const LEGAL_ROLES = ['owns', 'manages', 'lists', 'signals', 'unknown'] as const;
export const ORIGINS = ['called', 'spontaneous'] as const;
/** `short`: some days or weeks, a season at most; the law gives no number, the agent judges. */
export const LENGTHS = ['short', 'within_year', 'over_year', 'unknown'] as const;

export const DEED_KINDS = [
  'temporary_occupation',
  'administrative_emphyteutic_lease',
  'emphyteutic_lease',
  'loan_for_use',
  'solidarity_lease',
  'civil_lease',
  'commercial_lease',
  'short_commercial_lease',
  'sale',
] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

/** Grounds of CG3P L. 2122-1-2 (the procedure does not apply), then of L. 2122-1-3 (it is impossible or not justified). */
export const GROUNDS_LISTED = ['other_procedure', 'public_contract', 'urgency', 'extension'] as const;
export const GROUNDS_REASONED = [
  'only_possible_occupant',
  'controlled_body',
  'fruitless_procedure',
  'particular_features',
  'public_authority_or_safety',
] as const;
export const GROUNDS = [...GROUNDS_LISTED, ...GROUNDS_REASONED] as const;
export type Ground = (typeof GROUNDS)[number];

export const PATHS = [
  'may_not_award',
  'outside_tool',
  'not_for_sale',
  'selection',
  'prior_publicity',
  'direct_ground_listed',
  'direct_reasoned_and_published',
  'publicity_first',
  'no_duty',
  'sale_with_competition',
  'sale_with_valuation',
] as const;
export type Path = (typeof PATHS)[number];

/** What a path asks for, in the order in which it is done. */
export const STEPS = [
  'answers',
  'publicity',
  'window_over',
  'impartial_selection',
  'ground_recorded',
  'valuation',
  'decision',
  'motive_published',
  'result_published',
] as const;
export type Step = (typeof STEPS)[number];

/** What a step may hold back. */
export const LEGAL_ACTS = ['publish_call', 'select', 'decide', 'grant', 'sign', 'start'] as const;
export type LegalAct = (typeof LEGAL_ACTS)[number];

/** Why the strict path was taken where an answer was missing or not proven. */
export const STRICT_REASONS = [
  'role-unknown',
  'procurement-unknown',
  'status-unknown',
  'declassification-not-proven',
  'economic-unknown',
  'length-unknown',
  'titles-unknown',
  'owner-unknown',
  'deed-unknown',
  'motive-missing',
  'urgency-over-a-year',
] as const;
export type StrictReason = (typeof STRICT_REASONS)[number];

/** Of who would receive the place. */
export const RECEIVER_FORMS = [
  'association_general_interest',
  'association',
  'cooperative',
  'company',
  'foundation',
  'public_body',
  'unknown',
] as const;
export type ReceiverForm = (typeof RECEIVER_FORMS)[number];
