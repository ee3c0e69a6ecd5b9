import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const VERIFIED = ['verified'] as const;

/** Who may do what in the review of a call. To strangers there is none. “Self” is the reviewer, or the chair of the jury. */
export const reviewPolicy = definePolicy({
  startReview: { by: WRITERS, organisationStates: VERIFIED },
  getReview: { by: ['self', ...EVERY_ROLE] },
  inviteReviewer: { by: WRITERS, organisationStates: VERIFIED },
  removeReviewer: { by: WRITERS, organisationStates: VERIFIED },
  shortlistApplication: { by: WRITERS },
  compareApplications: { by: EVERY_ROLE },
  revealScores: { by: ['self'] },
  recordDiscussion: { by: ['self', ...WRITERS] },
  /** Of the chair; where the jury has none, of the owner's editors. */
  writeReviewMinutes: { by: ['self', ...WRITERS] },
  listMyReviews: { by: ['person'] },
  answerReviewInvitation: { by: ['self'], hidden: true },
  getReading: { by: ['self'], hidden: true },
  declareNoLink: { by: ['self'], hidden: true },
  recuseFromReading: { by: ['self'], hidden: true },
  saveScores: { by: ['self'], hidden: true },
  lockScores: { by: ['self'], hidden: true },
  readReadingFile: { by: ['self'], hidden: true },
});
