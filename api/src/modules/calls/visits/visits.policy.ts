import { definePolicy } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;

/** Visits of a published call: kept by its owner, booked by anyone whose address is theirs. */
export const visitsPolicy = definePolicy({
  addVisit: { by: WRITERS },
  cancelVisit: { by: WRITERS },
  listVisitors: { by: WRITERS },
  exportVisitors: { by: WRITERS },
  noteVisitor: { by: WRITERS },
  publishLearntOnVisit: { by: WRITERS },
  bookVisit: { by: ['person'] },
  leaveVisit: { by: ['person'] },
});
