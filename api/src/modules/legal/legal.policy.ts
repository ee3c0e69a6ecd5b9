import { definePolicy } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const VERIFIED = ['verified'] as const;

/** Who keeps the proof of the path that was followed, and who may correct the words of a rule. */
export const legalPolicy = definePolicy({
  noteLegalStep: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  /** A document that proves what is answered or done; it opens by a signed link, given to those who read the procedure. */
  addLegalProof: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  publishLegalMotive: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  correctLegalRule: { by: ['platform_administrator'], fresh: true },
});
