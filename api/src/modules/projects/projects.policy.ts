import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;
/** An organisation that nobody has verified keeps drafts: what owners and the public see has a known body behind it. */
const VERIFIED = ['verified'] as const;

/** Who may do what with saved projects. Strangers to a project that is not public are told that it does not exist. */
export const projectsPolicy = definePolicy({
  createProject: { by: WRITERS },
  updateProject: { by: WRITERS },
  openProject: { by: WRITERS, organisationStates: VERIFIED },
  reopenProject: { by: WRITERS, organisationStates: VERIFIED },
  closeProject: { by: WRITERS },
  /** Hiding is always possible; showing asks for `showProject` too. */
  setProjectVisibility: { by: WRITERS },
  showProject: { by: WRITERS, organisationStates: VERIFIED },
  /** Its need, its note and its history, even while the organisation is suspended: nobody loses their own work. */
  readPrivatePart: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  listProjectHistory: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
});
