import type { SameKeys } from '../same-keys';
import type { instructionWhy as french } from '../fr/instruction-why';

export const instructionWhy = {
  'admission-unchecked': 'Not every criterion is ticked “yes”.',
  'application-state-forbids': 'The state of the file no longer allows it.',
  'call-state-forbids': 'The state of the call does not allow it: a shortlist is made between the two steps.',
  'correction-under-way': 'A correction is asked for: there is still time to answer.',
  'correction-due-unfit': 'The time given to correct does not fit.',
  'instruction-undo-too-late': 'The file has changed since, or more than a day has passed.',
  'own-application': 'You are a member of the organisation that filed this: another agent examines it.',
  'role-too-low': 'Your role lets you read, not decide.',
  'not-found': 'This file is out of reach.',
  'changed-meanwhile': 'The file has changed meanwhile.',
  other: 'It is not possible now.',
} as const satisfies SameKeys<typeof french>;
