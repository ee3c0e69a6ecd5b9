import { describe, expect, test } from '@jest/globals';
import {
  EVIDENCE_STATES,
  EVIDENCE_TRANSITIONS,
  evidenceFaults,
  evidenceStanding,
  type EvidenceState,
  evidenceWarnings,
  nextEvidenceState,
} from './evidence.rules.js';

const TOLD: Record<EvidenceState, Record<string, EvidenceState>> = {
  declared: { check: 'checked', refuse: 'refused', withdraw: 'withdrawn' },
  checked: { refuse: 'refused', withdraw: 'withdrawn' },
  refused: {},
  withdrawn: {},
};
const ACTIONS = EVIDENCE_TRANSITIONS.map((line) => line.action);

describe('the life of a piece of evidence', () => {
  test.each(EVIDENCE_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextEvidenceState(state, action)).toBe(TOLD[state][action] ?? null);
  });
});

const term = (kind: 'ACI' | 'EITI' | 'esus_approved' | 'ess_by_status', startsOn: string | null, endsOn: string | null) => ({
  kind,
  startsOn,
  endsOn,
});

describe('what a piece is worth on 23 November 2026', () => {
  test.each([
    [term('ACI', '2026-01-01', '2026-12-31'), 'checked', 'valid'],
    [term('ACI', '2026-01-01', '2026-11-23'), 'declared', 'valid'],
    [term('ACI', '2026-01-01', '2026-11-22'), 'checked', 'expired'],
    [term('ACI', '2026-12-01', '2027-11-30'), 'checked', 'not_started'],
    [term('ACI', null, null), null, 'to_confirm'],
    [term('ACI', null, '2026-10-01'), null, 'expired'],
    [term('ACI', '2026-01-01', '2026-12-31'), 'withdrawn', 'withdrawn'],
    [term('ACI', '2026-01-01', '2026-12-31'), 'refused', 'refused'],
  ] as const)('%j %s: %s', (piece, state, standing) => {
    expect(evidenceStanding(piece, state, '2026-11-23')).toBe(standing);
  });

  test('a self-employed inclusion enterprise of a register is one no more once the experiment is over', () => {
    expect(evidenceStanding(term('EITI', null, null), null, '2026-12-22')).toBe('to_confirm');
    expect(evidenceStanding(term('EITI', null, null), null, '2026-12-23')).toBe('expired');
  });
});

describe('a piece that cannot be', () => {
  test.each([
    [term('ACI', '2026-01-01', '2026-12-31'), 1, []],
    [term('ACI', '2026-01-01', '2026-12-31'), 0, [['departments', 'departments-needed']]],
    [term('ess_by_status', null, '2027-12-31'), 0, []],
    [term('ess_by_status', '2028-01-01', '2027-12-31'), 0, [['endsOn', 'ends-before-start']]],
    [term('ess_by_status', null, '2026-11-22'), 0, [['endsOn', 'already-over']]],
    [term('EITI', null, '2026-12-23'), 1, [['endsOn', 'after-eiti']]],
  ] as const)('%j in %i departments', (piece, departmentCount, faults) => {
    expect(evidenceFaults({ ...piece, endsOn: piece.endsOn!, departmentCount }, '2026-11-23')).toEqual(faults);
  });
});

describe('a doubt about a piece', () => {
  test.each([
    [term('esus_approved', '2026-01-01', '2031-01-02'), ['esus-over-five-years']],
    [term('esus_approved', '2026-01-01', '2030-12-31'), ['esus-two-years-if-young']],
    [term('esus_approved', '2026-01-01', '2027-12-31'), []],
    [term('esus_approved', null, '2027-12-31'), ['start-unknown']],
    [term('ess_by_status', '2026-01-01', '2040-01-01'), ['long-term']],
    [term('ACI', null, null), []],
  ] as const)('%j', (piece, warnings) => {
    expect(evidenceWarnings(piece)).toEqual(warnings);
  });
});
