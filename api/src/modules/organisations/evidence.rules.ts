import { type ActionOf, next, type Transition } from '../../platform/state-machine.js';
import { NEIGHBOUR_STATUSES, SIAE_STATUSES } from './organisation.vocabulary.js';

/**
 * What a body may show of itself: one convention per kind of SIAE (Code du travail L. 5132-4), its neighbours, ESUS of right or
 * approved (L. 3332-17-1), ESS by status or as a commercial company under conditions (law 2014-856, article 1).
 */
export const EVIDENCE_KINDS = [
  ...SIAE_STATUSES,
  ...NEIGHBOUR_STATUSES,
  'ESUS',
  'esus_of_right',
  'esus_approved',
  'ess_by_status',
  'ess_company',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
/** Registers say ESUS and no more; an organisation says which of the two. */
export const DECLARED_KINDS = EVIDENCE_KINDS.filter((kind) => kind !== 'ESUS') as [Exclude<EvidenceKind, 'ESUS'>];

export const EVIDENCE_STATES = ['declared', 'checked', 'refused', 'withdrawn'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

export const EVIDENCE_TRANSITIONS = [
  { action: 'check', from: ['declared'], to: 'checked', by: ['moderator'], reason: 'needed' },
  { action: 'refuse', from: ['declared', 'checked'], to: 'refused', by: ['moderator'], reason: 'needed' },
  { action: 'withdraw', from: ['declared', 'checked'], to: 'withdrawn', by: ['organisation'] },
] as const satisfies readonly Transition<EvidenceState, string, 'moderator' | 'organisation'>[];
export const EVIDENCE_INITIAL_STATES = ['declared'] as const satisfies readonly EvidenceState[];

export function nextEvidenceState(state: EvidenceState, action: ActionOf<typeof EVIDENCE_TRANSITIONS>): EvidenceState | null {
  return next(EVIDENCE_TRANSITIONS, state, action);
}

/** What it is worth on a day. `to_confirm`: a register mentions it and does not say until when. */
export const EVIDENCE_STANDINGS = ['valid', 'not_started', 'expired', 'to_confirm', 'refused', 'withdrawn'] as const;
export type EvidenceStanding = (typeof EVIDENCE_STANDINGS)[number];

export interface EvidenceTerm {
  readonly kind: EvidenceKind;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** The experiment of self-employed inclusion enterprises ends that day: no convention outlives it. */
export const EITI_ENDS_ON = '2026-12-22';

/** @param state null for what a register says. @param today a day of the French calendar. The last day still counts. */
export function evidenceStanding({ kind, startsOn, endsOn }: EvidenceTerm, state: EvidenceState | null, today: string): EvidenceStanding {
  if (state === 'refused' || state === 'withdrawn') return state;
  if (kind === 'EITI' && today > EITI_ENDS_ON) return 'expired';
  if (endsOn !== null && endsOn < today) return 'expired';
  if (startsOn !== null && startsOn > today) return 'not_started';
  return endsOn === null ? 'to_confirm' : 'valid';
}

export type EvidenceFault = 'ends-before-start' | 'already-over' | 'after-eiti' | 'departments-needed';

/** What makes a declared piece impossible: field and fault. */
export function evidenceFaults(
  { kind, startsOn, endsOn, departmentCount }: EvidenceTerm & { readonly endsOn: string; readonly departmentCount: number },
  today: string,
): [field: string, fault: EvidenceFault][] {
  const faults: [string, EvidenceFault][] = [];
  if (startsOn !== null && startsOn > endsOn) faults.push(['endsOn', 'ends-before-start']);
  else if (endsOn < today) faults.push(['endsOn', 'already-over']);
  if (kind === 'EITI' && endsOn > EITI_ENDS_ON) faults.push(['endsOn', 'after-eiti']);
  if (needsDepartments(kind) && departmentCount === 0) faults.push(['departments', 'departments-needed']);
  return faults;
}

/** A convention of a SIAE is signed with the State for named departments. */
function needsDepartments(kind: EvidenceKind): boolean {
  return (SIAE_STATUSES as readonly string[]).includes(kind);
}

export type EvidenceWarning = 'start-unknown' | 'esus-over-five-years' | 'esus-two-years-if-young' | 'long-term';

/** ESUS: five years, two for bodies less than three years old (Code du travail L. 3332-17-1, R. 3332-21-3). Doubts for a moderator, not refusals. */
export function evidenceWarnings({ kind, startsOn, endsOn }: EvidenceTerm): EvidenceWarning[] {
  if (endsOn === null) return [];
  if (startsOn === null) return ['start-unknown'];
  const isEsus = kind === 'esus_approved' || kind === 'esus_of_right';
  if (isEsus && endsOn > addYears(startsOn, 5)) return ['esus-over-five-years'];
  if (isEsus && endsOn > addYears(startsOn, 2)) return ['esus-two-years-if-young'];
  return endsOn > addYears(startsOn, 10) ? ['long-term'] : [];
}

/** @param day ISO day; 29 February becomes 1 March in ordinary years, in the holder’s favour */
function addYears(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
