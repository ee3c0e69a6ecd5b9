import { definePolicy } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;

/** Who imports places from a file: those who write places of the organisation. */
export const siteImportsPolicy = definePolicy({
  uploadSiteImport: { by: WRITERS },
  listSiteImports: { by: WRITERS },
  getSiteImport: { by: WRITERS, hidden: true },
  changeSiteImport: { by: WRITERS, hidden: true },
  listSiteImportRows: { by: WRITERS, hidden: true },
  listSiteImportPoints: { by: WRITERS, hidden: true },
  fixSiteImportRow: { by: WRITERS, hidden: true },
  commitSiteImport: { by: WRITERS, hidden: true },
  undoSiteImport: { by: WRITERS, hidden: true },
  dropSiteImport: { by: WRITERS, hidden: true },
  downloadSiteImportReport: { by: WRITERS, hidden: true },
});
