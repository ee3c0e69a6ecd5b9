import type { ComponentType } from 'react';
import { StepAccess } from './step-access';
import { StepActivity } from './step-activity';
import { StepDates } from './step-dates';
import { StepEquipment } from './step-equipment';
import { StepLimits } from './step-limits';
import { StepPriorities } from './step-priorities';
import type { StepProps } from './step-props';
import { StepReview } from './step-review';
import { StepSpace } from './step-space';
import { StepTerms } from './step-terms';
import { StepWhere } from './step-where';
import type { StepId } from './steps';

export const STEP_CONTENT: Readonly<Record<StepId, ComponentType<StepProps>>> = {
  activity: StepActivity,
  space: StepSpace,
  where: StepWhere,
  terms: StepTerms,
  dates: StepDates,
  equipment: StepEquipment,
  limits: StepLimits,
  access: StepAccess,
  priorities: StepPriorities,
  review: StepReview,
};
