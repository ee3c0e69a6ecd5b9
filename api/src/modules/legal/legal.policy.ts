import { definePolicy } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const VERIFIED = ['verified'] as const;

/** Who keeps the proof of the path that was followed, and who may correct the words of a rule. */
export const legalPolicy = definePolicy({
  noteLegalStep: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  publishLegalMotive: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  correctLegalRule: { by: ['platform_administrator'], fresh: true },
});
