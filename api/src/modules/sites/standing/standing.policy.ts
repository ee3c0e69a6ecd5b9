import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;

/** Anyone answers, without an account. Who keeps the place reads the answers, says otherwise, and decides on photos; moderators too. */
export const standingPolicy = definePolicy({
  listStandingAnswers: { by: [...EVERY_ROLE, 'moderator'], hidden: true },
  stateStanding: { by: WRITERS, hidden: true },
  showPasserbyPhoto: { by: [...WRITERS, 'moderator'], hidden: true },
  refusePasserbyPhoto: { by: [...WRITERS, 'moderator'], hidden: true },
  /** Never by who keeps the place: an owner may contest what is said, not silence it. */
  setStandingAnswerAside: { by: ['moderator'] },
  listStandingQueue: { by: ['moderator'] },
});
