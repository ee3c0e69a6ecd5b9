import type { method as french } from '../fr/method';
import type { SameKeys } from '../same-keys';

export const method: SameKeys<typeof french> = {
  title: 'The matching method',
  lead: 'How a need and a place are compared, scored and put in order. This page is written by the very table the calculation runs on.',
  version: 'Version {{version}}.',
  versionText: 'Each result keeps the version that produced it and can be computed again identically.',
  conditions_one: '{{count}} criterion',
  conditions_other: 'The {{count}} criteria',
  preferences: 'Preference only',
  criterion: 'Criterion',
  rule: 'Rule',
  question: 'Question when unknown',
  graded: 'Mark',
  bySteps: 'graded',
  yesOrNo: 'yes or no',
  weight: 'Weight',
  weightValue: '{{weight}}, or {{most}} if it matters most',
  asData: 'The same table as data (JSON)',
};
