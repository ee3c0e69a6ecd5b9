import { readNumber } from '../keep/kept-numbers';
import { CONSTRAINTS, FEATURES } from '../site-words';
import type { CorrectableField } from './proposals.queries';

const TEXTS = [
  'name',
  'address',
  'summary',
  'formerActivity',
  'planningDocument',
  'planningZone',
] as const satisfies readonly CorrectableField[];
const NUMBERS = ['builtYear', 'vacantSince', 'buildingCount', 'landAreaM2', 'footprintM2'] as const satisfies readonly CorrectableField[];

/** What may be corrected, what people most often know first. */
export const CORRECTABLE_FIELDS: readonly CorrectableField[] = [
  ...TEXTS,
  ...NUMBERS,
  'condition',
  'ownerKind',
  ...FEATURES.map((word) => `features.${word}` as const),
  ...CONSTRAINTS.map((word) => `constraints.${word}` as const),
];

export type ValueKind = 'text' | 'number' | 'condition' | 'ownerKind' | 'yesNo';

export function kindOfValue(field: CorrectableField): ValueKind {
  if (field === 'condition' || field === 'ownerKind') return field;
  if (field.includes('.')) return 'yesNo';
  return (NUMBERS as readonly string[]).includes(field) ? 'number' : 'text';
}

/** The value as the API takes it; null for what is no number. */
export function readValue(field: CorrectableField, typed: string): string | number | boolean | null {
  const kind = kindOfValue(field);
  if (kind === 'yesNo') return typed === 'yes';
  return kind === 'number' ? (readNumber(typed, 1) ?? null) : typed;
}
