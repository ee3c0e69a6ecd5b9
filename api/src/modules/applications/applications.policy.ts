import { definePolicy, EVERY_ROLE, type Permission } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;
/** An organisation files while its verification is under way: a deadline does not wait for it. */
const KNOWN = ['claimed', 'verified'] as const;

/** Who may do what with application files. To anybody else they do not exist. */
export const applicationsPolicy = definePolicy({
  createApplication: { by: WRITERS },
  listOrganisationApplications: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  getApplication: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  updateApplication: { by: WRITERS, hidden: true },
  fileApplication: { by: WRITERS, organisationStates: KNOWN, hidden: true },
  withdrawApplication: { by: WRITERS, hidden: true },
  listApplicationHistory: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  uploadApplicationFile: { by: WRITERS, hidden: true },
  readApplicationSpace: { by: WRITERS, hidden: true },
  /** Members of the applicant, and the owner's agents once they may read the file: the service knows which. */
  readApplicationFile: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  /** As for its documents. */
  printDossier: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  packDossier: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  /** The owner's side: numbers while the call is open, files once it is closed. */
  listCallApplications: { by: EVERY_ROLE },
  listOrganisationRequests: { by: EVERY_ROLE },
});

/** What members of a partner organisation may do as well: read and write it, never file or withdraw. */
export const SHARED_WITH_PARTNERS: ReadonlySet<Permission> = new Set<Permission>([
  applicationsPolicy.getApplication,
  applicationsPolicy.updateApplication,
  applicationsPolicy.listApplicationHistory,
  applicationsPolicy.uploadApplicationFile,
  applicationsPolicy.readApplicationSpace,
  applicationsPolicy.readApplicationFile,
]);
