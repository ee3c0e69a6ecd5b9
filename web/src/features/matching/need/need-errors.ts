import { ProblemError } from '../../../api/problem';
import type { FieldError } from '../../../ui/error-summary';
import type { StepId } from './steps';

/** Where each field of the API's need is answered. */
const FIELDS: Readonly<Record<string, { readonly step: StepId; readonly fieldId: string }>> = {
  activity: { step: 'activity', fieldId: 'need-activity' },
  kinds: { step: 'space', fieldId: 'need-kinds' },
  floorAreaMinM2: { step: 'space', fieldId: 'need-floor-min' },
  floorAreaMaxM2: { step: 'space', fieldId: 'need-floor-max' },
  landAreaMinM2: { step: 'space', fieldId: 'need-land-min' },
  landAreaMaxM2: { step: 'space', fieldId: 'need-land-max' },
  areaTolerancePercent: { step: 'space', fieldId: 'need-tolerance' },
  zone: { step: 'where', fieldId: 'need-in' },
  tenures: { step: 'terms', fieldId: 'need-tenures' },
  budget: { step: 'terms', fieldId: 'need-budget' },
  priceMaxEuros: { step: 'terms', fieldId: 'need-price' },
  neededBy: { step: 'dates', fieldId: 'need-by' },
  durationMonths: { step: 'dates', fieldId: 'need-months' },
  mustHave: { step: 'equipment', fieldId: 'need-equipment' },
  wish: { step: 'equipment', fieldId: 'need-equipment' },
  uses: { step: 'equipment', fieldId: 'need-uses' },
  excludedConstraints: { step: 'limits', fieldId: 'need-without' },
  worksCapacityEuros: { step: 'limits', fieldId: 'need-works' },
  walkToStopMinutes: { step: 'access', fieldId: 'need-walk' },
  preferredPoint: { step: 'access', fieldId: 'need-prefer' },
  preferred: { step: 'priorities', fieldId: 'need-first' },
  matterMost: { step: 'priorities', fieldId: 'need-first' },
};

export interface NeedError extends FieldError {
  readonly step: StepId;
}

/** The server's refusal of a need, sorted by the step and field that can repair it. */
export function needErrors(error: unknown): NeedError[] {
  if (!(error instanceof ProblemError) || error.problem.status !== 422) return [];
  return error.problem.fields.map(({ pointer, message }) => {
    const segments = pointer.split('/').filter((segment) => segment !== '' && segment !== 'need');
    return { ...(FIELDS[segments[0] ?? ''] ?? { step: 'activity' as const, fieldId: 'need-activity' }), ...inZone(segments), message };
  });
}

function inZone(segments: readonly string[]): { readonly fieldId?: string } {
  if (segments[0] !== 'zone') return {};
  if (segments.includes('radiusKm')) return { fieldId: 'need-radius' };
  return segments.includes('polygon') ? { fieldId: 'need-drawn' } : {};
}
