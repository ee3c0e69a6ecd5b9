import { definePolicy } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
/** Reviewers score what was filed, not what agents think of it. */
const AGENTS = ['reader', 'editor', 'administrator'] as const;

/** Who examines the files that answer the calls of an owner, or ask for its places. To anybody else they do not exist. */
export const instructionPolicy = definePolicy({
  listCallInstruction: { by: AGENTS },
  exportCallInstruction: { by: AGENTS },
  listRequestInstruction: { by: AGENTS },
  exportRequestInstruction: { by: AGENTS },
  getInstruction: { by: AGENTS, hidden: true },
  markInstructionRead: { by: AGENTS, hidden: true },
  writeChecks: { by: WRITERS, hidden: true },
  addCriterion: { by: WRITERS, hidden: true },
  removeCriterion: { by: WRITERS, hidden: true },
  admitApplication: { by: WRITERS, hidden: true },
  takeBackAdmission: { by: WRITERS, hidden: true },
  refuseAdmission: { by: WRITERS, hidden: true },
  requestCorrection: { by: WRITERS, hidden: true },
  endCorrection: { by: WRITERS, hidden: true },
  /** Kept among agents until the shortlist is announced. */
  chooseForShortlist: { by: WRITERS, hidden: true },
  getShortlist: { by: AGENTS },
  announceShortlist: { by: WRITERS },
  writeNote: { by: WRITERS, hidden: true },
  editNote: { by: WRITERS, hidden: true },
  getOwnerDesk: { by: AGENTS },
  getInstructionSettings: { by: AGENTS },
  createInstructionLabel: { by: WRITERS },
  updateInstructionLabel: { by: WRITERS, hidden: true },
  saveInstructionView: { by: AGENTS },
  removeInstructionView: { by: ['self'], hidden: true },
  /** Each file is judged apart: the service asks for the right of every act. */
  actOnInstruction: { by: ['person'] },
  undoInstructionActs: { by: ['person'] },
});
