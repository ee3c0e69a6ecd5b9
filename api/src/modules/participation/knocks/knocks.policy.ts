import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
/** A letter to a stranger carries the name of a body that was verified. */
const VERIFIED = ['verified'] as const;

export const knocksPolicy = definePolicy({
  joinKnock: { by: WRITERS, organisationStates: VERIFIED },
  leaveKnock: { by: WRITERS },
  writeKnockLetter: { by: WRITERS, organisationStates: VERIFIED },
  /** By the members of the organisation that wrote it: the service looks for those that joined as well. */
  getKnockLetter: { by: EVERY_ROLE, hidden: true },
  /** The same, on paper: whoever may read it may take it away. */
  printKnockLetter: { by: EVERY_ROLE, hidden: true },
});
