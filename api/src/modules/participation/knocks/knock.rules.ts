import { next, type Transition } from '../../../platform/state-machine.js';

export const KNOCK_LETTER_STATES = ['written', 'interested', 'not_available', 'not_mine', 'stopped'] as const;
export type KnockLetterState = (typeof KNOCK_LETTER_STATES)[number];
export const KNOCK_ANSWERS = ['interested', 'not_available', 'not_mine', 'stop'] as const;
export type KnockAnswer = (typeof KNOCK_ANSWERS)[number];

const ANSWERABLE = ['written', 'interested', 'not_available', 'not_mine'] as const satisfies readonly KnockLetterState[];

/** A letter to a presumed owner, who may change their mind; having asked for silence ends it. */
export const KNOCK_LETTER_TRANSITIONS = [
  { action: 'interested', from: ANSWERABLE, to: 'interested', by: ['recipient'] },
  { action: 'not_available', from: ANSWERABLE, to: 'not_available', by: ['recipient'] },
  { action: 'not_mine', from: ANSWERABLE, to: 'not_mine', by: ['recipient'] },
  { action: 'stop', from: ANSWERABLE, to: 'stopped', by: ['recipient'] },
] as const satisfies readonly Transition<KnockLetterState, KnockAnswer, 'recipient'>[];

export const KNOCK_LETTER_INITIAL_STATES = ['written'] as const satisfies readonly KnockLetterState[];

export function nextKnockLetterState(state: KnockLetterState, answer: KnockAnswer): KnockLetterState | null {
  return next(KNOCK_LETTER_TRANSITIONS, state, answer);
}

/** One letter a place, then silence; who does not answer is not pressed. */
export const LETTER_EVERY_DAYS = 180;
const LETTER_EVERY_MS = LETTER_EVERY_DAYS * 86_400_000;
/** One organisation alone writes in its own name, not through here. */
export const ORGANISATIONS_NEEDED = 2;

/** Reasons of this module; each is a code of the problem table. */
export const KNOCK_REFUSALS = [
  'knock-leads-only',
  'knock-needs-project',
  'knock-too-few',
  'knock-too-soon',
  'knock-stopped',
  'knock-not-joined',
] as const;
export type KnockRefusal = (typeof KNOCK_REFUSALS)[number];

export interface KnockFacts {
  /** Potential, shown as a lead, kept by nobody. */
  readonly isLead: boolean;
  readonly organisationCount: number;
  readonly lastWrittenAt: Date | null;
  /** The recipient asked for silence, about this place or at this address. */
  readonly isStopped: boolean;
}

export function whyNotJoin({ isLead, isStopped }: Pick<KnockFacts, 'isLead' | 'isStopped'>, hasOpenProject: boolean): KnockRefusal | null {
  if (!isLead) return 'knock-leads-only';
  if (isStopped) return 'knock-stopped';
  return hasOpenProject ? null : 'knock-needs-project';
}

export function whyNotWrite(facts: KnockFacts, isParty: boolean, now: Date): KnockRefusal | null {
  if (!facts.isLead) return 'knock-leads-only';
  if (facts.isStopped) return 'knock-stopped';
  if (!isParty) return 'knock-not-joined';
  if (facts.organisationCount < ORGANISATIONS_NEEDED) return 'knock-too-few';
  const isRecent = facts.lastWrittenAt !== null && now.getTime() - facts.lastWrittenAt.getTime() < LETTER_EVERY_MS;
  return isRecent ? 'knock-too-soon' : null;
}

/** No sign that is taken for another, in capitals: a code is read from paper and typed on a telephone. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_SIGNS = 12;

/** @param bytes at least twelve, from our signature of the letter: the same letter always has the same code */
export function codeOf(bytes: Uint8Array): string {
  const signs = [...bytes.slice(0, CODE_SIGNS)].map((byte) => SIGNS[byte % SIGNS.length] ?? '').join('');
  return signs.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}

/** As it was typed → as it is printed; null for what can be none. */
export function readCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return signs.length === CODE_SIGNS ? signs.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3') : null;
}
